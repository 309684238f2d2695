import type { Translation } from '../../../../language/namespaces.ts';

export const words: Translation<'studio-canvas'> = {
  canvas: 'キャンバス', canvasStage: 'キャンバスの上の画像', canvasHint: '辺や角を外へドラッグして広げ、画像をドラッグして位置を決めます。キー操作：Tab で辺を選び、矢印キーで動かします（Shift で大きく）。',
  edgeLeft: '左の辺', edgeTop: '上の辺', edgeRight: '右の辺', edgeBottom: '下の辺', sideLeft: '左', sideTop: '上', sideRight: '右', sideBottom: '下', px: '{n} px',
  canvasRatio: 'キャンバスの比率', around: '四方へ', noGrowth: '広げない',
  keepsPicture: '元の画像はそのまま残す', keepsPictureHint: '細い継ぎ目を除いて、1 画素も変わりません。オフにすると、全体がモデルの描いたものになります。',
  drawnSmaller: 'このモデルが描けるのは {width} × {height} px までです。新しい部分は拡大されるので、少し甘くなります。', inWords: 'このモデルはマスクを使えず、言葉で頼みます。新しい部分が元の画像とぴったり合わないことがあります。',
  extend: '外へ広げる',
  cutOut: '背景を消す', cutOutAbout: '背景を消す（{price}）', cutOutNone: '背景を消せるモデルがここにはありません。透過に対応した OpenAI の画像モデル（GPT Image 1.5、2.5 以降）か、ComfyUI_essentials のノードを入れた ComfyUI ならできます。管理者が「設定 › プロバイダー」で接続します。',
};
