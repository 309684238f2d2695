import type { Translation } from '../../language/namespaces.ts';

export const words: Translation<'frame'> = {
  skip: '跳到正文', places: '去处', navHome: '首页', navComics: '漫画', navStudio: '画室', navNew: '新漫画', navYou: '我', navProviders: '模型服务商', toStart: '回到首页',
  language: '语言', theme: '明暗', themeLight: '浅色', themeDark: '深色', themeSystem: '跟随系统',
  signIn: '登录', signOut: '退出登录', undo: '撤销', cancel: '取消', close: '关闭', retry: '重试', more: '显示更多', loading: '加载中…', search: '搜索',
  showPassword: '显示密码', increase: '增加', decrease: '减少',
  progressOf: '{done} / {total}', secondsLeft_other: '约剩 {count} 秒', minutesLeft_other: '约剩 {count} 分钟',
  errorTitle: '没有成功', errorOffline: '服务器没有响应。请确认 Komawari 正在运行，然后重试。', errorUnknown: '出了点问题，请重试。',
  goneTitle: 'Komawari 已更新', goneText: '这一页还是旧版。请重新载入，你的作品已经存好。', goneLoad: '重新载入',
  crashTitle: '有一页散落了', crashText: '这个界面出错了。作品已经存好，重新打开即可。',
  notFoundTitle: '这里什么也没有', notFoundPage: '这个地址没有内容：漫画可能已被删除，或不属于你。',
  offlineBar: '与服务器的连接已断开。你写的内容保存在这里，恢复后会自动继续。', signInFirst: '请先登录', signInFirstText: '登录后才能打开这一页。',
  youTitle: '我', youAccount: '账号', youLook: '外观与语言', youGuest: '你正以访客身份创作，漫画保存在此浏览器名下。', youAnonymous: '你还没有登录。', youLocal: '你正在这台机器上使用，无需登录。',
  paletteOpen: '查找去处或命令', palettePlaceholder: '去哪里，做什么？', paletteNone: '没有匹配的内容，换个词试试。', paletteHere: '当前页面', paletteGo: '前往', paletteDo: '执行',
  shortcuts: '键盘快捷键', shortcutsHint: '点按一个快捷键，再按新的按键即可修改；按退格键可停用。', shortcutChange: '修改快捷键：{name}', shortcutPress: '请按键…', shortcutNone: '已停用', shortcutReset: '恢复默认',
  shortcutTaken: '“{name}”正在使用这些按键。请先修改它，或换用其他按键。', shortcutReserved: '这个键由浏览器使用，请换一个。',
  updateReady: '新版 Komawari 已就绪。', updateNow: '立即载入',
};
