/** A picture while it is drawn, as whoever made it sees it and nobody else. */
import { bootServer, eventually, type Account, type BootedServer } from '@komawari/testkit';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Becoming } from '@komawari/contract';
import type { ImageCall } from '../../../ports/image-provider.ts';
import { addScripted } from '../testing/add-scripted.ts';
import { scriptProvider, type Script } from '../testing/scripted-provider.ts';
import { putPreview } from './preview-store.ts';

let server: BootedServer;
let me: Account;
let script: Script;
/** What the provider shows of the picture at hand, and its end. */
let shows: ImageCall['onPreview'];
let finish = (): void => undefined;

beforeAll(async () => {
  script = scriptProvider();
  const opened = script.kind.open;
  script.kind.open = (...setup) => {
    const provider = opened(...setup);
    return { ...provider, image: { ...provider.image!, draw: async (request, call) => {
      shows = call.onPreview;
      await Promise.race([new Promise<void>((resolve) => { finish = resolve; }), new Promise((_, reject) => call.signal.addEventListener('abort', () => reject(new Error('stopped')), { once: true }))]);
      return provider.image!.draw(request, call);
    } } };
  };
  server = await bootServer({ hasWorker: true, providerKinds: [script.kind] });
  me = await server.account('user');
  await addScripted(server.app);
}, 60_000);
afterAll(async () => {
  finish();
  await server.close();
});
beforeEach(() => { shows = undefined; });

type Made = { id: string; generationId: string; state: string; taskId: string };
const get = (path: string, headers = me.headers) => server.call('GET', `/api/v1/studio${path}`, { headers });
const becoming = async (id: string, seen = 0) => (await get(`/pictures/${id}/becoming?seen=${seen}`)).body as Becoming;
const rows = () => server.app.client.db.selectFrom('picture_preview').selectAll().execute();
const solid = async (red: number) => ({ mediaType: 'image/png' as const, bytes: new Uint8Array(await sharp({ create: { width: 1024, height: 512, channels: 3, background: { r: red, g: 0, b: 0 } } }).png().toBuffer()) });

async function start(): Promise<Made> {
  const { body } = await server.call('POST', '/api/v1/studio/generations', { headers: me.headers, body: { recipe: { prompt: 'a lighthouse', size: { kind: 'pixels', width: 64, height: 64 } } } });
  await eventually('it is drawn', () => shows !== undefined);
  return (body as { pictures: [Made] }).pictures[0];
}

describe('a picture that is being drawn', () => {
  test('is seen small, the newest only, by its owner alone, and no longer when it is there', async () => {
    const { id, taskId, generationId } = await start();
    const events = await server.app.client.db.selectFrom('event').select('data').where('stream_id', '=', generationId).execute();
    expect(events.map(({ data }) => data)).toContainEqual(expect.objectContaining({ type: 'task.state', taskId, state: 'running' }));
    expect(await becoming(id)).toEqual({ isBegun: true, share: null, count: 0, at: null, webpB64: null });
    shows?.(0, await solid(10));
    const first = await eventually('the first is there', async () => { const now = await becoming(id); return now.count === 1 && now; });
    const small = await sharp(Buffer.from(first.webpB64 ?? '', 'base64')).metadata();
    expect([small.format, small.width, small.height]).toEqual(['webp', 320, 160]);
    // Told at once: only the last is worth the work.
    for (const red of [20, 30, 250]) shows?.(0, await solid(red));
    const second = await eventually('the newest is there', async () => { const now = await becoming(id); return now.count === 2 && now; });
    const { data } = await sharp(Buffer.from(second.webpB64 ?? '', 'base64')).raw().toBuffer({ resolveWithObject: true });
    expect(data[0]).toBeGreaterThan(240);
    expect(await becoming(id, second.at ?? 0)).toEqual({ ...second, webpB64: null });
    expect((await get(`/pictures/${id}/becoming`, (await server.account('user')).headers)).status).toBe(404);
    finish();
    await eventually('it is done', async () => ((await get(`/pictures/${id}`)).body as Made).state === 'done');
    expect([await becoming(id), await rows()]).toEqual([{ isBegun: false, share: null, count: 0, at: null, webpB64: null }, []]);
  }, 30_000);

  test('what cannot be read is no harm, and a stopped one leaves nothing behind', async () => {
    const { id, taskId } = await start();
    shows?.(0, { mediaType: 'image/png', bytes: new TextEncoder().encode('<html>') });
    shows?.(0, await solid(90));
    await eventually('the good one is there', async () => (await becoming(id)).count === 1);
    expect((await server.call('POST', `/api/v1/tasks/${taskId}/cancel`, { headers: me.headers })).status).toBe(200);
    await eventually('it is over', async () => ((await get(`/pictures/${id}`)).body as Made).state === 'cancelled');
    expect(await rows()).toEqual([]);
    // Told by an attempt that is over.
    await putPreview(server.app.client.db, { pictureId: id, taskId, epoch: 1, bytes: new Uint8Array(1), now: new Date() });
    expect(await rows()).toEqual([]);
  }, 30_000);
});
