/** The worker dies while it decodes pictures of one's own: each take ends as what it is, and nothing that came in is lost. */
import { bootServer, eventually, type Account, type BootedServer } from '@komawari/testkit';
import { Comic, type ObjectKey, type Take } from '@komawari/contract';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { killableRole, type Killable } from '../../../../../../packages/testkit/faults/killable.ts';

const KILLS = 2;
const folder = mkdtempSync(join(tmpdir(), 'koma-own-take-'));
let server: BootedServer;
let worker: Killable;
let author: Account;

beforeAll(async () => {
  server = await bootServer();
  worker = killableRole('worker', { config: { ...server.app.config, role: 'worker' }, engine: {} }, join(folder, 'worker.log'));
  author = await server.account('user');
}, 60_000);
afterAll(async () => {
  await worker.stop();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const call = (method: string, path: string, options: object = {}) => server.call(method, `/api/v1/comics${path}`, { headers: author.headers, ...options });
const rowOf = (takeId: string) => server.app.client.db.selectFrom('comic_take as take').innerJoin('task', 'task.id', 'take.task_id').select(['take.state', 'task.state as task', 'task.interruptions', 'take.picture_key', 'take.upload_key', 'take.error_code']).where('take.id', '=', takeId).executeTakeFirstOrThrow();

test(`${KILLS} kills in the middle of decoding: the picture comes in all the same, once; one that is none says so`, async () => {
  const { id } = (await call('POST', '', { body: { text: 'One\nTwo\nThree' } })).body as { id: string };
  await eventually('the comic is made', async () => Comic.parse((await call('GET', `/${id}`)).body).state === 'done', 60_000);
  const [panel] = Comic.parse((await call('GET', `/${id}`)).body).panelStates;
  const photo = await sharp({ create: { width: 4500, height: 3000, channels: 3, background: '#888', noise: { type: 'gaussian', mean: 128, sigma: 40 } } }).jpeg({ quality: 80 }).toBuffer();
  const upload = async (bytes: Uint8Array) => {
    const sent = await call('POST', `/${id}/panels/${panel?.id}/takes/upload`, { raw: { type: 'image/jpeg', bytes } });
    expect(sent.status, sent.text).toBe(201);
    return (sent.body as Take).id;
  };
  const good = await upload(photo);
  const torn = await upload(photo.subarray(0, photo.length >> 1));
  for (let kill = 0; kill < KILLS; kill += 1) {
    const isOver = await eventually('it is being decoded', async () => {
      const row = await rowOf(good);
      return row.task === 'running' ? 'no' : row.task === 'done' ? 'yes' : undefined;
    }, 30_000);
    if (isOver === 'yes') break;
    await worker.kill();
    const { task, upload_key } = await rowOf(good);
    // Not yet told as anything it is not, and what was uploaded is there.
    if (task !== 'done') expect(upload_key === null ? undefined : await server.app.ports.objects.find(upload_key as ObjectKey)).toHaveLength(photo.length);
  }
  await eventually('both takes end', async () => [await rowOf(good), await rowOf(torn)].every((row) => ['done', 'failed'].includes(row.task)), 90_000);
  expect(await rowOf(good)).toMatchObject({ state: 'done', task: 'done', upload_key: null, error_code: null });
  expect((await rowOf(good)).interruptions).toBeGreaterThan(0);
  expect(await rowOf(torn)).toMatchObject({ state: 'failed', task: 'failed', error_code: 'pictures.not-a-picture' });
  const { items } = (await call('GET', `/${id}/takes?panelId=${panel?.id}`)).body as { items: Take[] };
  expect(items.filter((take) => take.provider === 'own').map((take) => [take.state, take.error?.code ?? null]).sort()).toEqual([['done', null], ['failed', 'pictures.not-a-picture']]);
  const picture = await call('GET', `/${id}/pictures/${(await rowOf(good)).picture_key}`);
  expect(await sharp(Buffer.from(picture.bytes)).metadata()).toMatchObject({ format: 'jpeg', width: 2600 });
}, 240_000);
