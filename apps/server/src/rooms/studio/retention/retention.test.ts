/** The rules on a real PostgreSQL: what goes, what stays, what is refused before it costs. */
import { KEEP_EVERYTHING, type Keeping, type KeepingPlan, type KeepingRules, type OwnerRef, type OwnKeeping, type Picture } from '@komawari/contract';
import { bootServer, eventually, type Account, type BootedServer } from '@komawari/testkit';
import { sql } from 'kysely';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { sharpPictureTools } from '../../../adapters/pictures/sharp-picture-tools.ts';
import { inTransaction } from '../../../db/transaction.ts';
import { layOnBoard } from '../history/board-store.ts';
import { tidyPictures } from '../history/chores.ts';
import { addScripted } from '../testing/add-scripted.ts';
import { scriptProvider } from '../testing/scripted-provider.ts';
import { keepPictures, tidyGiven } from './chores.ts';
import { goesOn, planKeeping, runKeeping } from './run-keeping.ts';
import { trashLoose } from './keeping-store.ts';
import { remakeThumbnails, TRIES_MAX } from './thumbnails.ts';

const MB = 1_000_000;
const DAY_MS = 86_400_000;

let server: BootedServer;
let operator: Account;
let me: Account;
let other: Account;

beforeAll(async () => {
  const script = scriptProvider();
  server = await bootServer({ hasWorker: true, config: { signUp: 'open' }, providerKinds: [script.kind] });
  await addScripted(server.app);
  operator = await server.account('operator');
}, 60_000);
afterAll(() => server.close());
beforeEach(async () => {
  await sql`delete from picture_keeping; delete from generation; delete from picture_input`.execute(db());
  [me, other] = [await server.account('user'), await server.account('user')];
});

const db = () => server.app.client.db;
const never = new AbortController().signal;
const ownerOf = (who: Account) => `user:${who.userId}` as OwnerRef;
const api = (method: string, path: string, body?: object, who = me) => server.call(method, `/api/v1/studio${path}`, { headers: who.headers, ...(body ? { body } : {}) });
const answer = async <Answer>(method: string, path: string, body?: object, who = me) => {
  const reply = await api(method, path, body, who);
  expect(reply.status, reply.text).toBeLessThan(300);
  return reply.body as Answer;
};
const rule = (rules: Partial<KeepingRules>) => answer<Keeping>('PUT', '/keeping', { ...KEEP_EVERYTHING, ...rules }, operator);
const draw = async () => {
  const { id } = await answer<{ id: string }>('POST', '/generations', { recipe: { prompt: 'a place', isFresh: true, size: { kind: 'pixels', width: 64, height: 64 } } });
  return eventually('it is drawn', async () => (await answer<{ pictures: Picture[] }>('GET', `/generations/${id}`)).pictures.find(({ state }) => state === 'done'));
};

/** A picture as if it had been drawn so many days ago; its file is nobody's concern here. */
async function put({ who = me, days = 0, megabytes = 1, ...facts }: { who?: Account; days?: number; megabytes?: number; is_favourite?: boolean; note?: string; tags?: string[]; state?: string; object_key?: string } = {}): Promise<string> {
  const { ids, clock } = server.app.ports;
  const [id, generationId] = [ids.next('picture'), ids.next('generation')];
  const at = new Date(clock.now().getTime() - days * DAY_MS);
  await db().insertInto('generation').values({ id: generationId, owner: ownerOf(who), task_id: ids.next('task'), recipe: JSON.stringify({ prompt: id }), quoted_micros: null, currency: null, created_at: at }).execute();
  await db().insertInto('picture').values({ id, generation_id: generationId, owner: ownerOf(who), task_id: ids.next('task'), slot: 0, state: 'done', prompt: id, provider_id: null, model_id: null, object_key: null, media_type: null, size_bytes: megabytes * MB, error_code: null, error_detail: null, created_at: at, ended_at: at, ...facts }).execute();
  return id;
}

const trashed = async () => new Map((await db().selectFrom('picture').select(['id', 'trashed_by']).where('trashed_at', 'is not', null).execute()).map((row) => [row.id, row.trashed_by]));
const run = () => runKeeping(server.app, never);

