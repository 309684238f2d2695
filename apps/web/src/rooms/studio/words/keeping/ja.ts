import type { Translation } from '../../../../language/namespaces.ts';

export const words: Translation<'studio-keeping'> = {
  note: 'メモ', noteHint: '自分だけに見え、検索でも見つかります。', noteWaits: '保存しています……', noteKept: '保存しました', noteFailed: 'まだ保存されていません。内容はこのブラウザーに残してあります。{why}', noteLong: '{over} 文字多すぎます（最大 {most} 文字）。短くすると保存されます。', saveAgain: 'もう一度保存',
  tags: 'タグ', tagAdd: 'タグを追加', tagNew: '新しいタグ「{word}」', tagFull: 'タグは 1 枚につき {most} 個までです。追加するには一つ外してください。', tagsUnchanged_other: '{count} 枚はそのままです。もうないか、タグがいっぱいです。',
  boards: 'ボード', boardAdd: 'ボードに置く', boardNew: '新しいボード「{word}」', boardsUnchanged_other: '{count} 枚はそのままです。もうありません。', removeLabel: '「{word}」を外す', ofCount: '{total} 枚中 {count} 枚',
  anyBoard: 'すべてのボード', anyTag: 'すべてのタグ', noBoardFound: 'その名前のボードはありません。', noTagFound: 'そのタグはありません。', toBoard: 'ボードへ', tagPicked: 'タグを付ける', boardGoneTitle: 'このボードはもうありません', boardEmpty: 'このボードはまだ空です', boardEmptyNext: '画像を選択して「ボードへ」を押すか、画像を開いてここに置いてください。',
  boardCount_other: '{count} 枚', save: '保存', boardName: 'ボードの名前', rename: '名前を変更', removeBoard: 'ボードを削除', renamed: 'ボードの名前は「{name}」になりました。', boardRemoved: 'ボード「{name}」を削除しました。画像は残っています。', removeBoardTitle: 'ボード「{name}」を削除しますか？', removeBoardText_other: '{count} 枚の画像は残りますが、多すぎるためボードを元には戻せません。',
  laid_other: '{count} 枚を「{name}」に置きました。', lifted_other: '{count} 枚を「{name}」から外しました。', tagged_other: '{count} 枚に「{name}」のタグを付けました。', untagged_other: '{count} 枚から「{name}」のタグを外しました。',
  fromFile: '画像ファイルから', fromFileTip: '画像の生成情報を使う', dropHere: 'ここにドロップすると、生成情報を使えます', madeWith: '生成情報を使う', readingFile: '生成情報を読んでいます……', foundOf: '{program} の記録', noMaking: 'このファイルには使える情報がありません', otherFile: '別のファイルを選ぶ',
  modelGone: '{name} で描かれた画像ですが、ここでは使えません。今選んでいるモデルのままにします。', notTaken: '引き継げなかったもの：{parts}。', alsoSays: 'ファイルにあるその他の情報', mask: 'マスク', drawnAs: 'このモデルでは {shape} で描きます。',
};
