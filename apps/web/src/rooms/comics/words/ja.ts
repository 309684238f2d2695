import type { Translation } from '../../../language/namespaces.ts';

export const words: Translation<'comics'> = {
  storyboard: 'ネーム', storyboardWhy: '内蔵の作家が描いたネーム（絵コンテ）です。', untitled: '無題',
  pageCount_other: '{count} ページ', panelCount_other: '{count} コマ', reconnecting: '接続が切れました。再接続しています…', read: '読む',
  readFromStart: '最初から読む', readOn: '{n} ページから読む', pages: 'ページ', page: '{n} ページ', download: 'ダウンロード',
  downloadPdf: '印刷と保存用、検索できる文字', downloadCbz: 'コミックリーダー用', downloadEpub: '電子書籍リーダー用', downloadWebtoon: '縦長を分割した画像', downloadPng: '全ページの画像',
  downloadWebp: '全ページの画像、軽い', downloadPsd: 'レイヤー付き、ペイントソフト用', downloadMp4: '共有用の予告動画', downloadGif: '音のない動く予告', downloadKoma: '続きを編集できるプロジェクト一式', report: '読みやすさ', reportGood: 'すべてのセリフが、読みやすく、順番どおりに入っています。',
  reportBad_other: '確認したい箇所が {count} か所あります', problemTooSmall: '文字が小さい', problemFace: '吹き出しが顔にかかっている', problemOverlap: '吹き出しが重なっている', problemOrder: '読む順番が分かりにくい',
  problemCut: '文字が切れている', problemMissing: 'セリフが抜けている', problemGlyph: '表示できない文字がある', problemEyes: '吹き出しが目にかかっている', problemTail: 'しっぽが別の人を指している',
  problemOther: '問題があります（{code}）', problemWhere: '{n} ページ',
  bookIsFull: '一つの作品に入る{what}は {n} までです。何も変わっていません。減らすか、続きを別の作品にしてください。', lineIsFull: '一つのせりふは {n} 字までです。短くするか分けてください。それまでは保存されません。',
  stepMisfits: 'その間に別の場所で本が変わり、この操作は合わなくなりました。何も変わっていません。',
  stepRefused: '変更のひとつを保存できませんでした：{why}', copyWords: '文をコピー',
  'full-chapter': '章', 'full-scene': '場面', 'full-panel': 'コマ', 'full-line': 'せりふ', 'full-character': '人物', 'full-place': '場所', 'full-fact': '設定', 'full-page': '手で割ったページ',
  shelfTitle: '本棚',
  byModelWhy: 'プロバイダーの画像モデルが描きました',
};