test('too old ones go to the trash and say why; what somebody put in order stays; nothing goes unless told', async () => {
  const [old, young] = [await put({ days: 20 }), await put({ days: 3 })];
  const kept = [await put({ days: 20, is_favourite: true }), await put({ days: 20, note: 'mine' }), await put({ days: 20, tags: ['sea'] }), await put({ days: 20, state: 'unknown' }), await put({ days: 20 })];
  const board = await answer<{ id: string }>('POST', '/boards', { name: 'Kept' });
  await answer('POST', '/pictures/bulk', { pictureIds: [kept[4]], change: { kind: 'board', boardId: board.id, isOn: true } });
  await keepPictures.run(server.app, never);
  expect(await trashed()).toEqual(new Map());
  await rule({ keepDays: 10 });
  await keepPictures.run(server.app, never);
  expect(await trashed()).toEqual(new Map([[old, 'days']]));
  expect((await answer<{ items: Picture[] }>('GET', '/pictures?trash=true')).items).toMatchObject([{ id: old, deletedBy: 'days' }]);
  expect((await answer<{ items: Picture[] }>('GET', '/pictures')).items.map(({ id }) => id).sort()).toEqual([young, ...kept].sort());
});

test('what is being made larger stays until that is done', async () => {
  const first = await put({ days: 20 });
  const waiting = await put({ state: 'queued' });
  await sql`update generation set recipe = recipe || ${JSON.stringify({ enlarged: { pictureId: first, factor: 2 } })}::jsonb where id = (select generation_id from picture where id = ${waiting})`.execute(db());
  await rule({ keepDays: 10 });
  expect((await run()).went.count).toBe(0);
  await db().updateTable('picture').set({ state: 'done' }).where('id', '=', waiting).execute();
  expect((await run()).went.count).toBe(1);
});

test('the dry run is what the run does, for the rules that hold and for others; and changes nothing', async () => {
  for (const days of [1, 5, 9, 40]) await put({ days });
  await put({ who: other, days: 2, megabytes: 3 });
  await put({ who: other, days: 1, megabytes: 2, is_favourite: true });
  const rules = { keepDays: 30, quotaBytes: 4 * MB, totalBytes: 4 * MB, trashDays: 30 };
  const before = await answer<KeepingPlan>('POST', '/keeping/plan', { rules }, operator);
  expect(before).toMatchObject({ count: 3, sizeBytes: 5 * MB, byReason: { days: { count: 1 }, quota: { count: 1 }, total: { count: 1 } }, fullPeople: 0, isStillOver: false, isWhole: true });
  expect(before.people.map(({ usedBytes, leftBytes, count }) => [usedBytes, leftBytes, count])).toEqual([[5 * MB, 2 * MB, 1], [4 * MB, 2 * MB, 2]]);
  expect(await trashed()).toEqual(new Map());
  expect((await answer<KeepingPlan>('POST', '/keeping/plan', {}, operator)).count).toBe(0);
  await rule(rules);
  expect(await answer<KeepingPlan>('POST', '/keeping/plan', {}, operator)).toEqual(before);
  expect(await answer<KeepingPlan>('POST', '/keeping/run', undefined, operator)).toEqual(before);
  expect((await trashed()).size).toBe(3);
  expect(await answer<KeepingPlan>('POST', '/keeping/plan', {}, operator)).toMatchObject({ count: 0, people: [] });
  expect((await answer<Keeping>('GET', '/keeping', undefined, operator)).lastRun).toMatchObject({ count: 3, sizeBytes: 5 * MB });
});

test('what became a favourite after it was decided stays', async () => {
  const [first, second] = [await put({ days: 20 }), await put({ days: 20 })];
  const plan = await planKeeping(server.app, { ...KEEP_EVERYTHING, keepDays: 10 });
  expect(plan.going).toHaveLength(2);
  await answer('PATCH', `/pictures/${first}`, { isFavourite: true });
  const went = await inTransaction(db(), (tx) => trashLoose(tx, { ids: plan.going.map(({ id }) => id), reason: 'days', now: server.app.ports.clock.now() }));
  expect(went).toEqual({ count: 1, sizeBytes: MB });
  expect([...(await trashed()).keys()]).toEqual([second]);
});

