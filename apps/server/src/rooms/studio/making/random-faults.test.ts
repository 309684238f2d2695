/** Pictures of a provider that bills, drawn by the real job on a real database, while everything goes wrong at random: each ends once, is paid once and is not lost. */
import { Recipe, type OwnerRef } from '@komawari/contract';
import { bootServer, type BootedServer } from '@komawari/testkit';
import fc from 'fast-check';
import { sql } from 'kysely';
import { setTimeout as sleep } from 'node:timers/promises';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTransaction } from '../../../db/transaction.ts';
import { safeFetch } from '../../../adapters/safe-fetch/safe-fetch.ts';
import { cancelTask } from '../../../kernel/tasks/cancel-task.ts';
import { continueTask } from '../../../kernel/tasks/continue-task.ts';
import { openRunner, runTask, type Running } from '../../../kernel/tasks/run-task.ts';
import { lockTask } from '../../../kernel/tasks/store.ts';
import { isEnded } from '../../../kernel/tasks/task.ts';
import type { ImageAnswer, ImageCall, ImageRequest } from '../../../ports/image-provider.ts';
import { ProviderError, type ProviderFault, type ProviderKind } from '../../../ports/provider.ts';
import { decideCall, type LostDecision } from '../gateway/decide-call.ts';
import { openProviderBook, type ProviderBook } from '../providers/provider-book.ts';
import { addScripted } from '../testing/add-scripted.ts';
import { SCRIPTED_MODEL, scriptProvider } from '../testing/scripted-provider.ts';
import { createGeneration } from './create-generation.ts';
import { listPictures } from './picture-store.ts';

const RUNS = process.env['KOMA_LONG'] === '1' ? 1000 : 60;

/** Where the process stops: before anything is sent; once it is; once it has a handle; that has no picture behind it; once the answer is written down; once the picture is stored. */
const DEATHS = ['dies-unsent', 'dies-sent', 'dies-accepted', 'dies-forgotten', 'dies-answered', 'dies-stored'] as const;
const FAULTS = ['down', 'busy', 'unknown', 'refused', 'empty', 'invalid', 'denied', 'exhausted', 'no-model'] as const satisfies readonly ProviderFault[];
const ACTS = ['picture', 'breaks', 'cancelled', ...DEATHS, ...FAULTS] as const;
const DECISIONS = ['check', 'resend', 'abandon', 'continue'] as const satisfies readonly (LostDecision | 'continue')[];
type Act = (typeof ACTS)[number];

/** What befalls one picture. */
type Story = {
  acts: Act[];
  /** Of a person, each once the picture has ended somehow. */
  decisions: (typeof DECISIONS)[number][];
  /** A person cancels it before this step. */
  cancelAt: number | undefined;
  givesHandles: boolean;
  /** Those who died were only slow, and go on when another attempt is over. */
  comesBack: boolean;
};
const story: fc.Arbitrary<Story> = fc.record({
  acts: fc.array(fc.constantFrom(...ACTS), { maxLength: 6 }), decisions: fc.array(fc.constantFrom(...DECISIONS), { maxLength: 4 }),
  cancelAt: fc.option(fc.nat({ max: 5 }), { freq: 3, nil: undefined }), givesHandles: fc.boolean(), comesBack: fc.boolean(),
});

/** One attempt in a process of its own. */
type Attempt = { act?: Act; die(): Promise<void>; cancel(): Promise<void> };
type Life = Story & { seed: number; taskId: string; attempt: Attempt; billed: number; /** A person asked for it once more. */ repeats: number; reopened: number; kept: Map<string, ImageAnswer>; sleepers: { wake(): void; work: Promise<void> }[] };

let server: BootedServer;
let book: ProviderBook;
/** By the seed of the picture. */
const lives = new Map<number, Life>();
const kind: ProviderKind = { ...scriptProvider().kind, open: () => ({ check: async () => ({}), image: { listModels: async () => [SCRIPTED_MODEL], draw: act, resume: async (handle, request) => lifeOf(request).kept.get(handle) } }) };
const db = () => server.app.client.db;

beforeAll(async () => {
  server = await bootServer({ providerKinds: [kind] });
  // Those who died keep their turns.
  await addScripted(server.app, { inFlightMax: 100_000 });
  book = openProviderBook(server.app, async () => ({ kinds: [kind], broken: [] }), { web: safeFetch(), now: () => new Date(), wait: async (ms, signal) => { await sleep(ms, undefined, { signal }); } });
  // The database itself writes down what became of tasks and holds.
  await sql`create table told (id bigserial, task_id text, what text)`.execute(db());
  for (const [table, column] of [['task', 'id'], ['hold', 'task_id']] as const) {
    await sql.raw(`create function tell_${table}() returns trigger language plpgsql as $$ begin insert into told (task_id, what) values (new.${column}, '${table} ' || new.state); return new; end $$`).execute(db());
    await sql.raw(`create trigger tell_${table} after update on ${table} for each row when (old.state is distinct from new.state) execute function tell_${table}()`).execute(db());
  }
}, 60_000);
afterAll(() => server.close());

