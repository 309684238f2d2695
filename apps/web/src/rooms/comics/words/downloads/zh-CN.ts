import type { Translation } from '../../../../language/namespaces.ts';

export const words: Translation<'comics-downloads'> = {
  title: '带走它', share: '分享', outdatedHint: '页面生成之后作品又有改动，“更新并生成”会一次做完。', whenDone: '全部画完后即可生成文件。', fileLanguage: '文件语言', choices: '生成选项',
  dpi: '精细度', dpiScreen: '屏幕 150 dpi', dpiPrint: '印刷 300 dpi', print: '页边（PDF、PSD）', printTrim: '成品尺寸', printBleed: '含出血', printMarks: '出血加裁切线', slices: '长条切片尺寸', teaser: '预告画幅', teaserUpright: '竖屏 9:16', teaserSquare: '方形',
  making: '正在生成…', makingPercent: '正在生成 {percent} %', updating: '正在更新页面…', updatingPercent: '更新页面 {percent} %', updateAndMake: '更新并生成', old: '已过时',
  shareTitle: '用链接分享', shareNone: '现在只有你能读这部漫画。创建链接后，拿到链接的人无需账号即可阅读。', shareSees: '读者只会看到成品页面和书中署名，看不到你的账号、原文和草稿。', shareMake: '创建链接', shareSince: '链接创建于 {date}。',
  shareOutdated: '读者看到的是现有页面。更新页面后才会显示最近的修改。', shareLink: '阅读链接', shareQr: '链接二维码', shareLook: '以读者身份查看', shareEmbed: '嵌入自己的网页', shareEmbedHint: '粘贴到网页中想放漫画的位置，只会显示阅读器。', shareEnd: '收回链接', shareEndTitle: '要收回这个链接吗？', shareEndText: '拿到链接的人将无法继续阅读。再次创建时会是新的地址。', shareLocal: '此地址只能在本机打开。要分享给别人，请用 --lan 启动，或为 Komawari 配置域名。', copy: '复制', copied: '已复制',
};
