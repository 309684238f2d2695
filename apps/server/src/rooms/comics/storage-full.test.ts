/** The disk is full, or the folder of objects can not be written, while a comic is drawn. */
import { bootServer, eventually, fakeEngine, type Account, type BootedServer } from '@komawari/testkit';
import { Comic } from '@komawari/contract';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

let server: BootedServer;
let author: Account;
const drawn: string[] = [];
let isBroken = false;

beforeAll(async () => {
  server = await bootServer({ hasWorker: true, engine: fakeEngine({ onDraw: (panelId) => { drawn.push(panelId); if (panelId === 'p3' && !isBroken) breakStorage(); } }) });
  author = await server.account('user');
}, 60_000);
afterAll(() => server.close());

const folder = () => join(server.app.config.dataDir, 'objects');

/** A file in place of the folder: nothing can be written below it, not even by root. */
function breakStorage(): void {
  isBroken = true;
  renameSync(folder(), `${folder()}.away`);
  writeFileSync(folder(), '');
}

function mendStorage(): void {
  rmSync(folder());
  renameSync(`${folder()}.away`, folder());
}

async function read(id: string): Promise<Comic> {
  return Comic.parse((await server.call('GET', `/api/v1/comics/${id}`, { headers: author.headers })).body);
}

const ended = (id: string) => eventually('the making ends', async () => { const comic = await read(id); return !['queued', 'running'].includes(comic.state) && comic; }, 60_000);

test('the comic ends incomplete with a sentence about the disk; once there is room, continuing finishes it', async () => {
  const { id } = (await server.call('POST', '/api/v1/comics', { headers: author.headers, body: { text: Array.from({ length: 6 }, (_, n) => `Line ${n}`).join('\n') } })).body as { id: string };
  const stuck = await ended(id);
  expect(stuck.state).toBe('incomplete');
  expect(stuck.error).toMatchObject({ code: 'server.storage', message: expect.stringContaining('disk is full') as string });
  const keptPanels = stuck.panelStates.filter(({ state }) => state === 'done').map((panel) => panel.id);

  mendStorage();
  drawn.length = 0;
  expect((await server.call('POST', `/api/v1/comics/${id}/continue`, { headers: author.headers })).status).toBe(200);
  expect(await ended(id)).toMatchObject({ state: 'done', error: null, panels: { total: 6, done: 6, failed: 0 } });
  expect(drawn.filter((panelId) => keptPanels.includes(panelId)), 'what was stored is not drawn again').toEqual([]);
}, 120_000);
