/** The official client of OpenAI, unchanged, against the gateway, which asks a stand-in of OpenAI in turn. */
import { eventually, type Account, type BootedServer } from '@komawari/testkit';
import OpenAI, { APIError, toFile } from 'openai';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FakeOpenai } from '../../../../../../packages/testkit/fakes/providers/fake-openai.ts';
import { addKey } from '../../accounts/store.ts';
import { hashToken } from '../../accounts/tokens.ts';
import { CHAT, DRAWS, keyOf, openGateway, PLAIN_CHAT, type Gateway } from './testing/open-gateway.ts';

let gateway: Gateway;
let fake: FakeOpenai;
let server: BootedServer;
let me: Account;
let client: OpenAI;

beforeAll(async () => {
  gateway = await openGateway();
  ({ fake, server, me } = gateway);
  client = clientOf(gateway.key);
}, 60_000);
afterAll(() => gateway.close());

async function all<T>(stream: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const item of stream) items.push(item);
  return items;
}

const clientOf = (apiKey: string, more: object = {}) => new OpenAI({ apiKey, baseURL: `${server.url}/v1`, maxRetries: 0, ...more });
const hello = (content: string) => [{ role: 'user' as const, content }];
const lastSent = () => fake.asked.filter(({ path }) => path.endsWith('/chat/completions')).at(-1)?.json() ?? {};
const asked = () => fake.asked.filter(({ method }) => method === 'POST').length;
const png = (width: number, height: number, background = '#f00') => sharp({ create: { width, height, channels: 4, background } }).png().toBuffer();

async function problem(work: Promise<unknown>): Promise<Pick<APIError, 'status' | 'code' | 'param' | 'type' | 'message'>> {
  const error = await work.then(() => undefined, (reason: unknown) => reason);
  if (!(error instanceof APIError)) throw error ?? new Error('nothing was refused');
  return error;
}

describe('models', () => {
  test('are listed under names of their providers, with those that stand for a purpose', async () => {
    const ids = (await client.models.list()).data.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(['komawari/words', 'komawari/picture', `open-ai/${CHAT}`, `open-ai/${DRAWS}`]));
    expect(ids).not.toContain('open-ai/dall-e-3');
    expect(await client.models.retrieve(`open-ai/${CHAT}`)).toMatchObject({ id: `open-ai/${CHAT}`, object: 'model', owned_by: 'Open AI' });
    expect(await client.models.retrieve(CHAT)).toMatchObject({ id: `open-ai/${CHAT}` });
    for (const id of ['nowhere', '../../etc/passwd', '%00', '{}', `open-ai/../${CHAT}`]) expect(await problem(client.models.retrieve(id))).toMatchObject({ status: 404 });
  });
});

