import type { Translation } from '../../../../language/namespaces.ts';

export const words: Translation<'comics-overview'> = {
  tabs: '这部漫画', tabOverview: '总览', tabScript: '脚本', tabCast: '角色', tabPages: '页面', tabRead: '阅读', rename: '改名', renameLabel: '漫画标题', renameKeep: '保存标题', actions: '更多操作',
  saved: '已保存', saving: '正在保存…', savingOffline: '已存在本机，等待服务器', savingSignedOut: '已存在本机，登录后保存', savingGone: '这部漫画已不在，无法再保存',
  duplicate: '复制一份', duplicated: '这是副本。', versions: '版本…', share: '链接分享…', saveKoma: '另存为 .koma', savingKoma: '正在写入 .koma 文件…', toTrash: '移入回收站', trashed: '《{title}》已移入回收站。',
  shareTitle: '链接分享', shareNone: '目前只有你能读这部漫画。生成链接后，拿到链接的人无需账号即可阅读。', shareMake: '生成链接', shareText: '拿到此链接的人可以阅读这部漫画的当前页面，看不到你的其他内容。', shareCopy: '复制链接', shareCopied: '已复制', shareEnd: '收回链接',
};
