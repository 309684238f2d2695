/** What a provider answered or did not take, and what of a text a model cannot do: one sentence for each, in all languages. */
import type { ErrorCode, UiLanguage } from './errors.ts';

type Words = Record<UiLanguage, string>;

/** Something stands at the address, and it is no provider of this kind. */
const STRANGE = {
  en: 'Something answered at the address of the provider, and it was no answer of its kind: a proxy or another program may stand there.',
  'zh-CN': '服务商的地址有回应，但不是该类服务商的回复：那里可能是代理或其他程序。', ja: 'プロバイダーのアドレスから返答がありましたが、この種類のプロバイダーの返答ではありません。プロキシか別のプログラムかもしれません。',
} satisfies Words;
const CHECK_ADDRESS = { en: ' An administrator checks the address under Settings › Providers.', 'zh-CN': '请管理员在“设置 › 服务商”中检查地址。', ja: '管理者が「設定 › プロバイダー」でアドレスを確認してください。' } satisfies Words;
const MAY_HAVE_CHARGED = { en: ' If it was the provider after all, it may have charged for it. Check whether it is there, send it again, or give it up.', 'zh-CN': '如果确实来自服务商，可能已经计费。可以查询结果、重新发送或放弃。', ja: 'プロバイダーからのものであれば課金された可能性があります。結果を確認するか、送り直すか、取りやめてください。' } satisfies Words;

const joined = (...parts: readonly Words[]): Words => ({ en: parts.map(({ en }) => en).join(''), 'zh-CN': parts.map((words) => words['zh-CN']).join(''), ja: parts.map(({ ja }) => ja).join('') });

