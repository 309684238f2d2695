import { setTimeout as sleep } from 'node:timers/promises';
import sharp from 'sharp';
import { afterEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { fakePicture } from './fake-pictures.ts';
import { startFakeComfyui, type ComfyOptions, type FakeComfyui } from './fake-comfyui.ts';
import type { OwnFault } from './fault.ts';

const ID = '0b5f7c1e-2d3a-4c4b-9e8f-0123456789ab';
const OTHER = '1b5f7c1e-2d3a-4c4b-9e8f-0123456789ab';

type Frame = { type: string; data: Record<string, unknown> };
type Images = { images: { filename: string; subfolder: string; type: string }[] };
type Entry = { prompt: unknown[]; outputs: Record<string, Images>; status: { status_str: string; completed: boolean; messages: [string, Record<string, unknown>][] } };
type Refusal = { error: { type: string; message: string; details: string; extra_info: unknown }; node_errors: Record<string, { errors: { type: string; details: string }[]; dependent_outputs: string[]; class_type: string }> };

let fake: FakeComfyui;
const opened: WebSocket[] = [];
const start = async (options?: ComfyOptions) => { fake = await startFakeComfyui(options); };
const json = async <Body>(path: string, init?: RequestInit) => (await (await fetch(fake.url + path, init)).json()) as Body;
const post = (path: string, body: unknown) => fetch(fake.url + path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: typeof body === 'string' ? body : JSON.stringify(body) });
const submit = (graph: unknown, more: Record<string, unknown> = {}) => post('/prompt', { prompt: graph, ...more });
const refusalOf = async (graph: unknown) => (await (await submit(graph)).json()) as Refusal;

/** From words, as the editor exports it for its API. */
function graphOf({ width = 64, height = 96, batch = 1, steps = 3, seed = 7, text = 'a cat in 漫画' } = {}): Record<string, { class_type: string; inputs: Record<string, unknown> }> {
  return {
    3: { class_type: 'KSampler', inputs: { model: ['4', 0], seed, steps, cfg: 7, sampler_name: 'euler', scheduler: 'normal', positive: ['6', 0], negative: ['7', 0], latent_image: ['5', 0], denoise: 1 } },
    4: { class_type: 'CheckpointLoaderSimple', inputs: { ckpt_name: 'plain-sd15.safetensors' } },
    5: { class_type: 'EmptyLatentImage', inputs: { width, height, batch_size: batch } },
    6: { class_type: 'CLIPTextEncode', inputs: { text, clip: ['4', 1] } },
    7: { class_type: 'CLIPTextEncode', inputs: { text: 'blurry', clip: ['4', 1] } },
    8: { class_type: 'VAEDecode', inputs: { samples: ['3', 0], vae: ['4', 2] } },
    9: { class_type: 'SaveImage', inputs: { images: ['8', 0], filename_prefix: 'panel' } },
  };
}

async function until<Value>(look: () => Promise<Value | undefined> | Value | undefined): Promise<Value> {
  for (let tries = 0; tries < 500; tries += 1) {
    const value = await look();
    if (value !== undefined && value !== false) return value;
    await sleep(5);
  }
  throw new Error('it never came');
}

const finished = (id: string) => until(async () => (await json<Record<string, Entry>>(`/history/${id}`))[id]);

async function listen(clientId = 'c1', { path = '/ws', features = false } = {}) {
  const socket = new WebSocket(`${fake.url.replace('http', 'ws')}${path}?clientId=${clientId}`);
  opened.push(socket);
  const frames: Frame[] = [];
  const previews: Buffer[] = [];
  const heard = { socket, frames, previews, isClosed: false, closeCode: 0, of: (type: string) => frames.filter((frame) => frame.type === type).map(({ data }) => data) };
  socket.on('message', (data: Buffer, isBinary) => { if (isBinary) previews.push(data); else frames.push(JSON.parse(data.toString()) as Frame); });
  socket.on('close', (code) => { Object.assign(heard, { isClosed: true, closeCode: code }); });
  await new Promise((resolve, reject) => { socket.once('open', resolve).once('error', reject); });
  if (features) socket.send(JSON.stringify({ type: 'feature_flags', data: { supports_preview_metadata: true } }));
  await until(() => (frames.length > (features ? 1 : 0) ? true : undefined));
  return heard;
}

const isEnded = (heard: { of: (type: string) => Record<string, unknown>[] }, id = ID) => until(() => heard.of('executing').some(({ node, prompt_id: of }) => node === null && of === id) || undefined);

afterEach(async () => {
  for (const socket of opened.splice(0)) socket.terminate();
  await fake.close();
});