function lifeOf({ seed }: ImageRequest): Life {
  const life = lives.get(seed ?? -1);
  if (!life) throw new Error(`nobody asked for seed ${seed}`);
  return life;
}

async function act(request: ImageRequest, call: ImageCall): Promise<ImageAnswer> {
  const life = lifeOf(request);
  const { attempt } = life;
  const does = attempt.act = life.acts.shift() ?? 'picture';
  if (does === 'dies-unsent') await attempt.die();
  await call.onSending();
  if (['down', 'busy', 'refused', 'invalid', 'denied', 'exhausted', 'no-model'].includes(does)) throw new ProviderError(does as ProviderFault, { said: 'as told' });
  life.billed += 1;
  if (does === 'dies-sent') await attempt.die();
  const answer = await answerTo(life.seed);
  if (life.givesHandles) {
    if (does !== 'dies-forgotten') life.kept.set(call.id, answer);
    await call.onAccepted(call.id);
  }
  if (does === 'dies-accepted' || does === 'dies-forgotten') await attempt.die();
  if (does === 'cancelled') await attempt.cancel();
  if (does === 'breaks') throw new Error('a bug');
  if (does === 'unknown' || does === 'empty' || does === 'cancelled') throw new ProviderError(does, { said: 'as told' });
  return answer;
}

const coloursOf = (seed: number) => [seed % 256, (seed >> 8) % 256, 77];

async function answerTo(seed: number): Promise<ImageAnswer> {
  const [r, g, b] = coloursOf(seed);
  const bytes = new Uint8Array(await sharp({ create: { width: 8, height: 8, channels: 3, background: { r, g, b } } }).png().toBuffer());
  return { slots: [{ kind: 'picture', picture: { bytes, mediaType: 'image/png' }, seed }] };
}

const stateOf = (id: string) => db().selectFrom('task').select('state').where('id', '=', id).executeTakeFirstOrThrow().then((row) => row.state);
const cancel = (taskId: string) => inTransaction(db(), async (tx) => cancelTask(server.app, tx, (await lockTask(tx, taskId))!));
const advance = (parentId: string) => runTask(openRunner(server.app, { holder: () => 'parent', running: new Map(), isStopping: () => false }), 'studio.generate', parentId);

/** Until the attempt ends or its process dies; then those go on that were only slow. */
async function attempt(life: Life): Promise<void> {
  await db().deleteFrom('provider_health').execute();
  const slow = life.sleepers.splice(0);
  const running: Running = new Map();
  const [death, waking] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const mine: Attempt = {
    async die() { death.resolve(); await waking.promise; },
    async cancel() {
      await cancel(life.taskId);
      const entry = running.get(life.taskId)!;
      entry.isCancelling = true;
      entry.abort.abort();
    },
  };
  life.attempt = mine;
  const opened = openRunner(server.app, { holder: () => 'a process', running, isStopping: () => false });
  const work = runTask({
    ...opened,
    async store(finished) {
      if (mine.act === 'dies-answered') await mine.die();
      const isStored = await opened.store(finished);
      if (mine.act === 'dies-stored') await mine.die();
      return isStored;
    },
  }, 'studio.picture', life.taskId);
  const isDead = await Promise.race([work.then(() => false), death.promise.then(() => true)]);
  if (isDead && life.comesBack) life.sleepers.push({ wake: waking.resolve, work });
  await wake(slow);
}

async function wake(sleepers: Life['sleepers']): Promise<void> {
  for (const sleeper of sleepers) sleeper.wake();
  await Promise.all(sleepers.map(({ work }) => work));
}

async function live(life: Life, parentId: string): Promise<void> {
  for (let step = 0; step < 40; step += 1) {
    const state = await stateOf(life.taskId);
    if (!isEnded(state) && step === life.cancelAt) await cancel(life.taskId);
    else if (!isEnded(state)) await attempt(life);
    else {
      const decision = life.decisions.shift();
      if (decision === undefined) break;
      await advance(parentId);
      await decide(life, state, decision);
    }
  }
  await wake(life.sleepers.splice(0));
}

