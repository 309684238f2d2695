import { Generation, PictureWithRecipe } from '@komawari/contract';
import { bootServer, eventually, type Account, type BootedServer, type CallOptions } from '@komawari/testkit';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sharpPictureTools } from '../../../adapters/pictures/sharp-picture-tools.ts';
import { addScripted } from '../testing/add-scripted.ts';
import { scriptProvider, type Script } from '../testing/scripted-provider.ts';

let script: Script;
let server: BootedServer;
let me: Account;

beforeAll(async () => {
  script = scriptProvider();
  server = await bootServer({ hasWorker: true, providerKinds: [script.kind] });
  await addScripted(server.app);
  me = await server.account('user');
}, 60_000);
afterAll(() => server.close());

const api = (method: string, path: string, options: CallOptions = {}, who = me) => server.call(method, `/api/v1/studio${path}`, { headers: who.headers, ...options });
const codeOf = ({ body }: { body: unknown }) => (body as { error: { code: string } }).error.code;
const ended = (id: string) => eventually('the generation ends', async () => {
  const { pictures: [picture] } = Generation.parse((await api('GET', `/generations/${id}`)).body);
  return picture && !['queued', 'running'].includes(picture.state) && picture;
});

async function drawn() {
  const reply = await api('POST', '/generations', { body: { recipe: { prompt: 'a cat', seed: 123_456, size: { kind: 'pixels', width: 64, height: 64 } } } });
  return ended(Generation.parse(reply.body).id);
}

describe('a picture made larger', () => {
  test('is a new one beside it, free, and says whose it is and how much larger', async () => {
    const first = await drawn();
    const [asked, billed] = [script.asked.length, script.billed];
    const reply = await api('POST', `/pictures/${first.id}/enlarge`, { body: { factor: 4 } });
    expect(reply.status, reply.text).toBe(202);
    const large = await ended(Generation.parse(reply.body).id);
    expect(large).toMatchObject({ state: 'done', width: first.width * 4, height: first.height * 4, mediaType: 'image/png', prompt: 'a cat', seed: first.seed, model: first.model, isCached: false });
    expect(large.thumbnailUrl).not.toBeNull();
    expect(large.id).not.toBe(first.id);
    expect([script.asked.length, script.billed]).toEqual([asked, billed]);
    expect(await server.app.client.db.selectFrom('hold').select('state').where('task_id', '=', large.taskId).execute()).toEqual([]);
    const { recipe } = PictureWithRecipe.parse((await api('GET', `/pictures/${large.id}`)).body);
    expect(recipe).toMatchObject({ prompt: 'a cat', enlarged: { pictureId: first.id, factor: 4 } });
    // Drawn again, it is drawn as the first one was.
    const again = Generation.parse((await api('POST', '/generations', { body: { recipe: { ...recipe, isFresh: true } } })).body);
    expect([again.recipe.enlarged, (await ended(again.id)).width]).toEqual([undefined, first.width]);
  });

  test('is refused with a sentence before it is begun where it would be too large, and for whom it is not there', async () => {
    const first = await drawn();
    const stranger = await server.account('user');
    expect((await api('POST', `/pictures/${first.id}/enlarge`, { body: { factor: 2 } }, stranger)).status).toBe(404);
    expect((await api('POST', `/pictures/${first.id}/enlarge`, { body: { factor: 3 } })).status).toBe(400);
    await server.app.client.db.updateTable('picture').set({ width: 5000, height: 4000 }).where('id', '=', first.id).execute();
    const reply = await api('POST', `/pictures/${first.id}/enlarge`, { body: { factor: 2 } });
    expect([reply.status, codeOf(reply)]).toEqual([422, 'studio.enlarge-large']);
    expect(reply.text).toContain('10000 × 8000');
  });
});

describe('a picture that was given', () => {
  test('is shown to its owner as it was given, and to nobody else', async () => {
    const bytes = await sharp({ create: { width: 12, height: 6, channels: 3, background: '#336699' } }).webp().toBuffer();
    const added = await api('POST', '/inputs', { raw: { type: 'image/webp', bytes } });
    const { id } = added.body as { id: string };
    const reply = await api('GET', `/inputs/${id}/file`);
    expect([reply.status, reply.headers.get('content-type')]).toEqual([200, 'image/webp']);
    expect((await api('GET', `/inputs/${id}/file`, {}, await server.account('user'))).status).toBe(404);
  });
});

describe('Lanczos', () => {
  /** Soft waves in three colours, as a photograph has them. */
  const waves = async (format: 'png' | 'jpeg') => {
    const [width, height] = [90, 60];
    const raw = Buffer.from(Array.from({ length: width * height * 3 }, (_, at) => Math.round(128 + 100 * Math.sin(((at % 3) + 1) * 0.05 * (Math.floor(at / 3) % width)) * Math.cos(0.07 * Math.floor(at / 3 / width)))));
    return sharp(raw, { raw: { width, height, channels: 3 } })[format]({ quality: 95 }).toBuffer();
  };

  test.each(['png', 'jpeg'] as const)('a %s keeps its kind and its look', async (format) => {
    const first = await waves(format);
    for (const factor of [2, 4]) {
      const large = await sharpPictureTools.enlarge(first, { factor });
      expect(large).toMatchObject({ mediaType: `image/${format}`, width: 90 * factor, height: 60 * factor });
      const [one, other] = await Promise.all([sharp(first).raw().toBuffer(), sharp(large.bytes).resize({ width: 90, height: 60, kernel: 'lanczos3' }).raw().toBuffer()]);
      expect(one.reduce((sum, value, at) => sum + Math.abs(value - (other[at] ?? 0)), 0) / one.length).toBeLessThan(3);
    }
  });

  test('is turned upright, and never makes more than 64 megapixels', async () => {
    const turned = await sharp(await waves('jpeg')).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    expect(await sharpPictureTools.enlarge(turned, { factor: 2 })).toMatchObject({ width: 120, height: 180 });
    const large = await sharp({ create: { width: 4001, height: 4000, channels: 3, background: '#fff' } }).png().toBuffer();
    await expect(sharpPictureTools.enlarge(large, { factor: 2 })).rejects.toMatchObject({ code: 'pictures.too-many-pixels' });
  });
});
