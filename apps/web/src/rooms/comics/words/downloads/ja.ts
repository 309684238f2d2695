import type { Translation } from '../../../../language/namespaces.ts';

export const words: Translation<'comics-downloads'> = {
  title: '持ち出す', share: '共有', outdatedHint: 'ページを作ったあとに作品が変わりました。「更新して作る」で両方まとめて行います。', whenDone: 'すべてのコマが描けたら書き出せます。', fileLanguage: 'ファイルの言語', choices: '書き出しの設定',
  dpi: '細かさ', dpiScreen: '画面用 150 dpi', dpiPrint: '印刷用 300 dpi', print: '紙の端（PDF・PSD）', printTrim: '仕上がり', printBleed: '塗り足し付き', printMarks: '塗り足しとトンボ', slices: '縦長の分割サイズ', teaser: '予告の形', teaserUpright: '縦 9:16', teaserSquare: '正方形',
  making: '書き出し中…', makingPercent: '書き出し中 {percent} %', updating: 'ページを更新中…', updatingPercent: 'ページを更新中 {percent} %', updateAndMake: '更新して作る', old: '古い内容',
  shareTitle: 'リンクで共有', shareNone: 'いまこのコミックを読めるのはあなただけです。リンクを作ると、受け取った人はアカウントなしで読めます。', shareSees: '読者に見えるのは完成したページと作品の署名だけです。アカウントや原文、下描きは見えません。', shareMake: 'リンクを作る', shareSince: 'リンクの作成日：{date}。',
  shareOutdated: '読者には今あるページが見えます。最近の変更を見せるにはページを更新してください。', shareLink: '読者用リンク', shareQr: 'リンクの QR コード', shareLook: '読者として見る', shareEmbed: '自分のページに埋め込む', shareEmbedHint: '載せたい場所に貼り付けてください。リーダーだけが表示されます。', shareEnd: 'リンクを取り消す', shareEndTitle: 'このリンクを取り消しますか？', shareEndText: 'リンクを受け取った人は読めなくなります。作り直すと別のアドレスになります。', shareLocal: 'このアドレスはこのマシンでしか開けません。ほかの人と共有するには、--lan で起動するか、ドメイン名で公開してください。', copy: 'コピー', copied: 'コピーしました',
};
