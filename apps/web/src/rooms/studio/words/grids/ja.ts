import type { Translation } from '../../../../language/namespaces.ts';

export const words: Translation<'studio-grids'> = {
  grids: '比較グリッド', newGrid: '新しいグリッド', newGridLead: '同じ絵を値だけ変えて並べます。何を変えるか、どの値にするかを選んでください。',
  base: '変えないもの', changeBase: 'スタジオで変える', noPrompt: 'まだ言葉がありません。描くものをスタジオで書いてください。', across: '横', down: '縦', nothing: '変えない',
  seed: 'シード', steps: 'ステップ', guidance: '言葉への忠実さ', strength: '元の画像からの変化', shape: '形', resolution: '大きさ', model: 'モデル', style: 'スタイル', word: 'プロンプトの言葉', wordOf: '「{word}」',
  values: '値', valuesHint: '4, 8, 12 のような並び、または {example} のような範囲', searched: 'プロンプトの中の言葉', searchHint: 'プロンプトに書いたとおりに', alternatives: '代わりに入れる言葉', alternativesHint: '一行に一つ。元の言葉も見たいときは、それも書きます', leftOut: '省く', noStyle: 'スタイルなし',
  cannotRead: '値として読めません：{words}', preview: 'できあがるグリッド', countOf_other: '画像 {count} 枚', draw_other: '{count} 枚描く', free: '無料', about: '約 {price}', priceUnknown: '料金不明',
  few: '値を二つ以上入れてください。', many: '{count} 枚になります。一度に描けるのは {max} 枚までです。値を減らしてください。', kinds: '縦と横が同じ項目です。どちらかを別の項目にしてください。', wordMissing: 'プロンプトに「{search}」がありません。書いたとおりに（大文字と小文字も）入れてください。', same: '同じ画像が 2 枚できてしまいます。重なっている値を外してください。', unfilled: '「{variable}」がまだ入力されていません。先にスタジオで入力してください。', inCell: '{cell}：{problem}',
  drawn: '{count} 枚中 {done} 枚を描きました', cell: '{column}、{row}', gone: 'ゴミ箱にあるか、削除済みです', stopAll: '残りを止める', sheet: '一枚の画像にする', sheetFailed: 'このブラウザーでは画像をまとめられませんでした。別のブラウザーで試すか、zip を使ってください。', zip: 'zip で保存', table: '{across}と{down}で並べた画像', tableOne: '{across}で並べた画像',
  empty: 'まだグリッドがありません', emptyText: 'グリッドは値の働きを見せます。同じ絵をステップやスタイル、モデル、言葉だけ変えて並べます。', older: '以前のグリッド', byTwo: '{across} × {down}', without: '言葉のない画像',
};
