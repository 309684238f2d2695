import type { Translation } from '../../../../language/namespaces.ts';

export const words: Translation<'studio-canvas'> = {
  canvas: '画布', canvasStage: '画布上的图片', canvasHint: '向外拖动边或角，拖动图片可调整位置。键盘：用 Tab 选中一条边，再按方向键；按住 Shift 移动更远。',
  edgeLeft: '左边', edgeTop: '上边', edgeRight: '右边', edgeBottom: '下边', sideLeft: '左', sideTop: '上', sideRight: '右', sideBottom: '下', px: '{n} 像素',
  canvasRatio: '画布比例', around: '四周', noGrowth: '不扩展',
  keepsPicture: '保持原图不变', keepsPictureHint: '除窄窄的接缝外，每个像素都与原图一致。关闭后，整张图都采用模型画的结果。',
  drawnSmaller: '该模型最多画出 {width} × {height} 像素，新增部分会放大到画布尺寸，略显柔和。', inWords: '该模型不支持蒙版，只能用文字说明，新增部分可能无法与原图完全衔接。',
  extend: '扩展画面',
  cutOut: '去除背景', cutOutAbout: '去除背景，{price}', cutOutNone: '这里没有能去除背景的模型。OpenAI 支持透明背景的图片模型（GPT Image 1.5、2.5 及以后）可以，装有 ComfyUI_essentials 节点的 ComfyUI 也可以。请管理员在“设置 › 服务商”中接入。',
};
