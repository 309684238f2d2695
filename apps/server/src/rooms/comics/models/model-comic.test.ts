import { Comic, type ImageModel, type Take } from '@komawari/contract';
import { bootServer, eventually, type Account, type BootedServer } from '@komawari/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { realEngine } from '../engine.ts';
import { addScripted } from '../../studio/testing/add-scripted.ts';
import { SCRIPTED_MODEL, scriptProvider, type Script } from '../../studio/testing/scripted-provider.ts';

const STORY = ['Tom stood on the bridge at night.', '"Where are you?" asked Tom.', '"Behind you!" shouted Ann.', 'Tom ran. Ann laughed and ran after him.'].join('\n\n');
/** Three pictures go in: storyboard, and two people. */
const MODEL: ImageModel = { ...SCRIPTED_MODEL, abilities: ['generate', 'vary', 'edit'], references: { countMax: 3, bytesMax: 10_000_000, pixelsMax: 16_000_000, mediaTypes: ['image/png'] } };

let script: Script;
let server: BootedServer;
let author: Account;
let artist: string;

beforeAll(async () => {
  script = scriptProvider();
  server = await bootServer({ hasWorker: true, engine: realEngine(), providerKinds: [script.kind] });
  author = await server.account('user');
  artist = `${await addScripted(server.app, { images: [MODEL, { ...MODEL, id: 'over', abilities: ['generate', 'vary'] }] })}/${MODEL.id}`;
}, 60_000);
afterAll(() => server.close());
beforeEach(async () => {
  Object.assign(script, { billed: 0, asked: [], givesHandles: false, actOf: undefined });
  await server.app.client.db.deleteFrom('provider_health').execute();
});

async function call<T>(method: 'GET' | 'POST', path: string, body?: object): Promise<T> {
  const reply = await server.call(method, `/api/v1/comics${path}`, { headers: author.headers, ...(body ? { body } : {}) });
  expect(reply.status, reply.text).toBeLessThan(300);
  return reply.body as T;
}

const make = async () => (await call<{ id: string }>('POST', '', { text: STORY, options: { artist } })).id;
const takesOf = async (id: string) => (await call<{ items: Take[] }>('GET', `/${id}/takes`)).items;
const finished = (id: string) => eventually('the comic ends', async () => {
  const comic = Comic.parse(await call('GET', `/${id}`));
  return !['queued', 'running'].includes(comic.state) && comic;
}, 60_000);

