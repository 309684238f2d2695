import type { Translation } from '../../../../language/namespaces.ts';

export const words: Translation<'comics-takes'> = {
  panel: '分格', panelTitle: '第 {n} 格，第 {page} 页', previousPanel: '上一格', nextPanel: '下一格', noPanel: '这一格不在了', noPanelText: '脚本里已经没有这一格。它回来时，画稿也会一起回来。',
  takes: '画稿', takeNumber: '画稿 {n}', takeOwn: '自己的图 {n}', byStoryboard: '画稿 {n} · 内置画师的分镜稿', byOwn: '画稿 {n} · 你自己的图片', takeComing: '正在画…', takeFailed: '没有成功', shown: '页面采用', aside: '已搁置', noTake: '还没有画', noTakeText: '开始绘制后就会有第一稿，也可以现在就要一稿。',
  adopt: '用在页面上', isShown: '页面用的就是这一稿', reject: '搁置', takeBack: '拿回来', lock: '锁定画面', unlock: '解除锁定', lockedNote: '已锁定：无论重画什么，页面都保留这幅画。', pageFollows: '页面马上更新…',
  understood: '画成了', leans: '倾斜', mirrored: '左右翻转', crowdOf_other: '背景 {count} 人',
  redraw: '重画', redrawLabel: '再画一稿', redrawExample: '例如：特写，夜里，小美微笑', redrawFrom: '在{take}的基础上。', redrawHint: '分镜画师听得懂景别、角度、表情、姿势、光线、天气和效果，中文、英文、日文都可以。别的词只会换个视角。', anotherView: '换个视角', tooMany: '已有八稿。先搁置一稿，再画新的。',
  own: '使用自己的图片', ownHint: '也可以拖到这里或直接粘贴：PNG、JPEG、WebP、AVIF、GIF，最大 50 MB。', ownSending: '正在上传图片…',
  crop: '裁切', cropArea: '这一格显示的部分。方向键移动，加减号缩放，0 显示全图。', cropHint: '拖动可移动，滚轮或双指可缩放；方向键和 +、− 也可以。', zoom: '缩放', cropDone: '就用这部分', cropWhole: '显示全图',
  compare: '比较', compareEnd: '结束比较', compareMore: '在下面选两稿或更多。', compareWay: '比较方式', compareBeside: '并排', compareWipe: '擦拭',
  byModel: '第 {n} 版 · {artist}', toldModel: '告诉模型的内容', whoDraws: '由谁来画', asTheComic: '与全书相同', storyboardArtist: '分镜画师', modelMayCost: '这次请求可能收费。', modelCostsNothing: '这次请求不收费。', redrawHintModel: '这些文字会连同这一格、它的分镜、人物以及所依据的那一版一起交给模型。', troubleUnknown: '这张画的结果未知', troubleUnknownWhy: '回答在途中丢失了，服务商可能已经画好并计费。请先查询；重新发送可能再次计费。', troubleRefused: '服务商拒绝了这张画', troubleFailed: '这张画没能完成', check: '查询', resend: '重新发送', giveUp: '放弃', byStoryboardInstead: '改由分镜画师来画',
};
