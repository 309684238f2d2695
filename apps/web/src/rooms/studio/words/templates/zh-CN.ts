import type { Translation } from '../../../../language/namespaces.ts';

export const words: Translation<'studio-templates'> = {
  styles: '风格', stylesHint: '风格就是附在描述后面的一段文字。可以新建自己的，也可以修改自带的，改动只对你自己生效。', newStyle: '新建风格', hidden: '不显示',
  styleName: '名称', styleNameNeeded: '请给风格起个名称。', styleAdds: '附加到描述后的文字', styleAddsHint: '多数模型对英文理解得最好。', styleWordsNeeded: '请写下构成这种风格的文字。', styleKeepsOut: '画面中不要出现', styleKeepsOutHint: '只发送给支持反向描述的模型。',
  offered: '在表单中显示', offeredHint: '隐藏后仍可按它查找图片。', keepStyle: '保存风格', useStyle: '使用', removeStyle: '删除风格', styleAsItWas: '恢复原样', styleCameBack: '风格“{name}”已恢复原样。', styleRemoved: '已删除风格“{name}”。',
  templates: '模板', templatesHint: '可以反复使用的提示词：文字里留空，例如 {variable}，并带上风格和画幅。你的模板只有你能看到。', find: '查找模板', none: '你还没有模板', noneText: '可以保存表单里的内容，或从自带的模板开始。', noneFound: '没有符合的模板。',
  yours: '我的', ofHouse: 'Komawari 自带', keepForm: '保存表单内容为模板', newTemplate: '新建模板', readFile: '从文件导入', saveFile: '导出为文件',
  title: '标题', titleNeeded: '请给模板起个标题。', prompt: '描述', promptHint: '{variable} 每次使用时填写；{filled} 已带有默认内容。选项和词表也可以用。', promptNeeded: '请写下模板的描述。', negative: '画面中不要出现', note: '备注', wordsLanguage: '描述的语言', anyLanguage: '未注明',
  style: '风格', styleStays: '沿用表单', shape: '画幅', shapeStays: '沿用表单', model: '由谁来画', modelStays: '沿用表单', modelGone: '此处没有的模型', keep: '保存模板',
  use: '使用', useOf: '使用：{title}', moreOf: '更多：{title}', edit: '修改', copy: '复制', copyOf: '{title}（副本）', remove: '删除', removed: '已删除模板“{title}”。', change: '表单会有这些变化',
  imported_other: '已添加 {count} 个模板。', knownToo_other: '{count} 个已存在。', leftOut_other: '{count} 个无法读取或已没有空位。',
  notAFile: '该文件中没有模板。请选择从这里导出的文件。', asksFor: '需填写',
};