describe('a prompt', () => {
  test('is queued, is nowhere in the history until it has ended, and then shows its pictures', async () => {
    await start();
    fake.hold();
    const asked = await submit(graphOf({ batch: 2 }), { client_id: 'c1', prompt_id: ID });
    expect([asked.status, await asked.json()]).toEqual([200, { prompt_id: ID, number: 0, node_errors: {} }]);
    expect(await json(`/history/${ID}`)).toEqual({});
    fake.release();
    const entry = await finished(ID);
    expect(entry.prompt).toEqual([0, ID, graphOf({ batch: 2 }), { client_id: 'c1' }, ['9']]);
    expect(entry.outputs).toEqual({ 9: { images: [{ filename: 'panel_00001_.png', subfolder: '', type: 'output' }, { filename: 'panel_00002_.png', subfolder: '', type: 'output' }] } });
    expect(entry.status).toMatchObject({ status_str: 'success', completed: true });
    expect(entry.status.messages.map(([event]) => event)).toEqual(['execution_start', 'execution_cached', 'execution_success']);
    expect(fake.billed()).toBe(2);
    const first = await fetch(`${fake.url}/view?filename=panel_00001_.png&subfolder=&type=output`);
    expect(first.headers.get('content-type')).toBe('image/png');
    const bytes = Buffer.from(await first.arrayBuffer());
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'png', width: 64, height: 96 });
    const second = Buffer.from(await (await fetch(`${fake.url}/view?filename=panel_00002_.png`)).arrayBuffer());
    const colour = async (one: Buffer) => [...(await sharp(one).removeAlpha().raw().toBuffer()).subarray(0, 3)];
    expect(await colour(bytes)).not.toEqual(await colour(second));
  });

  test('without an id gets one; every route answers under /api too', async () => {
    await start();
    const reply = await json<{ prompt_id: string; number: number }>('/api/prompt', { method: 'POST', body: JSON.stringify({ prompt: graphOf() }) });
    expect(reply.prompt_id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    await finished(reply.prompt_id);
    expect(Object.keys(await json<object>(`/api/history/${reply.prompt_id}`))).toEqual([reply.prompt_id]);
    for (const path of ['/api/queue', '/api/system_stats', '/api/object_info', '/api/models/checkpoints', '/api/view?filename=panel_00001_.png']) expect((await fetch(fake.url + path)).status, path).toBe(200);
    for (const path of ['/api/interrupt', '/api/free', '/api/queue']) expect((await post(path, {})).status, path).toBe(200);
  });

  test.each(['not-an-id', ID.toUpperCase(), ID.replaceAll('-', ''), 7])('with the id %s is refused', async (id) => {
    await start();
    const reply = await submit(graphOf(), { prompt_id: id });
    expect(reply.status).toBe(400);
    expect(await reply.json()).toEqual({ error: { type: expect.any(String), message: expect.any(String), details: String(id), extra_info: {} }, node_errors: {} });
    expect(fake.jobs()).toEqual([]);
  });

  test('writes its graph and workflow into the file', async () => {
    await start();
    await submit(graphOf({ text: '漫画' }), { prompt_id: ID, extra_data: { extra_pnginfo: { workflow: { nodes: [] } } } });
    await finished(ID);
    const bytes = Buffer.from(await (await fetch(`${fake.url}/view?filename=panel_00001_.png`)).arrayBuffer());
    const { comments } = await sharp(bytes).metadata();
    expect(comments?.map(({ keyword }) => keyword)).toEqual(['prompt', 'workflow']);
    expect(JSON.parse(comments![0]!.text)).toEqual(graphOf({ text: '漫画' }));
  });

  test('at the front goes before those that wait', async () => {
    await start();
    fake.hold();
    await submit(graphOf());
    await submit(graphOf(), { prompt_id: ID });
    const front = await (await submit(graphOf(), { prompt_id: OTHER, front: true })).json();
    expect(front).toEqual({ prompt_id: OTHER, number: -2, node_errors: {} });
    const { queue_running: running, queue_pending: pending } = await json<{ queue_running: unknown[][]; queue_pending: unknown[][] }>('/queue');
    expect([running.length, pending.map((row) => row[1])]).toEqual([1, [OTHER, ID]]);
  });

  test('runs the picture an upload holds through a mask, an upscale and a smaller grid', async () => {
    await start();
    const form = new FormData();
    form.set('image', new Blob([new Uint8Array(await fakePicture(70, 50))]), 'base.png');
    await fetch(`${fake.url}/upload/image`, { method: 'POST', body: form });
    const graph = graphOf();
    graph['5'] = { class_type: 'VAEEncodeForInpaint', inputs: { pixels: ['10', 0], mask: ['10', 1], vae: ['4', 2], grow_mask_by: 6 } };
    graph['10'] = { class_type: 'LoadImage', inputs: { image: 'base.png' } };
    graph['11'] = { class_type: 'UpscaleModelLoader', inputs: { model_name: 'plain-x4.pth' } };
    graph['12'] = { class_type: 'ImageUpscaleWithModel', inputs: { upscale_model: ['11', 0], image: ['8', 0] } };
    graph['9'] = { class_type: 'SaveImage', inputs: { images: ['12', 0], filename_prefix: 'deep/er' } };
    await submit(graph, { prompt_id: ID });
    expect((await finished(ID)).outputs).toEqual({ 9: { images: [{ filename: 'er_00001_.png', subfolder: 'deep', type: 'output' }] } });
    const bytes = Buffer.from(await (await fetch(`${fake.url}/view?filename=er_00001_.png&subfolder=deep`)).arrayBuffer());
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 256, height: 192 });
    expect(fake.loadedModels().toSorted()).toEqual(['plain-sd15.safetensors', 'plain-x4.pth']);
    await post('/free', { unload_models: true, free_memory: true });
    expect([fake.loadedModels(), fake.freed()]).toEqual([[], [{ unload_models: true, free_memory: true }]]);
  });
});

