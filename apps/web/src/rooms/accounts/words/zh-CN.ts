import type { Translation } from '../../../language/namespaces.ts';

export const words: Translation<'accounts'> = {
  // 表单
  name: '名字', email: '邮箱', password: '密码', newPassword: '新密码', passwordHint: '至少 10 个字符，几个词连起来最好。', emailFixed: '这份邀请只对该邮箱有效。',
  fieldName: '请填写名字。', fieldNameLong: '名字太长了，短一些才放得下。', fieldEmail: '邮箱地址不完整。', fieldPassword: '密码需要 10 到 128 个字符。', fieldPasswordEmpty: '请输入密码。',
  weightNone: '强度', weightShort_other: '还差 {count} 个字符', weightWeak: '容易被猜到', weightFair: '不错', weightStrong: '很强', or: '或',
  // 登录
  signInTitle: '登录', signInLead: '你的漫画在等你。', forgot: '忘记密码？', noAccount: '还没有账号？', haveAccount: '我已有账号', byPasskey: '用通行密钥登录', byLink: '用邮件里的链接登录', toSignIn: '去登录', toSignUp: '去注册', toSecurity: '前往“安全”',
  guestTitle: '访客时的作品会跟你走', guestComes: '登录之后，这个浏览器里的每一部漫画都会归入你的账号。',
  needsOwnerTitle: '这间画室还没有主人', needsOwner: '请打开启动 Komawari 时打印出的欢迎链接。找不到了？重新启动程序，就会打印新的。',
  deletionCancelled: '欢迎回来。注销已取消，一切都还在。',
  // 第二步
  codeTitle: '还差一步', codeLead: '请输入验证器当前显示的六位数字。', code: '六位数字', codeShort: '验证码是六位数字。', codeGo: '进入', codeByRecovery: '改用恢复码', codeByApp: '改用验证器', codeFromStart: '重新登录',
  codeRecovery: '恢复码', codeRecoveryLead: '请输入开启两步验证时保存的任意一个恢复码，每个只能用一次。', codeRecoveryShort: '请输入完整的恢复码。',
  // 通行密钥
  passkeyCancelled: '没有选择通行密钥，什么都没有改变。可以重试，或换一种方式。', passkeyThere: '这台设备上已有此账号的通行密钥。',
  passkeyLocalhost: '通行密钥要求地址是名称，而不是数字。', passkeyLocalhostGo: '用 localhost 打开本页', passkeyTrust: '通行密钥需要 HTTPS。用 --lan 启动，在家里也能用。', passkeyTrustGo: '查看信任说明页', passkeyName: '通行密钥需要 HTTPS 和主机名：请用名称而不是数字地址打开 Komawari。', passkeyNoBrowser: '此浏览器不支持通行密钥。',
  // 信件
  askLinkTitle: '不用密码，用链接', askLinkLead: '填写你的邮箱。信里的链接可登录一次，15 分钟内有效。', askLinkGo: '发送链接', askLinkAgain: '重新发送链接',
  askResetTitle: '设置新密码', askResetLead: '填写你的邮箱。一小时内，可用信里的链接设置新密码。', askResetGo: '发送链接', askResetAgain: '重新获取链接',
  mailSentTitle: '去看看邮箱', mailSent: '如果 {email} 在这里有账号，信已经在路上了。', mailSentSignUp: '信已寄出。打开里面的链接，账号就好了。', mailSentHint: '可能要等一分钟，也请看看垃圾邮件。', otherAddress: '换一个邮箱',
  mailPrintedTitle: '去运行 Komawari 的地方看看', mailPrinted: '本站不发邮件。如果 {email} 有账号，信会打印在启动程序的终端里。', mailPrintedHint: '不是你的机器？可以请站点所有者在“成员 › 重置链接”里给你一个链接。', noMailer: '本站不发邮件：信会打印在运行 Komawari 的终端里。',
  linkTitle: '欢迎回来', linkLead: '按一下就能进去。', linkOverTitle: '这个链接不能用了', linkBroken: '链接不完整，请从信里完整复制。', linkOverWhy: '链接只能用一次，而且时效很短：信落到别人手里也打不开门。',
  resetTitle: '选一个新密码', resetLead: '其他设备会退出登录，尚未使用的链接会失效；API 密钥不受影响。', resetGo: '保存并登录',
  confirmEmailTitle: '这是你的邮箱吗？', confirmEmailLead: '按一下，证明你能收到信。', confirmEmailGo: '是我的', emailProvedTitle: '谢谢', emailProved: '{email} 已验证。', emailChanged: '从现在起，请用 {email} 登录。',
  // 注册
  signUpTitle: '注册账号', signUpLead: '一个自己的书架，在每台设备上都能打开。', signUpGo: '注册', signUpAsk: '申请加入', signUpApproval: '新成员由管理员放行。你现在就能登录，随时查看结果。',
  signUpClosedTitle: '暂不开放注册', signUpClosed: '站点所有者暂时关上了门，邀请链接也停用。可以联系对方，或过些时候再来。',
  signUpInvitationTitle: '凭邀请加入', signUpInvitation: '加入本站需要邀请链接。', signUpInvitationHint: '请打开收到的链接。没有？可以向本站的管理者索取。',
  invitationOverTitle: '这份邀请不能用了', invitationOver: '请向发给你的人再要一份。', invitedTitle: '你收到了邀请', invited: '本站邀请你加入', invitedBy: '{name} 邀请你加入', invitedAs: '你的角色：{role}。{date} 前有效。',
  confirmSignUpTitle: '信收到了', confirmSignUpLead: '按一下，账号就建好并登录。', confirmSignUpGo: '完成并进入',
  waitingTitle: '已经登记，等候放行', waitingLead: '管理员会放你进来。本页会自动查看，通过后立即打开。', waitingAs: '当前登录：{email}', waitingLook: '现在看看',
  // 第一次启动
  welcomeCaption: '第一页。', welcomeTitle: '欢迎来到你的画室', welcomeLead: '在你自己的机器上，让故事变成漫画。', welcomeWrite: '带来一个故事：自己的，或先试试我们的。', welcomeWatch: '看着它一格一格画出来。', welcomeKeep: '改成你喜欢的样子，阅读，带走。',
  welcomeGo: '打开画室', welcomeOwner: '你是第一个来到这里的人，所以你就是主人。', welcomeNoToken: '链接不完整，请复制程序打印出的完整欢迎链接。', welcomeOverTitle: '这扇门已经开过了', welcomeHasOwner: '画室已有主人，欢迎链接也用过了。请直接登录。',
  // 角色
  roleOwner: '所有者', roleAdmin: '管理员', roleModerator: '版主', roleOperator: '运维', roleUser: '作者', roleViewer: '读者',
  roleOwnerMay: '拥有全部权限，也只有所有者能任命管理员和所有者。', roleAdminMay: '创作漫画，管理成员和站点。', roleModeratorMay: '创作漫画，查看成员名单。', roleOperatorMay: '维护程序运行，看不到内容。', roleUserMay: '创作自己的漫画。', roleViewerMay: '阅读分享给自己的作品。',
  // 离开
  goodbyeTitle: '暂时再见', goodbye: '你的账号已停用，将于 {date} 删除。', goodbyeSoon: '你的账号已停用，将在 14 天后删除。', goodbyeBack: '改变主意了？在那之前登录，就会取消删除，一切如旧。', goodbyeCancel: '登录并留下',
};
