import type { Translation } from '../../../../language/namespaces.ts';

export const words: Translation<'accounts-settings'> = {
  // 目录
  settings: '设置', settingsNote: '资料、安全、密钥、你的数据', profile: '个人资料', profileNote: '名字、头像、语言、明暗', security: '安全', securityNote: '通行密钥、密码、两步验证', sessions: '登录设备', sessionsNote: '你在哪里登录着', keys: 'API 密钥', keysNote: '给你自己的程序用', keyboard: '键盘', keyboardNote: '快捷键，也可自定义', data: '你的数据', dataNote: '带走，或者离开', people: '成员', peopleNote: '账号、邀请、注册方式', providers: '服务商', providersNote: '作画与写字的模型', keepingPictures: '图片保留', keepingPicturesNote: '保留多久、占用多少空间',
  // 通用
  save: '保存', savedAs: '已保存：{name}', done: '完成', copy: '复制', copied: '已复制', copyFailed: '请选中文字手动复制', download: '下载', print: '打印', remove: '移除', thingName: '名称', nameEmpty: '请起个名字。', neverUsed: '从未使用', lastUsed: '{when}用过', addedOn: '{date} 添加', renameThing: '重命名 {name}', removeThing: '移除 {name}', endThing: '退出该设备：{name}', revokeThing: '撤销 {name}',
  // 确认身份
  confirmTitle: '是你本人吗？', confirmLead: '这会改变谁能进入账号。请再确认一次身份，之后 15 分钟内不再询问。', confirmPassword: '你的密码', confirmEmpty: '请输入密码。', confirmGo: '继续', confirmByPasskey: '用通行密钥', confirmNoWay: '你没有密码，也没有能在这里使用的通行密钥。请退出后用邮件链接重新登录，之后 15 分钟内即可修改。',
  // 个人资料
  profileLead: '别人看到的你，以及 Komawari 的样子和语言。', person: '你', personLead: '显示在你创作和分享的作品旁。', nameShown: '名字', pictureChoose: '选择头像', pictureRemove: '移除', pictureUnreadable: '浏览器读不了这个图片。请使用 PNG、JPEG 或 WebP。', cropTitle: '用哪一部分？', cropHint: '拖动图片，或使用方向键。', cropZoom: '大小', cropGo: '就用这个',
  look: '外观和语言', lookLead: '保存在账号里，换设备也跟着你。', zone: '时区', zoneBrowser: '跟随浏览器：{zone}', zoneNone: '没有这个地方。', zoneNow: '现在是：{time}',
  notices: '邮件通知', noticesLead: '与账号安全有关的信总会寄出。下面这些目前还不会发送，你的选择会在开始发送后生效。', noticeWork: '耗时的任务完成了', noticeCommunity: '有人回复或喜欢', noticeNews: 'Komawari 的新消息',
  // 安全
  securityLead: '谁能进入你的账号，用什么方式。', passkeys: '通行密钥', passkeysLead: '用指纹、面容或设备锁登录。不用记，也偷不走。', passkeysNoneWhy: '把这台设备的锁加进来，下次一碰就能登录。', passkeysNone: '还没有通行密钥', passkeyAdd: '添加通行密钥', passkeyName: '我的通行密钥', passkeyNameTitle: '给它起个名字', passkeyNameHint: '方便以后辨认：手机、笔记本、钥匙扣……', passkeySynced: '已同步', passkeyRemoveTitle: '移除“{name}”？', passkeyRemoveText: '之后它不能再用来登录。请在设备上也把它删掉，不然还会出现在选项里。',
  passwordTitle: '密码', passwordLead: '换新密码后，其他设备都会退出登录。', passwordNone: '你没有设密码：一直用通行密钥或邮件链接登录。', passwordNew: '新密码', passwordLength: '密码需要 10 到 128 个字符。', passwordChange: '修改密码', passwordSet: '设置密码', passwordSaved: '已修改，其他设备均已退出。',
  twoFactor: '两步验证', twoFactorLead: '输入密码后，再输入验证器应用里的六位数字。用通行密钥登录时不需要，它本身就是两步。', twoFactorOn: '已开启', twoFactorStart: '设置验证器', twoFactorTurnOn: '开启', twoFactorOff: '关闭', twoFactorSince: '{date} 开启。', twoFactorOffTitle: '关闭两步验证？', twoFactorOffText: '之后只凭密码就能进入账号，恢复码也一并失效。', qrAlt: '供验证器扫描的二维码', qrLead: '用验证器应用扫描。', secretLead: '不方便扫描？把这串密钥输入应用：', codeNow: '应用里现在显示的六位数字', codeSix: '请输入全部六位数字。',
  codesTitle: '你的恢复码', codesLead: '手机丢了也能进来。每个只能用一次，而且只在此刻显示：请存放在找得到的地方。', codesFile: '{email} 在 {host} 的 Komawari 恢复码，每个只能用一次。', codesKept: '我已经保存好了', codesLeft_other: '还剩 {count} 个恢复码。', codesRenew: '换一组恢复码',
  emailTitle: '邮箱', emailLead: '我们会向新邮箱发一个链接，打开之前旧邮箱仍然有效。', emailLeadNoMail: '本站不发邮件：修改立即生效。', emailVerified: '已验证', emailUnverified: '未验证', emailNew: '新邮箱', emailChange: '更换邮箱', emailForm: '邮箱地址不完整。', emailSent: '请打开发往 {email} 的链接。', emailChangedNow: '从现在起，请用 {email} 登录。', emailProve: '给我发验证链接', emailProofSent: '链接已发往 {email}。',
  // 登录设备
  sessionsLead: '所有以你的身份登录的浏览器。有不认识的？先让它退出，再修改密码。', deviceUnknown: '没有说明身份的浏览器', thisDevice: '本机', now: '现在', lastSeen: '{when}出现过', since: '{date} 登录', byPassword: '用密码', byMailLink: '用邮件链接', byPasskeyUsed: '用通行密钥', byWelcome: '用欢迎链接', bySignUp: '注册时', byReset: '用新密码', end: '退出', endTitle: '让“{name}”退出登录？', endText: '那个浏览器需要重新登录，尚未发送的内容仍留在那里。', endOthersTitle: '让其他设备全部退出？', endOthers_other: '退出其他 {count} 台设备', onlyHere: '你只在这里登录着。',
  // API 密钥
  keysLead: '程序可以凭密钥代表你行动，范围由你决定。用法见 /api。', keysNoneWhy: '把密钥交给脚本或程序，它就能以你的名义阅读或制作漫画；随时可以收回。', keysNone: '还没有密钥', keyMake: '新建密钥', keyMakeGo: '新建', keyNameHint: '给谁用：脚本、文件同步……', scopes: '它可以做什么', scopesNone: '请至少选一项。', scopeRead: '阅读', scopeReadMay: '查看和下载你的漫画。', scopeMake: '创作', scopeMakeMay: '新建和修改漫画。', scopeManage: '管理', scopeManageMay: '修改个人资料和密钥，以及你的角色所能管理的站点设置。', keyLife: '有效期', keyDays_other: '{count} 天', keyForever: '永久', keyUntil: '{date} 到期', keyOver: '已过期', keyReady: '你的密钥“{name}”', keyOnce: '请现在复制：只显示这一次。', keyRevoke: '撤销', keyRevokeTitle: '撤销“{name}”？', keyRevokeText: '使用它的程序会立即停止工作。撤销后无法恢复。',
  // 键盘
  keyboardLead: '不用鼠标也能完成一切。每个快捷键都能换成你顺手的。', keyboardEverywhere: '到处可用', keyboardHere: '在某一页上', keyboardPress: '在任何一页按这个键，就会列出那里的快捷键：', keyboardSheetWhy: '每一页都有自己的快捷键，在那里修改。你设的按键保存在此浏览器里。',
  // 数据
  dataLead: '都是你的，随时可以带走。', exportTitle: '带走', exportLead: '一个 zip 文件，装着你的全部：漫画、图片、个人资料，其他程序也能读。', exportNone: '现在没有打包好的文件', exportGo: '全部打包', exportQueued: '正在排队', exportRunning: '正在打包', exportLeave: '可以离开本页：打包会继续，文件在这里保留七天。', exportKept: '保留到 {date}', exportFailed: '没有完成，请重试',
  filesTitle: '保存的图片', filesLead: '图片文件可以记下自己的生成信息，拖回工作室就能全部找回。', filesKeep: '在保存的图片中写入提示词、模型和种子', filesAlways: '无论是否开启，都会注明图片由模型生成。', filesKept: '保存的图片会带上生成信息。', filesLeft: '保存的图片不再带有提示词、模型和种子。',
  leaveTitle: '注销账号', leaveLead: '连同里面的一切。14 天内可以反悔。', leaveAsk: '注销我的账号……', leaveWhat: '接下来会这样：', leaveNow: '立即：所有设备退出登录，别人再也看不到你的作品。', leaveDays: '14 天后：你的一切会被永久删除。', leaveBack: '在那之前：登录一次即可取消。', leaveSure: '想留的我都带走了', leaveGo: '注销我的账号', leaveStay: '留下来',
};