test('what is being laid on a board at the very moment of the run stays', async () => {
  const id = await put({ days: 20 });
  const board = await answer<{ id: string }>('POST', '/boards', { name: 'In time' });
  await rule({ keepDays: 10 });
  let running: Promise<unknown> | undefined;
  await inTransaction(db(), async (tx) => {
    await layOnBoard(tx, { boardId: board.id, owner: ownerOf(me), ids: [id], now: server.app.ports.clock.now() });
    running = run();
    // The run has to stand before the row that is held here.
    await eventually('it waits', async () => (await sql<{ n: number }>`select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(db())).rows[0]!.n > 0);
  });
  await running;
  expect(await trashed()).toEqual(new Map());
});

test('several runs at once take no more than one', async () => {
  for (let days = 1; days <= 12; days += 1) await put({ days });
  await rule({ quotaBytes: 5 * MB });
  await Promise.all([run(), run(), run()]);
  expect((await trashed()).size).toBe(7);
});

test('a place without a picture is not looked at for the room it does not take; what takes nothing is not run again at once', async () => {
  for (const days of [9, 8]) await put({ days, megabytes: 0 });
  const old = await put({ days: 7, megabytes: 3 });
  for (const rules of [{ quotaBytes: 2 * MB }, { totalBytes: 2 * MB }]) expect((await planKeeping(server.app, { ...KEEP_EVERYTHING, ...rules })).pictures.map(({ id }) => id)).toEqual([old]);
  expect((await planKeeping(server.app, { ...KEEP_EVERYTHING, keepDays: 5, quotaBytes: 2 * MB })).pictures).toHaveLength(3);
  expect([[false, 3], [false, 0], [true, 3]].map(([isWhole, count]) => goesOn({ plan: { isWhole: isWhole === true }, went: { count: Number(count) } }))).toEqual([true, false, false]);
});

test('a full share refuses what would be stored, says how full, and lets in again when the trash is emptied', async () => {
  const [old] = [await put({ megabytes: 3, days: 9 }), await put({ megabytes: 2, is_favourite: true })];
  await rule({ quotaBytes: 5 * MB });
  const asked = { recipe: { prompt: 'one more', size: { kind: 'pixels', width: 64, height: 64 } } };
  const refused = await api('POST', '/generations', asked);
  expect([refused.status, refused.body]).toMatchObject([409, { error: { code: 'studio.quota-full', message: expect.stringContaining('5 MB / 5 MB') as string } }]);
  const png = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#c33' } }).png().toBuffer();
  expect((await server.call('POST', '/api/v1/studio/inputs', { headers: me.headers, raw: { type: 'image/png', bytes: png } })).body).toMatchObject({ error: { code: 'studio.quota-full' } });
  expect((await db().selectFrom('task').select('id').where('owner', '=', ownerOf(me)).execute())).toEqual([]);
  await answer('POST', '/pictures/bulk', { pictureIds: [old], change: { kind: 'trash' } });
  expect((await api('POST', '/generations', asked)).body).toMatchObject({ error: { message: expect.stringContaining('3 MB of it in the trash') as string } });
  await answer('DELETE', '/trash');
  expect((await api('POST', '/generations', asked)).status).toBe(202);
});

test('when all together have used up what there is, nobody makes more', async () => {
  await put({ who: other, megabytes: 6 });
  await rule({ totalBytes: 5 * MB });
  expect((await api('POST', '/generations', { recipe: { prompt: 'x', size: { kind: 'pixels', width: 64, height: 64 } } })).body).toMatchObject({ error: { code: 'studio.disk-full' } });
});

test('what came out of the trash is as new; the trash empties itself after the days that were set', async () => {
  const [back, gone] = [await put({ days: 20 }), await put({ days: 21 })];
  await rule({ keepDays: 10, trashDays: 5 });
  await run();
  await answer('POST', '/pictures/bulk', { pictureIds: [back], change: { kind: 'restore' } });
  expect((await run()).went.count).toBe(0);
  expect([...(await trashed()).keys()]).toEqual([gone]);
  await tidyPictures.run(server.app, never);
  expect((await trashed()).size).toBe(1);
  await sql`update picture set trashed_at = trashed_at - interval '5 days' where id = ${gone}`.execute(db());
  await tidyPictures.run(server.app, never);
  expect((await db().selectFrom('picture').select('id').execute()).map(({ id }) => id)).toEqual([back]);
});

test('one sees how much of one\'s own is used, kept and next to go, and nothing of others', async () => {
  const next = await put({ days: 9, megabytes: 2 });
  await put({ days: 1, megabytes: 3, is_favourite: true });
  await put({ who: other, days: 50, megabytes: 9 });
  await rule({ quotaBytes: 4 * MB });
  expect(await answer<OwnKeeping>('GET', '/keeping/own')).toMatchObject({ usedBytes: 5 * MB, keptBytes: 3 * MB, trash: { count: 0 }, going: { count: 1, sizeBytes: 2 * MB, first: [{ id: next, reason: 'quota', thumbnailUrl: null }] } });
});

test('what was given to work on goes after 30 days, looked for once a day, unless something was made from it that is still there', async () => {
  const give = async (days: number) => {
    const id = server.app.ports.ids.next('input');
    await db().insertInto('picture_input').values({ id, owner: ownerOf(me), object_key: id, media_type: 'image/png', width: 8, height: 8, size_bytes: MB, created_at: new Date(server.app.ports.clock.now().getTime() - days * DAY_MS) }).execute();
    return id;
  };
  const [source, reference, cell, unused, young] = [await give(40), await give(40), await give(40), await give(40), await give(20)];
  const name = async (recipe: object) => db().updateTable('generation').set({ recipe: JSON.stringify(recipe) }).where('id', '=', (await db().selectFrom('picture').select('generation_id').where('id', '=', await put()).executeTakeFirstOrThrow()).generation_id).execute();
  await name({ sourceId: source });
  await name({ referenceIds: [reference] });
  await db().updateTable('picture').set({ recipe: JSON.stringify({ maskId: cell }) }).where('id', '=', await put()).execute();
  await tidyGiven().run(server.app, never);
  expect((await db().selectFrom('picture_input').select('id').execute()).map(({ id }) => id).sort()).toEqual([source, reference, cell, young].sort());
  expect(unused).not.toBe('');
  await answer('POST', '/pictures/bulk', { pictureIds: (await answer<{ items: Picture[] }>('GET', '/pictures')).items.map(({ id }) => id), change: { kind: 'trash' } });
  await tidyGiven().run(server.app, never);
  expect(await db().selectFrom('picture_input').select('id').execute()).toHaveLength(4);
  await answer('DELETE', '/trash');
  await tidyGiven().run(server.app, never);
  expect((await db().selectFrom('picture_input').select('id').execute()).map(({ id }) => id)).toEqual([young]);
  const daily = tidyGiven();
  await daily.run(server.app, never);
  await give(40);
  await Promise.all([daily.run(server.app, never), keepPictures.run(server.app, never)]);
  expect(await db().selectFrom('picture_input').select('id').execute()).toHaveLength(2);
});

test('small pictures that are missing are made again, the file of which is gone too; what cannot be made small is not tried for ever', async () => {
  const { id, thumbnailUrl } = await draw();
  await eventually('it has its small one', () => thumbnailUrl !== null);
  const { thumbnail_key: key } = await db().selectFrom('picture').select('thumbnail_key').where('id', '=', id).executeTakeFirstOrThrow();
  await db().updateTable('picture').set({ thumbnail_key: 'f'.repeat(64) }).where('id', '=', id).execute();
  expect((await api('GET', `/pictures/${id}/thumbnail`)).status).toBe(404);
  const broken = await put({ object_key: await server.app.ports.objects.put(new TextEncoder().encode('no picture')) });
  expect((await answer<Keeping>('GET', '/keeping', undefined, operator)).thumbnails).toEqual({ made: 0, waiting: 2, failed: 0 });
  for (let tries = 0; tries <= TRIES_MAX; tries += 1) expect(await remakeThumbnails(server.app, sharpPictureTools, never)).toBe(tries === 0 ? 1 : 0);
  expect((await db().selectFrom('picture').select('thumbnail_key').where('id', '=', id).executeTakeFirstOrThrow()).thumbnail_key).toBe(key);
  expect((await answer<Keeping>('GET', '/keeping', undefined, operator)).thumbnails).toEqual({ made: 1, waiting: 0, failed: 1 });
  expect((await db().selectFrom('picture').select('thumbnail_tries').where('id', '=', broken).executeTakeFirstOrThrow()).thumbnail_tries).toBe(TRIES_MAX);
});

test('a run tries each picture once, however many there are, and a store that cannot be read costs none a try', async () => {
  const key = await server.app.ports.objects.put(new TextEncoder().encode('no picture either'));
  for (let at = 0; at < 45; at += 1) await put({ object_key: key });
  const tries = async () => [...new Set((await db().selectFrom('picture').select('thumbnail_tries').execute()).map((row) => row.thumbnail_tries))];
  const find = vi.spyOn(server.app.ports.objects, 'find').mockRejectedValue(new Error('the disk is away'));
  await remakeThumbnails(server.app, sharpPictureTools, never);
  expect([find.mock.calls.length, await tries()]).toEqual([45, [0]]);
  find.mockRestore();
  await remakeThumbnails(server.app, sharpPictureTools, never);
  expect(await tries()).toEqual([1]);
});
