import type { Translation } from '../../../../language/namespaces.ts';

export const words: Translation<'studio-templates'> = {
  styles: 'スタイル', stylesHint: 'スタイルは、プロンプトの後ろに付く言葉です。自分で作ることも、はじめからあるものを変えることもできます。変更が見えるのは自分だけです。', newStyle: '新しいスタイル', hidden: '非表示',
  styleName: '名前', styleNameNeeded: 'スタイルに名前を付けてください。', styleAdds: '後ろに付ける言葉', styleAddsHint: '多くのモデルは英語をいちばんよく理解します。', styleWordsNeeded: 'スタイルになる言葉を書いてください。', styleKeepsOut: '絵に入れないもの', styleKeepsOutHint: '除外を指定できるモデルにだけ送られます。',
  offered: 'フォームに表示する', offeredHint: '非表示でも、このスタイルの画像は探せます。', keepStyle: 'スタイルを保存', useStyle: '使う', removeStyle: 'スタイルを削除', styleAsItWas: '元に戻す', styleCameBack: 'スタイル「{name}」を元に戻しました。', styleRemoved: 'スタイル「{name}」を削除しました。',
  templates: 'テンプレート', templatesHint: '繰り返し使うプロンプトです。{variable} のような空欄を入れ、スタイルと形も一緒に残せます。自分のものは自分にしか見えません。', find: 'テンプレートを探す', none: '自分のテンプレートはまだありません', noneText: 'フォームの内容を残すか、はじめからあるものを使ってみましょう。', noneFound: '当てはまるテンプレートがありません。',
  yours: '自分の', ofHouse: 'Komawari 付属', keepForm: 'フォームの内容を残す', newTemplate: '新しいテンプレート', readFile: 'ファイルから読み込む', saveFile: 'ファイルに保存',
  title: 'タイトル', titleNeeded: 'テンプレートにタイトルを付けてください。', prompt: '言葉', promptHint: '{variable} は使うたびに入力し、{filled} は初めから入っています。選択肢や単語リストも使えます。', promptNeeded: 'テンプレートの言葉を書いてください。', negative: '絵に入れないもの', note: 'メモ', wordsLanguage: '言葉の言語', anyLanguage: '指定なし',
  style: 'スタイル', styleStays: 'フォームのまま', shape: '形', shapeStays: 'フォームのまま', model: '描くモデル', modelStays: 'フォームのまま', modelGone: 'ここにないモデル', keep: 'テンプレートを保存',
  use: '使う', useOf: '使う：{title}', moreOf: 'その他：{title}', edit: '変更', copy: '複製', copyOf: '{title}（複製）', remove: '削除', removed: 'テンプレート「{title}」を削除しました。', change: 'フォームで変わるところ',
  imported_other: '{count} 件のテンプレートを追加しました。', knownToo_other: '{count} 件はすでにありました。', leftOut_other: '{count} 件は読み取れないか、空きがありませんでした。',
  notAFile: 'このファイルにテンプレートはありません。ここで保存したファイルを選んでください。', asksFor: '入力する項目',
};
