/** What crosses the boundary of a plug-in, both ways. The plug-ins here are written as a stranger would write them: without our types, with a class of their own. */
import type { ImageModel } from '@komawari/contract';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ImageCall, ImageRequest, ImageSlot } from '../../../ports/image-provider.ts';
import { ProviderError, type OpenProvider } from '../../../ports/provider.ts';
import { WebError, type Incoming, type SafeFetch } from '../../../ports/safe-fetch.ts';
import type { TextRequest } from '../../../ports/text-provider.ts';
import { readPlugIn } from './read-plug-in.ts';

const MODEL: ImageModel = {
  id: 'm', name: 'M', abilities: ['generate'], countMax: 4, promptMax: 4000, mask: false, progress: 'share', settings: [],
  sizes: { kind: 'free', multipleOf: 8, sideMin: 8, sideMax: 2048, areaMin: 64, areaMax: 4_194_304, aspectMax: 4, resolutions: ['1K'] },
};
const REQUEST: ImageRequest = { model: MODEL, ability: 'generate', prompt: 'a very secret lighthouse at the end of the world', size: { width: 64, height: 64 }, count: 2, references: [], settings: {} };
const WORDS: TextRequest = { model: { id: 't', name: 'T', streams: true, schema: false, tools: false, seed: false, thinks: false }, messages: [{ role: 'user', text: 'hello' }] };

let png: Uint8Array;
beforeAll(async () => { png = new Uint8Array(await sharp({ create: { width: 16, height: 16, channels: 3, background: '#fff' } }).png().toBuffer()); });

const answers = (status = 200): Incoming => ({ status, headers: new Headers(), body: (async function* () { /* nothing */ })(), bytes: async () => new Uint8Array(), discard: async () => undefined });
const webOf = (fetch: SafeFetch['fetch']): SafeFetch => ({ fetch, openSocket: async () => { throw new WebError('unreachable', { wasSent: false }); }, allowing: () => { throw new Error('never'); } });

type Theirs = Record<string, unknown>;
type Tools = { web: SafeFetch; now(): Date };

function open(theirs: (tools: Tools) => Theirs, { bills = true, job = 'image', web = webOf(async () => answers()) }: { bills?: boolean; job?: 'image' | 'text'; web?: SafeFetch } = {}): OpenProvider {
  const definition = { kind: 'x', title: 'X', bills, open: (_: unknown, tools: Tools) => ({ check: () => ({}), listModels: () => [], draw: () => undefined, write: () => undefined, ...theirs(tools) }) };
  const [kind] = readPlugIn({ default: { komawari: 1, job, definition } });
  return kind!.open({ url: 'https://x.test', secrets: { apiKey: 'sk-very-secret' }, settings: {} }, { web, now: () => new Date(0), wait: async () => undefined });
}

function callOf(over: Partial<ImageCall> = {}): ImageCall & { sent: number } {
  const call = { id: 'call', signal: new AbortController().signal, sent: 0, onSending: async () => { call.sent += 1; }, onAccepted: async () => undefined, ...over };
  return call;
}

type Draw = (request: ImageRequest, call: ImageCall, tools: Tools) => unknown;
const draw = (act: Draw, { call = callOf(), ...how }: { call?: ImageCall; bills?: boolean; web?: SafeFetch } = {}) => open((tools) => ({ draw: (request: ImageRequest, own: ImageCall) => act(request, own, tools) }), how).image!.draw(REQUEST, call);
const endOf = async (act: Draw, how?: Parameters<typeof draw>[1]) => draw(act, how).then(({ slots }) => slots.map((slot) => (slot.kind === 'picture' ? slot.picture.mediaType : `${slot.fault} ${slot.facts.code ?? ''}`.trim())), (error: unknown) => {
  expect(error).toBeInstanceOf(ProviderError);
  const { fault, facts } = error as ProviderError;
  return `${fault} ${facts.code ?? ''}`.trim();
});

class TheirError extends Error {
  override name = 'ProviderError';
  fault: unknown;
  facts: unknown;
  constructor(fault: unknown, facts: unknown) {
    super('theirs');
    this.fault = fault;
    this.facts = facts;
  }
}

