/** What is not drawn is said in the reader's own words, and costs nothing where that is known before. */
import { Generation, Picture, PictureInputFile, UI_LANGUAGES, type UiLanguage } from '@komawari/contract';
import { bootServer, eventually, type Account, type BootedServer, type CallOptions } from '@komawari/testkit';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { addScripted } from '../testing/add-scripted.ts';
import { SCRIPTED_MODEL, SCRIPTED_WRITER, scriptProvider, type Act, type Script } from '../testing/scripted-provider.ts';

let script: Script;
let server: BootedServer;
let me: Account;
let [picture, jpeg] = ['', ''];

beforeAll(async () => {
  script = scriptProvider();
  server = await bootServer({ hasWorker: true, providerKinds: [script.kind] });
  await addScripted(server.app, { images: [SCRIPTED_MODEL, { ...SCRIPTED_MODEL, id: 'masks', abilities: ['generate', 'inpaint'], mask: true, references: { ...SCRIPTED_MODEL.references!, countMax: 2 } }], texts: [SCRIPTED_WRITER] });
  me = await server.account('user');
  const upload = async (bytes: Uint8Array, type: string): Promise<string> => PictureInputFile.parse((await api('en', 'POST', '/inputs', { raw: { type, bytes } })).body).id;
  const drawn = (width: number) => sharp({ create: { width, height: 16, channels: 3, background: '#fff' } });
  picture = await upload(await drawn(32).png().toBuffer(), 'image/png');
  jpeg = await upload(await drawn(24).jpeg().toBuffer(), 'image/jpeg');
}, 60_000);
afterAll(() => server.close());
beforeEach(async () => {
  Object.assign(script, { billed: 0, asked: [], told: [], facts: undefined });
  await server.app.client.db.deleteFrom('provider_health').execute();
});

const api = (language: UiLanguage, method: string, path: string, options: CallOptions = {}) => server.call(method, `/api/v1/studio${path}`, { ...options, headers: { ...me.headers, 'accept-language': language } });
const size = { kind: 'pixels', width: 64, height: 64 };
type Told = Record<UiLanguage, string>;

async function refusals(recipe: object): Promise<{ said: Told; details: Set<unknown> }> {
  const model = await modelOf('scripted');
  const replies = await Promise.all(UI_LANGUAGES.map((language) => api(language, 'POST', '/generations', { body: { recipe: { prompt: 'a cat', size, model, ...recipe } } })));
  expect(replies.map(({ status }) => status)).toEqual([422, 422, 422]);
  const errors = replies.map(({ body }) => (body as { error: { message: string; detail: string } }).error);
  return { said: Object.fromEntries(UI_LANGUAGES.map((language, at) => [language, errors[at]!.message])) as Told, details: new Set(errors.map(({ detail }) => detail)) };
}

test.each<[string, () => Promise<object> | object, string, Told]>([
  ['too long a prompt', () => ({ prompt: 'x'.repeat(4001) }), 'prompt-long (4000)', { en: 'it reads 4000 characters at most', 'zh-CN': '最多读 4000 个字符', ja: '4000 文字まで' }],
  ['a picture of the wrong kind', () => ({ ability: 'vary', sourceId: jpeg }), 'input-type (PNG)', { en: 'Save it as one of these: PNG.', 'zh-CN': '请另存为：PNG。', ja: '保存し直してください：PNG。' }],
  ['a mask for nothing', () => ({ ability: 'vary', sourceId: picture, maskId: picture }), 'mask-none', { en: 'There is a mask, and nothing that takes one.', 'zh-CN': '给出了蒙版，但此处用不到。', ja: 'マスクがありますが、使われません。' }],
  ['a mask of another size', async () => ({ ability: 'inpaint', sourceId: picture, maskId: jpeg, model: await modelOf('masks') }), 'mask-size (24 × 16 ≠ 32 × 16)', { en: 'as large as the picture: 24 × 16 ≠ 32 × 16.', 'zh-CN': '与图片一样大：24 × 16 ≠ 32 × 16。', ja: '同じ大きさにしてください：24 × 16 ≠ 32 × 16。' }],
  ['what the model cannot do', () => ({ ability: 'upscale', sourceId: picture }), 'ability (generate, vary)', { en: 'It can: draw from words, vary a picture.', 'zh-CN': '它支持：文字生图、以图生图。', ja: '対応：言葉から描く、画像をもとに描く。' }],
])('%s is said in the reader’s language before anything is made', async (_, recipe, detail, words) => {
  const before = await server.app.client.db.selectFrom('generation').select('id').execute();
  const { said, details } = await refusals(await recipe());
  expect([...details]).toEqual([detail]);
  for (const language of UI_LANGUAGES) {
    expect(said[language]).toContain(words[language]);
    expect(said[language]).not.toContain(detail.split(' ')[0] === 'ability' ? 'generate' : detail.split(' ')[0]);
  }
  expect([script.billed, script.asked, (await server.app.client.db.selectFrom('generation').select('id').execute()).length]).toEqual([0, [], before.length]);
});