/** By the error, then by the name that stands in its detail, as in `name (limit)`. */
export const ANSWER_WORDS: Partial<Record<ErrorCode, Record<string, Words>>> = {
  'studio.cannot': {
    'tools-none': { en: 'This model calls no tools. Choose another model, or leave the tools out.', 'zh-CN': '该模型不会调用工具。请换一个模型，或去掉工具。', ja: 'このモデルはツールを呼び出せません。別のモデルを選ぶか、ツールを外してください。' },
    'words-seed-none': { en: 'This model takes no seed. Leave it out.', 'zh-CN': '该模型不接受种子，请去掉。', ja: 'このモデルはシードを受け付けません。外してください。' },
    'thinking-fixed': { en: 'Whether this model thinks cannot be chosen. Leave that out.', 'zh-CN': '该模型是否思考无法选择，请去掉此项。', ja: 'このモデルは思考の有無を選べません。外してください。' },
    'answer-long': { en: 'So long an answer does not fit: this model answers with {limit} tokens at most.', 'zh-CN': '回答过长：该模型最多回答 {limit} 个 token。', ja: '返答が長すぎます。このモデルの返答は {limit} トークンまでです。' },
    'sees-none': { en: 'This model sees no pictures. Choose one that does, or take the pictures out.', 'zh-CN': '该模型看不了图片。请换一个能看图的模型，或移除图片。', ja: 'このモデルは画像を見られません。見られるモデルを選ぶか、画像を外してください。' },
    'sees-many': { en: 'There are too many pictures: this model sees {limit} at most. Take some out.', 'zh-CN': '图片过多：该模型最多看 {limit} 张。请移除几张。', ja: '画像が多すぎます。このモデルが見られるのは {limit} 枚までです。いくつか外してください。' },
    'sees-type': { en: 'A picture is of a kind that this model does not see. Save it as one of these: {limit}.', 'zh-CN': '有图片的格式该模型看不了。请另存为：{limit}。', ja: 'このモデルが見られない形式の画像があります。次の形式で保存し直してください：{limit}。' },
    'sees-large': { en: 'The file of a picture is too large for this model: {limit} at most. Save it smaller.', 'zh-CN': '有图片的文件过大：该模型最大接受 {limit}。请另存为较小的文件。', ja: '画像のファイルが大きすぎます。このモデルの上限は {limit} です。小さく保存し直してください。' },
    'sees-pixels': { en: 'A picture has too many pixels for this model: {limit} at most. Make it smaller.', 'zh-CN': '有图片像素过多：该模型最多接受 {limit}。请缩小图片。', ja: '画像の画素数が多すぎます。このモデルの上限は {limit} です。縮小してください。' },
  },
  'studio.not-a-picture': {
    'picture.not-a-picture': { en: 'What the provider sent is no picture that can be read. It may have charged for that. Try again, or choose another model.', 'zh-CN': '服务商发来的内容不是可读取的图片（可能已计费）。请重试，或换一个模型。', ja: 'プロバイダーから届いたものは読み取れる画像ではありません（課金された可能性があります）。もう一度試すか、別のモデルを選んでください。' },
    'picture.too-many-pixels': { en: 'The picture that the provider sent has far more pixels than were asked for, and was not kept. It may have charged for that. Choose another model.', 'zh-CN': '服务商发来的图片像素远多于所要求的，未予保存（可能已计费）。请换一个模型。', ja: 'プロバイダーから届いた画像は依頼よりはるかに画素数が多いため、保存しませんでした（課金された可能性があります）。別のモデルを選んでください。' },
    'picture.too-large': { en: 'The file that the provider sent is larger than 50 MB, and was not kept. It may have charged for that. Ask for a smaller size, or choose another model.', 'zh-CN': '服务商发来的文件超过 50 MB，未予保存（可能已计费）。请减小尺寸，或换一个模型。', ja: 'プロバイダーから届いたファイルが 50 MB を超えるため、保存しませんでした（課金された可能性があります）。サイズを小さくするか、別のモデルを選んでください。' },
    'picture.gone': { en: 'The provider put the picture at an address where it is no more. It may have charged for that. Ask again.', 'zh-CN': '服务商给出的图片地址已失效（可能已计费）。请重新生成。', ja: 'プロバイダーが示したアドレスに画像がもうありません（課金された可能性があります）。もう一度依頼してください。' },
    'plug-in.answer': { en: 'The plug-in answered with something that is no picture. It may have cost something. Its author can mend that; choose another model until then.', 'zh-CN': '插件返回的内容不是图片（可能已计费）。请联系插件作者修复，在此之前请换一个模型。', ja: 'プラグインの返答が画像ではありません（課金された可能性があります）。作者に修正を依頼し、それまでは別のモデルを選んでください。' },
  },
  'studio.empty-answer': {
    'words.cut': { en: 'The answer was cut off at its limit before a word of it came; it may have been charged. Allow a longer answer, or choose another model.', 'zh-CN': '回答在出现文字之前就达到长度上限而中断（可能已计费）。请放宽回答长度，或换一个模型。', ja: '文章が出る前に返答が長さの上限で打ち切られました（課金された可能性があります）。返答の長さを増やすか、別のモデルを選んでください。' },
  },
  'studio.not-taken': {
    'answer.redirect': { en: 'The address of the provider sends on to another one, which is not followed: it is not that of the service itself. An administrator corrects it under Settings › Providers.', 'zh-CN': '服务商的地址跳转到了别处，程序不会跟随：这不是服务本身的地址。请管理员在“设置 › 服务商”中更正。', ja: 'プロバイダーのアドレスが別の場所へ転送されますが、転送には従いません。サービス本来のアドレスではないようです。管理者が「設定 › プロバイダー」で直してください。' },
    'answer.unexpected': joined(STRANGE, CHECK_ADDRESS),
    'answer.status': { en: 'The provider did not take the request and did not say why (HTTP {limit}). Check its address under Settings › Providers, change the request, or choose another model.', 'zh-CN': '服务商未接受该请求，也没有说明原因（HTTP {limit}）。请在“设置 › 服务商”中检查地址、修改请求，或换一个模型。', ja: 'プロバイダーがリクエストを受け付けず、理由も示しませんでした（HTTP {limit}）。「設定 › プロバイダー」でアドレスを確認するか、内容を変えるか、別のモデルを選んでください。' },
    'request.too-large': { en: 'The pictures and words together are too large for the provider. Nothing was sent. Take pictures out, or make them smaller.', 'zh-CN': '图片与文字合计超出服务商的上限，请求没有发出。请移除或缩小图片。', ja: '画像と文章を合わせるとプロバイダーの上限を超えるため、送信しませんでした。画像を外すか縮小してください。' },
    'workflow.missing': { en: 'No workflow is set up that does this with this model and so many pictures. Take pictures out, or ask an administrator to add a workflow under Settings › Providers.', 'zh-CN': '没有工作流能用该模型处理这么多图片。请移除图片，或请管理员在“设置 › 服务商”中添加工作流。', ja: 'このモデルとこの枚数の画像に使えるワークフローがありません。画像を外すか、管理者に「設定 › プロバイダー」でワークフローを追加してもらってください。' },
    'picture.not-a-picture': { en: 'A picture that was to be sent cannot be read. Save it anew and add it again.', 'zh-CN': '要发送的图片无法读取。请重新保存后再添加。', ja: '送信する画像を読み取れません。保存し直して、もう一度追加してください。' },
    'drawing.failed': { en: 'This could not be drawn here. Change the words or the settings, or choose another model.', 'zh-CN': '此处无法画出这张图。请修改文字或设置，或换一个模型。', ja: 'ここでは描けませんでした。言葉か設定を変えるか、別のモデルを選んでください。' },
  },
  'studio.provider-down': { 'answer.unreadable': joined(STRANGE, CHECK_ADDRESS) },
  'tasks.unknown': { 'answer.unreadable': joined(STRANGE, MAY_HAVE_CHARGED) },
  'studio.provider-denied': {
    'key.expired': { en: 'The provider says that the key set up here has expired. An administrator enters a new one under Settings › Providers.', 'zh-CN': '服务商表示此处设置的密钥已过期。请管理员在“设置 › 服务商”中填写新的密钥。', ja: '設定されているキーは期限切れだとプロバイダーが返しました。管理者が「設定 › プロバイダー」で新しいキーを入れてください。' },
    'key.malformed': { en: 'The key set up here holds characters that no key can hold, and was not sent. An administrator enters it anew under Settings › Providers.', 'zh-CN': '此处设置的密钥含有不可能出现在密钥中的字符，没有发送。请管理员在“设置 › 服务商”中重新填写。', ja: '設定されているキーにキーとして使えない文字が含まれているため、送信しませんでした。管理者が「設定 › プロバイダー」で入れ直してください。' },
  },
};
