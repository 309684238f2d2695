import type { Translation } from '../../../language/namespaces.ts';

export const words: Translation<'accounts'> = {
  // 入力欄
  name: '名前', email: 'メールアドレス', password: 'パスワード', newPassword: '新しいパスワード', passwordHint: '10 文字以上。言葉をいくつか並べるのがおすすめです。', emailFixed: 'この招待は、このアドレス宛てです。',
  fieldName: '名前を入力してください。', fieldNameLong: '名前が長すぎます。短くしてください。', fieldEmail: 'メールアドレスが不完全です。', fieldPassword: 'パスワードは 10〜128 文字にしてください。', fieldPasswordEmpty: 'パスワードを入力してください。',
  weightNone: '強さ', weightShort_other: 'あと {count} 文字', weightWeak: '推測されやすい', weightFair: '良い', weightStrong: '強い', or: 'または',
  // サインイン
  signInTitle: 'サインイン', signInLead: 'あなたの漫画が待っています。', forgot: 'パスワードを忘れましたか？', noAccount: 'アカウントをお持ちでない方', haveAccount: 'アカウントを持っています', byPasskey: 'パスキーでサインイン', byLink: 'リンクをメールで受け取る', toSignIn: 'サインインへ', toSignUp: '登録へ', toSecurity: '「セキュリティ」へ',
  guestTitle: 'ゲストで作った漫画も引き継がれます', guestComes: 'サインインすると、このブラウザーの漫画はすべてあなたのアカウントに入ります。',
  needsOwnerTitle: 'この仕事場にはまだ主がいません', needsOwner: 'Komawari を起動したときに表示されたリンクを開いてください。見当たらなければ、起動し直すと新しいリンクが表示されます。',
  deletionCancelled: 'おかえりなさい。アカウントの削除を取り消しました。すべてそのままです。',
  // 2 段階目
  codeTitle: 'あと一歩です', codeLead: '認証アプリに表示されている 6 桁の数字を入力してください。', code: '6 桁の数字', codeShort: 'コードは 6 桁の数字です。', codeGo: '進む', codeByRecovery: '代わりにリカバリーコードを使う', codeByApp: '代わりに認証アプリを使う', codeFromStart: '最初からサインイン',
  codeRecovery: 'リカバリーコード', codeRecoveryLead: '設定したときに保存したコードを一つ入力してください。各コードは一度だけ使えます。', codeRecoveryShort: 'リカバリーコード全体を入力してください。',
  // パスキー
  passkeyCancelled: 'パスキーは選ばれませんでした。何も変わっていません。もう一度試すか、別の方法をお使いください。', passkeyThere: 'この端末には、このアカウントのパスキーがすでにあります。',
  passkeyLocalhost: 'パスキーには、数字ではなく名前のアドレスが必要です。', passkeyLocalhostGo: 'localhost でこのページを開く', passkeyTrust: 'パスキーには HTTPS が必要です。--lan で起動すれば家庭内でも使えます。', passkeyTrustGo: '信頼の手順を見る', passkeyName: 'パスキーには HTTPS とホスト名が必要です。数字ではなく名前で Komawari を開いてください。', passkeyNoBrowser: 'このブラウザーはパスキーに対応していません。',
  // 手紙
  askLinkTitle: 'パスワードの代わりにリンクで', askLinkLead: 'アドレスを入力してください。届いたリンクで 15 分以内に一度だけサインインできます。', askLinkGo: 'リンクを送る', askLinkAgain: '新しいリンクを送る',
  askResetTitle: 'パスワードの再設定', askResetLead: 'アドレスを入力してください。届いたリンクから 1 時間以内に新しいパスワードを設定できます。', askResetGo: 'リンクを送る', askResetAgain: '新しいリンクを求める',
  mailSentTitle: 'メールをご確認ください', mailSent: '{email} のアカウントがあれば、まもなくメールが届きます。', mailSentSignUp: 'メールを送りました。中のリンクを開くと、アカウントができあがります。', mailSentHint: '少し時間がかかることがあります。迷惑メールもご確認ください。', otherAddress: '別のアドレスを使う',
  mailPrintedTitle: 'Komawari が動いている所をご覧ください', mailPrinted: 'このサイトはメールを送りません。{email} のアカウントがあれば、手紙は起動した端末の画面に表示されます。', mailPrintedHint: 'ご自分のマシンでない場合は、所有者が「メンバー › 再設定リンク」でリンクを作れます。', noMailer: 'このサイトはメールを送りません。手紙は Komawari が動いている端末の画面に表示されます。',
  linkTitle: 'おかえりなさい', linkLead: '一度押すだけで入れます。', linkOverTitle: 'このリンクは使えません', linkBroken: 'リンクが不完全です。メールから全体をコピーしてください。', linkOverWhy: 'リンクは一度だけ、短い間だけ使えます。手紙が人の手に渡っても、扉は開きません。',
  resetTitle: '新しいパスワードを決める', resetLead: 'ほかの端末はサインアウトし、未使用のリンクは無効になります。API キーはそのままです。', resetGo: '保存してサインイン',
  confirmEmailTitle: 'あなたのアドレスですか？', confirmEmailLead: '一度押して、手紙が届くことを示してください。', confirmEmailGo: 'はい、私のです', emailProvedTitle: 'ありがとうございます', emailProved: '{email} を確認しました。', emailChanged: 'これからは {email} でサインインしてください。',
  // 登録
  signUpTitle: 'アカウントを作る', signUpLead: 'どの端末からも開ける、自分だけの本棚。', signUpGo: 'アカウントを作る', signUpAsk: '参加を申し込む', signUpApproval: '新しい方は管理者が承認します。すぐにサインインして、様子を確かめられます。',
  signUpClosedTitle: '現在、新規登録は受け付けていません', signUpClosed: '所有者がいまは扉を閉じています。招待リンクもお休み中です。所有者に尋ねるか、またお越しください。',
  signUpInvitationTitle: '招待制です', signUpInvitation: 'このサイトには招待リンクで参加します。', signUpInvitationHint: '届いたリンクを開いてください。お持ちでなければ、サイトの管理者にお尋ねください。',
  invitationOverTitle: 'この招待は使えません', invitationOver: '送ってくれた人に、新しい招待をお願いしてください。', invitedTitle: '招待が届いています', invited: 'このサイトからの招待です', invitedBy: '{name} さんからの招待です', invitedAs: '役割：{role}。有効期限：{date}。',
  confirmSignUpTitle: '手紙が届きました', confirmSignUpLead: '一度押すと、アカウントができてサインインします。', confirmSignUpGo: '完了して入る',
  waitingTitle: '承認をお待ちください', waitingLead: '管理者が承認します。このページは自動で確かめ、承認されるとすぐに開きます。', waitingAs: '{email} でサインイン中', waitingLook: 'いま確かめる',
  // はじめて
  welcomeCaption: '1 ページ目。', welcomeTitle: 'あなたの仕事場へようこそ', welcomeLead: '自分のマシンで、物語を漫画にする場所です。', welcomeWrite: '物語を持ってくる。まずは見本でも。', welcomeWatch: '一コマずつ描かれていくのを眺める。', welcomeKeep: '好きに直して、読んで、持ち出す。',
  welcomeGo: '仕事場を開く', welcomeOwner: '最初の一人なので、あなたがここの所有者になります。', welcomeNoToken: 'リンクが不完全です。表示された招待リンク全体をコピーしてください。', welcomeOverTitle: 'この扉はもう開いています', welcomeHasOwner: '仕事場にはもう主がいて、招待リンクは使用済みです。サインインしてください。',
  // 役割
  roleOwner: '所有者', roleAdmin: '管理者', roleModerator: 'モデレーター', roleOperator: '運用担当', roleUser: '作者', roleViewer: '読者',
  roleOwnerMay: 'すべてができます。管理者と所有者を任命できるのは所有者だけです。', roleAdminMay: '漫画を作り、メンバーとサイトを管理します。', roleModeratorMay: '漫画を作り、メンバーの一覧を見られます。', roleOperatorMay: 'プログラムを動かし続けます。内容は見えません。', roleUserMay: '自分の漫画を作ります。', roleViewerMay: '共有されたものを読みます。',
  // お別れ
  goodbyeTitle: 'また会う日まで', goodbye: 'アカウントはお休みし、{date} に削除されます。', goodbyeSoon: 'アカウントはお休みし、14 日後に削除されます。', goodbyeBack: '気が変わりましたか？それまでにサインインすれば削除は取り消され、すべて元どおりです。', goodbyeCancel: 'サインインして続ける',
};
