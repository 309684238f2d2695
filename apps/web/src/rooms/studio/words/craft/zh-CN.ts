import type { Translation } from '../../../../language/namespaces.ts';

export const words: Translation<'studio-craft'> = {
  forExample: '例如：', withSeed: '用这个种子：', anotherExample: '换一个例子', ways_other: '共 {n} 种组合', waysMany: '{n} 种以上组合',
  missing_other: '没有名为 {names} 的词表，将按原样发送。', variables: '提示词要填写的内容', variableNeeded: '请填写：提示词里用到了它。', variableFallback: '留空则用：{words}', variableMayBeEmpty: '可以留空', variableExample: '发色',
  choicesHint: '{example} 会随机画其中之一，{variable} 每次由你填写', choicesExample: '狗|猫',
  templates: '模板', lists: '词表', listsHint: '把名称写在双下划线之间，例如 __weather__，每张图会从该词表中取一行。', newList: '新建词表', listName: '名称', listNameHint: '文字和数字，例如：发色', listNameIs: '在描述中写作：{name}',
  lines: '词语', linesOf: '{name} 的词语', linesHint: '每行一条，行内也可以使用选项和其他词表。', insert: '插入描述', saveList: '保存词表', removeList: '删除词表', starterHint: 'Komawari 自带。修改后将使用你的版本。',
  nameNeeded: '请用文字和数字给词表取名，最多 40 个字符。', linesNeeded: '请至少写一行。',
  improve: '优化描述', seeWords: '由图片生成描述', oneOfYours: '能看图的模型', free: '免费', about: '约 {price}', priceUnknown: '价格未知', cached: '已有结果，免费',
  asking: '模型正在写……', stop: '停止', proposal: '建议的描述', nothingChanges: '模型认为无需改动。', nothingCame: '模型没有写出内容。请再试一次，或修改描述。', writtenBy: '由 {name} 撰写 · {cost}',
  take: '采用', leave: '保留原文', taken: '描述已填入表单。',
};
