import type { Translation } from '../../../../language/namespaces.ts';

export const words: Translation<'comics-reader'> = {
  turnBack: '上一页', turnOn: '下一页', closeReader: '关闭阅读器', placeOf: '第 {n} 页，共 {total} 页', panelOf: '第 {n} 页，共 {total} 页；第 {panel} 格，共 {panels} 格', textOfPage: '本页文字', pageName: '第 {n} 页',
  notReady: '这一页还在绘制中。', pageFailed: '这一页没有加载出来。', modes: '阅读方式', modeSingle: '单页', modeDouble: '双页', modeScroll: '滚动', modeGuided: '逐格', noDouble: '窗口再宽一些才能双页阅读',
  wholeFirst: '先看整页', fullscreen: '全屏', fullscreenEnd: '退出全屏', allPages: '全部页面', fullText: '全部文字', bookLanguageOf: '作品语言', goToPage: '跳到第 {n} 页', slider: '阅读进度',
  welcomeBack: '上次读到第 {n} 页。', fromStart: '从头开始', outdated: '页面还没有包含你最近的修改。', update: '更新', updating: '正在更新页面…',
  noPagesTitle: '还没有{language}的页面', noPagesText: '译文已有，但页面尚未嵌字。更新页面后即可阅读。', noPagesShared: '这部漫画还没有这种语言的页面。', readInOwn: '用{language}阅读',
  emptyTitle: '还没有画好的页面', emptyText: '页面画好后会立刻出现在这里。', endTitle: '完', endText: '{title}', readAgain: '再读一遍', takeAway: '下载', shareIt: '分享', backToComic: '回到漫画',
  revokedTitle: '这个链接已经失效', revokedText: '链接已被收回，或地址不完整。请向分享者索取新的链接。', madeWith: '由 Komawari 制作', openWhole: '在单独的窗口中打开', by: '{author} 作',
  keysFixed: '以下按键固定不变', keyLeft: '向左翻', keyRight: '向右翻', keyFirst: '第一页', keyLast: '最后一页', zoomIn: '放大', zoomOut: '缩小', noText: '这一页没有文字。', langZh: '中文', langEn: '英文', langJa: '日文', closeText: '回到画面',
};
