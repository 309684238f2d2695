import { createHash } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { listPanels, type Book } from '@komawari/comic';
import { writeKoma } from '@komawari/comic/koma';
import { scriptBook } from '@komawari/comic/make';
import { ErrorBody, type ObjectKey } from '@komawari/contract';
import { bootServer, type Account, type BootedServer } from '@komawari/testkit';
import { unzipSync, zipSync, type Zippable } from 'fflate';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listTakes } from '../takes/take-store.ts';

const MIB = 1024 * 1024;

let server: BootedServer;
let author: Account;

beforeAll(async () => {
  server = await bootServer();
  author = await server.account('user');
});
afterAll(() => server.close());

const keyOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const send = (bytes: Uint8Array) => server.call('POST', '/api/v1/comics/import', { headers: author.headers, raw: { type: 'application/vnd.komawari+zip', bytes } });
const codeOf = (body: unknown) => ErrorBody.parse(body).error.code;
const uploadsOf = async (id: string) => (await listTakes(server.app.client.db, id)).flatMap((take) => (take.upload_key === null ? [] : [take.upload_key as ObjectKey]));

/** A bundle as we write it, with a take for each key; its files can be packed otherwise. */
async function filesWith(keys: readonly string[]): Promise<Record<string, Uint8Array>> {
  const book: Book = structuredClone(scriptBook('"Go!" said Tom. He ran.\n\n"Where?" asked Ann.\n\n'.repeat(5), { seed: 3 }));
  const panels = listPanels(book);
  keys.forEach((picture, i) => panels[i % panels.length]!.takes.push({ id: `t${i}`, provider: 'own', model: '', prompt: '', seed: 0, references: [], inputsHash: '', cost: 0, state: 'done', picture }));
  const [file] = await writeKoma({ book, pages: [], problems: [], credits: [] }, { now: new Date(0) });
  return unzipSync(file!.bytes);
}
async function bundle(pictures: readonly { key: string; bytes: Uint8Array }[], level: 0 | 1 | 9): Promise<Uint8Array> {
  const files: Zippable = await filesWith(pictures.map(({ key }) => key));
  for (const { key, bytes } of pictures) files[`pictures/${key}`] = [bytes, { level }];
  return zipSync(files);
}

/** What the reply was, and for how long anybody else had to wait meanwhile, in ms. */
async function whileOthersAsk(bytes: Uint8Array) {
  let [longest, isOver] = [0, false];
  const others = (async () => {
    while (!isOver) {
      const start = performance.now();
      expect((await server.call('GET', '/healthz')).status).toBe(200);
      longest = Math.max(longest, performance.now() - start);
      await setTimeout(20);
    }
  })();
  await setTimeout(100);
  const reply = await send(bytes);
  isOver = true;
  await others;
  return { reply, longest };
}

test('what a model drew comes back with its name and what it was told, and as a picture of one\'s own: the model need not be here', async () => {
  const picture = await sharp({ create: { width: 64, height: 48, channels: 3, background: '#36c' } }).png().toBuffer();
  const book: Book = structuredClone(scriptBook('"Go!" said Tom.', { seed: 3 }));
  const [panel] = listPanels(book);
  panel!.takes.push({ id: 't', provider: 'provider_elsewhere', model: 'm', prompt: 'closer', seed: 5, references: [], inputsHash: '', cost: 3, state: 'done', picture: keyOf(picture), drawnBy: { name: 'Somebody · Model', told: 'Tom on a bridge, at night' } });
  const [file] = await writeKoma({ book, pages: [], problems: [], credits: [] }, { now: new Date(0), findPicture: async () => picture });
  const reply = await send(file!.bytes);
  expect(reply.status, reply.text).toBe(202);
  expect(await listTakes(server.app.client.db, (reply.body as { id: string }).id)).toMatchObject([{ provider: 'own', model: '', request: 'closer', artist_name: 'Somebody · Model', prompt: 'Tom on a bridge, at night' }]);
});

describe('a bundle from a stranger', () => {
  test('that is a bomb is refused with a sentence, and nobody waits for it', async () => {
    const zeros = new Uint8Array(64 * MIB - 1);
    const bomb = await bundle(Array.from({ length: 6 }, (_, i) => ({ key: i.toString(16).padStart(64, '0'), bytes: zeros })), 9);
    expect(bomb.length).toBeLessThan(MIB);
    const { reply, longest } = await whileOthersAsk(bomb);
    expect(reply.status).toBe(422);
    expect(codeOf(reply.body)).toBe('comics.bundle-damaged');
    expect(longest).toBeLessThan(1000);
  });

  test('that begins like pictures and goes on as a bomb is refused too', async () => {
    const bytes = new Uint8Array(40 * MIB);
    bytes.set(Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'));
    const { reply, longest } = await whileOthersAsk(await bundle([{ key: keyOf(bytes), bytes }], 9));
    expect(codeOf(reply.body)).toBe('comics.bundle-damaged');
    expect(longest).toBeLessThan(1000);
  });

  test('whose many small fillings are no pictures lets others in between, and none is kept', async () => {
    const bytes = new Uint8Array(MIB - 1);
    const { reply, longest } = await whileOthersAsk(await bundle(Array.from({ length: 20 }, (_, i) => ({ key: i === 0 ? keyOf(bytes) : i.toString(16).padStart(64, '0'), bytes })), 9));
    expect(reply.status, reply.text).toBe(202);
    expect(await uploadsOf((reply.body as { id: string }).id)).toEqual([]);
    expect(longest).toBeLessThan(1000);
  });

  test.each([0, 1, 9] as const)('brings its own pictures, packed at level %i, and leaves out those of another key', async (level) => {
    const picture = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#36c' } }).png().toBuffer();
    const other = await sharp({ create: { width: 64, height: 48, channels: 3, background: '#c63' } }).jpeg().toBuffer();
    const reply = await send(await bundle([{ key: keyOf(picture), bytes: picture }, { key: 'f'.repeat(64), bytes: other }, { key: keyOf(other), bytes: other }], level));
    expect(reply.status, reply.text).toBe(202);
    const uploads = await uploadsOf((reply.body as { id: string }).id);
    expect(uploads).toHaveLength(2);
    expect(await Promise.all(uploads.map(async (key) => keyOf((await server.app.ports.objects.find(key))!)))).toEqual(expect.arrayContaining([keyOf(picture), keyOf(other)]));
  });
});
