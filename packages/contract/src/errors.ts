/** Every error a client can meet: its HTTP status and a sentence to act on in each language of the interface. */
import { z } from 'zod';

type Entry = { status: number; en: string; 'zh-CN': string; ja: string };

export const ERRORS = {
  'request.invalid': { status: 400, en: 'The request does not fit: {detail}', 'zh-CN': '请求内容不符合要求：{detail}', ja: 'リクエストの内容が正しくありません：{detail}' },
  'request.not-json': { status: 400, en: 'The body of the request could not be read. Send valid JSON.', 'zh-CN': '无法读取请求内容，请发送有效的 JSON。', ja: 'リクエスト本文を読み取れません。正しい JSON を送ってください。' },
  'request.too-large': { status: 413, en: 'The request is too large. Send less at once.', 'zh-CN': '请求过大，请减少单次发送的内容。', ja: 'リクエストが大きすぎます。一度に送る量を減らしてください。' },
  'request.media-type': { status: 415, en: 'This kind of content is not accepted here.', 'zh-CN': '此处不接受这种类型的内容。', ja: 'この種類のデータは受け付けられません。' },
  'request.too-many': { status: 429, en: 'Too many requests. Wait a moment and try again.', 'zh-CN': '请求过于频繁，请稍候再试。', ja: 'リクエストが多すぎます。少し待ってからお試しください。' },
  'request.foreign-origin': { status: 403, en: 'The request comes from another site. Open the program at its own address.', 'zh-CN': '请求来自其他网站，请从本程序自己的地址访问。', ja: '別のサイトからのリクエストです。このプログラムのアドレスから開いてください。' },
  'request.idempotency-conflict': { status: 409, en: 'The same idempotency key was used for something else. Use a new key.', 'zh-CN': '该幂等键已用于其他请求，请换用新的键。', ja: 'この冪等キーは別の内容で使われています。新しいキーを使ってください。' },
  'not-found': { status: 404, en: 'There is nothing here, or it is not yours.', 'zh-CN': '内容不存在，或不属于你。', ja: '見つからないか、あなたのものではありません。' },
  'access.sign-in': { status: 401, en: 'Sign in first.', 'zh-CN': '请先登录。', ja: '先にサインインしてください。' },
  'access.bad-key': { status: 401, en: 'This API key is not valid: it is mistyped, revoked or expired. Send a valid one, or leave out the Authorization header.', 'zh-CN': '此 API 密钥无效：可能有误、已撤销或已过期。请使用有效的密钥，或去掉 Authorization 请求头。', ja: 'この API キーは無効です（誤り、失効、または期限切れ）。有効なキーを送るか、Authorization ヘッダーを外してください。' },
  'access.denied': { status: 403, en: 'Your role does not allow this. Ask the owner of the site.', 'zh-CN': '你的角色没有此权限，请联系站点所有者。', ja: 'あなたの役割では許可されていません。サイトの所有者に相談してください。' },
  'access.guests-closed': { status: 401, en: 'Guests can not do this here. Sign in first.', 'zh-CN': '此处不对访客开放，请先登录。', ja: 'ここではゲストは利用できません。サインインしてください。' },
  'accounts.wrong-credentials': { status: 401, en: 'E-mail or password is wrong. Check both and try again.', 'zh-CN': '邮箱或密码错误，请检查后重试。', ja: 'メールアドレスかパスワードが違います。確かめてもう一度お試しください。' },
  'accounts.email-taken': { status: 409, en: 'An account with this e-mail exists. Sign in, or use another address.', 'zh-CN': '该邮箱已注册，请登录或换用其他邮箱。', ja: 'このメールアドレスは登録済みです。サインインするか、別のアドレスを使ってください。' },
  'accounts.welcome-invalid': { status: 410, en: 'This welcome link was used or has expired. Start the program again to get a new one, or run `koma user create`.', 'zh-CN': '欢迎链接已使用或已过期。请重新启动程序获取新链接，或运行 `koma user create`。', ja: 'このウェルカムリンクは使用済みか期限切れです。再起動して新しいリンクを取得するか、`koma user create` を実行してください。' },
  'accounts.password-weak': { status: 400, en: 'The password needs 10 to 128 characters.', 'zh-CN': '密码需要 10 到 128 个字符。', ja: 'パスワードは10〜128文字にしてください。' },
  'comics.empty-text': { status: 400, en: 'The story is empty. Paste or upload some text.', 'zh-CN': '故事是空的，请粘贴或上传文字。', ja: '物語が空です。テキストを貼り付けるかアップロードしてください。' },
  'comics.text-too-long': { status: 413, en: 'The story has more than 200 000 characters. Split it into several comics.', 'zh-CN': '故事超过 20 万字，请分成几部漫画。', ja: '物語が20万文字を超えています。複数のコミックに分けてください。' },
  'comics.not-text': { status: 415, en: 'This file is no readable text. Save it as UTF-8 (.txt or .md) and upload it again.', 'zh-CN': '该文件不是可读的文本，请存为 UTF-8 的 .txt 或 .md 后重新上传。', ja: '読み取れるテキストではありません。UTF-8 の .txt または .md で保存してから、もう一度アップロードしてください。' },
  'comics.unfinished': { status: 409, en: 'The comic is not finished. Wait for it, or continue the unfinished parts first.', 'zh-CN': '漫画尚未完成，请等待，或先继续未完成的部分。', ja: 'コミックはまだ完成していません。完成を待つか、未完成の部分を続けてください。' },
  'comics.writer-failed': { status: 422, en: 'No comic could be written from this text: {detail}', 'zh-CN': '无法根据这段文字生成漫画：{detail}', ja: 'このテキストからコミックを作れませんでした：{detail}' },
  'tasks.not-cancellable': { status: 409, en: 'This task has ended already.', 'zh-CN': '该任务已经结束。', ja: 'このタスクはすでに終了しています。' },
  'tasks.nothing-to-continue': { status: 409, en: 'Nothing is unfinished here.', 'zh-CN': '没有未完成的部分。', ja: '未完成の部分はありません。' },
  'tasks.crashing': { status: 500, en: 'This step stopped its process again and again and was given up. Try other settings.', 'zh-CN': '该步骤多次导致进程中止，已放弃。请尝试其他设置。', ja: 'この処理は何度もプロセスを停止させたため中止しました。設定を変えてお試しください。' },
  'billing.quota-used-up': { status: 402, en: 'Today\'s quota is used up. Try again tomorrow, or ask the owner of the site.', 'zh-CN': '今日额度已用完，请明天再试，或联系站点所有者。', ja: '本日の利用枠を使い切りました。明日お試しになるか、サイトの所有者に相談してください。' },
  'server.stopping': { status: 503, en: 'The server is stopping or not ready. Try again in a moment.', 'zh-CN': '服务正在停止或尚未就绪，请稍候再试。', ja: 'サーバーは停止中か準備中です。少し待ってからお試しください。' },
  'server.storage': { status: 507, en: 'Nothing more can be stored: the disk is full or can not be written. Make room, then continue.', 'zh-CN': '无法继续存储：磁盘已满或不可写。请腾出空间后继续。', ja: 'これ以上保存できません。ディスクに空きがないか、書き込めません。空きを作ってから続けてください。' },
  'server.error': { status: 500, en: 'Something went wrong on our side. Try again; the request number helps the operator to find it.', 'zh-CN': '服务器出错，请重试；请求编号可帮助管理员排查。', ja: 'サーバー側で問題が起きました。もう一度お試しください。リクエスト番号が管理者の調査に役立ちます。' },
} as const satisfies Record<string, Entry>;

export type ErrorCode = keyof typeof ERRORS;
export const ERROR_CODES = Object.keys(ERRORS) as ErrorCode[];

export const UI_LANGUAGES = ['en', 'zh-CN', 'ja'] as const;
export type UiLanguage = (typeof UI_LANGUAGES)[number];

export const ErrorBody = z.object({
  error: z.object({ code: z.string(), message: z.string(), requestId: z.string(), detail: z.string().optional() }),
});
export type ErrorBody = z.infer<typeof ErrorBody>;

/** The sentence of an error; `{detail}` is filled in, or cut off with its colon when there is none. */
export function sentenceOf(code: ErrorCode, language: UiLanguage, detail?: string): string {
  const sentence: string = ERRORS[code][language];
  return detail === undefined ? sentence.replace(/[:：]\s*\{detail\}/, /[぀-ヿ一-鿿]/.test(sentence) ? '。' : '.') : sentence.replace('{detail}', detail);
}