describe('a graph that is wrong', () => {
  test('no prompt, no JSON, no ends, the editor\'s own form', async () => {
    await start();
    expect(await (await post('/prompt', { client_id: 'c' })).json()).toEqual({ error: { type: 'no_prompt', message: 'No prompt provided', details: 'No prompt provided', extra_info: {} }, node_errors: {} });
    expect((await post('/prompt', '{"prompt":')).status).toBe(500);
    const { 9: _, ...endless } = graphOf();
    expect(await refusalOf(endless)).toEqual({ error: { type: 'prompt_no_outputs', message: 'Prompt has no outputs', details: '', extra_info: {} }, node_errors: {} });
    const editor = await submit({ last_node_id: 9, nodes: [{ id: 3, type: 'KSampler' }], links: [] });
    expect(editor.status).toBe(400);
    expect(await refusalOf({ ...graphOf(), 20: { class_type: 'NoSuchNode', inputs: {} } })).toMatchObject({ error: { type: 'missing_node_type', details: "Node ID '#20'" }, node_errors: {} });
    expect([fake.jobs(), fake.billed()]).toEqual([[], 0]);
  });

  test.each<[string, string, Record<string, unknown>, string, string]>([
    ['a missing input', '5', { width: 64, height: 64 }, 'required_input_missing', 'batch_size'],
    ['too small', '5', { width: 8, height: 64, batch_size: 1 }, 'value_smaller_than_min', 'width'],
    ['too large', '5', { width: 64, height: 20_000, batch_size: 1 }, 'value_bigger_than_max', 'height'],
    ['no number', '5', { width: 'wide', height: 64, batch_size: 1 }, 'invalid_input_type', 'width, wide'],
    ['an unknown model', '4', { ckpt_name: 'gone.safetensors' }, 'value_not_in_list', "ckpt_name: 'gone.safetensors' not in ['plain-sd15.safetensors', 'plain-sdxl.safetensors']"],
    ['a link to nowhere', '8', { samples: ['77', 0], vae: ['4', 2] }, 'exception_during_inner_validation', "'77'"],
    ['a link of another type', '8', { samples: ['4', 0], vae: ['4', 2] }, 'return_type_mismatch', 'samples, received_type(MODEL) mismatch input_type(LATENT)'],
    ['a link that is none', '8', { samples: ['3'], vae: ['4', 2] }, 'bad_linked_input', 'samples'],
  ])('%s is told at its node', async (_, id, inputs, type, details) => {
    await start();
    const graph = graphOf();
    graph[id]!.inputs = inputs;
    const reply = await submit(graph);
    const { error, node_errors: nodeErrors } = (await reply.json()) as Refusal;
    expect(reply.status).toBe(400);
    expect(error).toMatchObject({ type: 'prompt_outputs_failed_validation', message: 'Prompt outputs failed validation', extra_info: {} });
    expect(Object.keys(nodeErrors)).toEqual([id]);
    expect(nodeErrors[id]).toMatchObject({ errors: [{ type, details }], dependent_outputs: ['9'], class_type: graph[id]!.class_type });
  });

  test('a seed of -1 is no seed; a picture that was never uploaded', async () => {
    await start();
    const { node_errors: seeds } = await refusalOf(graphOf({ seed: -1 }));
    expect(seeds['3']).toMatchObject({ errors: [{ type: 'value_smaller_than_min', message: 'Value -1 smaller than min of 0' }], dependent_outputs: ['9'], class_type: 'KSampler' });
    const { node_errors: nodeErrors } = await refusalOf({ ...graphOf(), 10: { class_type: 'LoadImage', inputs: { image: 'no.png' } }, 9: { class_type: 'SaveImage', inputs: { images: ['10', 0], filename_prefix: 'x' } } });
    expect(nodeErrors['10']!.errors[0]).toMatchObject({ type: 'custom_validation_failed', details: 'image - Invalid image file: no.png' });
  });

  test('a circle, told where it closes; a node without inputs', async () => {
    await start();
    const { node_errors: nodeErrors } = await refusalOf({ ...graphOf(), 5: { class_type: 'VAEEncode', inputs: { pixels: ['8', 0], vae: ['4', 2] } } });
    expect(nodeErrors).toMatchObject({ 5: { errors: [{ type: 'dependency_cycle', details: '5 -> 8' }], dependent_outputs: ['9'], class_type: 'VAEEncode' } });
    expect((await refusalOf({ ...graphOf(), 4: { class_type: 'CheckpointLoaderSimple' } })).error.type).toBe('invalid_prompt');
  });

  test('with one good end is accepted, runs that end and tells the rest', async () => {
    await start();
    const graph = { ...graphOf(), 20: { class_type: 'PreviewImage', inputs: {} } };
    const reply = await submit(graph, { prompt_id: ID });
    expect(reply.status).toBe(200);
    expect(await reply.json()).toMatchObject({ prompt_id: ID, node_errors: { 20: { errors: [{ type: 'required_input_missing', details: 'images' }], class_type: 'PreviewImage' } } });
    expect(Object.keys((await finished(ID)).outputs)).toEqual(['9']);
  });

  test('bytes that are no picture fail at their node, in the run', async () => {
    await start();
    const form = new FormData();
    form.set('image', new Blob(['words']), 'base.png');
    await fetch(`${fake.url}/upload/image`, { method: 'POST', body: form });
    await submit({ 1: { class_type: 'LoadImage', inputs: { image: 'base.png' } }, 2: { class_type: 'PreviewImage', inputs: { images: ['1', 0] } } }, { prompt_id: ID });
    const { status } = await finished(ID);
    expect(status).toMatchObject({ status_str: 'error', completed: false });
    expect(status.messages.at(-1)).toEqual(['execution_error', expect.objectContaining({ node_id: '1', node_type: 'LoadImage', exception_type: 'PIL.UnidentifiedImageError' })]);
  });
});

