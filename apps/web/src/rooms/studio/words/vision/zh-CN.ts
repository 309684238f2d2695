import type { Translation } from '../../../../language/namespaces.ts';

export const words: Translation<'studio-vision'> = {
  whatIsOnIt: '图里有什么？', describe: '描述画面', proposeTags: '推荐标签', readText: '识别文字', noneSees: '这里还没有能看图的模型。请管理员在“设置 › 服务商”中添加。',
  oneThatSees: '能看图的模型', free: '免费', about: '约 {price}', priceUnknown: '价格未知', cached: '已有结果，免费', looking: '模型正在看图……', stop: '停止', saidBy: '来自 {name} · {cost}',
  copy: '复制', copied: '已复制', noText: '没有在图中发现文字。', proposedTags: '推荐的标签', addTag: '添加标签“{tag}”', addAll_other: '全部添加（{count} 个）', isThere: '已添加', allThere: '这些标签都已添加。', tagsFull: '标签数量已达上限，请先删除一个再添加。',
};
