import { afterEach, describe, expect, test } from 'vitest';
import { fakePicture } from './fake-pictures.ts';
import { startFakeOllama, type FakeOllama, type FakeOllamaOptions } from './fake-ollama.ts';
import { ollamaModel } from './ollama-models.ts';

type Line = { message?: { content: string; thinking?: string }; response?: string; done?: boolean; error?: string; status?: string; digest?: string; total?: number; completed?: number };

const NOW = Date.parse('2026-08-21T12:00:00.123Z');
const USER = [{ role: 'system', content: 'be brief' }, { role: 'user', content: '雨夜 in town' }];
const SCHEMA = {
  type: 'object', required: ['title', 'mood', 'lines', 'pages', 'end'],
  properties: {
    title: { type: 'string', maxLength: 4 }, note: { type: 'string' }, mood: { enum: ['calm', 'wild'] }, pages: { type: 'integer', minimum: 3 }, end: { anyOf: [{ type: 'null' }, { type: 'boolean' }] },
    lines: { type: 'array', minItems: 2, items: { $ref: '#/$defs/line' } },
  },
  $defs: { line: { type: 'object', properties: { who: { const: 'A' }, weight: { type: 'number', exclusiveMinimum: 0 } } } },
};
const FITTING = { title: 'echo', mood: 'calm', lines: [{ who: 'A', weight: 0.5 }, { who: 'A', weight: 0.5 }], pages: 3, end: true };
const TOOL = { type: 'function', function: { name: 'draw_page', parameters: { type: 'object', required: ['title'], properties: { title: { type: 'string' } } } } };

let fake: FakeOllama;
const start = async (options?: FakeOllamaOptions) => {
  fake = await startFakeOllama({ now: () => NOW, ...options });
};
const send = (path: string, body: unknown, { method = 'POST', signal }: { method?: string; signal?: AbortSignal } = {}) => fetch(fake.url + path, { method, body: typeof body === 'string' ? body : JSON.stringify(body), signal });
const chat = (more: object = {}, model = 'qwen3:8b') => send('/api/chat', { model, messages: USER, ...more });
const whole = async (more: object = {}, model?: string) => (await (await chat({ stream: false, ...more }, model)).json()) as Line;
const v1 = (more: object = {}, model = 'qwen3:8b') => send('/v1/chat/completions', { model, messages: USER, ...more });
const get = async (path: string) => (await (await fetch(fake.url + path)).json()) as unknown;
const linesOf = (body: string) => body.split('\n').filter(Boolean).map((line) => JSON.parse(line) as Line);
const refused = async (reply: Response | Promise<Response>) => [(await reply).status, await (await reply).json()];
const pictureOf = async (type: 'png' | 'jpeg' | 'webp') => (await fakePicture(8, 8, 0, type)).toString('base64');