describe('the socket', () => {
  test('tells each step, in order, with previews between, and the end last', async () => {
    await start();
    const heard = await listen();
    expect(heard.frames[0]).toEqual({ type: 'status', data: { status: { exec_info: { queue_remaining: 0 } }, sid: 'c1' } });
    await submit(graphOf({ steps: 3 }), { client_id: 'c1', prompt_id: ID });
    await isEnded(heard);
    expect(Object.keys(await json<object>(`/history/${ID}`))).toEqual([ID]);
    expect(heard.frames.filter(({ type }) => type !== 'status').map(({ type, data }) => (type === 'executing' ? `executing ${String(data['node'])}` : type))).toEqual([
      'execution_start', 'execution_cached', 'executing 4', 'executing 6', 'executing 7', 'executing 5', 'executing 3',
      'progress_state', 'progress', 'progress_state', 'progress', 'progress_state', 'progress', 'executing 8', 'executing 9', 'executed', 'execution_success', 'executing null',
    ]);
    expect(heard.of('progress')).toEqual([1, 2, 3].map((value) => ({ value, max: 3, prompt_id: ID, node: '3' })));
    expect(heard.of('progress_state')[0]).toMatchObject({ prompt_id: ID, nodes: { 3: { value: 1, max: 3, state: 'running', node_id: '3' } } });
    expect(heard.of('executed')).toEqual([{ node: '9', display_node: '9', output: { images: [{ filename: 'panel_00001_.png', subfolder: '', type: 'output' }] }, prompt_id: ID }]);
    expect(heard.of('executing').at(-1)).toEqual({ node: null, prompt_id: ID });
    expect(heard.previews).toHaveLength(3);
  });

  test.each([['jpeg', 1], ['png', 2]] as const)('a preview as %s: event 1, format %i, bytes', async (preview, format) => {
    await start({ preview });
    const heard = await listen();
    await submit(graphOf(), { client_id: 'c1', prompt_id: ID });
    await isEnded(heard);
    const frame = heard.previews[0]!;
    expect([frame.readUInt32BE(0), frame.readUInt32BE(4)]).toEqual([1, format]);
    expect(await sharp(frame.subarray(8)).metadata()).toMatchObject({ format: preview });
  });

  test('a preview with metadata for who says so in the first frame', async () => {
    await start();
    const heard = await listen('c1', { features: true, path: '/api/ws' });
    await submit(graphOf(), { client_id: 'c1', prompt_id: ID });
    await isEnded(heard);
    const frame = heard.previews[0]!;
    const length = frame.readUInt32BE(4);
    expect(frame.readUInt32BE(0)).toBe(4);
    expect(JSON.parse(frame.subarray(8, 8 + length).toString())).toMatchObject({ prompt_id: ID, node_id: '3', image_type: 'image/jpeg' });
    expect(await sharp(frame.subarray(8 + length)).metadata()).toMatchObject({ format: 'jpeg' });
  });

  test('said in a later frame it is too late; no previews where there are none', async () => {
    await start();
    const heard = await listen();
    heard.socket.send('{"type":"hello"}');
    heard.socket.send(JSON.stringify({ type: 'feature_flags', data: { supports_preview_metadata: true } }));
    await submit(graphOf(), { client_id: 'c1', prompt_id: ID });
    await isEnded(heard);
    expect(heard.previews[0]!.readUInt32BE(0)).toBe(1);
    await fake.close();
    await start({ preview: 'none' });
    const silent = await listen();
    await submit(graphOf(), { client_id: 'c1', prompt_id: ID });
    await isEnded(silent);
    expect(silent.previews).toEqual([]);
  });

  test('success is told before the history knows; the end after', async () => {
    await start({ historyLagMs: 150 });
    const heard = await listen();
    await submit(graphOf(), { client_id: 'c1', prompt_id: ID });
    await until(() => heard.of('execution_success')[0]);
    expect([await json(`/history/${ID}`), heard.of('executing').some(({ node }) => node === null)]).toEqual([{}, false]);
    await isEnded(heard);
    expect(Object.keys(await json<object>(`/history/${ID}`))).toEqual([ID]);
  });

  test('another client hears the queue only; two prompts of one client are told apart by their ids', async () => {
    await start();
    const mine = await listen('c1');
    const theirs = await listen('c2');
    await submit(graphOf(), { client_id: 'c1', prompt_id: ID });
    await submit(graphOf(), { client_id: 'c1', prompt_id: OTHER });
    await isEnded(mine, OTHER);
    expect(new Set(theirs.frames.map(({ type }) => type))).toEqual(new Set(['status']));
    expect(new Set(mine.of('progress').map((data) => data['prompt_id']))).toEqual(new Set([ID, OTHER]));
    expect(Math.max(...theirs.of('status').map((data) => (data as { status: { exec_info: { queue_remaining: number } } }).status.exec_info.queue_remaining))).toBe(2);
    await submit(graphOf(), { prompt_id: ID.replace('0', '2') });
    await isEnded(theirs, ID.replace('0', '2'));
  });

  test('cut in the middle, nothing is told again, and the history knows', async () => {
    await start();
    const heard = await listen();
    fake.hold(2);
    await submit(graphOf({ steps: 5 }), { client_id: 'c1', prompt_id: ID });
    await until(() => (heard.of('progress').length === 2 ? true : undefined));
    fake.cutSockets();
    await until(() => heard.isClosed || undefined);
    expect(heard.closeCode).toBe(1006);
    fake.refuseSockets(1);
    await expect(listen()).rejects.toThrow();
    const again = await listen();
    fake.release();
    await isEnded(again);
    expect(again.of('execution_start')).toEqual([]);
    expect(again.of('progress').map((data) => data['value'])).toEqual([3, 4, 5]);
    expect((await finished(ID)).status.status_str).toBe('success');
    expect([fake.billed(), fake.listeners()]).toEqual([1, ['c1']]);
  });

  test('muted it stands and says nothing; other frames can be put in', async () => {
    await start();
    const heard = await listen();
    fake.muteSockets(true);
    await submit(graphOf(), { client_id: 'c1', prompt_id: ID });
    await finished(ID);
    expect(heard.frames).toHaveLength(1);
    fake.sayToSockets(Buffer.from([0, 0, 0, 9]));
    await until(() => heard.previews[0]);
    expect(heard.socket.readyState).toBe(WebSocket.OPEN);
  });
});