describe('a comic drawn by a model', () => {
  test('each panel is asked for once, with its storyboard and its people, and stands on its page', async () => {
    const id = await make();
    const comic = await finished(id);
    expect(comic).toMatchObject({ state: 'done', error: null, artists: ['Scripted · Scripted'] });
    expect(script.billed).toBe(comic.panels.total);
    const withPeople = script.asked.filter(({ prompt }) => prompt.includes('Tom ('));
    expect(withPeople.length).toBeGreaterThan(1);
    for (const asked of withPeople) {
      expect(asked.prompt).toMatch(/Picture 1 is a rough storyboard.*Picture 2 shows /);
      expect(asked.references.length).toBeGreaterThan(1);
      expect(asked.references.every(({ bytes }) => bytes[1] === 0x50)).toBe(true);
      expect(asked.prompt).not.toContain('Where are you?');
    }
    const takes = await takesOf(id);
    expect(takes.map(({ artistName, isShown, state }) => ({ artistName, isShown, state }))).toEqual(takes.map(() => ({ artistName: 'Scripted · Scripted', isShown: true, state: 'done' })));
    expect(takes[0]?.prompt).toContain('A panel of a comic');
    const page = await server.call('GET', comic.panelStates[0]?.picture ?? '', { headers: author.headers });
    expect(page.text).toMatch(/<image href="data:image\/(jpeg|png);base64,/);
    // People stand where the storyboard had them: bubbles of the page have tails that point at somebody.
    expect(comic.problems.filter(({ code }) => code === 'missing-line')).toEqual([]);
  }, 90_000);

  test('a refused panel keeps its place and its reason, and the built-in artist can step in', async () => {
    let refusals = 1;
    script.actOf = () => (refusals-- > 0 ? 'refused' : 'picture');
    const id = await make();
    const comic = await finished(id);
    const refused = comic.panelStates.filter(({ state }) => state === 'refused');
    expect(comic.state).toBe('incomplete');
    expect(refused).toHaveLength(1);
    expect(refused[0]?.error?.message).toBeTruthy();
    expect(comic.panels).toMatchObject({ done: comic.panels.total - 1, failed: 1 });

    const take = await call<Take>('POST', `/${id}/panels/${refused[0]?.id}/takes`, { artist: 'storyboard' });
    await eventually('the take is drawn', async () => (await takesOf(id)).find((one) => one.id === take.id)?.state === 'done');
    await call('POST', `/${id}/update`, {});
    expect(await finished(id)).toMatchObject({ state: 'done' });
  }, 90_000);

  test('an answer that was lost is sent again only when a person says so', async () => {
    let lost = 1;
    script.actOf = () => (lost-- > 0 ? 'unknown' : 'picture');
    const id = await make();
    const comic = await finished(id);
    const [panel] = comic.panelStates.filter(({ state }) => state === 'unknown');
    expect(comic.state).toBe('incomplete');
    expect(script.billed).toBe(comic.panels.total);
    const check = await server.call('POST', `/api/v1/comics/${id}/panels/${panel?.id}/decide`, { headers: author.headers, body: { decision: 'check' } });
    expect(check.body).toMatchObject({ error: { code: 'studio.cannot-check' } });
    expect(await call('POST', `/${id}/panels/${panel?.id}/decide`, { decision: 'resend' })).toEqual({ decided: 1 });
    await eventually('the comic is whole', async () => (await finished(id)).state === 'done');
    expect(script.billed).toBe(comic.panels.total + 1);
    const again = await server.call('POST', `/api/v1/comics/${id}/panels/${panel?.id}/decide`, { headers: author.headers, body: { decision: 'abandon' } });
    expect(again.body).toMatchObject({ error: { code: 'tasks.not-unknown' } });
  }, 90_000);

  test('another take starts from the one before, as the author asks; a change of the story makes drawings stale', async () => {
    const id = await make();
    const comic = await finished(id);
    const panelId = comic.panelStates.at(-1)?.id ?? '';
    const [parent] = (await takesOf(id)).filter((take) => take.panelId === panelId);
    script.asked = [];
    const take = await call<Take>('POST', `/${id}/panels/${panelId}/takes`, { request: 'in heavy rain', parentId: parent?.id });
    const done = await eventually('the take is there', async () => (await takesOf(id)).find((one) => one.id === take.id && one.state === 'done'));
    expect(done).toMatchObject({ prompt: expect.stringContaining('in heavy rain'), provider: artist.split('/')[0], picture: expect.stringContaining('/pictures/') });
    expect(script.asked[0]?.prompt).toContain('Picture 1 is the earlier drawing');

    const stale = () => call<{ items: { panelId: string }[] }>('GET', `/${id}/stale`).then(({ items }) => items.map((one) => one.panelId));
    expect(await stale()).toEqual([]);
    const { revision } = await call<{ revision: number }>('GET', `/${id}/book`);
    await call('POST', `/${id}/edits`, { clientId: 'test-page-1', baseRevision: revision, clientSeq: 1, ops: [{ op: 'set', kind: 'panel', id: panelId, field: 'action', value: 'Tom flies over the river.' }] });
    expect(await stale()).toEqual([panelId]);
    script.asked = [];
    await call('POST', `/${id}/update`, { redraw: 'stale' });
    await finished(id);
    expect(script.asked.map(({ prompt }) => prompt.includes('Tom flies over the river.'))).toEqual([true]);
    expect(await stale()).toEqual([]);
  }, 120_000);

  test('a model that can only vary draws over the storyboard, and is told of no other pictures', async () => {
    const { id } = await call<{ id: string }>('POST', '', { text: '"Hi!" said Tom.', options: { artist: `${artist.split('/')[0]}/over` } });
    expect(await finished(id)).toMatchObject({ state: 'done' });
    expect(script.asked.map(({ ability, strength, references }) => ({ ability, strength, references }))).toEqual(script.asked.map(() => ({ ability: 'vary', strength: 0.75, references: [] })));
    expect(script.asked[0]?.source?.bytes[1]).toBe(0x50);
    expect(script.asked[0]?.prompt).not.toContain('Picture 1');
  }, 90_000);

  test('guests and models that are gone are told so before anything is made', async () => {
    const guest = await server.call('POST', '/api/v1/comics', { headers: (await server.guest()).headers, body: { text: STORY, options: { artist } } });
    expect(guest.body).toMatchObject({ error: { code: 'access.denied' } });
    const gone = await server.call('POST', '/api/v1/comics', { headers: author.headers, body: { text: STORY, options: { artist: `${artist}-gone` } } });
    expect(gone.body).toMatchObject({ error: { code: 'studio.no-model' } });
    const odd = await server.call('POST', '/api/v1/comics', { headers: author.headers, body: { text: STORY, options: { artist: 'provider_x/../../etc' } } });
    expect(odd.status).toBe(400);
    expect(script.asked).toEqual([]);
  });
});
