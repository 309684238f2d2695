import { afterEach, describe, expect, test } from 'vitest';
import { startFakeMinimind, type FakeMinimind, type FakeMinimindOptions } from './fake-minimind.ts';

let fake: FakeMinimind;
const start = async (options?: FakeMinimindOptions) => {
  fake = await startFakeMinimind(options);
};
const USER = [{ role: 'user', content: '雨夜 in town' }];
const ask = (body: unknown, signal?: AbortSignal) => fetch(`${fake.url}/v1/chat/completions`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: typeof body === 'string' ? body : JSON.stringify(body), signal });
const chat = (more: object = {}, signal?: AbortSignal) => ask({ model: 'any', messages: USER, ...more }, signal);
const jsonOf = async (reply: Response | Promise<Response>) => (await (await reply).json()) as unknown;
const eventsOf = (body: string) => body.split('\n\n').filter(Boolean).map((event) => JSON.parse(event.replace(/^data: /, '')) as { choices: { delta: { content?: string } }[] });
const wordsOf = (body: string) => eventsOf(body).map(({ choices }) => choices[0]?.delta.content ?? '').join('');
const CHAT_TOOL = { type: 'function', function: { name: 'draw_page', parameters: { type: 'object', properties: { title: { type: 'string' } } } } };

describe('MiniMind, streamed, which is the default', () => {
  afterEach(() => fake.close());

  test('bare chunks, a last one with its reason, and no [DONE]', async () => {
    await start();
    const reply = await chat();
    expect([reply.status, reply.headers.get('content-type')]).toEqual([200, 'text/event-stream; charset=utf-8']);
    const body = await reply.text();
    expect(body.startsWith('data: {"choices":[{"delta":{"content":"echo"}}]}\n\ndata: {"choices":[{"delta":{"content":":"}}]}\n\n')).toBe(true);
    expect(body.endsWith('data: {"choices":[{"delta":{},"finish_reason":"stop"}]}\n\n')).toBe(true);
    expect(body).not.toMatch(/DONE|usage|"id"|"object"|"index"|"role"/);
    expect(wordsOf(body)).toBe('echo: 雨夜 in town');
    expect(fake.billed()).toBe(1);
  });

  test.each([{ open_thinking: true }, { chat_template_kwargs: { open_thinking: true } }])('thinking comes first, as reasoning_content: %o', async (more) => {
    await start();
    const [first] = eventsOf(await (await chat(more)).text());
    expect(first).toEqual({ choices: [{ delta: { reasoning_content: 'The' } }] });
  });

  test('a call of a tool is raw text before it is told, and has no index', async () => {
    await start();
    const body = await (await chat({ messages: [{ role: 'user', content: 'please draw_page' }], tools: [CHAT_TOOL] })).text();
    expect(wordsOf(body)).toBe('echo: please draw_page<tool_call>\n{"name":"draw_page","arguments":{"title":"please draw_page"}}\n</tool_call>');
    expect(eventsOf(body).slice(-2)).toEqual([
      { choices: [{ delta: { tool_calls: [{ id: 'call_1760000000_0', type: 'function', function: { name: 'draw_page', arguments: '{"title":"please draw_page"}' } }] } }] },
      { choices: [{ delta: {}, finish_reason: 'tool_calls' }] },
    ]);
  });

  test('failures are told inside of the stream', async () => {
    await start();
    fake.fault({ kind: 'stream-error' });
    const broken = await (await chat()).text();
    expect(broken).toContain('data: {"choices":[{"delta":{"content":"echo"}}]}');
    expect(broken.endsWith('data: {"error":"CUDA out of memory"}\n\n')).toBe(true);
    expect(broken).not.toContain('finish_reason');
    expect(fake.billed()).toBe(0);
    const pictured = await chat({ messages: [{ role: 'user', content: [{ type: 'text', text: 'x' }] }] });
    expect([pictured.status, await pictured.text()]).toEqual([200, 'data: {"error":"can only concatenate str (not \\"list\\") to str"}\n\n']);
    expect(await (await chat({ temperature: 0 })).text()).toMatch(/^data: {"error":"[^}]+}\n\n$/);
  });

  test('an empty success, and one byte at a time', async () => {
    await start();
    fake.fault({ kind: 'empty' }, { kind: 'split', bytes: 1 });
    expect(await (await chat()).text()).toBe('data: {"choices":[{"delta":{},"finish_reason":"stop"}]}\n\n');
    expect(wordsOf(await (await chat()).text())).toBe('echo: 雨夜 in town');
  });

  test('closing the stream does not stop the writing', async () => {
    await start({ stepMs: 100 });
    const gone = new AbortController();
    const reply = await chat({}, gone.signal);
    gone.abort();
    await expect(reply.text()).rejects.toThrow(/abort/i);
    expect([fake.writing(), fake.written()]).toEqual([1, 0]);
    await expect.poll(() => [fake.writing(), fake.written()], { timeout: 10_000 }).toEqual([0, 1]);
    expect(fake.billed()).toBe(1);
  });
});

describe('MiniMind, whole', () => {
  afterEach(() => fake.close());

  test('the usual shape without usage, whatever the model is called', async () => {
    await start();
    expect(await jsonOf(chat({ stream: false, model: 'gpt-9' }))).toEqual({
      id: 'chatcmpl-1760000000', object: 'chat.completion', created: 1_760_000_000, model: 'minimind',
      choices: [{ index: 0, message: { role: 'assistant', content: 'echo: 雨夜 in town' }, finish_reason: 'stop' }],
    });
    expect(await jsonOf(chat({ stream: false, open_thinking: true }))).toMatchObject({ choices: [{ message: { content: 'echo: 雨夜 in town', reasoning_content: 'The user says: 雨夜 in town' } }] });
  });

  test('what it does not know is dropped in silence', async () => {
    await start();
    const dropped = { stop: ['in'], seed: 7, n: 3, response_format: { type: 'json_schema', json_schema: { name: 'x', schema: { type: 'object' } } } };
    expect(await jsonOf(chat({ stream: false, ...dropped }))).toMatchObject({ choices: [{ message: { content: 'echo: 雨夜 in town' } }] });
  });

  test('an answer cut by max_tokens says stop', async () => {
    await start();
    expect(await jsonOf(chat({ stream: false, max_tokens: 3 }))).toMatchObject({ choices: [{ message: { content: 'echo: 雨' }, finish_reason: 'stop' }] });
  });

  test('a call of a tool', async () => {
    await start();
    expect(await jsonOf(chat({ stream: false, messages: [{ role: 'user', content: 'draw_page' }], tools: [CHAT_TOOL] }))).toMatchObject({ choices: [{ message: { content: 'echo: draw_page', tool_calls: [{ type: 'function', function: { name: 'draw_page' } }] }, finish_reason: 'tool_calls' }] });
  });

  test('failures are a 500 with a detail', async () => {
    await start();
    fake.fault({ kind: 'stream-error' }, { kind: 'empty' }, { kind: 'status', status: 503 });
    const broken = await chat({ stream: false });
    expect([broken.status, await jsonOf(broken)]).toEqual([500, { detail: 'CUDA out of memory' }]);
    expect(await jsonOf(chat({ stream: false }))).toMatchObject({ choices: [{ message: { content: '' }, finish_reason: 'stop' }] });
    expect((await chat({ stream: false })).status).toBe(503);
    expect([(await chat({ stream: false, temperature: 0 })).status, fake.billed()]).toEqual([500, 1]);
  });

  test('bodies that cannot be read are a 422 with a list', async () => {
    await start();
    const bare = await ask({ messages: [] });
    expect([bare.status, await jsonOf(bare)]).toEqual([422, { detail: [{ type: 'missing', loc: ['body', 'model'], msg: 'Field required', input: { messages: [] } }] }]);
    for (const body of [{ model: 'x' }, { model: 'x', messages: 'hi' }, { model: 1, messages: [] }, { model: 'x', messages: [], temperature: 'warm' }, { model: 'x', messages: [], max_tokens: 1.5 }, [], '{"mod', '']) expect((await ask(body)).status).toBe(422);
  });

  test('it holds up the whole server', async () => {
    await start({ stepMs: 40 });
    const order: string[] = [];
    const note = (what: string) => order.push(`${what} ${fake.written() > 0}`);
    const long = chat({ stream: false, messages: [{ role: 'user', content: 'one two three four five' }] }).then(() => note('whole'));
    await expect.poll(() => fake.writing()).toBe(1);
    await Promise.all([long, chat({ messages: [] }).then((reply) => note(`stream ${reply.status}`)), fetch(`${fake.url}/v1/models`).then((reply) => note(`models ${reply.status}`))]);
    expect(order.toSorted()).toEqual(['models 404 true', 'stream 200 true', 'whole true']);
  });
});

describe('MiniMind, around it', () => {
  afterEach(() => fake.close());

  test('one route only, no CORS, no key', async () => {
    await start();
    for (const path of ['/v1/models', '/health', '/']) {
      const reply = await fetch(fake.url + path);
      expect([reply.status, await jsonOf(reply)]).toEqual([404, { detail: 'Not Found' }]);
    }
    const preflight = await fetch(`${fake.url}/v1/chat/completions`, { method: 'OPTIONS', headers: { origin: 'https://x.test' } });
    expect([preflight.status, preflight.headers.get('access-control-allow-origin')]).toEqual([405, null]);
    expect((await ask({ model: 'x', messages: USER, stream: false })).headers.get('access-control-allow-origin')).toBeNull();
  });

  test('what the original cannot do throws', async () => {
    await start();
    for (const kind of ['input-refused', 'output-refused', 'wrong-type', 'bomb', 'expired-address', 'task-failed'] as const) expect(() => fake.fault({ kind })).toThrow(kind);
    expect(() => fake.fault({ kind: 'slot', slot: 0 })).toThrow('slot');
  });

  test('the words can be given, and zero can be let pass', async () => {
    await start({ write: (said) => `${said}!`, zeroTemperature: 'accepted' });
    expect(await jsonOf(chat({ stream: false, temperature: 0 }))).toMatchObject({ choices: [{ message: { content: '雨夜 in town!' } }] });
  });
});
