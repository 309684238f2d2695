import type { Translation } from '../../../../language/namespaces.ts';

export const words: Translation<'studio-craft'> = {
  forExample: '例：', withSeed: 'このシードでは：', anotherExample: '別の例', ways_other: '{n} 通り', waysMany: '{n} 通り以上',
  missing_other: '{names} という単語リストはありません。そのまま送られます。', variables: 'プロンプトに入れる内容', variableNeeded: '入力してください。プロンプトで使われています。', variableFallback: '空欄なら：{words}', variableMayBeEmpty: '空欄でもかまいません', variableExample: '髪の色',
  choicesHint: '{example} はどちらか一方を描き、{variable} は毎回入力します', choicesExample: '犬|猫',
  templates: 'テンプレート', lists: '単語リスト', listsHint: '__weather__ のように名前を二重の下線で挟むと、画像ごとにリストから一行が選ばれます。', newList: '新しいリスト', listName: '名前', listNameHint: '文字と数字。例：髪の色', listNameIs: 'プロンプトでの書き方：{name}',
  lines: '単語', linesOf: '{name} の単語', linesHint: '一行に一つ。行の中に選択肢やほかのリストも書けます。', insert: 'プロンプトに入れる', saveList: 'リストを保存', removeList: 'リストを削除', starterHint: 'Komawari に付属。変更すると自分の版が使われます。',
  nameNeeded: 'リストに文字と数字で名前を付けてください（40 文字まで）。', linesNeeded: '一行以上書いてください。',
  improve: '言葉を磨く', seeWords: '画像から言葉を作る', oneOfYours: '画像を見られるモデル', free: '無料', about: '約 {price}', priceUnknown: '料金不明', cached: '既存の結果、無料',
  asking: 'モデルが書いています……', stop: '止める', proposal: '提案された言葉', nothingChanges: '変更の提案はありませんでした。', nothingCame: 'モデルは何も書きませんでした。もう一度試すか、言葉を変えてください。', writtenBy: '{name} による · {cost}',
  take: 'この言葉を使う', leave: '元のままにする', taken: '言葉をフォームに入れました。',
};
