/** The queue as people see it, with the real jobs on PostgreSQL and a provider that draws one at a time, when it is told to. */
import type { OwnerRef, ProviderId, QueueList } from '@komawari/contract';
import { bootServer, eventually, type Account, type BootedServer } from '@komawari/testkit';
import fc from 'fast-check';
import { sql } from 'kysely';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { sweepTasks } from '../../../kernel/tasks/sweep.ts';
import { ProviderError, type OpenProvider } from '../../../ports/provider.ts';
import { addScripted } from '../testing/add-scripted.ts';
import { SCRIPTED_MODEL } from '../testing/scripted-provider.ts';

let server: BootedServer;
let people: Account[];
let providerId: ProviderId;
/** What was begun, in its order, and the way to end what is being drawn. */
const begun: string[] = [];
let finish: ((how: 'picture' | 'refused') => void) | undefined;

const provider: OpenProvider = {
  check: async () => ({ says: 'gated' }),
  image: {
    listModels: async () => [SCRIPTED_MODEL],
    async draw({ prompt }, call) {
      await call.onSending();
      begun.push(prompt);
      const how = await new Promise<'picture' | 'refused'>((resolve, reject) => {
        finish = resolve;
        call.signal.addEventListener('abort', () => reject(new ProviderError('cancelled')), { once: true });
      }).finally(() => { finish = undefined; });
      if (how === 'refused') throw new ProviderError('refused', { said: 'no' });
      const bytes = new Uint8Array(await sharp({ create: { width: 8, height: 8, channels: 3, background: '#ffffff' } }).png().toBuffer());
      return { slots: [{ kind: 'picture', picture: { bytes, mediaType: 'image/png' } }] };
    },
  },
};

beforeAll(async () => {
  server = await bootServer({ hasWorker: true, config: { signUp: 'open' }, providerKinds: [{ kind: 'gated', title: 'Gated', bills: false, secrets: [{ name: 'apiKey', isRequired: false }], settings: z.object({}), open: () => provider }] });
  providerId = await addScripted(server.app, { kind: 'gated', name: 'Gated', inFlightMax: 1 });
  people = [await server.account('user'), await server.account('user')];
}, 60_000);
afterAll(() => server.close());
beforeEach(() => { begun.length = 0; });

const db = () => server.app.client.db;
const ownerOf = (who: number) => `user:${people[who]!.userId}` as OwnerRef;
const send = async <Answer>(who: number, method: string, path: string, body?: object) => {
  const reply = await server.call(method, `/api/v1${path}`, { headers: people[who]!.headers, ...(body ? { body } : {}) });
  expect(reply.status, reply.text).toBeLessThan(300);
  return reply.body as Answer;
};
const queueOf = (who: number) => send<QueueList>(who, 'GET', '/studio/queue');
const pause = (who: number, isPaused: boolean) => send<QueueList>(who, 'PUT', '/studio/queue/pause', { isPaused });
const ask = async (who: number, prompt: string) => (await send<{ pictures: { id: string }[] }>(who, 'POST', '/studio/generations', { recipe: { prompt, size: { kind: 'pixels', width: 64, height: 64 }, model: { providerId, modelId: SCRIPTED_MODEL.id } } })).pictures[0]!.id;
const waitingOf = async (who: number) => (await queueOf(who)).items.filter(({ state }) => state !== 'drawing').map(({ own }) => own!.prompt);
const statesOf = async (who: number) => (await queueOf(who)).items.map(({ own, state }) => `${own!.prompt} ${state}`);

/** The first is begun before the next is asked for: those that come to an idle provider in the same moment race. */
const askAll = async (who: number, prompts: readonly string[]) => {
  const ids: string[] = [];
  for (const prompt of prompts) {
    ids.push(await ask(who, prompt));
    if (ids.length === 1) await settled();
  }
  await settled();
  return ids;
};