describe('Ollama chat', () => {
  afterEach(() => fake.close());

  test('lines of JSON are the default; the last has the counts', async () => {
    await start();
    const reply = await chat();
    expect([reply.status, reply.headers.get('content-type')]).toEqual([200, 'application/x-ndjson']);
    const lines = linesOf(await reply.text());
    expect(lines[0]).toEqual({ model: 'qwen3:8b', created_at: '2026-08-21T12:00:00.123799Z', message: { role: 'assistant', content: 'echo' }, done: false });
    expect(lines.map((line) => line.message?.content).join('')).toBe('echo: 雨夜 in town');
    expect(lines.at(-1)).toEqual({
      model: 'qwen3:8b', created_at: '2026-08-21T12:00:00.123799Z', message: { role: 'assistant', content: '' }, done: true, done_reason: 'stop',
      total_duration: 425_127, load_duration: 41_709, prompt_eval_count: 6, prompt_eval_duration: 341_709, eval_count: 6, eval_duration: 41_709,
    });
    expect(fake.billed()).toBe(1);
  });

  test('one object with stream false', async () => {
    await start();
    const reply = await chat({ stream: false });
    expect(reply.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(await reply.json()).toMatchObject({ message: { role: 'assistant', content: 'echo: 雨夜 in town' }, done: true, done_reason: 'stop', eval_count: 6 });
  });

  test('num_predict cuts and says length; stop cuts and says stop', async () => {
    await start();
    expect(await whole({ options: { num_predict: 3 } })).toMatchObject({ message: { content: 'echo: 雨' }, done_reason: 'length', eval_count: 3 });
    expect(await whole({ options: { stop: [' in'] } })).toMatchObject({ message: { content: 'echo: 雨夜' }, done_reason: 'stop' });
  });

  test('thinking stands beside the content', async () => {
    await start();
    expect(await whole({ think: 'high' })).toMatchObject({ message: { content: 'echo: 雨夜 in town', thinking: 'The user says: 雨夜 in town' } });
    expect(linesOf(await (await chat({ think: true })).text())[0]).toMatchObject({ message: { role: 'assistant', content: '', thinking: 'The' }, done: false });
    expect((await whole({ think: false })).message).toEqual({ role: 'assistant', content: 'echo: 雨夜 in town' });
    expect(await refused(chat({ think: true }, 'gemma3'))).toEqual([400, { error: '"gemma3:latest" does not support thinking' }]);
    expect((await refused(chat({ think: 'very' })))[0]).toBe(400);
  });

  test('format: json, a schema, and a cloud model that does not know it', async () => {
    await start();
    expect(JSON.parse((await whole({ format: 'json' })).message!.content)).toEqual({ echo: 'echo: 雨夜 in town' });
    expect(JSON.parse((await whole({ format: SCHEMA })).message!.content)).toEqual(FITTING);
    expect((await whole({ format: SCHEMA }, 'gpt-oss:120b-cloud')).message?.content).toBe('echo: 雨夜 in town');
    expect((await refused(chat({ format: 'xml' })))[0]).toBe(400);
    await fake.close();
    await start({ cloudFormat: 'refused' });
    expect((await refused(chat({ format: 'json' }, 'gpt-oss:120b-cloud')))[0]).toBe(400);
  });

  test('tools', async () => {
    await start();
    const said = [{ role: 'user', content: 'draw_page' }];
    expect(await whole({ messages: said, tools: [TOOL] })).toMatchObject({ message: { role: 'assistant', content: '', tool_calls: [{ function: { name: 'draw_page', arguments: { title: 'draw_page' } } }] }, done_reason: 'stop' });
    expect((await refused(chat({ messages: said, tools: [TOOL] }, 'gemma3')))[0]).toBe(400);
  });

  test('pictures are bare base64, for models that see', async () => {
    await start();
    const seen = (images: string[]) => ({ messages: [{ role: 'user', content: 'what?', images }], stream: false });
    expect(await whole(seen([await pictureOf('png'), await pictureOf('webp')]), 'gemma3')).toMatchObject({ message: { content: 'echo: what? [png, webp]' } });
    expect(await refused(chat(seen([await pictureOf('png')])))).toEqual([400, { error: '"qwen3:8b" does not support vision' }]);
    expect(await refused(chat(seen([`data:image/png;base64,${await pictureOf('png')}`]), 'gemma3'))).toEqual([400, { error: 'illegal base64 data at input byte 4' }]);
    expect((await refused(chat(seen(['AAAA']), 'gemma3')))[0]).toBe(400);
    expect(fake.billed()).toBe(1);
  });

  test('what is refused', async () => {
    await start();
    expect(await refused(chat({}, 'none'))).toEqual([404, { error: "model 'none' not found" }]);
    expect(await refused(chat({}, ''))).toEqual([400, { error: 'model is required' }]);
    expect(await refused(send('/api/chat', ''))).toEqual([400, { error: 'missing request body' }]);
    expect(await refused(chat({}, 'nomic-embed-text'))).toEqual([400, { error: '"nomic-embed-text:latest" does not support chat' }]);
    expect(await refused(chat({ options: { num_ctx: 'big' } }))).toEqual([400, { error: 'option "num_ctx" must be of type integer' }]);
    for (const more of [{ messages: 'hi' }, { messages: [null] }, { messages: [{ role: 'user', content: [{ type: 'text', text: 'x' }] }] }, { keep_alive: '10' }, { keep_alive: 'soon' }]) expect((await chat(more)).status).toBe(400);
    expect((await send('/api/chat', '{"model":')).status).toBe(400);
    expect(fake.billed()).toBe(0);
  });

  test('models that paint are a 400, and the routes for pictures are gone', async () => {
    await start();
    expect((await refused(chat({}, 'x/flux2-klein')))[0]).toBe(400);
    expect((await send('/api/generate', { model: 'x/flux2-klein', prompt: 'a cat', width: 512, height: 512, steps: 4 })).status).toBe(400);
    expect((await v1({}, 'x/flux2-klein')).status).toBe(400);
    for (const path of ['/v1/images/generations', '/v1/images/edits']) expect((await send(path, { model: 'x/flux2-klein', prompt: 'a cat' })).status).toBe(404);
  });
});

describe('Ollama generate', () => {
  afterEach(() => fake.close());

  test('response instead of message; pictures beside the prompt', async () => {
    await start();
    const lines = linesOf(await (await send('/api/generate', { model: 'gemma3', prompt: 'a b', system: 's', images: [await pictureOf('jpeg')] })).text());
    expect(lines[0]).toEqual({ model: 'gemma3', created_at: '2026-08-21T12:00:00.123799Z', response: 'echo', done: false });
    expect(lines.map(({ response }) => response).join('')).toBe('echo: a b [jpeg]');
    expect(lines.at(-1)).toMatchObject({ response: '', done: true, done_reason: 'stop', prompt_eval_count: 259 });
    expect(await (await send('/api/generate', { model: 'qwen3:8b', prompt: 'a', format: SCHEMA, stream: false })).json()).toMatchObject({ response: JSON.stringify(FITTING), done: true });
    expect((await send('/api/generate', { model: 'qwen3:8b', prompt: 'a', suffix: 'b' })).status).toBe(400);
    expect((await send('/api/generate', { model: 'qwen2.5-coder:7b', prompt: 'a', suffix: 'b' })).status).toBe(200);
  });
});

describe('Ollama loading', () => {
  afterEach(() => fake.close());

  test.each(['/api/chat', '/api/generate'])('%s loads and unloads without words', async (path) => {
    await start();
    const words = path === '/api/chat' ? { message: { role: 'assistant', content: '' } } : { response: '' };
    const bare = { model: 'qwen3:8b', ...(path === '/api/chat' ? { messages: [] } : {}) };
    expect(await (await send(path, bare)).json()).toEqual({ model: 'qwen3:8b', created_at: '2026-08-21T12:00:00.123799Z', ...words, done: true, done_reason: 'load' });
    expect(fake.loaded()).toEqual([{ name: 'qwen3:8b', expiresAt: NOW + 300_000, contextLength: 4096 }]);
    expect(await (await send(path, { ...bare, keep_alive: 0 })).json()).toMatchObject({ done: true, done_reason: 'unload' });
    expect([fake.loaded(), fake.billed()]).toEqual([[], 0]);
  });

  test.each([['10m', 600_000], [30, 30_000], ['1h30m', 5_400_000], ['1500ms', 1500], [-1, Infinity], ['-1m', Infinity]])('keep_alive %s', async (keep_alive, ms) => {
    await start();
    await chat({ keep_alive, stream: false, options: { num_ctx: 8192 } });
    expect(fake.loaded()).toEqual([{ name: 'qwen3:8b', expiresAt: NOW + ms, contextLength: 8192 }]);
  });

  test('what is loaded is listed until its time is over; 0 unloads after the answer', async () => {
    let now = NOW;
    await start({ now: () => now });
    expect(await whole()).toMatchObject({ done_reason: 'stop' });
    const { models: [row] } = (await get('/api/ps')) as { models: object[] };
    expect(row).toEqual({
      name: 'qwen3:8b', model: 'qwen3:8b', size: 1_321_092_313, digest: expect.stringMatching(/^[0-9a-f]{64}$/), details: expect.objectContaining({ family: 'qwen3' }),
      expires_at: '2026-08-21T12:05:00.123799Z', size_vram: 1_321_092_313, context_length: 4096,
    });
    now += 300_000;
    expect(await get('/api/ps')).toEqual({ models: [] });
    await chat({ keep_alive: -1, stream: false });
    expect(await get('/api/ps')).toMatchObject({ models: [{ expires_at: expect.stringMatching(/^2318-/) }] });
    expect(await whole({ keep_alive: 0 })).toMatchObject({ message: { content: 'echo: 雨夜 in town' }, done_reason: 'stop' });
    expect(await get('/api/ps')).toEqual({ models: [] });
  });
});

describe('Ollama models', () => {
  afterEach(() => fake.close());

  test('tags, show, version, health', async () => {
    await start({ models: [ollamaModel('gemma3', { capabilities: ['completion', 'vision'], family: 'gemma3', parameterSize: '4.3B' })] });
    const details = { parent_model: '', format: 'gguf', family: 'gemma3', families: ['gemma3'], parameter_size: '4.3B', quantization_level: 'Q4_K_M' };
    expect(await get('/api/tags')).toEqual({ models: [{ name: 'gemma3:latest', model: 'gemma3:latest', size: 1_321_092_313, digest: expect.stringMatching(/^[0-9a-f]{64}$/), modified_at: '2026-08-21T10:04:05.277302595+08:00', details, capabilities: ['completion', 'vision'] }] });
    expect(await (await send('/api/show', { model: 'gemma3' })).json()).toMatchObject({ details, capabilities: ['completion', 'vision'], model_info: { 'gemma3.context_length': 131_072 } });
    expect(await refused(send('/api/show', { model: 'none' }))).toEqual([404, { error: "model 'none' not found" }]);
    expect(await get('/api/version')).toEqual({ version: '0.33.0' });
    expect(await (await fetch(fake.url)).text()).toBe('Ollama is running');
    await fake.close();
    await start({ tellsCapabilities: false });
    expect(JSON.stringify(await get('/api/tags'))).not.toContain('capabilities');
  });

  test('delete takes it from the list and from memory', async () => {
    await start();
    await chat({ stream: false });
    const reply = await send('/api/delete', { model: 'qwen3:8b' }, { method: 'DELETE' });
    expect([reply.status, await reply.text()]).toEqual([200, '']);
    expect(fake.installed()).not.toContain('qwen3:8b');
    expect(fake.loaded()).toEqual([]);
    expect((await send('/api/delete', { model: 'qwen3:8b' }, { method: 'DELETE' })).status).toBe(404);
    expect((await chat()).status).toBe(404);
  });

  test('lookups have their own faults', async () => {
    await start();
    fake.faultLookup({ kind: 'status', status: 500 }, { kind: 'html' }, { kind: 'garbage' });
    fake.fault({ kind: 'status', status: 503 });
    expect((await fetch(`${fake.url}/api/tags`)).status).toBe(500);
    expect(await (await fetch(`${fake.url}/api/ps`)).text()).toContain('<h1>');
    await expect(get('/api/version')).rejects.toThrow(SyntaxError);
    expect(await get('/api/version')).toEqual({ version: '0.33.0' });
    expect((await chat()).status).toBe(503);
  });

  test('pages of other origins are kept out', async () => {
    await start({ origins: ['https://studio.test'] });
    const from = async (origin: string) => (await fetch(`${fake.url}/api/version`, { headers: { origin } })).status;
    expect([await from('https://evil.test'), await from('https://studio.test'), await from('http://localhost:3000')]).toEqual([403, 200, 200]);
  });
});

describe('Ollama pull', () => {
  const [LAYER] = ollamaModel('llama3.2:1b').layers;
  const pull = async (more: object = {}) => send('/api/pull', { model: 'llama3.2:1b', ...more });
  afterEach(() => fake.close());

  test('manifest, layers, checks, success', async () => {
    await start();
    const reply = await pull();
    expect(reply.headers.get('content-type')).toBe('application/x-ndjson');
    const lines = linesOf(await reply.text());
    const { digest, sizeBytes: total } = LAYER!;
    const status = `pulling ${digest.slice('sha256:'.length, 'sha256:'.length + 12)}`;
    expect(lines.slice(0, 3)).toEqual([{ status: 'pulling manifest' }, { status, digest, total }, { status, digest, total, completed: total / 4 }]);
    expect(lines.slice(-3)).toEqual([{ status: 'verifying sha256 digest' }, { status: 'writing manifest' }, { status: 'success' }]);
    const last = new Map(lines.filter((line) => line.digest).map((line) => [line.digest, line]));
    expect([...last.values()].every((line) => line.completed === line.total)).toBe(true);
    expect(last.size).toBe(4);
    expect(fake.installed()).toContain('llama3.2:1b');
    expect((await chat({}, 'llama3.2:1b')).status).toBe(200);
    expect(linesOf(await (await pull()).text()).filter((line) => line.digest === digest)).toEqual([{ status, digest, total, completed: total }]);
  });

  test('a pull that was cut goes on from where it was', async () => {
    await start();
    fake.fault({ kind: 'cut', afterBytes: 420 });
    await expect((await pull()).text()).rejects.toThrow();
    const had = fake.fetchedBytes(LAYER!.digest);
    expect(had).toBeGreaterThan(0);
    expect(had).toBeLessThan(LAYER!.sizeBytes);
    expect(fake.installed()).not.toContain('llama3.2:1b');
    const lines = linesOf(await (await pull()).text());
    expect(lines[1]).toMatchObject({ digest: LAYER!.digest, completed: had });
    expect(lines.at(-1)).toEqual({ status: 'success' });
  });

  test('so does one whose caller went away', async () => {
    await start({ stepMs: 200 });
    const gone = new AbortController();
    const reply = await send('/api/pull', { model: 'llama3.2:1b' }, { signal: gone.signal });
    await expect.poll(() => fake.fetchedBytes(LAYER!.digest)).toBeGreaterThan(0);
    gone.abort();
    await expect(reply.text()).rejects.toThrow(/abort/i);
    await new Promise((resolve) => setTimeout(resolve, 500));
    const had = fake.fetchedBytes(LAYER!.digest);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(fake.fetchedBytes(LAYER!.digest)).toBe(had);
    expect(had).toBeLessThan(LAYER!.sizeBytes);
    expect(fake.installed()).not.toContain('llama3.2:1b');
  });

  test('failures inside of it, and without a stream', async () => {
    await start();
    fake.fault({ kind: 'stream-error' }, { kind: 'stream-error' });
    const broken = await pull();
    expect([broken.status, linesOf(await broken.text()).at(-1)]).toEqual([200, { error: 'max retries exceeded: unexpected EOF' }]);
    expect(await refused(pull({ stream: false }))).toEqual([500, { error: 'max retries exceeded: unexpected EOF' }]);
    const missing = await pull({ model: 'nobody/nothing' });
    expect(await missing.text()).toBe('{"status":"pulling manifest"}\n{"error":"pull model manifest: file does not exist"}\n');
    expect((await pull({ model: '' })).status).toBe(400);
    expect(await (await pull({ stream: false })).json()).toEqual({ status: 'success' });
  });
});

describe('Ollama under faults', () => {
  afterEach(() => fake.close());

  test('an error inside of a stream, and a 500 without one', async () => {
    await start();
    fake.fault({ kind: 'stream-error' }, { kind: 'stream-error' });
    const reply = await chat();
    const lines = linesOf(await reply.text());
    expect([reply.status, lines.at(-1)]).toEqual([200, { error: 'an error was encountered while running the model: unexpected EOF' }]);
    expect(lines.map((line) => line.message?.content ?? '').join('')).toBe('echo: 雨');
    expect(lines.some(({ done }) => done)).toBe(false);
    expect(await refused(chat({ stream: false }))).toEqual([500, { error: 'an error was encountered while running the model: unexpected EOF' }]);
    expect(fake.billed()).toBe(0);
  });

  test('success without words', async () => {
    await start();
    fake.fault({ kind: 'empty' }, { kind: 'empty' });
    expect(linesOf(await (await chat()).text())).toMatchObject([{ message: { role: 'assistant', content: '' }, done: true, done_reason: 'stop' }]);
    expect(await whole()).toMatchObject({ message: { content: '' }, done: true });
    expect(fake.billed()).toBe(2);
  });

  test.each([1, 3])('torn into pieces of %i bytes it says the same', async (bytes) => {
    await start();
    fake.fault({ kind: 'split', bytes });
    expect(linesOf(await (await chat()).text()).map((line) => line.message?.content).join('')).toBe('echo: 雨夜 in town');
  });

  test.each([[400, 'invalid request'], [404, "model 'unknown' not found"], [429, 'too many requests'], [502, 'upstream service is unavailable'], [503, 'server busy, please try again.  maximum pending requests exceeded']])('status %i', async (status, error) => {
    await start();
    fake.fault({ kind: 'status', status }, { kind: 'status', status, code: 'its own words' });
    expect(await refused(chat())).toEqual([status, { error }]);
    expect(await refused(v1())).toMatchObject([status, { error: { message: 'its own words' } }]);
  });

  test('the queue: in turn, 503 when full, and never begun for those who left', async () => {
    await start({ parallel: 1, maxQueue: 1 });
    fake.fault({ kind: 'stall' });
    const held = new AbortController();
    const first = await send('/api/chat', { model: 'qwen3:8b', messages: USER }, { signal: held.signal });
    const gone = new AbortController();
    const second = send('/api/chat', { model: 'qwen3:8b', messages: USER }, { signal: gone.signal });
    await expect.poll(() => fake.asked.length).toBe(2);
    expect(await refused(chat())).toEqual([503, { error: 'server busy, please try again.  maximum pending requests exceeded' }]);
    gone.abort();
    await expect(second).rejects.toThrow(/abort/i);
    await expect.poll(() => fake.cancelled(), { timeout: 10_000 }).toBe(1);
    held.abort();
    await expect(first.text()).rejects.toThrow(/abort/i);
    await expect.poll(() => fake.cancelled(), { timeout: 10_000 }).toBe(2);
    expect(fake.billed()).toBe(1);
    expect((await chat({ stream: false })).status).toBe(200);
  });

  test('closing the stream ends the writing', async () => {
    await start({ stepMs: 100 });
    const gone = new AbortController();
    const reply = await send('/api/chat', { model: 'qwen3:8b', messages: USER }, { signal: gone.signal });
    gone.abort();
    await expect(reply.text()).rejects.toThrow(/abort/i);
    await expect.poll(() => fake.cancelled(), { timeout: 10_000 }).toBe(1);
  });

  test('what the original cannot do throws', async () => {
    await start();
    for (const kind of ['input-refused', 'output-refused', 'wrong-type', 'bomb', 'expired-address', 'task-failed'] as const) expect(() => fake.fault({ kind })).toThrow(kind);
    expect(() => fake.faultLookup({ kind: 'empty' })).toThrow('empty');
  });
});

describe('Ollama /v1', () => {
  afterEach(() => fake.close());

  test('whole is the default, with usage', async () => {
    await start();
    expect(await (await v1()).json()).toEqual({
      id: 'chatcmpl-1', object: 'chat.completion', created: 1_787_313_600, model: 'qwen3:8b', system_fingerprint: 'fp_ollama',
      choices: [{ index: 0, message: { role: 'assistant', content: 'echo: 雨夜 in town' }, finish_reason: 'stop' }],
      usage: { prompt_tokens: 6, completion_tokens: 6, total_tokens: 12 },
    });
    expect(await (await v1({ max_tokens: 2 })).json()).toMatchObject({ choices: [{ message: { content: 'echo:' }, finish_reason: 'length' }] });
  });

  test('events, usage when asked for, [DONE]', async () => {
    await start();
    const reply = await v1({ stream: true, stream_options: { include_usage: true } });
    expect(reply.headers.get('content-type')).toBe('text/event-stream');
    const events = (await reply.text()).split('\n\n').filter(Boolean).map((event) => event.replace(/^data: /, ''));
    const head = { id: 'chatcmpl-1', object: 'chat.completion.chunk', created: 1_787_313_600, model: 'qwen3:8b', system_fingerprint: 'fp_ollama' };
    expect(JSON.parse(events[0]!)).toEqual({ ...head, choices: [{ index: 0, delta: { role: 'assistant', content: 'echo' }, finish_reason: null }] });
    expect(JSON.parse(events.at(-3)!)).toMatchObject({ choices: [{ finish_reason: 'stop' }] });
    expect(JSON.parse(events.at(-2)!)).toEqual({ ...head, choices: [], usage: { prompt_tokens: 6, completion_tokens: 6, total_tokens: 12 } });
    expect(events.at(-1)).toBe('[DONE]');
    expect(await (await v1({ stream: true })).text()).not.toContain('usage');
  });

  test('a JSON schema, tools, and pictures as data addresses only', async () => {
    await start();
    const made = (await (await v1({ response_format: { type: 'json_schema', json_schema: { name: 'page', strict: true, schema: SCHEMA } } })).json()) as { choices: { message: { content: string } }[] };
    expect(JSON.parse(made.choices[0]!.message.content)).toEqual(FITTING);
    expect(await (await v1({ messages: [{ role: 'user', content: 'draw_page' }], tools: [TOOL] })).json()).toMatchObject({ choices: [{ message: { tool_calls: [{ type: 'function', function: { name: 'draw_page', arguments: '{"title":"draw_page"}' } }] }, finish_reason: 'tool_calls' }] });
    const see = (url: string, model = 'gemma3') => v1({ messages: [{ role: 'user', content: [{ type: 'text', text: 'what?' }, { type: 'image_url', image_url: { url } }] }] }, model);
    const data = `data:image/png;base64,${await pictureOf('png')}`;
    expect(await (await see(data)).json()).toMatchObject({ choices: [{ message: { content: 'echo: what? [png]' } }] });
    expect((await see(data, 'qwen3:8b')).status).toBe(400);
    for (const url of ['https://x.test/a.png', data.replace('png', 'gif')]) expect(await refused(see(url))).toEqual([400, { error: { message: 'invalid image input', type: 'invalid_request_error', param: null, code: null } }]);
  });

  test('models, what is missing, and what is not supported', async () => {
    await start({ models: [ollamaModel('qwen3:8b')] });
    expect(await get('/v1/models')).toEqual({ object: 'list', data: [{ id: 'qwen3:8b', object: 'model', created: 1_787_313_600, owned_by: 'library' }] });
    expect(await refused(v1({}, 'none'))).toEqual([404, { error: { message: "model 'none' not found", type: 'not_found_error', param: null, code: null } }]);
    expect((await v1({ messages: [] })).status).toBe(400);
    expect(await (await v1({ n: 3, user: 'u', options: { num_ctx: 8192 } })).json()).toMatchObject({ choices: [{ index: 0 }] });
    expect(fake.loaded()[0]?.contextLength).toBe(4096);
    await fake.close();
    await start({ unsupported: 'refused' });
    expect((await v1({ n: 3 })).status).toBe(400);
  });

  test('an error inside of a stream', async () => {
    await start();
    fake.fault({ kind: 'stream-error' });
    const body = await (await v1({ stream: true })).text();
    expect(body).toContain('data: {"error":{"message":"an error was encountered while running the model: unexpected EOF","type":"api_error","param":null,"code":null}}\n\n');
    expect(body).not.toContain('[DONE]');
  });

  test('the words can be given', async () => {
    await start({ write: ({ said }) => `${said}!` });
    expect(await (await v1()).json()).toMatchObject({ choices: [{ message: { content: '雨夜 in town!' } }] });
  });
});
