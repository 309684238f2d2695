import type { Translation } from '../../../../language/namespaces.ts';

export const words: Translation<'studio-keeping'> = {
  note: '备注', noteHint: '仅自己可见，可以搜索到。', noteWaits: '正在保存……', noteKept: '已保存', noteFailed: '尚未保存，内容暂存在此浏览器中。{why}', noteLong: '超出 {over} 个字符，最多 {most} 个。缩短后才会保存。', saveAgain: '重新保存',
  tags: '标签', tagAdd: '添加标签', tagNew: '新标签“{word}”', tagFull: '一张图片最多 {most} 个标签，请先移除一个。', tagsUnchanged_other: '{count} 张图片保持原样：已不存在，或标签已满。',
  boards: '画板', boardAdd: '放到画板', boardNew: '新画板“{word}”', boardsUnchanged_other: '{count} 张图片保持原样：已不存在。', removeLabel: '移除“{word}”', ofCount: '{count}/{total}',
  anyBoard: '所有画板', anyTag: '所有标签', noBoardFound: '没有这个名字的画板。', noTagFound: '没有这个标签。', toBoard: '放到画板', tagPicked: '打标签', boardGoneTitle: '这个画板已不存在', boardEmpty: '这个画板还是空的', boardEmptyNext: '在墙上选择图片后点“放到画板”，或打开一张图片放进来。',
  boardCount_other: '{count} 张图片', save: '保存', boardName: '画板名称', rename: '重命名', removeBoard: '移除画板', renamed: '画板现在叫“{name}”。', boardRemoved: '画板“{name}”已移除，图片仍在。', removeBoardTitle: '移除画板“{name}”？', removeBoardText_other: '其中 {count} 张图片会保留，但数量太多，无法再放回画板。',
  laid_other: '{count} 张图片已放到“{name}”。', lifted_other: '{count} 张图片已从“{name}”取下。', tagged_other: '{count} 张图片已打上标签“{name}”。', untagged_other: '{count} 张图片已去掉标签“{name}”。',
  fromFile: '从图片文件', fromFileTip: '使用图片的生成信息', dropHere: '拖放到这里，使用它的生成信息', madeWith: '使用它的生成信息', readingFile: '正在读取生成信息……', foundOf: '来自 {program} 的记录', noMaking: '这个文件里没有可用的信息', otherFile: '选择其他文件',
  modelGone: '原图由 {name} 绘制，这里不能使用它，将保留当前选择的模型。', notTaken: '无法取用：{parts}。', alsoSays: '文件里的其他信息', mask: '蒙版', drawnAs: '这个模型会按 {shape} 来画。',
};