describe('what a plug-in throws', () => {
  test('is down before it was sent, unknown after, and down where nothing is billed', async () => {
    expect(await endOf(() => { throw new TypeError('x is not a function'); })).toBe('down plug-in.threw');
    expect(await endOf(async (_, call) => { await call.onSending(); throw null; })).toBe('unknown plug-in.threw');
    expect(await endOf(async (_, call) => { await call.onSending(); throw new Error('x'); }, { bills: false })).toBe('down plug-in.threw');
  });

  test('is believed when it is a ProviderError, of whatever copy of the class; its facts are cleaned', async () => {
    const error = await draw(() => { throw new TheirError('busy', { retryAfterMs: 5000, status: 'x', said: `wrong key sk-very-secret at https://x.test/a for ${REQUEST.prompt}`, code: 7 }); }).catch((thrown: unknown) => thrown as ProviderError) as ProviderError;
    expect([error.fault, error.facts.retryAfterMs, error.facts.status, error.facts.code, error.facts.said]).toEqual(['busy', 5000, undefined, undefined, 'wrong key … at … for …']);
    expect(error).toBeInstanceOf(ProviderError);
    expect(await endOf(() => { throw new TheirError('funny', {}); })).toBe('down plug-in.threw');
    expect(await endOf(() => { throw new TheirError('cancelled', 5); })).toBe('down');
    expect(await endOf(() => { throw new TheirError('unknown', null); }, { bills: false })).toBe('down');
  });

  test('of the way out is told by what has left: nothing, something, or the answer to something', async () => {
    const broken = (kind: 'unreachable' | 'cut' | 'blocked', wasSent: boolean) => webOf(async () => { throw new WebError(kind, { wasSent }); });
    const post: Draw = async (_, call, { web }) => { await call.onSending(); await web.fetch('https://x.test', { method: 'POST', signal: call.signal, headTimeoutMs: 1, idleTimeoutMs: 1, bytesMax: 1 }); };
    expect(await endOf(post, { web: broken('unreachable', false) })).toBe('down web.unreachable');
    expect(await endOf(post, { web: broken('cut', true) })).toBe('unknown web.cut');
    expect(await endOf(post, { web: broken('cut', true), bills: false })).toBe('down web.cut');
    expect(await endOf(post, { web: broken('blocked', false) })).toBe('invalid address.blocked');
    let asked = 0;
    const once = webOf(async () => { if ((asked += 1) > 1) throw new WebError('unreachable', { wasSent: false }); return answers(); });
    expect(await endOf(async (...given) => { await post(...given); await post(...given); }, { web: once })).toBe('unknown web.unreachable');
  });

  test('of the house’s own functions stays what it is, even where the plug-in swallows it', async () => {
    const mine = new Error('the database is gone');
    const call = callOf({ onSending: async () => { throw mine; }, onProgress: () => { throw mine; } });
    await expect(draw(async (_, own) => { await own.onSending(); }, { call })).rejects.toBe(mine);
    await expect(draw(async (_, own) => { await own.onSending().catch(() => undefined); return { slots: [{ kind: 'picture', picture: { bytes: png } }] }; }, { call })).rejects.toBe(mine);
    await expect(draw(async (_, own) => { own.onProgress?.({ share: 0.5 }); await Promise.resolve(); return { slots: [{ kind: 'picture', picture: { bytes: png } }] }; }, { call })).rejects.toBe(mine);
  });

  test('of a cancel is a cancel; one who does not listen is left behind', async () => {
    const controller = new AbortController();
    const call = callOf({ signal: controller.signal });
    const ended = endOf(() => new Promise(() => undefined), { call });
    controller.abort();
    expect(await ended).toBe('cancelled');
  }, 15_000);
});

describe('what leaves', () => {
  test('is announced by the house where the plug-in forgets it, before the first request that is no question', async () => {
    const call = callOf();
    let sentBefore = -1;
    const web = webOf(async (_, { method }) => { if (method === 'POST') sentBefore = call.sent; return answers(); });
    const asks = (method: 'GET' | 'POST'): Draw => async (_, own, { web: out }) => { await out.fetch('https://x.test', { method, signal: own.signal, headTimeoutMs: 1, idleTimeoutMs: 1, bytesMax: 1 }); throw new Error('x'); };
    expect(await endOf(asks('GET'), { call, web })).toBe('down plug-in.threw');
    expect(call.sent).toBe(0);
    expect(await endOf(asks('POST'), { call, web })).toBe('unknown plug-in.threw');
    expect([sentBefore, call.sent]).toEqual([1, 1]);
  });

  test('goes by the vetted way, which the plug-in can not widen; and the request is its own copy', async () => {
    const request = structuredClone(REQUEST);
    const { image } = open(({ web }) => ({ draw: (theirs: ImageRequest) => { theirs.prompt = 'changed'; expect(Object.keys(web)).toEqual(['fetch', 'openSocket']); throw new TheirError('refused', {}); } }));
    await expect(image!.draw(request, callOf())).rejects.toMatchObject({ fault: 'refused' });
    expect(request.prompt).toBe(REQUEST.prompt);
  });
});

