import { Generation, PictureWithRecipe, type ImageModel, type PictureInputFile, type ProviderId } from '@komawari/contract';
import { bootServer, eventually, type Account, type BootedServer, type CallOptions } from '@komawari/testkit';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addScripted } from '../testing/add-scripted.ts';
import { SCRIPTED_MODEL, scriptProvider, type Script } from '../testing/scripted-provider.ts';

const PARTS: ImageModel = { ...SCRIPTED_MODEL, id: 'parts', abilities: ['generate', 'inpaint'], mask: true };
const WORDS: ImageModel = { ...SCRIPTED_MODEL, id: 'words', abilities: ['generate', 'edit'] };
const [WIDTH, HEIGHT] = [60, 40];
const GROWS = { left: 0, top: 0, right: 20, bottom: 0 };
/** The scripted provider paints in the colour of the seed. */
const SEED = 0x20_40_80;

let script: Script;
let server: BootedServer;
let me: Account;
let providerId: ProviderId;
let pixels: Buffer;
let input: PictureInputFile;

beforeAll(async () => {
  script = scriptProvider();
  server = await bootServer({ hasWorker: true, providerKinds: [script.kind] });
  providerId = await addScripted(server.app, { images: [PARTS, WORDS, SCRIPTED_MODEL] });
  me = await server.account('user');
  pixels = Buffer.from(Uint8Array.from({ length: WIDTH * HEIGHT * 3 }, (_, at) => ((at + 1) * 2_654_435_761) >>> 9));
  const bytes = await sharp(pixels, { raw: { width: WIDTH, height: HEIGHT, channels: 3 } }).png().toBuffer();
  input = (await api('POST', '/inputs', { raw: { type: 'image/png', bytes } })).body as PictureInputFile;
}, 60_000);
afterAll(() => server.close());

const api = (method: string, path: string, options: CallOptions = {}) => server.call(method, `/api/v1/studio${path}`, { headers: me.headers, ...options });
const recipeOf = (modelId: string, part: object = {}) => ({ ability: 'outpaint', prompt: 'a harbour', model: { providerId, modelId }, sourceId: input.id, seed: SEED, grows: GROWS, ...part });
const draw = async (modelId: string, part: object = {}) => {
  const reply = await api('POST', '/generations', { body: { recipe: recipeOf(modelId, part) } });
  expect(reply.status, reply.text).toBe(202);
  const { id } = Generation.parse(reply.body);
  const picture = await eventually('it ends', async () => {
    const [one] = Generation.parse((await api('GET', `/generations/${id}`)).body).pictures;
    return one && !['queued', 'running'].includes(one.state) && one;
  });
  expect(picture).toMatchObject({ state: 'done' });
  return { picture };
};
const stored = async (pictureId: string) => {
  const row = await server.app.client.db.selectFrom('picture').select('object_key').where('id', '=', pictureId).executeTakeFirstOrThrow();
  return sharp(await server.app.ports.objects.find(row.object_key as never)).raw().toBuffer({ resolveWithObject: true });
};

describe('a picture that goes on beyond its edges', () => {
  test('is asked for as a part by a model that draws parts, and is itself what it was, to the last pixel outside the seam', async () => {
    const { picture } = await draw('parts');
    const request = script.asked.at(-1);
    expect(request).toMatchObject({ ability: 'inpaint', prompt: 'a harbour', strength: 0.9, size: { width: 80, height: 40 } });
    const [source, mask] = await Promise.all([request?.source, request?.mask].map((one) => sharp(one?.bytes).raw().toBuffer({ resolveWithObject: true })));
    expect([source?.info.width, source?.info.height, mask?.info.width, mask?.data[mask.info.channels * 2], mask?.data[mask.info.channels * 79]]).toEqual([80, 40, 80, 0, 255]);
    const { data, info } = await stored(picture.id);
    expect([picture.width, picture.height, picture.mediaType, info.width, info.height, picture.thumbnailUrl !== null]).toEqual([80, 40, 'image/png', 80, 40, true]);
    for (let y = 0; y < HEIGHT; y += 1) expect(data.subarray(y * 80 * 3, (y * 80 + WIDTH - 4) * 3).equals(pixels.subarray(y * WIDTH * 3, ((y + 1) * WIDTH - 4) * 3)), `row ${y}`).toBe(true);
    expect([...data.subarray(75 * 3, 76 * 3)]).toEqual([0x80, 0x40, 0x20]);
    const { recipe } = PictureWithRecipe.parse((await api('GET', `/pictures/${picture.id}`)).body);
    expect(recipe).toMatchObject({ ability: 'outpaint', grows: GROWS, sourceId: input.id });
  });

  test('is asked for in words where the model knows no mask', async () => {
    await draw('words', { isFresh: true });
    const request = script.asked.at(-1);
    expect(request).toMatchObject({ ability: 'edit', prompt: expect.stringMatching(/larger canvas.*a harbour$/s) as string });
    expect(request?.mask).toBeUndefined();
  });

  test('is what the model drew where that was wished for; the same again is free, another canvas is not', async () => {
    const billed = script.billed;
    const { picture } = await draw('parts', { grows: { ...GROWS, isRedrawn: true } });
    expect([picture.width, picture.height, script.billed]).toEqual([16, 8, billed + 1]);
    const again = await draw('parts');
    expect([again.picture.isCached, again.picture.width, script.billed]).toEqual([true, 80, billed + 1]);
  });

  test('is refused before it costs where the model cannot, or the canvas has no end', async () => {
    const billed = script.billed;
    const asked = async (modelId: string, part: object = {}) => (await api('POST', '/generations', { body: { recipe: recipeOf(modelId, part) } })).text;
    expect(await asked('scripted')).toContain('ability');
    expect(await asked('parts', { grows: { ...GROWS, left: 6000 } })).toContain('grow-large');
    expect(await asked('parts', { grows: { left: 0, top: 0, right: 0, bottom: 0 } })).toContain('grow-missing');
    expect(script.billed).toBe(billed);
  });
});