test('what a model for words cannot do is said as well', async () => {
  for (const [language, words] of [['en', 'This model sees no pictures.'], ['zh-CN', '该模型看不了图片。'], ['ja', 'このモデルは画像を見られません。']] as const) {
    const reply = await api(language, 'POST', '/texts', { body: { messages: [{ role: 'user', text: 'What is it?', pictureIds: [picture] }] } });
    expect([reply.status, (reply.body as { error: unknown }).error]).toEqual([422, expect.objectContaining({ code: 'studio.cannot', detail: 'sees-none', message: expect.stringContaining(words) as string })]);
  }
  expect([script.billed, script.told]).toEqual([0, []]);
});

test.each<[string, Act, { code: string; status?: number }, { state: string; code: string; hold: string; billed: number }, Told]>([
  ['no picture', 'empty', { code: 'picture.too-many-pixels' }, { state: 'failed', code: 'studio.not-a-picture', hold: 'void', billed: 1 }, { en: 'far more pixels', 'zh-CN': '像素远多于', ja: '画素数が多い' }],
  ['a web page where it may have cost something', 'unknown', { code: 'answer.unreadable', status: 200 }, { state: 'unknown', code: 'tasks.unknown', hold: 'held', billed: 1 }, { en: 'a proxy or another program may stand there', 'zh-CN': '代理或其他程序', ja: 'プロキシか別のプログラム' }],
  ['that its key is over', 'denied', { code: 'token_expired', status: 401 }, { state: 'failed', code: 'studio.provider-denied', hold: 'void', billed: 0 }, { en: 'has expired', 'zh-CN': '已过期', ja: '期限切れ' }],
  ['a page without a reason', 'invalid', { code: 'answer.redirect', status: 302 }, { state: 'failed', code: 'studio.not-taken', hold: 'void', billed: 0 }, { en: 'sends on to another one', 'zh-CN': '跳转到了别处', ja: '別の場所へ転送' }],
])('a provider that answers %s: the task ends so, in words', async (name, act, facts, end, words) => {
  script.facts = facts;
  script.acts.set(name, [act]);
  const { id } = Generation.parse((await api('en', 'POST', '/generations', { body: { recipe: { prompt: name, size, model: await modelOf('scripted') } } })).body);
  const pictureIn = async (language: UiLanguage): Promise<Picture> => Generation.parse((await api(language, 'GET', `/generations/${id}`)).body).pictures[0]!;
  const made = await eventually('it ends', async () => {
    const now = await pictureIn('en');
    return !['queued', 'running'].includes(now.state) && now;
  });
  const holds = await server.app.client.db.selectFrom('hold').select('state').where('task_id', '=', made.taskId).execute();
  expect([made.state, made.error?.code, holds.map(({ state }) => state), script.billed]).toEqual([end.state, end.code, [end.hold], end.billed]);
  for (const language of UI_LANGUAGES) {
    const message = (await pictureIn(language)).error?.message ?? '';
    expect(message).toContain(words[language]);
    expect(message).not.toContain(facts.code);
  }
});

async function modelOf(modelId: string): Promise<{ providerId: string; modelId: string }> {
  const { items } = (await api('en', 'GET', '/models')).body as { items: { providerId: string; model: { id: string } }[] };
  return { providerId: items.find(({ model }) => model.id === modelId)!.providerId, modelId };
}
