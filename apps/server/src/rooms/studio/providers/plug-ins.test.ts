/** The example of the guide, installed as a package where there is no Komawari, named in the configuration, and drawn with. */
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Generation, Provider, ProviderKindInfo } from '@komawari/contract';
import { bootServer, eventually, type Account, type BootedServer } from '@komawari/testkit';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildPlugInPackage } from '../../../../../../packages/plugin/scripts/build.ts';

const root = join(import.meta.dirname, '../../../../../..');
let work: string;
let stripes: Server;
let server: BootedServer;
let operator: Account;

beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), 'koma plug-in '));
  const dataDir = join(work, 'data');
  buildPlugInPackage(join(work, 'plugin'));
  mkdirSync(dataDir);
  // Copies, not links: nothing of this repository is in reach of what is installed.
  const folders = [join(work, 'plugin'), join(root, 'node_modules/zod'), join(root, 'docs/examples/plugin-stripes')];
  const npm = spawnSync('npm', ['install', '--install-links', '--offline', '--no-audit', '--no-fund', '--ignore-scripts', ...folders], { cwd: dataDir, encoding: 'utf8' });
  expect(npm.status, npm.stderr).toBe(0);
  mkdirSync(join(dataDir, 'broken'));
  writeFileSync(join(dataDir, 'broken/index.mjs'), "throw new Error('out of ink');");
  ({ server: stripes } = await import('../../../../../../docs/examples/plugin-stripes/server.js' as string) as { server: Server });
  stripes.listen(0, '127.0.0.1');
  await once(stripes, 'listening');
  server = await bootServer({ hasWorker: true, config: { dataDir, plugIns: ['./broken', 'komawari-stripes', 'not-installed'] } });
  operator = await server.account('operator');
}, 120_000);
afterAll(async () => {
  await server.close();
  stripes.close();
  rmSync(work, { recursive: true, force: true });
});

const api = (method: string, path: string, body?: object, headers = operator.headers) => server.call(method, `/api/v1${path}`, { headers, ...(body ? { body } : {}) });

test('it stands among the makes of provider, beside those of the house; what is broken is named with its reason', async () => {
  const reply = (await api('GET', '/provider-kinds')).body as { items: unknown[]; broken: unknown };
  const kinds = reply.items.map((item) => ProviderKindInfo.parse(item));
  expect(kinds.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['a1111', 'example-stripes']));
  const made = kinds.find(({ kind }) => kind === 'example-stripes');
  expect(made).toMatchObject({ title: 'Stripes (example)', bills: false, secrets: [{ name: 'apiKey', isRequired: false }] });
  expect(JSON.parse(made?.settingsSchema ?? '')).toMatchObject({ type: 'object', properties: { stripes: { default: 8, maximum: 64 } } });
  expect(reply.broken).toEqual([
    { name: './broken', reason: expect.stringMatching(/broke while it was loaded: Error: out of ink/) as string }, { name: 'not-installed', reason: expect.stringMatching(/no plug-in here: not-installed/) as string },
  ]);
  const inJapanese = (await api('GET', '/provider-kinds', undefined, { ...operator.headers, 'accept-language': 'ja' })).body as { broken: { reason: string }[] };
  expect(inJapanese.broken[0]?.reason).toMatch(/プラグインが読み込み中に/);
});

test('its settings are held to its own schema, and it draws a picture', async () => {
  const url = `http://127.0.0.1:${(stripes.address() as AddressInfo).port}`;
  const provider = { kind: 'example-stripes', name: 'Mine', url, isPrivateAllowed: true };
  const refused = await api('POST', '/providers', { ...provider, settings: { stripes: 65 } });
  expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('stripes')]);
  const added = await api('POST', '/providers', { ...provider, settings: { stripes: 2 } });
  expect(added.status, added.text).toBe(201);
  const { models, id } = Provider.parse(added.body);
  expect(models).toMatchObject([{ modelId: 'stripes', job: 'image', isEnabled: true }]);
  expect((await api('POST', `/providers/${id}/test`)).body).toMatchObject({ isGood: true, says: 'Stripes 1.0' });

  const { headers } = await server.account('user');
  const asked = await api('POST', '/studio/generations', { recipe: { prompt: 'two stripes', count: 2, seed: 3, size: { kind: 'ratio', ratio: '16:9' } } }, headers);
  expect(asked.status, asked.text).toBe(202);
  const done = await eventually('the pictures are drawn', async () => {
    const now = Generation.parse((await api('GET', `/studio/generations/${(asked.body as { id: string }).id}`, undefined, headers)).body);
    return now.pictures.every(({ state }) => state === 'done' || state === 'failed') && now;
  });
  expect(done.pictures.map(({ state, seed, width, height, model }) => [state, seed, width, height, model?.modelId])).toEqual([['done', 3, 1024, 576, 'stripes'], ['done', 4, 1024, 576, 'stripes']]);
  const file = await server.call('GET', done.pictures[0]?.url ?? '', { headers });
  const { data } = await sharp(file.bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  expect([...data.subarray(0, 3)]).toEqual([3 * 53, (3 * 97) % 256, (3 * 193) % 256]);
});