describe('stopping', () => {
  test('what runs, by its id or by an empty body', async () => {
    await start();
    const heard = await listen();
    for (const [id, body] of [[ID, { prompt_id: ID }], [OTHER, '']] as const) {
      fake.hold(0);
      await submit(graphOf({ steps: 50 }), { client_id: 'c1', prompt_id: id });
      await post('/interrupt', { prompt_id: '2b5f7c1e-2d3a-4c4b-9e8f-0123456789ab' });
      await sleep(20);
      expect(await json(`/history/${id}`)).toEqual({});
      expect((await post('/interrupt', body)).status).toBe(200);
      const entry = await finished(id);
      expect(entry.status).toMatchObject({ status_str: 'error', completed: false });
      expect(entry.status.messages.at(-1)![0]).toBe('execution_interrupted');
      fake.release();
    }
    await isEnded(heard, OTHER);
    expect(heard.of('execution_interrupted')[0]).toMatchObject({ prompt_id: ID, node_id: '4', node_type: 'CheckpointLoaderSimple', executed: [] });
    expect(fake.billed()).toBe(0);
  });

  test('what waits is deleted and leaves nothing; what runs is not deleted', async () => {
    await start();
    fake.hold();
    await submit(graphOf(), { prompt_id: ID });
    await submit(graphOf(), { prompt_id: OTHER });
    const third = ((await (await submit(graphOf())).json()) as { prompt_id: string }).prompt_id;
    expect((await post('/queue', { delete: [OTHER, ID] })).status).toBe(200);
    const queue = await json<{ queue_running: unknown[][]; queue_pending: unknown[][] }>('/queue');
    expect([queue.queue_running.map((row) => row[1]), queue.queue_pending.map((row) => row[1])]).toEqual([[ID], [third]]);
    await post('/queue', { clear: true });
    fake.release();
    await finished(ID);
    expect([await json(`/history/${OTHER}`), await json(`/history/${third}`), fake.billed()]).toEqual([{}, {}, 1]);
    expect(fake.jobs().map(({ state }) => state)).toEqual(['completed', 'cancelled', 'cancelled']);
  });

  test('by the jobs API, twice; its states; older servers have none', async () => {
    await start();
    fake.hold();
    await submit(graphOf(), { prompt_id: ID });
    await submit(graphOf(), { prompt_id: OTHER });
    const states = async () => (await json<{ jobs: { id: string; status: string }[] }>('/api/jobs')).jobs.map(({ id, status }) => [id, status]);
    expect(await states()).toEqual([[ID, 'in_progress'], [OTHER, 'pending']]);
    for (const id of [OTHER, OTHER, ID, ID]) expect((await post(`/api/jobs/${id}/cancel`, '')).status).toBe(200);
    await finished(ID);
    expect(await states()).toEqual([[ID, 'cancelled'], [OTHER, 'cancelled']]);
    fake.release();
    fake.fault({ kind: 'task-failed' });
    for (const id of ['3b5f7c1e-2d3a-4c4b-9e8f-0123456789ab', '4b5f7c1e-2d3a-4c4b-9e8f-0123456789ab']) {
      await submit(graphOf(), { prompt_id: id });
      await finished(id);
    }
    expect((await states()).slice(2).map(([, status]) => status)).toEqual(['failed', 'completed']);
    expect(await json('/api/jobs/4b5f7c1e-2d3a-4c4b-9e8f-0123456789ab')).toMatchObject({ status: 'completed', outputs_count: 1, outputs: { 9: { images: [{ type: 'output' }] } } });
    expect((await fetch(`${fake.url}/api/jobs/unknown`)).status).toBe(404);
    await fake.close();
    await start({ forgetsCancelled: true });
    fake.hold();
    await submit(graphOf());
    await submit(graphOf(), { prompt_id: OTHER });
    await post(`/api/jobs/${OTHER}/cancel`, '');
    expect((await fetch(`${fake.url}/api/jobs/${OTHER}`)).status).toBe(404);
    await fake.close();
    await start({ hasJobs: false });
    expect((await fetch(`${fake.url}/api/jobs`)).status).toBe(404);
  });

  test('the server in the middle: all is lost but files, and it comes back at its address', async () => {
    await start();
    await submit(graphOf(), { prompt_id: OTHER });
    await finished(OTHER);
    const heard = await listen();
    fake.hold(1);
    await submit(graphOf(), { client_id: 'c1', prompt_id: ID });
    await until(() => heard.of('progress')[0]);
    await fake.crash();
    await until(() => heard.isClosed || undefined);
    await expect(fetch(`${fake.url}/queue`)).rejects.toThrow();
    fake.release();
    await fake.restart();
    expect([await json(`/history/${ID}`), await json(`/history/${OTHER}`), await json('/queue')]).toEqual([{}, {}, { queue_running: [], queue_pending: [] }]);
    expect((await fetch(`${fake.url}/view?filename=panel_00001_.png`)).status).toBe(200);
    await submit(graphOf(), { prompt_id: ID });
    await finished(ID);
    expect(fake.billed()).toBe(2);
    await fake.crash();
  });
});