async function decide(life: Life, state: string, decision: Story['decisions'][number]): Promise<void> {
  const decided = inTransaction(db(), async (tx) => {
    const task = (await lockTask(tx, life.taskId))!;
    if (decision !== 'continue') return decideCall(server.app, tx, task, decision);
    await continueTask(server.app, tx, task);
    return true;
  });
  const [mayDecide, refusal] = decision === 'continue' ? [['failed', 'cancelled'], 'tasks.nothing-to-continue'] as const : [['unknown'], 'tasks.not-unknown'] as const;
  if (!mayDecide.some((one) => one === state)) return expect(decided).rejects.toThrow(refusal);
  const wasDone = await decided;
  if (wasDone && decision !== 'abandon') life.reopened += 1;
  if (decision === 'resend' || decision === 'continue') life.repeats += 1;
}

/** From each state to where it may go; what is done or refused stays so. */
const WAYS: Record<string, readonly string[]> = { queued: ['running', 'cancelled'], running: ['queued', 'done', 'failed', 'refused', 'unknown', 'cancelled'], unknown: ['queued', 'cancelled'], failed: ['queued'], cancelled: ['queued'] };
const HOLD_OF: Record<string, string> = { done: 'captured', unknown: 'held', failed: 'void', refused: 'void', cancelled: 'void' };

async function judge(life: Life, picture: Awaited<ReturnType<typeof listPictures>>[number]): Promise<void> {
  const task = await db().selectFrom('task').select(['state', 'error_code']).where('id', '=', life.taskId).executeTakeFirstOrThrow();
  const holds = await db().selectFrom('hold').select('state').where('task_id', '=', life.taskId).execute();
  const { rows } = await sql<{ what: string }>`select what from told where task_id = ${life.taskId} order by id`.execute(db());
  const told = (of: string) => rows.flatMap(({ what }) => (what.startsWith(of) ? [what.slice(of.length + 1)] : []));

  expect([picture.state, holds.map(({ state }) => state)]).toEqual([task.state, [HOLD_OF[task.state]]]);
  expect(told('hold').filter((state) => state === 'captured').length, 'captures').toBe(task.state === 'done' ? 1 : 0);
  const states = ['queued', ...told('task')];
  for (const [at, state] of states.slice(1).entries()) expect(WAYS[states[at]!] ?? [], states.join(' > ')).toContain(state);
  expect(states.at(-1)).toBe(task.state);
  // It ends once, and once more each time a person opens it again.
  expect(states.filter((state, at) => state === 'queued' && isEnded(states[at - 1] ?? 'queued')).length, states.join(' > ')).toBe(life.reopened);

  expect(life.billed, 'billed').toBeLessThanOrEqual(1 + life.repeats);
  if (life.billed > 0 && life.repeats === 0) expect(['done', 'unknown', 'cancelled', ...(task.error_code === 'studio.empty-answer' ? ['failed'] : [])], 'what was billed is not passed over').toContain(task.state);
  if (task.state !== 'done') return expect(picture.object_key).toBeNull();
  expect(life.billed).toBeGreaterThan(0);
  const bytes = await server.app.ports.objects.find(picture.object_key as never);
  expect([...(await sharp(bytes).raw().toBuffer()).subarray(0, 3)], 'its own picture').toEqual(coloursOf(life.seed));
}

test(`${RUNS} generations in trouble: each picture ends once, is captured at most once, and no result is lost`, async () => {
  let seed = 1;
  await fc.assert(fc.asyncProperty(fc.array(story, { minLength: 1, maxLength: 3 }), async (stories) => {
    const first = seed;
    seed += stories.length;
    const ctx = server.ctxOf({ kind: 'local', owner: 'user:drawer' as OwnerRef });
    const id = await createGeneration(ctx, book, { recipe: Recipe.parse({ prompt: `pictures from ${first}`, count: stories.length, seed: first, size: { kind: 'pixels', width: 64, height: 64 } }), idempotencyKey: undefined });
    const { task_id: parentId } = await db().selectFrom('generation').select('task_id').where('id', '=', id).executeTakeFirstOrThrow();
    const asked = await listPictures(db(), id);
    const mine = asked.map(({ task_id: taskId }, slot): Life => ({ ...structuredClone(stories[slot]!), seed: first + slot, taskId, attempt: undefined as never, billed: 0, repeats: 0, reopened: 0, kept: new Map(), sleepers: [] }));
    for (const life of mine) lives.set(life.seed, life);
    await Promise.all(mine.map((life) => live(life, parentId)));
    await advance(parentId);
    const pictures = await listPictures(db(), id);
    for (const [slot, life] of mine.entries()) await judge(life, pictures[slot]!);
    expect(await stateOf(parentId)).toBe(pictures.every(({ state }) => state === 'done') ? 'done' : 'incomplete');
  }), { numRuns: RUNS });
}, 600_000);
