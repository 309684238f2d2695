import type { Translation } from '../../../../language/namespaces.ts';

export const words: Translation<'comics-overview'> = {
  tabs: '这部漫画', tabOverview: '总览', tabScript: '脚本', tabCast: '角色', tabPages: '页面', tabRead: '阅读', rename: '改名', renameLabel: '漫画标题', renameKeep: '保存标题', actions: '更多操作',
  saved: '已保存', saving: '正在保存…', savingOffline: '已存在本机，等待服务器', savingSignedOut: '已存在本机，登录后保存', savingGone: '这部漫画已不在，无法再保存',
  duplicate: '复制一份', duplicated: '这是副本。', versions: '版本…', share: '链接分享…', saveKoma: '另存为 .koma', savingKoma: '正在写入 .koma 文件…', toTrash: '移入回收站', trashed: '《{title}》已移入回收站。',
 
  doQueued: '排队中', doWriting: '正在阅读故事、编写脚本…', doPlanning: '正在编排页面…', doDrawing: '正在画第 {n} 格', doLettering: '正在为第 {n} 页配字',
  endPagesMissing: '每一格都画好了，页面还没完成', endOurFault: '服务器出错了。画好的都还在，请重试；若再次出现，请告诉管理员。',
  endIncomplete: '有几格还没画完', endFailed: '未能完成', endRefused: '已拒绝', endCancelled: '已停止，画好的都保留着。', endUnknown: '结果未知', endPaused: '已暂停', pausing: '画完这一格就暂停…', stopping: '正在停止…', reconnecting: '连接中断，正在恢复…',
  pause: '暂停', goOn: '继续画', stopMaking: '停止', continueUnfinished: '继续未完成的部分', tryAgain: '再试一次',
  noScriptFailed: '这个故事没能写成脚本', noScriptFailedText: '故事还在。可以再试一次，或换一篇文字。', noScriptRefused: '这个故事被拒绝了', noScriptRefusedText: '写手不愿把它改成漫画。请修改故事后重新开始。', noScriptStopped: '还没动笔就停下了', noScriptStoppedText: '故事还在，随时可以继续。', noScriptPausedText: '故事停在原处，等你回来。', anotherStory: '换一个故事',
  openPage: '阅读第 {n} 页', pageComing: '第 {n} 页，绘制中', pageUnfinished: '第 {n} 页，尚未完成', panelN: '第 {n} 格', panelRunning: '第 {n} 格，正在画', panelWaiting: '第 {n} 格，还没画', panelFault: '没能画出来', panelOnPage: '第 {n} 格，第 {page} 页',
  faults_other: '有 {count} 格没能画出来', faultsMore_other: '还有 {count} 格',
  outOfDate: '最近的修改还没有反映到页面上。', updatePages: '更新页面', updateAbout_other: '更新约 {count} 页', updateWaits: '等正在进行的工作结束，就会更新页面。',
  stale_other: '{count} 格还是旧样子', staleLook: '查看并重画', staleLookFree: '查看并重画（免费）', staleTitle: '旧样子的画格', staleText: '左边是现在的样子，右边是重画后的样子。只重画打勾的；现有的画会留在各自的画稿里。',
  staleAll: '全选', staleNone: '全不选', staleLocked: '已锁定：保持原样', staleFree: '内置分镜画师，免费', staleCost_other: '需要 {count} 点', staleRedraw_other: '重画 {count} 格', staleNow: '现在', staleNext: '重画后', staleRedrawing: '正在重画', staleRedrawn: '画格已换上新样子。', staleWaits: '改动保存后即可重画。',
  scriptReady: '脚本写好了', scriptReadyText: '{scenes} 场，{panels} 格，{lines} 句。还没有动笔画：先读一遍，随意修改，再开始画。', scriptEdit: '编辑脚本', scriptDraw: '现在就画', scriptCast: '角色', scriptScenes: '场景', inPanels_other: '{count} 格', scenesMore_other: '还有 {count} 场',
  versionsTitle: '版本', versionsText: '一个版本保存整本书此刻的样子：脚本、角色、页面。画稿本来就都留着。', versionName: '版本名称', versionKeep: '保存版本', versionsNone: '还没有版本', versionsNoneText: '大改之前先存一个，随时可以回到那里。',
  versionCounts: '{panels} 格，{pages} 页', versionRestore: '恢复', versionRestored: '已恢复到“{name}”。', versionCompare: '与现在比较', versionCompareTitle: '自“{name}”以来的改动', versionGone: '这个版本已经不在了', versionGoneText: '它已被删除，或地址不完整。书本身没有变化。', versionsBack: '全部版本', versionRemove: '删除版本“{name}”', versionRemoveYes: '删除', versionRemoveText: '书的现状不变，但这个版本再也无法恢复。',
  diffNone: '之后没有任何改动。', diffBook: '整本书', diffTitle: '标题', diffFormat: '版式', diffDirection: '阅读方向', diffStyle: '风格', diffLanguage: '语言', diffPages: '手工分割的页面', diffPlaces: '地点', diffScenes_other: '{count} 场有改动', diffFacts_other: '{count} 条设定有改动',
  diffPanels_other: '{count} 格', diffMore_other: '还有 {count} 处', diffNew: '新增', diffGone: '删除', diffChanged: '改动', diffMoved: '移动', diffPicture: '画面', diffImportance: '分量', diffTake: '画稿', diffLock: '锁定', diffSpeakers: '说话人', diffLettering: '字体排版',
  scriptResend: '重新发送', scriptGiveUp: '放弃', scriptLostWhy: '回答在途中丢失了。服务商可能已经计费；重新发送可能再次计费。',
  diffAll: '改动内容',
};
