import { Generation, Quote, type Budgets, type ProviderId } from '@komawari/contract';
import { bootServer, eventually, type Account, type BootedServer } from '@komawari/testkit';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { noteEnd, noteSent, noteWritten } from '../gateway/call-store.ts';
import { addScripted } from '../testing/add-scripted.ts';
import { SCRIPTED_MODEL, SCRIPTED_WRITER, scriptProvider, type Script } from '../testing/scripted-provider.ts';
import { findBudgets, sumSpent } from './budget-store.ts';
import { sendWithin } from './send-within.ts';
import { dayOf } from './spending.ts';

const UNIT = 250_000;
const NONE: Budgets = { currency: 'CNY', perTaskMicros: null, perUserDayMicros: null, perDayMicros: null, unknownMicros: null };

let script: Script;
let server: BootedServer;
let operator: Account;
let providerId: ProviderId;

beforeAll(async () => {
  script = scriptProvider();
  server = await bootServer({ hasWorker: true, providerKinds: [script.kind] });
  const price = { currency: 'CNY', perPictureMicros: UNIT, perMillionInputTokensMicros: 1_000_000_000, perMillionOutputTokensMicros: 1_000_000_000 };
  providerId = await addScripted(server.app, { images: [{ ...SCRIPTED_MODEL, price }, { ...SCRIPTED_MODEL, id: 'unpriced', name: 'Unpriced' }], texts: [{ ...SCRIPTED_WRITER, price }] });
  operator = await server.account('operator');
}, 60_000);
afterAll(() => server.close());
beforeEach(async () => {
  await server.app.client.db.deleteFrom('provider_spending').execute();
  Object.assign(script, { billed: 0, asked: [], told: [] });
});

const api = (method: string, path: string, body: object | undefined, account: Account) => server.call(method, `/api/v1${path}`, { headers: account.headers, ...(body ? { body } : {}) });
const errorOf = ({ body }: { body: unknown }) => (body as { error: { code: string; message: string } }).error;
const set = (budgets: Budgets | null) => api('PUT', '/budgets', { budgets }, operator);
const recipe = (prompt: string, count = 1, modelId = 'scripted') => ({ recipe: { prompt, count, size: { kind: 'pixels', width: 64, height: 64 }, model: { providerId, modelId } } });
const spent = async () => ((await api('GET', '/budgets', undefined, operator)).body as { spentMicros: number }).spentMicros;

async function made(account: Account, prompt: string, count = 1) {
  const reply = await api('POST', '/studio/generations', recipe(prompt, count), account);
  expect(reply.status, reply.text).toBe(202);
  const { id } = Generation.parse(reply.body);
  return eventually('all have ended', async () => {
    const now = Generation.parse((await api('GET', `/studio/generations/${id}`, undefined, account)).body);
    return now.pictures.every(({ state }) => !['queued', 'running'].includes(state)) && now.pictures;
  });
}

test('a quote tells the price, what is left, and makes nothing', async () => {
  const user = await server.account('user');
  await set(null);
  const quote = async (count: number, modelId?: string) => Quote.parse((await api('POST', '/studio/quotes', recipe('a quote', count, modelId), user)).body);
  expect(await quote(3)).toMatchObject({ count: 3, cost: { kind: 'about', currency: 'CNY', perPictureMicros: UNIT, totalMicros: 3 * UNIT }, budget: null });
  await set({ ...NONE, perUserDayMicros: 2 * UNIT });
  expect([(await quote(2)).budget, (await quote(3)).budget?.fits, (await quote(1, 'unpriced')).cost.kind, (await quote(1, 'unpriced')).budget?.fits]).toEqual([{ currency: 'CNY', leftMicros: 2 * UNIT, renewsAt: expect.stringMatching(/T00:00:00/) as string, fits: true }, false, 'unknown', false]);
  expect([script.asked.length, await spent()]).toEqual([0, 0]);
});

test('what does not fit is refused before a task is made, with what is left and when it begins anew', async () => {
  const user = await server.account('user');
  await set({ ...NONE, perTaskMicros: 3 * UNIT, perUserDayMicros: 4 * UNIT });
  const many = await api('POST', '/studio/generations', recipe('too many', 4), user);
  expect([many.status, errorOf(many).code, errorOf(many).message]).toEqual([402, 'studio.budget-task', expect.stringContaining('0.75 CNY') as string]);
  expect((await made(user, 'three', 3)).map(({ state }) => state)).toEqual(['done', 'done', 'done']);
  expect(await spent()).toBe(3 * UNIT);
  const more = await api('POST', '/studio/generations', recipe('two more', 2), user);
  expect([errorOf(more).code, errorOf(more).message]).toEqual(['studio.budget-user', expect.stringMatching(/0\.25 CNY, \d{4}-\d\d-\d\d 00:00 UTC/) as string]);
  expect((await made(await server.account('user'), 'another person'))[0]?.state).toBe('done');
  expect(errorOf(await api('POST', '/studio/generations', recipe('no price', 1, 'unpriced'), user)).code).toBe('studio.budget-unknown');
});