describe('files', () => {
  const send = async (path: string, parts: Record<string, string | Buffer>, name = 'a.png') => {
    const form = new FormData();
    for (const [key, part] of Object.entries(parts)) {
      if (typeof part === 'string') form.set(key, part);
      else form.set(key, new Blob([new Uint8Array(part)]), name);
    }
    return fetch(fake.url + path, { method: 'POST', body: form });
  };

  test('an upload, a clash, an overwrite, a folder', async () => {
    await start();
    const [one, other] = [await fakePicture(8, 8, 0), await fakePicture(8, 8, 1)];
    expect(await (await send('/upload/image', { image: one })).json()).toEqual({ name: 'a.png', subfolder: '', type: 'input' });
    expect(await (await send('/upload/image', { image: other })).json()).toEqual({ name: 'a (1).png', subfolder: '', type: 'input' });
    for (const overwrite of ['true', '1']) expect(await (await send('/upload/image', { image: other, overwrite })).json()).toEqual({ name: 'a.png', subfolder: '', type: 'input' });
    expect(await (await send('/upload/image', { image: one, subfolder: 'komawari', type: 'temp' })).json()).toEqual({ name: 'a.png', subfolder: 'komawari', type: 'temp' });
    expect(Buffer.from(await (await fetch(`${fake.url}/view?filename=a.png&type=input`)).arrayBuffer())).toEqual(other);
    expect(fake.files('input').map(({ filename }) => filename)).toEqual(['a.png', 'a (1).png']);
    expect((await send('/upload/image', { type: 'input' })).status).toBe(400);
    expect((await send('/upload/image', { image: one, subfolder: '../..' })).status).toBe(400);
    expect((await send('/upload/image', { image: one, type: 'elsewhere' })).status).toBe(400);
    expect((await post('/upload/image', { image: 'x' })).status).toBe(400);
  });

  test('the same bytes again keep their name, where they are known', async () => {
    await start({ reusesIdentical: true });
    const one = await fakePicture(8, 8);
    for (const image of [one, one]) expect(await (await send('/upload/image', { image })).json()).toMatchObject({ name: 'a.png' });
    expect(await (await send('/upload/image', { image: await fakePicture(8, 9) })).json()).toMatchObject({ name: 'a (1).png' });
  });

  test('a mask gives its alpha to the picture it names', async () => {
    await start();
    await send('/upload/image', { image: await fakePicture(10, 6) }, 'base.png');
    const mask = await sharp({ create: { width: 10, height: 6, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } }).png().toBuffer();
    const ref = JSON.stringify({ filename: 'base.png', subfolder: '', type: 'input' });
    expect(await (await send('/upload/mask', { image: mask, original_ref: ref }, 'mask.png')).json()).toEqual({ name: 'mask.png', subfolder: '', type: 'input' });
    const made = Buffer.from(await (await fetch(`${fake.url}/view?filename=mask.png&type=input`)).arrayBuffer());
    expect([...(await sharp(made).raw().toBuffer()).subarray(0, 4)]).toEqual([0xc8, 0x40, 0x2a, 0]);
    expect((await send('/upload/mask', { image: await fakePicture(9, 6), original_ref: ref })).status).toBe(500);
    expect((await send('/upload/mask', { image: mask, original_ref: ref.replace('base', 'gone') })).status).toBe(404);
    expect((await send('/upload/mask', { image: mask, original_ref: 'base.png' })).status).toBe(400);
  });

  test('a view as a preview, without its alpha, as its alpha; refused ones', async () => {
    await start();
    const half = await sharp({ create: { width: 12, height: 12, channels: 4, background: { r: 9, g: 9, b: 9, alpha: 0 } } }).png().toBuffer();
    await send('/upload/image', { image: half });
    const view = async (query: string) => {
      const reply = await fetch(`${fake.url}/view?filename=a.png&type=input&${query}`);
      return { type: reply.headers.get('content-type'), facts: await sharp(Buffer.from(await reply.arrayBuffer())).metadata() };
    };
    expect(await view('preview=webp;90')).toMatchObject({ type: 'image/webp', facts: { format: 'webp', width: 12 } });
    expect(await view('preview=jpeg;50')).toMatchObject({ type: 'image/jpeg', facts: { format: 'jpeg' } });
    expect(await view('channel=rgb')).toMatchObject({ type: 'image/png', facts: { hasAlpha: false } });
    expect(await view('channel=a')).toMatchObject({ type: 'image/png', facts: { hasAlpha: true } });
    for (const [query, status] of [['filename=no.png', 404], ['filename=../a.png', 400], ['filename=a.png&subfolder=../x&type=input', 403], ['filename=a.png&type=secret', 400], ['', 404], ['filename=a.png', 404]] as const) {
      expect((await fetch(`${fake.url}/view?${query}`)).status, query).toBe(status);
    }
  });

  test('more than the cap is refused', async () => {
    await start({ uploadCapBytes: 1000 });
    expect((await send('/upload/image', { image: Buffer.alloc(2000) })).status).toBe(413);
  });
});

