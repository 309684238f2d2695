import type { Translation } from '../../../../language/namespaces.ts';

export const words: Translation<'comics-reader'> = {
  turnBack: '前のページ', turnOn: '次のページ', closeReader: '閉じる', placeOf: '{n} / {total} ページ', panelOf: '{n} / {total} ページ、{panel} / {panels} コマ目', textOfPage: 'このページの文字', pageName: '{n} ページ',
  notReady: 'このページはまだ作画中です。', pageFailed: 'このページを読み込めませんでした。', modes: '読み方', modeSingle: '単ページ', modeDouble: '見開き', modeScroll: '縦スクロール', modeGuided: 'コマ送り', noDouble: '見開きにはもう少し広い画面が必要です',
  wholeFirst: '先にページ全体', fullscreen: '全画面', fullscreenEnd: '全画面を終える', allPages: 'ページ一覧', fullText: '文字だけで読む', bookLanguageOf: '作品の言語', goToPage: '{n} ページへ', slider: '読書位置',
  welcomeBack: '前回は {n} ページまで読みました。', fromStart: '最初から', outdated: '最近の変更はまだページに反映されていません。', update: '更新する', updating: 'ページを更新しています…',
  noPagesTitle: '{language}のページはまだありません', noPagesText: '訳文はできていますが、ページに写植されていません。ページを更新すると読めます。', noPagesShared: 'このコミックには、この言語のページがまだありません。', readInOwn: '{language}で読む',
  emptyTitle: 'まだ描けたページがありません', emptyText: '描きあがったページからここに現れます。', endTitle: 'おわり', endText: '{title}', readAgain: 'もう一度読む', takeAway: 'ダウンロード', shareIt: '共有', backToComic: 'コミックへ戻る',
  revokedTitle: 'このリンクはもう使えません', revokedText: 'リンクが取り消されたか、アドレスが途中で切れています。送ってくれた人に新しいリンクをもらってください。', madeWith: 'Komawari で作成', openWhole: '別のウィンドウで開く', by: '作：{author}',
  keysFixed: '変えられないキー', keyLeft: '左へめくる', keyRight: '右へめくる', keyFirst: '最初のページ', keyLast: '最後のページ', zoomIn: '拡大', zoomOut: '縮小', noText: 'このページに文字はありません。', langZh: '中国語', langEn: '英語', langJa: '日本語', closeText: '絵に戻る',
};