/** One is being drawn, or nobody may be; all others stand in line. */
const settled = () => eventually('the queue rests', async () => {
  const rows = await db().selectFrom('task').select(['state', 'is_in_line', 'paused_at']).where('kind', '=', 'studio.picture').where('state', 'in', ['queued', 'running']).execute();
  const drawn = rows.filter((row) => row.state === 'running' && !row.is_in_line).length;
  const free = rows.filter((row) => !row.paused_at && (row.state === 'queued' || row.is_in_line));
  const lingers = rows.some((row) => row.paused_at && row.is_in_line);
  return !lingers && free.every((row) => row.is_in_line && row.state === 'running') && (drawn === 1 ? finish !== undefined : drawn === 0 && free.length === 0);
});
const drawOne = async (how: 'picture' | 'refused' = 'picture') => {
  const before = begun.length;
  finish?.(how);
  await eventually('it is over', async () => begun.length > before || (await db().selectFrom('task').select('id').where('kind', '=', 'studio.picture').where('state', '=', 'running').executeTakeFirst()) === undefined);
  await settled();
};
const emptied = async () => {
  for (const who of people.keys()) await pause(who, false);
  await settled();
  for (let tries = 0; finish && tries < 50; tries += 1) await drawOne();
};

describe('one\'s own order', () => {
  test('the last goes to the front, and is drawn next', async () => {
    await askAll(0, ['one', 'two', 'three', 'four']);
    expect(await statesOf(0)).toEqual(['one drawing', 'two waiting', 'three waiting', 'four waiting']);
    const four = (await queueOf(0)).items.at(-1)!.own!.pictureId;
    const { items } = await send<QueueList>(0, 'POST', '/studio/queue/move', { pictureId: four, to: 'front' });
    expect(items.map(({ own, position }) => `${own!.prompt} ${position}`)).toEqual(['one null', 'four 1', 'two 2', 'three 3']);
    await settled();
    await ask(0, 'five');
    await settled();
    expect(await waitingOf(0), 'what is new comes last').toEqual(['four', 'two', 'three', 'five']);
    await emptied();
    expect(begun).toEqual(['one', 'four', 'two', 'three', 'five']);
  }, 30_000);

  test('is nobody else\'s to change or to read', async () => {
    const [id = ''] = await askAll(0, ['mine', 'mine too']);
    await send(1, 'POST', '/studio/queue/move', { pictureId: id, to: 'end' });
    expect(await send(1, 'POST', '/studio/queue/cancel', { pictureIds: [id] })).toEqual({ cancelled: [], skipped: [id] });
    const all = await send<QueueList>(1, 'GET', '/studio/queue?of=all');
    expect(all.items.map(({ own, ownerName, modelName, providerName, ability }) => ({ own, ownerName, modelName, providerName, ability }))).toEqual(Array(2).fill({ own: null, ownerName: null, modelName: null, providerName: 'Gated', ability: 'generate' }));
    expect(JSON.stringify(all)).not.toContain('mine');
    const operator = await server.account('operator');
    const { body } = await server.call('GET', '/api/v1/studio/queue?of=all', { headers: operator.headers });
    expect((body as QueueList).items.every(({ ownerName, own }) => ownerName !== null && own === null)).toBe(true);
    expect(await statesOf(0)).toEqual(['mine drawing', 'mine too waiting']);
    await emptied();
  }, 30_000);
});