describe('what it tells of itself', () => {
  test('nodes, models, the system', async () => {
    await start();
    const info = await json<Record<string, { input: { required: Record<string, unknown[]> }; output: string[]; output_node: boolean }>>('/object_info');
    expect(info['CheckpointLoaderSimple']).toMatchObject({ input: { required: { ckpt_name: [['plain-sd15.safetensors', 'plain-sdxl.safetensors'], {}] } }, output: ['MODEL', 'CLIP', 'VAE'], output_node: false });
    expect(info['KSampler']!.input.required['steps']).toEqual(['INT', { default: 20, min: 1, max: 10_000 }]);
    expect(info['SaveImage']!.output_node).toBe(true);
    expect(await json('/models/loras')).toEqual(['ink-lines.safetensors']);
    expect((await fetch(`${fake.url}/models/nothing`)).status).toBe(404);
    expect(await json('/system_stats')).toMatchObject({ system: { comfyui_version: expect.any(String) }, devices: [{ type: 'cuda', vram_total: expect.any(Number) }] });
    await fake.close();
    await start({ comboForm: 'options', models: { checkpoints: ['mine.safetensors'] } });
    expect(await json('/object_info')).toMatchObject({ CheckpointLoaderSimple: { input: { required: { ckpt_name: ['COMBO', { options: ['mine.safetensors'] }] } } } });
  });

  test('pages of other origins are refused, unless they are let in', async () => {
    await start();
    expect((await fetch(`${fake.url}/queue`, { headers: { origin: 'http://elsewhere.test' } })).status).toBe(403);
    expect((await fetch(`${fake.url}/queue`, { headers: { origin: fake.url } })).status).toBe(200);
    await fake.close();
    await start({ corsOrigin: '*' });
    const reply = await fetch(`${fake.url}/queue`, { headers: { origin: 'http://elsewhere.test' } });
    expect([reply.status, reply.headers.get('access-control-allow-origin')]).toEqual([200, '*']);
  });

  test('what was taken from the cache is told, and neither made nor billed again', async () => {
    await start({ caches: true });
    const heard = await listen();
    await submit(graphOf(), { client_id: 'c1', prompt_id: ID });
    await finished(ID);
    await submit(graphOf(), { client_id: 'c1', prompt_id: OTHER });
    expect((await finished(OTHER)).outputs).toEqual((await finished(ID)).outputs);
    await isEnded(heard, OTHER);
    expect(heard.of('execution_cached').map((data) => (data['nodes'] as string[]).length)).toEqual([0, 7]);
    expect([heard.of('progress').length, fake.billed()]).toEqual([3, 1]);
    await submit(graphOf({ seed: 8 }), { client_id: 'c1' });
    await until(() => (heard.of('execution_cached').length === 3 ? true : undefined));
    expect(heard.of('execution_cached')[2]!['nodes']).toEqual(['4', '6', '7', '5']);
  });
});

