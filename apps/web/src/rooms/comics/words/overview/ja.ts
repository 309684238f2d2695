import type { Translation } from '../../../../language/namespaces.ts';

export const words: Translation<'comics-overview'> = {
  tabs: 'この漫画', tabOverview: '一覧', tabScript: '脚本', tabCast: '人物', tabPages: 'ページ', tabRead: '読む', rename: '題名を変える', renameLabel: '漫画の題名', renameKeep: 'この題名にする', actions: 'その他の操作',
  saved: '保存済み', saving: '保存中…', savingOffline: 'この端末に保存、サーバー待ち', savingSignedOut: 'この端末に保存。サインインすると送信します', savingGone: 'この漫画はもうないため、保存できません',
  duplicate: 'コピーを作る', duplicated: 'こちらがコピーです。', versions: 'バージョン…', share: 'リンクで共有…', saveKoma: '.koma で保存', savingKoma: '.koma を書き出しています…', toTrash: 'ゴミ箱に入れる', trashed: '「{title}」をゴミ箱に移しました。',
  shareTitle: 'リンクで共有', shareNone: 'この漫画を読めるのはあなただけです。リンクを作ると、受け取った人はアカウントなしで読めます。', shareMake: 'リンクを作る', shareText: 'このリンクを持つ人は、今のページを読めます。ほかのものは見えません。', shareCopy: 'リンクをコピー', shareCopied: 'コピーしました', shareEnd: 'リンクを取り消す',
};
