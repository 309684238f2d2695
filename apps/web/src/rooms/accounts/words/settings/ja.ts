import type { Translation } from '../../../../language/namespaces.ts';

export const words: Translation<'accounts-settings'> = {
  // 一覧
  settings: '設定', settingsNote: 'プロフィール、安全、キー、データ', profile: 'プロフィール', profileNote: '名前、画像、言語、明るさ', security: 'セキュリティ', securityNote: 'パスキー、パスワード、2 段階認証', sessions: 'セッション', sessionsNote: 'サインイン中の場所', keys: 'API キー', keysNote: '自分のプログラム用', keyboard: 'キーボード', keyboardNote: 'ショートカットとその変更', data: 'あなたのデータ', dataNote: '持ち出す、または退会する', people: 'メンバー', peopleNote: 'アカウント、招待、登録方法',
  // 共通
  save: '保存', savedAs: '保存しました：{name}', done: '完了', copy: 'コピー', copied: 'コピーしました', copyFailed: '選択して手でコピーしてください', download: 'ダウンロード', print: '印刷', remove: '削除', thingName: '名前', nameEmpty: '名前を付けてください。', neverUsed: '未使用', lastUsed: '{when}に使用', addedOn: '{date} に追加', renameThing: '{name} の名前を変える', removeThing: '{name} を削除', endThing: 'セッションを終了：{name}', revokeThing: '{name} を取り消す',
  // ご本人確認
  confirmTitle: 'ご本人ですか？', confirmLead: '誰が入れるかを変える操作です。もう一度ご本人であることを示してください。その後 15 分間は尋ねません。', confirmPassword: 'パスワード', confirmEmpty: 'パスワードを入力してください。', confirmGo: '進む', confirmByPasskey: 'パスキーで', confirmNoWay: 'パスワードも、ここで使えるパスキーもありません。サインアウトし、メールのリンクで入り直してから 15 分以内に操作してください。',
  // プロフィール
  profileLead: 'ほかの人からの見え方と、Komawari の見た目と言葉。', person: 'あなた', personLead: '作ったもの、共有したものの横に表示されます。', nameShown: '名前', pictureChoose: '画像を選ぶ', pictureRemove: '削除', pictureUnreadable: 'ブラウザーで読めない画像です。PNG、JPEG、WebP をお使いください。', cropTitle: 'どの部分を使いますか？', cropHint: '画像をドラッグするか、矢印キーで動かします。', cropZoom: '大きさ', cropGo: 'これを使う',
  look: '見た目と言語', lookLead: 'アカウントに保存され、ほかの端末でも同じになります。', zone: 'タイムゾーン', zoneBrowser: 'ブラウザーに合わせる：{zone}', zoneNone: 'その場所は見つかりません。', zoneNow: '現在：{time}',
  notices: 'メール通知', noticesLead: 'アカウントの安全に関するメールは必ず届きます。下の通知はまだ送られていません。始まったときに、ここでの選択が使われます。', noticeWork: '長い作業が終わったとき', noticeCommunity: '返信や「いいね」があったとき', noticeNews: 'Komawari のお知らせ',
  // セキュリティ
  securityLead: '誰が、どうやってアカウントに入れるか。', passkeys: 'パスキー', passkeysLead: '指紋、顔、端末のロックでサインイン。覚えることも、盗まれることもありません。', passkeysNone: 'パスキーはまだありません', passkeyAdd: 'パスキーを追加', passkeyName: '私のパスキー', passkeyNameTitle: 'パスキーの名前', passkeyNameHint: '後で見分けられるように。スマホ、ノート PC、鍵束など。', passkeySynced: '同期済み', passkeyRemoveTitle: '「{name}」を削除しますか？', passkeyRemoveText: 'サインインに使えなくなります。端末からも削除しないと、候補に出続けます。',
  passwordTitle: 'パスワード', passwordLead: '変更すると、ほかのセッションはすべて終了します。', passwordNone: '未設定です。パスキーかメールのリンクでサインインしています。', passwordNew: '新しいパスワード', passwordLength: 'パスワードは 10〜128 文字にしてください。', passwordChange: 'パスワードを変更', passwordSet: 'パスワードを設定', passwordSaved: '変更しました。ほかのセッションは終了しました。',
  twoFactor: '2 段階認証', twoFactorLead: 'パスワードの後に、認証アプリの 6 桁の数字を求めます。パスキーはそれだけで 2 段階なので、求めません。', twoFactorOn: 'オン', twoFactorStart: '認証アプリを設定', twoFactorTurnOn: 'オンにする', twoFactorOff: 'オフにする', twoFactorSince: '{date} からオンです。', twoFactorOffTitle: '2 段階認証をオフにしますか？', twoFactorOffText: 'パスワードだけで入れるようになり、リカバリーコードも無効になります。', qrAlt: '認証アプリ用の QR コード', qrLead: '認証アプリで読み取ってください。', secretLead: '読み取れないときは、この文字列をアプリに入力してください：', codeNow: 'いま表示されている 6 桁の数字', codeSix: '6 桁すべてを入力してください。',
  codesTitle: 'リカバリーコード', codesLead: '電話をなくしても、これで入れます。各コードは一度だけ使えます。表示は今だけです。見つけられる場所に保管してください。', codesFile: '{host} の {email} の Komawari リカバリーコード。各コードは一度だけ使えます。', codesKept: '保管しました', codesLeft_other: 'リカバリーコードの残りは {count} 個です。', codesRenew: 'コードを新しくする',
  emailTitle: 'メールアドレス', emailLead: '新しいアドレスにリンクを送ります。開くまでは元のアドレスが有効です。', emailLeadNoMail: 'このサイトはメールを送らないため、すぐに変わります。', emailVerified: '確認済み', emailUnverified: '未確認', emailNew: '新しいメールアドレス', emailChange: 'アドレスを変更', emailForm: 'メールアドレスが不完全です。', emailSent: '{email} に送ったリンクを開いてください。', emailChangedNow: 'これからは {email} でサインインしてください。', emailProve: '確認のリンクを送る', emailProofSent: '{email} にリンクを送りました。',
  // セッション
  sessionsLead: 'あなたとしてサインインしているブラウザーの一覧です。見覚えのないものは終了し、パスワードを変えてください。', deviceUnknown: '名乗らないブラウザー', thisDevice: 'この端末', now: '現在', lastSeen: '{when}に利用', since: '{date} から', byPassword: 'パスワードで', byMailLink: 'メールのリンクで', byPasskeyUsed: 'パスキーで', byWelcome: '招待リンクで', bySignUp: '登録時に', byReset: '再設定で', end: '終了', endTitle: 'セッション「{name}」を終了しますか？', endText: 'そのブラウザーは再度サインインが必要になります。未送信の内容はそこに残ります。', endOthersTitle: 'この端末以外をすべて終了しますか？', endOthers_other: 'ほかの {count} 件を終了', onlyHere: 'サインインしているのはここだけです。',
  // API キー
  keysLead: 'プログラムが、許した範囲であなたの代わりに働くための鍵です。使い方は /api にあります。', keysNone: 'キーはまだありません', keyMake: 'キーを作る', keyMakeGo: '作る', keyNameHint: '何に使うか。スクリプト、フォルダーの同期など。', scopes: 'できること', scopesNone: '一つ以上選んでください。', scopeRead: '読む', scopeReadMay: 'あなたの漫画を見て、ダウンロードします。', scopeMake: '作る', scopeMakeMay: '漫画を作り、変更します。', scopeManage: '管理する', scopeManageMay: 'プロフィールとキー、そして役割の範囲でサイトを変更します。', keyLife: '有効期間', keyDays_other: '{count} 日', keyForever: '無期限', keyUntil: '{date} まで', keyOver: '期限切れ', keyReady: 'キー「{name}」', keyOnce: '今すぐコピーしてください。表示は一度だけです。', keyRevoke: '取り消す', keyRevokeTitle: '「{name}」を取り消しますか？', keyRevokeText: 'このキーを使うものはすぐに動かなくなります。元には戻せません。',
  // キーボード
  keyboardLead: 'マウスなしですべてができます。どのショートカットも好きなキーに変えられます。', keyboardSheet: '今いるページのすべてのショートカット', keyboardSheetWhy: '変更もそこで。設定はこのブラウザーに残ります。', keyboardPalette: 'どこへでも、何でも', keyboardPaletteWhy: '言葉を打てば、見つかります。', keyboardOpen: 'ショートカットを見る・変える',
  // データ
  dataLead: 'すべてあなたのものです。いつでも持ち出せます。', exportTitle: '持ち出す', exportLead: '漫画、画像、プロフィールのすべてを一つの zip に。ほかのプログラムでも読める形です。', exportGo: 'すべてまとめる', exportQueued: '順番を待っています', exportRunning: 'まとめています', exportLeave: 'ページを離れても続きます。ファイルは 7 日間ここに残ります。', exportKept: '{date} まで保管', exportFailed: '完了しませんでした。もう一度お試しください',
  leaveTitle: 'アカウントを削除', leaveLead: '中のものもすべて。14 日間は取り消せます。', leaveAsk: 'アカウントを削除 …', leaveWhat: '次のようになります。', leaveNow: 'すぐに：すべての端末でサインアウトし、作品は誰にも見えなくなります。', leaveDays: '14 日後：すべてが完全に削除されます。', leaveBack: 'それまでは：一度サインインすれば取り消されます。', leaveSure: '残したいものは持ち出しました', leaveGo: 'アカウントを削除する', leaveStay: 'やめておく',
};