describe('a pause', () => {
  test('begins nothing more, not by a sweep and not by a wish made meanwhile, and goes on where it stopped', async () => {
    await askAll(0, ['one', 'two', 'three']);
    expect((await pause(0, true)).isPaused).toBe(true);
    await settled();
    await ask(0, 'late');
    expect(await statesOf(0)).toEqual(['one drawing', 'two paused', 'three paused', 'late paused']);
    await drawOne('refused');
    await server.app.client.db.updateTable('task').set({ created_at: new Date(Date.now() - 60_000) }).where('owner', '=', ownerOf(0)).where('paused_at', 'is not', null).execute();
    await sweepTasks(server.app);
    expect((await sql`select from graphile_worker._private_jobs job join task on job.key = 'task:' || task.id where task.paused_at is not null and task.state = 'queued'`.execute(db())).rows).toEqual([]);
    // Drawn again it waits like the rest.
    const { ended } = await queueOf(0);
    expect(ended.map(({ prompt, state }) => [prompt, state])).toContainEqual(['one', 'refused']);
    await send(0, 'POST', `/studio/pictures/${ended.find(({ prompt }) => prompt === 'one')!.id}/retry`);
    await ask(1, 'of another');
    await settled();
    expect([await waitingOf(0), begun]).toEqual([['two', 'three', 'late', 'one'], ['one', 'of another']]);
    await send(0, 'POST', '/studio/queue/move', { pictureId: (await queueOf(0)).items[2]!.own!.pictureId, to: 'front' });
    await pause(0, false);
    await settled();
    expect(await statesOf(0)).toEqual(['late waiting', 'two waiting', 'three waiting', 'one waiting']);
    await emptied();
    expect(begun.slice(1)).toEqual(['of another', 'late', 'two', 'three', 'one']);
  }, 40_000);

  test('leaves what is stopped stopped, whether it waits, stands in line or is being drawn', async () => {
    const ids = await askAll(0, ['one', 'two', 'three']);
    await pause(0, true);
    await settled();
    expect(await send(0, 'POST', '/studio/queue/cancel', { pictureIds: [ids[0], ids[1]] })).toMatchObject({ skipped: [] });
    await eventually('both have ended', async () => (await statesOf(0)).length === 1);
    await pause(0, false);
    await settled();
    expect([await statesOf(0), begun]).toEqual([['three drawing'], ['one', 'three']]);
    const four = await ask(0, 'four');
    await settled();
    await send(0, 'POST', '/studio/queue/cancel', { pictureIds: [four] });
    await eventually('it has left the line', async () => (await statesOf(0)).length === 1);
    await emptied();
    expect(begun).toEqual(['one', 'three']);
  }, 40_000);
});

test('an operator lets a provider rest: nothing is begun there, whoever asks, until it goes on', async () => {
  const operator = await server.account('operator');
  const rest = async (isPaused: boolean) => {
    const reply = await server.call('PUT', `/api/v1/studio/queue/providers/${providerId}`, { headers: operator.headers, body: { isPaused } });
    expect((reply.body as QueueList).providers.find(({ id }) => id === providerId)).toMatchObject({ name: 'Gated', isPaused });
  };
  await askAll(0, ['one', 'two']);
  await rest(true);
  finish?.('picture');
  await eventually('the next one was sent back', async () => (await statesOf(0)).join() === 'two paused' && (await db().selectFrom('task').select('id').where('state', '=', 'running').where('kind', '=', 'studio.picture').execute()).length === 0);
  expect(begun).toEqual(['one']);
  await rest(false);
  await settled();
  expect(await statesOf(0)).toEqual(['two drawing']);
  await emptied();
}, 30_000);

test('whatever is moved, paused and drawn: nothing paused is begun, and one\'s own come in their order', async () => {
  const step = fc.oneof(
    fc.record({ kind: fc.constant('move' as const), who: fc.nat(1), at: fc.nat(3), to: fc.constantFrom('front', 'up', 'down', 'end') }),
    fc.record({ kind: fc.constant('pause' as const), who: fc.nat(1), isPaused: fc.boolean() }), fc.record({ kind: fc.constant('draw' as const) }), fc.record({ kind: fc.constant('draw' as const) }),
  );
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 10 }), async (steps) => {
    begun.length = 0;
    await askAll(0, ['a1', 'a2', 'a3']);
    await askAll(1, ['b1', 'b2']);
    const paused = [false, false];
    for (const one of steps) {
      const waiting = [await waitingOf(0), await waitingOf(1)];
      const before = begun.length;
      if (one.kind === 'move') {
        const row = (await queueOf(one.who)).items.filter(({ state }) => state !== 'drawing')[one.at];
        if (row) await send(one.who, 'POST', '/studio/queue/move', { pictureId: row.own!.pictureId, to: one.to });
      } else if (one.kind === 'pause') {
        await pause(one.who, one.isPaused);
        paused[one.who] = one.isPaused;
      } else await drawOne();
      await settled();
      for (const prompt of begun.slice(before)) {
        const who = prompt.startsWith('a') ? 0 : 1;
        expect(paused[who], `${prompt} is paused`).toBe(false);
        expect(prompt).toBe(waiting[who]![0]);
      }
    }
    await emptied();
    expect(begun.toSorted()).toEqual(['a1', 'a2', 'a3', 'b1', 'b2']);
  }), { numRuns: 4 });
}, 90_000);
