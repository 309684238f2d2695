import type { Translation } from '../../../../language/namespaces.ts';

export const words: Translation<'accounts-people'> = {
  peopleTitle: 'メンバー', peopleLead: '誰がアカウントを持ち、誰が、どうやって入れるか。', toSettings: '設定', tabList: '全員', tabInvitations: '招待', tabSignUp: '登録方法',
  // 一覧
  searchPeople: '名前かメールアドレス', roleLabel: '役割', stateLabel: '状態', allRoles: 'すべての役割', allStates: 'すべての状態', stateActive: '有効', statePending: '承認待ち', stateSuspended: '停止中', stateLeaving: '退会手続き中', nobody: '当てはまる人はいません', nobodyText: '別の名前で試すか、全員を表示してください。', showAll: '全員を表示', thatIsYou: 'あなた', neverSeen: '未利用', seen: '{when}に利用',
  waitingCount_other: '{count} 人が承認を待っています', asked: '{when}に申請', approve: '承認する', deny: '断る', denyTitle: '「{name}」さんを断りますか？', denyText: '申請の内容は削除されます。もう一度申し込むことはできます。',
  // 個人
  factSince: '登録日', factSeen: '最終利用', factEmail: 'メールアドレス', factProved: '確認済み', factUnproved: '未確認', factTwoFactor: '2 段階認証', factOn: 'オン', factOff: 'オフ', factDeletion: '削除予定', factReason: '理由', ownersOnly: '所有者と管理者を変更できるのは所有者だけです。', ownerRule: '所有者は必ず一人必要です。最後の一人は、役割を降りることも停止されることもありません。', ownersAppoint: '所有者と管理者を任命できるのは所有者だけです。', roleGive: 'この役割にする：{role}', notYourself: '自分を停止することはできません。',
  resetLink: '再設定リンク', resetLinkLead: 'パスワードをなくした人のためのリンクです。ご自分で手渡してください。1 日の間、一度だけ使えます。', resetLinkMake: '再設定リンクを作る', resetLinkUntil: '{date} まで有効。表示は今だけです。', linkCopy: 'リンクをコピー',
  suspend: '停止', suspendLead: 'すぐにサインアウトし、API キーも止まります。何も削除されず、元に戻せます。', suspendReason: '理由（管理する人だけに見えます）', suspendGo: '停止する', suspended: '停止中', unsuspendLead: 'この人はサインインできず、API キーも止まっています。', unsuspend: '停止を解く',
  makeUser: 'アカウントを作る', makeUserGo: '作る', personName: '名前', personEmail: 'メールアドレス', emailWrong: 'メールアドレスが不完全です。', madeTitle: '{email} のアカウントができました', madeLead: '最初のパスワードです。表示は今だけです。手渡して、「設定 › セキュリティ」で変えてもらってください。',
  // 招待
  invite: '招待する', invitationsNone: '有効な招待はありません', invitationsNoneText: '招待はリンクです。開いた人は、あなたが選んだ役割のアカウントを作れます。', invitationPlain: '招待', uses: '{max} 回中 {used} 回使用', until: '{date} まで', by: '{name} さんより', revoke: '取り消す', revokeThing: '{name} を取り消す', revokeTitle: '招待「{name}」を取り消しますか？', revokeText: 'リンクは使えなくなります。すでに作られたアカウントは残ります。',
  inviteNote: '誰に', inviteNoteHint: 'この一覧でだけ使います。', inviteEmail: 'メールアドレス（任意）', inviteEmailHint: '入力すると、そのアドレスだけで使えます。メールを送れるサイトでは自動で届きます。', inviteUses: '何人まで使えるか', inviteLife: '有効期間', days_other: '{count} 日', inviteGo: '招待を作る', invitationReady: '招待ができました', invitationMailed: '{email} に送りました。ご自分で手渡すこともできます。', invitationHand: 'このリンクを手渡してください。', invitationOnce: 'リンクの表示は今だけです。',
  // 登録方法
  modes: 'アカウントの作り方', modeNow: '現在', modeOpen: '自由', modeOpenWho: '誰でもアカウントを作れます。', modeApproval: '承認制', modeApprovalWho: '誰でも申し込めます。一人ずつ承認してください。', modeInvitation: '招待制', modeInvitationWho: '招待リンクを持つ人だけ。', modeClosed: '停止', modeClosedWho: '誰も作れません。招待リンクもお休みです。', modeAtOnce: '選ぶとすぐに切り替わります。', modeMail: 'アカウントを作る前に、メールでアドレスを確認します。', modeNoMail: 'このサイトはメールを送りません。アドレスの確認なしに、すぐアカウントができます。',
};