describe('what a plug-in answers', () => {
  test('is a picture by its bytes, whatever it is called, and no more than was asked for', async () => {
    const slot = (bytes: unknown, more: object = {}) => ({ kind: 'picture', picture: { bytes, mediaType: 'image/webp' }, ...more });
    expect(await endOf(() => ({ slots: [slot(png), slot(Buffer.from(png)), slot(png)] }))).toEqual(['image/png', 'image/png']);
    expect(await endOf(() => ({ slots: [slot(new TextEncoder().encode('<html>')), slot(png)] }))).toEqual(['empty picture.not-a-picture', 'image/png']);
    expect(await endOf(() => ({ slots: [slot('base64'), slot(png)] }))).toEqual(['empty picture.missing', 'image/png']);
    const bomb = Buffer.from(png);
    bomb.writeUInt32BE(8000, 16);
    bomb.writeUInt32BE(5000, 20);
    expect(await endOf(() => ({ slots: [slot(bomb)] }))).toBe('empty picture.too-many-pixels');
    expect(await draw(() => ({ slots: [slot(png, { seed: 'x' }), slot(png, { seed: 7 })], costMicros: -5, words: 5 }))).toEqual({ slots: [{ kind: 'picture', picture: { bytes: png, mediaType: 'image/png' } }, { kind: 'picture', picture: { bytes: png, mediaType: 'image/png' }, seed: 7 }] });
  });

  test('is nothing where it has another shape; its faults are cleaned', async () => {
    for (const nonsense of [undefined, null, 5, {}, { slots: [] }, { slots: 'x' }]) expect(await endOf(() => nonsense)).toBe('empty picture.missing');
    expect(await endOf(() => ({ slots: [5, { kind: 'else' }] }))).toBe('empty plug-in.answer');
    expect(await endOf(() => ({ slots: [{ kind: 'fault', fault: 'refused', facts: { code: 'nsfw', said: 'key sk-very-secret' } }] }))).toBe('refused nsfw');
    expect(await endOf(() => ({ slots: [{ kind: 'fault', fault: 'funny' }, { kind: 'picture', picture: { bytes: png } }] }))).toEqual(['unknown', 'image/png']);
  });

  test('while it works is checked as well, and after its end not heard', async () => {
    const heard: unknown[] = [];
    let later: ImageCall | undefined;
    const call = callOf({ onProgress: (progress) => { heard.push(progress); }, onPreview: (slot, { mediaType }) => { heard.push([slot, mediaType]); }, onSlot: async (slot, made: ImageSlot) => { heard.push([slot, made.kind]); }, onAccepted: async (handle) => { heard.push(handle); } });
    await draw(async (_, own) => {
      later = own;
      own.onProgress?.({ share: 2, step: 3 });
      own.onProgress?.('half' as never);
      own.onPreview?.(0, { bytes: png, mediaType: 'image/jpeg' });
      own.onPreview?.(9, { bytes: png, mediaType: 'image/png' });
      own.onPreview?.(0, 5 as never);
      await own.onSlot?.(1, 5 as never);
      await own.onAccepted('work-1');
      await own.onAccepted(5 as never);
      return { slots: [{ kind: 'picture', picture: { bytes: png } }] };
    }, { call });
    later?.onProgress?.({ share: 1 });
    await later?.onAccepted('work-2');
    expect(heard).toEqual([{ step: 3 }, [0, 'image/png'], [1, 'fault'], 'work-1']);
  });

  test('to a question is held to the shapes of the house', async () => {
    const { signal } = new AbortController();
    const asked = (models: unknown) => open(() => ({ listModels: () => models })).image!.listModels(signal);
    await expect(asked([MODEL, { ...MODEL, name: 'Again', extra: 1 }])).resolves.toEqual([{ ...MODEL, name: 'Again' }]);
    await expect(asked([{ ...MODEL, abilities: [] }])).rejects.toMatchObject({ fault: 'invalid', facts: { code: 'plug-in.models', said: expect.stringContaining('model 1: abilities') as string } });
    await expect(asked('x')).rejects.toMatchObject({ fault: 'invalid' });
    await expect(open(() => ({ check: () => ({ says: 'sk-very-secret 1.0' }) })).check(signal)).resolves.toEqual({ says: '… 1.0' });
    await expect(open(() => ({ check: () => 5 })).check(signal)).resolves.toEqual({});
    await expect(open(() => ({ check: () => { throw new Error('x'); } })).check(signal)).rejects.toMatchObject({ fault: 'down' });
    expect(() => open(() => ({ draw: undefined }))).toThrow('open() gives no draw()');
  });

  test('looked for later is held to the same; nothing is nothing', async () => {
    const { image } = open(() => ({ resume: (handle: string) => (handle === 'known' ? { slots: [{ kind: 'picture', picture: { bytes: png } }] } : undefined) }));
    expect((await image!.resume?.('known', REQUEST, callOf()))?.slots).toHaveLength(1);
    expect(await image!.resume?.('unknown', REQUEST, callOf())).toBeUndefined();
    expect(open(() => ({})).image!.resume).toBeUndefined();
  });

  test('in words is words', async () => {
    const told: unknown[] = [];
    const write = (act: (call: { onPiece?(piece: unknown): void }) => unknown) => open(() => ({ write: (_: unknown, call: object) => act(call) }), { job: 'text' }).text!.write(WORDS, { ...callOf(), onPiece: (piece) => { told.push(piece); } });
    expect(await write((call) => { call.onPiece?.({ kind: 'text', text: 'hi' }); call.onPiece?.({ kind: 'odd', text: 'x' }); return { text: 'hi', usage: { inputTokens: -1 } }; })).toEqual({ text: 'hi', toolCalls: [], finish: 'stop' });
    expect(told).toEqual([{ kind: 'text', text: 'hi' }]);
    for (const nothing of [undefined, { text: ' ' }, { text: 5 }, { text: '', toolCalls: [{ id: 1 }] }]) await expect(write(() => nothing)).rejects.toMatchObject({ fault: 'empty' });
  });
});