describe('words', () => {
  test('whole, with what was used', async () => {
    fake.say('Once upon a time');
    const said = await client.chat.completions.create({ model: CHAT, messages: [{ role: 'developer', content: 'Be brief' }, ...hello('A story')], temperature: 0.4, max_completion_tokens: 90, stop: 'END' });
    expect(said).toMatchObject({ object: 'chat.completion', model: CHAT, choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content: 'Once upon a time', refusal: null } }], usage: { completion_tokens: 4 } });
    expect(lastSent()).toMatchObject({ model: CHAT, temperature: 0.4, max_completion_tokens: 90, stop: ['END'], messages: [{ role: 'system', content: 'Be brief' }, { role: 'user', content: 'A story' }] });
  });

  test('as they come', async () => {
    fake.say('Once upon a time there was a lighthouse');
    const stream = await client.chat.completions.create({ model: `open-ai/${CHAT}`, messages: hello('A story'), stream: true, stream_options: { include_usage: true } });
    const chunks = await all(stream);
    expect(chunks.map(({ choices }) => choices[0]?.delta.content ?? '').join('')).toBe('Once upon a time there was a lighthouse');
    expect(chunks.length).toBeGreaterThan(4);
    expect(chunks.at(-2)?.choices[0]?.finish_reason).toBe('stop');
    expect(chunks.at(-1)).toMatchObject({ choices: [], usage: { completion_tokens: 10 } });
  });

  test('held to a schema by the client\'s own means', async () => {
    fake.say('{"who":"the boy"}');
    const schema = { type: 'object', properties: { who: { type: 'string' } }, required: ['who'], additionalProperties: false };
    const said = await client.chat.completions.parse({ model: CHAT, messages: hello('Who?'), response_format: { type: 'json_schema', json_schema: { name: 'who', strict: true, schema } } });
    expect(JSON.parse(said.choices[0]?.message.content ?? '')).toEqual({ who: 'the boy' });
    fake.say('{"whom":1}');
    expect(await problem(client.chat.completions.create({ model: CHAT, messages: hello('Who?'), response_format: { type: 'json_schema', json_schema: { name: 'who', strict: true, schema } } }))).toMatchObject({ status: 502, code: 'answer_does_not_fit' });
    fake.say('```json\n{"who":"the girl"}\n```');
    const fenced = await client.chat.completions.stream({ model: PLAIN_CHAT, messages: hello('Who?'), response_format: { type: 'json_schema', json_schema: { name: 'who', strict: true, schema } } }).finalContent();
    expect(fenced).toBe('{"who":"the girl"}');
  });

  test('tools are called, and answered', async () => {
    const tools = [{ type: 'function' as const, function: { name: 'look_up', description: 'Finds a word', parameters: { type: 'object', properties: { word: { type: 'string' } }, required: ['word'], additionalProperties: false }, strict: true } }];
    const first = await client.chat.completions.create({ model: CHAT, messages: hello('look_up sea'), tools, tool_choice: 'required' });
    const [call] = first.choices[0]?.message.tool_calls ?? [];
    if (call?.type !== 'function') throw new Error('no tool was called');
    expect([first.choices[0]?.finish_reason, call.function.name]).toEqual(['tool_calls', 'look_up']);
    const streamed = await all(await client.chat.completions.create({ model: CHAT, messages: hello('look_up sea'), tools, tool_choice: 'required', stream: true }));
    expect(streamed.flatMap(({ choices }) => choices[0]?.delta.tool_calls ?? [])).toMatchObject([{ index: 0, type: 'function', function: { name: 'look_up' } }]);
    await client.chat.completions.create({ model: CHAT, tools, messages: [...hello('look_up sea'), first.choices[0]!.message, { role: 'tool', tool_call_id: call.id, content: 'water' }] });
    expect(lastSent()).toMatchObject({ messages: [{}, { role: 'assistant', tool_calls: [{ id: call.id }] }, { role: 'tool', tool_call_id: call.id, content: 'water' }] });
  });

  test('a picture is seen by a model that sees', async () => {
    const url = `data:image/png;base64,${(await png(8, 8)).toString('base64')}`;
    const look = (model: string, address: string) => client.chat.completions.create({ model, messages: [{ role: 'user', content: [{ type: 'text', text: 'What is it?' }, { type: 'image_url', image_url: { url: address } }] }] });
    await look(CHAT, url);
    expect(lastSent()).toMatchObject({ messages: [{ content: [{ type: 'text' }, { type: 'image_url', image_url: { url } }] }] });
    const before = asked();
    expect(await problem(look(PLAIN_CHAT, url))).toMatchObject({ status: 400, param: 'messages', code: 'unsupported_value' });
    for (const address of ['http://169.254.169.254/latest', 'https://example.test/a.png', 'data:image/png;base64,AAAA', 'data:image/svg+xml;base64,PHN2Zz4=', `data:text/html,${'x'.repeat(50)}`]) {
      expect(await problem(look(CHAT, address))).toMatchObject({ status: 400, param: 'messages[0].content[1].image_url.url' });
    }
    expect(asked()).toBe(before);
  });

  test('the same with the same seed is free the second time, unless it is to be fresh', async () => {
    const ask = (seed: number, headers: object = {}, by = client) => by.chat.completions.create({ model: CHAT, messages: hello('Again?'), seed }, { headers: { ...headers } }).withResponse();
    fake.say('first', 'second', 'third', 'fourth');
    const [one, two] = [await ask(7), await ask(7)];
    expect([one, two].map(({ data, response }) => [data.choices[0]?.message.content, response.headers.get('x-komawari-cache')])).toEqual([['first', 'miss'], ['first', 'hit']]);
    const streamed = await client.chat.completions.create({ model: CHAT, messages: hello('Again?'), seed: 7, stream: true }).withResponse();
    expect([(await all(streamed.data)).map(({ choices }) => choices[0]?.delta.content ?? '').join(''), streamed.response.headers.get('x-komawari-cache')]).toEqual(['first', 'hit']);
    expect((await ask(8)).data.choices[0]?.message.content).toBe('second');
    expect((await ask(7, { 'x-komawari-cache': 'off' })).data.choices[0]?.message.content).toBe('third');
    const stranger = clientOf(keyOf(await server.account('user')));
    expect((await ask(7, {}, stranger)).data.choices[0]?.message.content, 'what others asked is not to be found out').toBe('fourth');
  });

  test('who goes away in the middle is heard at the provider', async () => {
    fake.say('word '.repeat(2000));
    const before = fake.abandoned();
    const stream = await client.chat.completions.create({ model: CHAT, messages: hello('For ever'), stream: true });
    for await (const chunk of stream) if (chunk.choices[0]?.delta.content) break;
    await eventually('the provider hears of it', () => fake.abandoned() > before);
    fake.fault({ kind: 'stall' });
    const leaving = new AbortController();
    const waiting = client.chat.completions.create({ model: CHAT, messages: hello('For ever') }, { signal: leaving.signal });
    await eventually('it is asked', () => JSON.stringify(lastSent()).includes('For ever') && !('stream' in lastSent()));
    leaving.abort();
    await expect(waiting).rejects.toThrow(/abort/i);
    await eventually('the provider hears of it', () => fake.abandoned() > before + 1);
  });

  test('what a model cannot be told is refused by name, and costs nothing', async () => {
    const before = asked();
    const ask = (fields: object, model = CHAT) => problem(client.chat.completions.create({ model, messages: hello('x'), ...fields } as never));
    for (const [fields, param] of [
      [{ n: 2 }, 'n'], [{ logprobs: true }, 'logprobs'], [{ frequency_penalty: 1 }, 'frequency_penalty'], [{ logit_bias: { 5: 1 } }, 'logit_bias.5'], [{ top_k: 4 }, 'top_k'], [{ temperature: 9 }, 'temperature'],
      [{ messages: [] }, 'messages'], [{ messages: [{ role: 'user', content: 'x', name: 'Bob' }] }, 'messages[0].name'], [{ messages: [{ role: 'tool', tool_call_id: 'none', content: 'x' }] }, 'messages[0].tool_call_id'],
      [{ messages: Array.from({ length: 10_000 }, () => ({ role: 'user', content: 'x' })) }, 'messages'], [{ reasoning_effort: 'high' }, 'reasoning_effort'],
    ] as const) expect(await ask(fields), param).toMatchObject({ status: 400, type: 'invalid_request_error', param });
    expect(await ask({ seed: 1 }, PLAIN_CHAT)).toMatchObject({ status: 400, param: 'seed' });
    expect(await ask({}, DRAWS)).toMatchObject({ status: 404, code: 'model_not_found', param: 'model' });
    expect(asked()).toBe(before);
  });

  test.each<[Parameters<FakeOpenai['fault']>[0], object, string | null]>([
    [{ kind: 'status', status: 429, retryAfterS: 3 }, { status: 503, code: 'provider_busy' }, 'true'],
    [{ kind: 'status', status: 500 }, { status: 503, code: 'provider_down' }, 'true'],
    [{ kind: 'status', status: 401 }, { status: 502, code: 'provider_denied' }, 'false'],
    [{ kind: 'status', status: 429, code: 'insufficient_quota' }, { status: 502, code: 'provider_exhausted' }, 'false'],
    [{ kind: 'lost' }, { status: 502, code: 'answer_lost' }, 'false'],
    [{ kind: 'garbage' }, { status: 502, code: 'answer_lost' }, 'false'],
    [{ kind: 'input-refused' }, { status: 400, code: 'content_policy_violation' }, 'false'],
  ])('a provider that fails: %j', async (fault, expected, mayRetry) => {
    for (const isStream of [false, true]) {
      await server.app.client.db.deleteFrom('provider_health').execute();
      fake.fault(fault);
      const refused = await problem(client.chat.completions.create({ model: CHAT, messages: hello('x'), stream: isStream }).then(async (answer) => (isStream ? all(answer as AsyncIterable<unknown>) : answer)));
      expect(refused).toMatchObject(isStream && fault.kind === 'garbage' ? { code: 'answer_lost' } : expected);
      const { headers } = refused as APIError;
      if (!isStream) expect(headers?.get('x-should-retry')).toBe(mayRetry);
    }
    await server.app.client.db.deleteFrom('provider_health').execute();
  });
});