test('a request that does not fit any more does not leave, and what came to nothing counts nothing', async () => {
  const user = await server.account('user');
  await set({ ...NONE, perDayMicros: 2 * UNIT });
  script.acts.set('refused', ['refused']);
  expect([(await made(user, 'refused'))[0]?.state, await spent()]).toEqual(['refused', 0]);
  // One with nothing in it was made, and is billed.
  script.acts.set('empty', ['empty']);
  expect([(await made(user, 'empty'))[0]?.state, script.billed, await spent()]).toEqual(['failed', 1, UNIT]);
  Object.assign(script, { billed: 0 });
  await server.app.client.db.deleteFrom('provider_spending').execute();
  const pictures = (await Promise.all(['one', 'two', 'three'].map((prompt) => made(user, prompt)))).flat();
  expect([pictures.filter(({ state }) => state === 'done').length, pictures.find(({ state }) => state === 'failed')?.error?.code, script.billed]).toEqual([2, 'studio.budget-all', 2]);
});

test('words count: what they may cost is set aside, and what they have cost stays', async () => {
  const user = await server.account('user');
  const ask = (text: string) => api('POST', '/studio/texts', { messages: [{ role: 'user', text }], answerTokensMax: 10, model: { providerId, modelId: SCRIPTED_WRITER.id } }, user);
  script.writes = () => 'Once upon a time';
  await set({ ...NONE, perDayMicros: 5000 });
  expect(errorOf(await ask('A story, please'))).toMatchObject({ code: 'studio.budget-all' });
  expect(script.told).toEqual([]);
  await set({ ...NONE, perDayMicros: 1_000_000_000 });
  expect((await ask('A story, please')).status).toBe(200);
  expect(await spent()).toBeGreaterThan(10_000);
  // Where nobody names a limit, the one that was set aside for is sent: an answer cannot become dearer than that.
  await api('POST', '/studio/texts', { messages: [{ role: 'user', text: 'Without end' }], model: { providerId, modelId: SCRIPTED_WRITER.id } }, user);
  expect(script.told.at(-1)?.answerTokensMax).toBe(16_384);
});

test('many that look at once cannot pass a cap together; told costs take the place of what was set aside', async () => {
  await set({ ...NONE, perDayMicros: 5 * UNIT });
  const { app } = server;
  const { db } = app.client;
  const send = (id: string) => {
    const call = { id, taskId: `text:${id}`, epoch: 1, providerId, modelId: 'm', doesBill: true, now: app.ports.clock.now(), endpointId: undefined };
    return sendWithin(app, { call, owner: 'user:x', requests: 1, cost: { currency: 'CNY', micros: UNIT }, note: async (tx) => { await noteSent(tx, call); return true; } });
  };
  const ids = Array.from({ length: 24 }, () => randomUUID());
  const ends = await Promise.allSettled(ids.map(send));
  const sent = ids.filter((_, at) => ends[at]?.status === 'fulfilled');
  expect([sent.length, await spent()]).toEqual([5, 5 * UNIT]);
  expect(await db.selectFrom('provider_call').select('id').where('id', 'in', ids).execute()).toHaveLength(5);
  const now = app.ports.clock.now();
  await noteEnd(db, [sent[0]!], { state: 'failed', now });
  await noteEnd(db, [sent[1]!], { state: 'lost', now });
  await noteWritten(db, sent[2]!, { costMicros: 1000, currency: 'CNY', now });
  await noteWritten(db, sent[3]!, { costMicros: undefined, currency: undefined, now });
  expect(await spent()).toBe(3 * UNIT + 1000);
  expect(await send(sent[1]!), 'what was set aside once is not again').toBe(true);
  expect(await send(randomUUID())).toBe(true);
  const budgets = await findBudgets(db);
  expect(await sumSpent(db, { currency: budgets!.currency, day: dayOf(new Date(now.getTime() + 86_400_000)), owner: 'user:x' })).toMatchObject({ userDay: 0, day: 0 });
});
