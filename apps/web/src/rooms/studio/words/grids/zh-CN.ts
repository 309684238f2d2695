import type { Translation } from '../../../../language/namespaces.ts';

export const words: Translation<'studio-grids'> = {
  grids: '对比网格', newGrid: '新建网格', newGridLead: '同一张图换不同取值，并排比较：选择要变化的项目和取值。',
  base: '保持不变的部分', changeBase: '到画室修改', noPrompt: '还没有描述。请先在画室写下要画什么。', across: '横向', down: '纵向', nothing: '不变化',
  seed: '种子', steps: '步数', guidance: '贴合描述的程度', strength: '与原图的差异', shape: '画幅', resolution: '大小', model: '模型', style: '风格', word: '描述中的词', wordOf: '“{word}”',
  values: '取值', valuesHint: '列表如 4, 8, 12，或范围如 {example}', searched: '描述中的词', searchHint: '写法须与描述中一致', alternatives: '替换为', alternativesHint: '每行一个；想同时看到原词，也写上它', leftOut: '去掉', noStyle: '不加风格',
  cannotRead: '无法识别的取值：{words}', preview: '网格预览', countOf_other: '{count} 张图片', draw_other: '画 {count} 张', free: '免费', about: '约 {price}', priceUnknown: '价格未知',
  few: '请至少填写两个取值。', many: '共 {count} 张，一次最多画 {max} 张。请减少取值。', kinds: '横向和纵向改变的是同一项，请为其中一个另选一项。', wordMissing: '描述中没有“{search}”。请按描述中的写法填写，注意大小写。', same: '有两张图片会完全相同，请去掉重复的取值。', unfilled: '描述中的“{variable}”还没有填写，请先到画室填写。', inCell: '{cell}：{problem}',
  drawn: '已画 {done} / {count}', cell: '{column}，{row}', gone: '在回收站或已删除', stopAll: '停止其余图片', sheet: '合成一张图', sheetFailed: '此浏览器无法合成图片。请换一个浏览器，或下载压缩包。', zip: '下载压缩包', table: '按{across}和{down}排列的图片', tableOne: '按{across}排列的图片',
  empty: '还没有网格', emptyText: '网格能看出一个取值的作用：同一张图换不同的步数、风格、模型或词语，并排比较。', older: '更早的网格', byTwo: '{across} × {down}', without: '没有文字的图片',
};
