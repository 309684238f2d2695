import type { Translation } from '../../../../language/namespaces.ts';

export const words: Translation<'comics-shelf'> = {
  shelfTitle: '我的漫画', untitled: '无题', newComic: '新漫画', importKoma: '导入 .koma', importing: '正在导入 {name}', importQueued: '{name}：{why}', importDrop: '把 .koma 文件放在这里导入', trash: '回收站', backToShelf: '回到书架',
  find: '按标题查找', sort: '排序', sortNewest: '最新创建', sortChanged: '最近修改', sortTitle: '按标题', show: '显示', showAll: '全部', showDone: '已完成', showUnfinished: '未完成',
  shelfEmpty: '书架还空着。', shelfEmptyNext: '第一部漫画，只差几段文字。', noneFound: '没有这样的漫画。', noneFoundNext: '少输几个字，或者看看全部。', showEverything: '显示全部漫画',
  guestInvited: '你现在是访客：登录之前，这些漫画只留在这个浏览器里。这里的账号凭邀请获得。', guestNote: '你正以访客身份使用：登录或注册之前，这些漫画只保留在此浏览器名下。', signedOutNote: '登录后，你账号里的漫画会摆在这里。', guestJoin: '注册账号', actionsOf: '《{title}》的更多操作', selectOf: '选择《{title}》', renameOf: '《{title}》的标题', open: '打开', readIt: '阅读', renameIt: '改名', copyIt: '复制一份', saveAsKoma: '另存为 .koma', savingAsKoma: '正在写入 .koma 文件…', versionsOf: '版本…', moveToTrash: '移入回收站',
  movedToTrash: '《{title}》已移入回收站。', movedMany_other: '{count} 部漫画已移入回收站。', copied: '《{title}》已放上书架。', couldNot_other: '有 {count} 部未能处理：{why}',
  selected_other: '已选 {count} 部', selectAll: '全选', selectNone: '取消选择', selectMany: '选择', selectDone: '完成', keySelect: '选择当前漫画', keyRename: '给当前漫画改名', keyTrash: '把当前漫画移入回收站', keyAll: '全选漫画', keyNone: '取消全部选择', keyFind: '查找漫画',
  trashTitle: '回收站', trashNote: '彻底删除之前，都可以取回。', trashEmpty: '回收站是空的。', trashEmptyNext: '暂时不要的漫画会放在这里。', restore: '取回', restored: '《{title}》已放回书架。', restoredMany_other: '{count} 部漫画已放回书架。', deleteGood: '彻底删除', deleteTitle: '彻底删除《{title}》？', deleteManyTitle_other: '彻底删除 {count} 部漫画？',
  deleteText: '作品、图画与文件都会从此服务器移除，无法找回。', emptyTrash: '清空回收站', emptyTitle: '清空回收站？', emptyText: '回收站里的每部漫画连同作品、图画与文件都会彻底删除。',
  stateWaiting: '排队中', stateWriting: '正在编写脚本', stateLettering: '正在排版配字', stateDrawing: '正在画各格', stateDrawn: '已画 {done} / {total} 格', stateLeft: '未完成：{done} / {total}', stateScript: '脚本已写好', stateFinished: '已完成', stateUnfinished: '未完成', stateNotMade: '未能完成', stateRefusal: '已拒绝', stateStopped: '已停止', stateUncertain: '结果未知',
  pagesOf_other: '{count} 页', panelsOf_other: '{count} 格', changedOn: '修改于 {date}',
};
