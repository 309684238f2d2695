/** What of a request a model cannot do: one sentence for each problem, in all languages. `{limit}` is what would fit. */
import type { UiLanguage } from './errors.ts';
import type { RecipeProblemCode } from './studio-check.ts';
import type { ImageAbility } from './studio-models.ts';

type Words = Record<UiLanguage, string>;

/** Of a recipe for pictures. */
export const PROBLEM_WORDS = {
  ability: { en: 'This model cannot do that with pictures. It can: {limit}. Choose one of these, or another model.', 'zh-CN': '该模型不支持这种操作，它支持：{limit}。请改选其中一项，或换一个模型。', ja: 'このモデルはこの操作に対応していません。対応：{limit}。その中から選ぶか、別のモデルにしてください。' },
  'prompt-missing': { en: 'The prompt is empty. Say what is to be drawn.', 'zh-CN': '提示词为空，请写下要画什么。', ja: 'プロンプトが空です。何を描くか書いてください。' },
  'prompt-long': { en: 'The prompt is too long for this model: it reads {limit} characters at most. Shorten it.', 'zh-CN': '提示词过长：该模型最多读 {limit} 个字符。请缩短。', ja: 'プロンプトが長すぎます。このモデルが読めるのは {limit} 文字までです。短くしてください。' },
  'negative-none': { en: 'This model knows no negative prompt. Leave it out.', 'zh-CN': '该模型不支持反向提示词，请去掉。', ja: 'このモデルはネガティブプロンプトに対応していません。外してください。' },
  'negative-long': { en: 'The negative prompt is too long for this model: it reads {limit} characters at most. Shorten it.', 'zh-CN': '反向提示词过长：该模型最多读 {limit} 个字符。请缩短。', ja: 'ネガティブプロンプトが長すぎます。このモデルが読めるのは {limit} 文字までです。短くしてください。' },
  size: { en: 'This model does not draw in this size. It takes: {limit}.', 'zh-CN': '该模型不支持这个尺寸，可用：{limit}。', ja: 'このモデルはこのサイズに対応していません。対応：{limit}。' },
  count: { en: 'So many pictures at once are too many: {limit} at most.', 'zh-CN': '一次要画的图片过多，最多 {limit} 张。', ja: '一度に描く枚数が多すぎます。最大 {limit} 枚です。' },
  'seed-none': { en: 'This model takes no seed. Leave it out.', 'zh-CN': '该模型不接受种子，请去掉。', ja: 'このモデルはシードを受け付けません。外してください。' },
  'seed-large': { en: 'The seed of the last picture would be too large: this model takes {limit} at most. Choose a smaller one.', 'zh-CN': '最后一张图片的种子过大：该模型最大为 {limit}。请改小。', ja: '最後の画像のシードが大きすぎます。このモデルは {limit} までです。小さくしてください。' },
  'steps-none': { en: 'The steps of this model cannot be set. Leave them out.', 'zh-CN': '该模型不能设置步数，请去掉。', ja: 'このモデルはステップ数を指定できません。外してください。' },
  'steps-range': { en: 'So many steps do not fit: this model takes {limit}.', 'zh-CN': '步数超出范围，该模型可用：{limit}。', ja: 'ステップ数が範囲外です。このモデルの範囲は {limit} です。' },
  'guidance-none': { en: 'How closely this model follows the words cannot be set. Leave it out.', 'zh-CN': '该模型不能设置贴合程度，请去掉。', ja: 'このモデルは忠実さを指定できません。外してください。' },
  'guidance-range': { en: 'How closely it shall follow the words does not fit: this model takes {limit}.', 'zh-CN': '贴合程度超出范围，该模型可用：{limit}。', ja: '忠実さが範囲外です。このモデルの範囲は {limit} です。' },
  'strength-none': { en: 'How far this model goes from the picture cannot be set. Leave it out.', 'zh-CN': '该模型不能设置与原图的差异，请去掉。', ja: 'このモデルは元の画像からの変化を指定できません。外してください。' },
  'strength-range': { en: 'How far it shall go from the picture does not fit: this model takes {limit}.', 'zh-CN': '与原图的差异超出范围，该模型可用：{limit}。', ja: '元の画像からの変化が範囲外です。このモデルの範囲は {limit} です。' },
  'source-missing': { en: 'The picture that is to be worked on is missing. Add it.', 'zh-CN': '缺少要加工的图片，请添加。', ja: 'もとにする画像がありません。追加してください。' },
  'source-none': { en: 'There is a picture to work on, and nothing to do with it. Take it out, or choose what is to be done.', 'zh-CN': '有一张要加工的图片，却没有要做的处理。请移除它，或选择要做的处理。', ja: 'もとにする画像がありますが、することが決まっていません。外すか、することを選んでください。' },
  'references-none': { en: 'This model takes no pictures as an example. Take them out, or choose a model that does.', 'zh-CN': '该模型不接受参考图。请移除图片，或换一个模型。', ja: 'このモデルは参照画像を受け付けません。外すか、別のモデルを選んでください。' },
  'references-many': { en: 'There are too many pictures: this model takes {limit}, the one that is worked on counted. Take some out.', 'zh-CN': '图片过多：该模型最多接受 {limit} 张（含要加工的图片）。请移除几张。', ja: '画像が多すぎます。このモデルが受け付けるのは、もとにする画像を含めて {limit} 枚までです。いくつか外してください。' },
  'input-large': { en: 'The file of a picture is too large for this model: {limit} at most. Save it smaller.', 'zh-CN': '有图片的文件过大：该模型最大接受 {limit}。请另存为较小的文件。', ja: '画像のファイルが大きすぎます。このモデルの上限は {limit} です。小さく保存し直してください。' },
  'input-pixels': { en: 'A picture has too many pixels for this model: {limit} at most. Make it smaller.', 'zh-CN': '有图片像素过多：该模型最多接受 {limit}。请缩小图片。', ja: '画像の画素数が多すぎます。このモデルの上限は {limit} です。縮小してください。' },
  'input-type': { en: 'A picture is of a kind that this model does not take. Save it as one of these: {limit}.', 'zh-CN': '有图片的格式不被该模型接受。请另存为：{limit}。', ja: 'このモデルが受け付けない形式の画像があります。次の形式で保存し直してください：{limit}。' },
  'mask-none': { en: 'There is a mask, and nothing that takes one. Take it out; or choose a model with masks, and that a part is to be drawn anew.', 'zh-CN': '给出了蒙版，但此处用不到。请去掉蒙版；或选择支持蒙版的模型并进行局部重画。', ja: 'マスクがありますが、使われません。外すか、マスクに対応したモデルで一部を描き直してください。' },
  'mask-missing': { en: 'The mask is missing. Paint over the part that is to be drawn anew.', 'zh-CN': '缺少蒙版，请涂出要重画的部分。', ja: 'マスクがありません。描き直す部分を塗ってください。' },
  'mask-size': { en: 'The mask must be as large as the picture: {limit}. Make both the same.', 'zh-CN': '蒙版必须与图片一样大：{limit}。请使两者一致。', ja: 'マスクは画像と同じ大きさにしてください：{limit}。' },
  'grow-missing': { en: 'Say how far the picture shall go beyond its edges.', 'zh-CN': '请设定画面向外扩展多少。', ja: 'どの辺をどれだけ広げるか決めてください。' },
  'grow-none': { en: 'Only where a picture is extended it goes beyond its edges. Choose that, or leave the edges out.', 'zh-CN': '只有扩展画面时才能画到原图之外。请选择扩展画面，或不扩展。', ja: '元の画像の外まで描けるのは、外へ広げるときだけです。それを選ぶか、広げずに描いてください。' },
  'grow-large': { en: 'The canvas is too large: {limit} at most. Extend it less.', 'zh-CN': '画布过大，上限为 {limit}。请少扩展一些。', ja: 'キャンバスが大きすぎます。上限は {limit} です。広げる量を減らしてください。' },
  'setting-unknown': { en: 'This model has no setting “{limit}”. Leave it out.', 'zh-CN': '该模型没有“{limit}”这项设置，请去掉。', ja: 'このモデルには設定「{limit}」がありません。外してください。' },
  'setting-value': { en: 'A setting does not fit. This model takes {limit}.', 'zh-CN': '有设置的值不合适。该模型可用：{limit}。', ja: '設定の値が合いません。このモデルで使える値：{limit}。' },
} as const satisfies Record<RecipeProblemCode, Words>;

/** The abilities, where they stand in a sentence. */
export const ABILITY_NAMES: Record<ImageAbility, Words> = {
  generate: { en: 'draw from words', 'zh-CN': '文字生图', ja: '言葉から描く' },
  vary: { en: 'vary a picture', 'zh-CN': '以图生图', ja: '画像をもとに描く' },
  edit: { en: 'edit by words', 'zh-CN': '按文字修改', ja: '言葉で直す' },
  inpaint: { en: 'redraw a part', 'zh-CN': '局部重画', ja: '一部を描き直す' },
  outpaint: { en: 'extend a picture', 'zh-CN': '扩展画面', ja: '外へ広げる' },
  upscale: { en: 'enlarge', 'zh-CN': '放大', ja: '拡大' },
  'cut-out': { en: 'cut out', 'zh-CN': '抠图', ja: '切り抜き' },
};