describe('pictures', () => {
  test('are drawn by a durable generation, and come as bytes or under an address for the same key', async () => {
    const drawn = await client.images.generate({ model: DRAWS, prompt: 'a cat', n: 2, size: '1024x1024', quality: 'low' });
    expect(drawn.data?.length).toBe(2);
    const { width, format } = await sharp(Buffer.from(drawn.data?.[0]?.b64_json ?? '', 'base64')).metadata();
    expect([width, format, drawn.size]).toEqual([1024, 'png', '1024x1024']);
    const addressed = await client.images.generate({ model: DRAWS, prompt: 'a dog', response_format: 'url' });
    const url = addressed.data?.[0]?.url ?? '';
    expect(url.startsWith(`${server.url}/v1/`), url).toBe(true);
    const file = await fetch(url, { headers: me.headers });
    expect([file.status, file.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect((await fetch(url)).status).toBe(401);
    expect((await fetch(url, { headers: (await server.account('owner')).headers })).status, 'another\'s key').toBe(404);
    const { items } = (await server.call('GET', '/api/v1/studio/pictures', { headers: me.headers })).body as { items: { prompt: string }[] };
    expect(items.map(({ prompt }) => prompt).sort()).toEqual(['a cat', 'a cat', 'a dog']);
  });

  test('the same Idempotency-Key gives the same pictures, of an edit as well', async () => {
    const before = fake.billed();
    const options = { headers: { 'idempotency-key': 'edit-1' } };
    const edit = async () => client.images.edit({ model: DRAWS, image: [await toFile(await png(1024, 1024), 'a.png', { type: 'image/png' }), await toFile(await png(512, 512, '#00f'), 'b.png', { type: 'image/png' })], prompt: 'night', size: '1024x1024' }, options);
    const [one, two] = [await edit(), await edit()];
    expect(one.data?.[0]?.b64_json).toBe(two.data?.[0]?.b64_json);
    expect(fake.billed()).toBe(before + 1);
    expect(await problem(client.images.generate({ model: DRAWS, prompt: 'other' }, options))).toMatchObject({ status: 409 });
  });

  test('a mask says by what is clear where to draw', async () => {
    const mask = await sharp(await png(1024, 1024, '#000')).composite([{ input: await png(512, 1024, '#fff'), blend: 'dest-out', left: 0, top: 0 }]).png().toBuffer();
    const image = async () => toFile(await png(1024, 1024), 'a.png', { type: 'image/png' });
    const edited = await client.images.edit({ model: DRAWS, image: await image(), mask: await toFile(mask, 'm.png', { type: 'image/png' }), prompt: 'a hat', size: '1024x1024' });
    expect(edited.data?.length).toBe(1);
    const sent = await fake.asked.filter(({ path }) => path.endsWith('/images/edits')).at(-1)?.form();
    const sentMask = sent?.get('mask');
    if (!(sentMask instanceof File)) throw new Error('no mask was sent');
    const wire = sharp(Buffer.from(await sentMask.arrayBuffer()));
    const { data, info } = await wire.ensureAlpha().extractChannel('alpha').raw().toBuffer({ resolveWithObject: true });
    expect([info.width, data[100 * 1024 + 10], data[100 * 1024 + 1000]], 'clear on the left, whole on the right').toEqual([1024, 0, 255]);
    const opaque = await sharp(await png(1024, 1024)).removeAlpha().png().toBuffer();
    expect(await problem(client.images.edit({ model: DRAWS, image: await image(), mask: await toFile(opaque, 'm.png', { type: 'image/png' }), prompt: 'x' }))).toMatchObject({ status: 400, param: 'mask' });
    expect(await problem(client.images.edit({ model: DRAWS, image: await image(), mask: await toFile(await png(64, 64), 'm.png', { type: 'image/png' }), prompt: 'x' }))).toMatchObject({ status: 400, param: 'mask' });
    expect(await problem(client.images.edit({ model: DRAWS, image: await toFile(Buffer.from('<svg/>'), 'a.png', { type: 'image/png' }), prompt: 'x' }))).toMatchObject({ status: 400, param: 'image' });
  });

  test('who goes away finds them all the same', async () => {
    fake.fault({ kind: 'slow', ms: 400 });
    const leaving = new AbortController();
    const waiting = client.images.generate({ model: DRAWS, prompt: 'a whale' }, { signal: leaving.signal });
    await eventually('it is begun', async () => (await server.app.client.db.selectFrom('picture').select('id').where('prompt', '=', 'a whale').executeTakeFirst()) !== undefined);
    leaving.abort();
    await expect(waiting).rejects.toThrow(/abort/i);
    await eventually('it is drawn', async () => (await server.app.client.db.selectFrom('picture').select('state').where('prompt', '=', 'a whale').executeTakeFirst())?.state === 'done');
  });

  test('what the model cannot do is said before it costs, what it declines after', async () => {
    const before = asked();
    const ask = (fields: object) => problem(client.images.generate({ model: DRAWS, prompt: 'x', ...fields } as never));
    for (const [fields, param] of [[{ n: 9 }, 'n'], [{ size: '33x33' }, 'size'], [{ size: 'big' }, 'size'], [{ quality: 'best' }, 'quality'], [{ style: 'vivid' }, 'style'], [{ stream: true }, 'stream'], [{ prompt: '' }, 'prompt'], [{ seed: 5 }, 'seed'], [{ whatever: 1 }, 'whatever']] as const) expect(await ask(fields), param).toMatchObject({ status: 400, param });
    expect(await ask({ model: CHAT })).toMatchObject({ status: 404, code: 'model_not_found' });
    expect(asked()).toBe(before);
    fake.fault({ kind: 'input-refused' });
    expect(await ask({})).toMatchObject({ status: 400, code: 'moderation_blocked', type: 'image_generation_user_error' });
    fake.fault({ kind: 'lost' });
    expect(await ask({ prompt: 'lost' })).toMatchObject({ status: 502, code: 'answer_lost' });
  });
});

describe('keys', () => {
  test('a wrong one, none, and one that may only read', async () => {
    expect(await problem(clientOf('koma_nobody_has_this_key').models.list())).toMatchObject({ status: 401, code: 'invalid_api_key' });
    const { ids, clock } = server.app.ports;
    const secret = `koma_${ids.secret(24)}`;
    await addKey(server.app.client.db, { id: ids.next('key'), userId: me.userId, name: 'reads', prefix: 'koma_', hash: hashToken(secret), scopes: ['read'], now: clock.now(), expiresAt: null });
    expect((await clientOf(secret).models.list()).data.length).toBeGreaterThan(0);
    expect(await problem(clientOf(secret).chat.completions.create({ model: CHAT, messages: hello('x') }))).toMatchObject({ status: 403, code: 'insufficient_permissions' });
  });
});
