import type { Translation } from '../../../../language/namespaces.ts';

export const words: Translation<'accounts-people'> = {
  peopleTitle: '成员', peopleLead: '谁有账号，谁能进来，怎么进来。', toSettings: '设置', tabList: '所有人', tabInvitations: '邀请', tabSignUp: '注册方式',
  // 名单
  searchPeople: '名字或邮箱', roleLabel: '角色', stateLabel: '状态', allRoles: '全部角色', allStates: '全部状态', stateActive: '正常', statePending: '待审核', stateSuspended: '已停用', stateLeaving: '注销中', nobody: '没有符合的人', nobodyText: '换个名字试试，或查看所有人。', showAll: '查看所有人', thatIsYou: '你', neverSeen: '从未登录', seen: '{when}来过',
  waitingCount_other: '{count} 人等待放行', asked: '{when}申请', approve: '放行', deny: '拒绝', denyTitle: '拒绝“{name}”？', denyText: '对方填写的信息会被删除，以后可以再次申请。',
  // 某个人
  factSince: '加入时间', factSeen: '最近登录', factEmail: '邮箱', factProved: '已验证', factUnproved: '未验证', factTwoFactor: '两步验证', factOn: '已开启', factOff: '未开启', factDeletion: '删除时间', factReason: '原因', ownersOnly: '只有所有者能更改所有者和管理员。', ownerRule: '站点始终要有所有者：最后一位不能卸任，也不能被停用。', ownersAppoint: '只有所有者能任命所有者和管理员。', roleGive: '设为：{role}', notYourself: '不能停用自己。',
  resetLink: '重置链接', resetLinkLead: '给忘记密码的人。由你亲自交给对方，只能用一次，一天内有效。', resetLinkMake: '生成重置链接', resetLinkUntil: '{date} 前有效，只在此刻显示。', linkCopy: '复制链接',
  suspend: '停用', suspendLead: '立即退出所有设备，API 密钥暂停。不会删除任何东西，可以恢复。', suspendReason: '原因（供管理者查看）', suspendGo: '停用', suspended: '已停用', unsuspendLead: '此人无法登录，API 密钥处于暂停状态。', unsuspend: '恢复',
  makeUser: '新建账号', makeUserGo: '新建', personName: '名字', personEmail: '邮箱', emailWrong: '邮箱地址不完整。', madeTitle: '账号 {email} 已建好', madeLead: '这是初始密码，只在此刻显示。请交给对方，并请其在“设置 › 安全”里修改。',
  // 邀请
  invite: '邀请', invitationsNone: '没有有效的邀请', invitationsNoneText: '邀请就是一个链接。打开它的人会得到一个账号，角色由你决定。', invitationPlain: '邀请', uses: '已用 {used}/{max} 次', until: '{date} 到期', by: '由 {name} 发出', revoke: '撤回', revokeThing: '撤回 {name}', revokeTitle: '撤回邀请“{name}”？', revokeText: '链接将不再有效。已经用它注册的账号不受影响。',
  inviteNote: '给谁', inviteNoteHint: '只在你的名单里显示。', inviteEmail: '邮箱（可不填）', inviteEmailHint: '填写后只对该邮箱有效；站点能发邮件时会直接寄出。', inviteUses: '可供几个人使用', inviteLife: '有效期', days_other: '{count} 天', inviteGo: '生成邀请', invitationReady: '邀请已生成', invitationMailed: '已寄往 {email}。也可以亲自把链接交给对方。', invitationHand: '把这个链接交给对方。', invitationOnce: '链接只在此刻显示。',
  // 注册方式
  modes: '怎样获得账号', modeNow: '当前', modeOpen: '开放', modeOpenWho: '任何人都能注册。', modeApproval: '审核', modeApprovalWho: '任何人都能申请，由你逐个放行。', modeInvitation: '邀请', modeInvitationWho: '持有邀请链接的人。', modeClosed: '关闭', modeClosedWho: '谁都不行，邀请链接也停用。', modeAtOnce: '选择后立即生效。', modeMail: '注册前会用邮件验证邮箱。', modeNoMail: '本站不发邮件：不验证邮箱，账号立即建好。',
};