describe('faults', () => {
  test('a task fails in the middle of its steps', async () => {
    await start();
    const heard = await listen();
    fake.fault({ kind: 'task-failed' });
    await submit(graphOf({ steps: 4 }), { client_id: 'c1', prompt_id: ID });
    await isEnded(heard);
    expect(heard.of('execution_error')).toEqual([expect.objectContaining({
      prompt_id: ID, node_id: '3', node_type: 'KSampler', exception_type: 'torch.OutOfMemoryError', exception_message: expect.stringContaining('out of memory'), traceback: [expect.any(String)],
    })]);
    expect(heard.of('progress')).toHaveLength(2);
    expect(heard.of('execution_success')).toEqual([]);
    expect(await finished(ID)).toMatchObject({ outputs: {}, status: { status_str: 'error', completed: false } });
    expect(fake.billed()).toBe(0);
  });

  const viewed = async (fault: OwnFault) => {
    await start();
    fake.fault(fault);
    await submit(graphOf(), { prompt_id: ID });
    const { outputs, status } = await finished(ID);
    expect(status.status_str).toBe('success');
    const [image] = outputs['9']!.images;
    return image && fetch(`${fake.url}/view?${new URLSearchParams(image).toString()}`);
  };

  test('success without a picture, and pictures that are none, too large, gone', async () => {
    expect(await viewed({ kind: 'empty' })).toBeUndefined();
    expect(fake.billed()).toBe(0);
    await fake.close();
    const wrong = await viewed({ kind: 'wrong-type' });
    expect([wrong!.headers.get('content-type'), (await wrong!.text()).startsWith('GIF89a? no')]).toEqual(['image/png', true]);
    await fake.close();
    const bomb = Buffer.from(await (await viewed({ kind: 'bomb' }))!.arrayBuffer());
    expect(await sharp(bomb).metadata()).toMatchObject({ width: 8000, height: 5000 });
    await fake.close();
    expect((await viewed({ kind: 'expired-address' }))!.status).toBe(404);
    expect(fake.billed()).toBe(1);
  });

  test('those it cannot have throw', async () => {
    await start();
    for (const fault of [{ kind: 'input-refused' }, { kind: 'output-refused' }, { kind: 'slot', slot: 1 }, { kind: 'stream-error' }] as const) expect(() => { fake.fault(fault); }).toThrow(fault.kind);
  });

  test('refused by status nothing is queued; an answer that is lost has queued it', async () => {
    await start();
    fake.fault({ kind: 'status', status: 503, retryAfterS: 4 }, { kind: 'status', status: 500 }, { kind: 'status', status: 400, code: 'value_not_in_list' });
    const busy = await submit(graphOf());
    expect([busy.status, busy.headers.get('retry-after'), await busy.text()]).toEqual([503, '4', '503: Service Unavailable']);
    expect(await (await submit(graphOf())).text()).toContain('500 Internal Server Error');
    expect(await (await submit(graphOf())).json()).toMatchObject({ error: { type: 'value_not_in_list' }, node_errors: {} });
    expect(fake.jobs()).toEqual([]);
    fake.fault({ kind: 'lost' }, { kind: 'html' });
    await expect(submit(graphOf(), { prompt_id: ID })).rejects.toThrow();
    expect(await (await submit(graphOf(), { prompt_id: OTHER })).text()).toContain('<h1>');
    await finished(ID);
    await finished(OTHER);
    expect(fake.billed()).toBe(2);
  });

  test('each place has its own, and a fault there befalls no prompt', async () => {
    await start();
    fake.faultOn('history', { kind: 'status', status: 500 }, { kind: 'garbage' });
    fake.faultOn('view', { kind: 'cut', afterBytes: 20 }, { kind: 'status', status: 503 }, { kind: 'split', bytes: 1 });
    await submit(graphOf(), { prompt_id: ID });
    expect((await fetch(`${fake.url}/history/${ID}`)).status).toBe(500);
    await until(() => fake.jobs()[0]!.state === 'completed' || undefined);
    await expect(json(`/history/${ID}`)).rejects.toThrow(SyntaxError);
    await finished(ID);
    const view = () => fetch(`${fake.url}/view?filename=panel_00001_.png`);
    await expect(view().then((reply) => reply.arrayBuffer())).rejects.toThrow();
    expect((await view()).status).toBe(503);
    const torn = Buffer.from(await (await view()).arrayBuffer());
    expect(torn).toEqual(Buffer.from(await (await view()).arrayBuffer()));
    for (const spot of ['queue', 'interrupt', 'free', 'jobs', 'discovery', 'upload'] as const) fake.faultOn(spot, { kind: 'status', status: 502 });
    for (const path of ['/queue', '/api/jobs', '/system_stats']) expect((await fetch(fake.url + path)).status, path).toBe(502);
    for (const path of ['/interrupt', '/free', '/upload/mask']) expect((await post(path, '')).status, path).toBe(502);
    expect(fake.billed()).toBe(1);
  });

  test('an answer in pieces of a byte is the same', async () => {
    await start();
    fake.fault({ kind: 'split', bytes: 1 });
    expect(await (await submit(graphOf({ text: '漫画' }), { prompt_id: ID })).json()).toEqual({ prompt_id: ID, number: 0, node_errors: {} });
    await finished(ID);
    fake.faultOn('history', { kind: 'split', bytes: 1 });
    expect((await finished(ID)).prompt[2]).toEqual(graphOf({ text: '漫画' }));
  });
});
