import { Recipe, type OwnerRef, type ProviderId } from '@komawari/contract';
import { bootServer, eventually, type BootedServer } from '@komawari/testkit';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { inTransaction } from '../../../db/transaction.ts';
import { cancelTask } from '../../../kernel/tasks/cancel-task.ts';
import { abandonUnknown, reopenUnknown } from '../../../kernel/tasks/decide-unknown.ts';
import { continueTask } from '../../../kernel/tasks/continue-task.ts';
import { openRunner, runTask } from '../../../kernel/tasks/run-task.ts';
import { lockTask } from '../../../kernel/tasks/store.ts';
import { safeFetch } from '../../../adapters/safe-fetch/safe-fetch.ts';
import { listCalls, markChecking } from '../gateway/call-store.ts';
import { openProviderBook, type ProviderBook } from '../providers/provider-book.ts';
import { addScripted } from '../testing/add-scripted.ts';
import { scriptProvider, type Act, type Script } from '../testing/scripted-provider.ts';
import { createGeneration } from './create-generation.ts';
import { listPictures } from './picture-store.ts';

let script: Script;
let server: BootedServer;
let book: ProviderBook;

beforeAll(async () => {
  script = scriptProvider();
  server = await bootServer({ hasWorker: true, providerKinds: [script.kind] });
  await addScripted(server.app);
  book = openProviderBook(server.app, async () => ({ kinds: [script.kind], broken: [] }), { web: safeFetch(), now: () => new Date(), wait: async (ms, signal) => { await sleep(ms, undefined, { signal }); } });
}, 60_000);
afterAll(() => server.close());
beforeEach(async () => {
  Object.assign(script, { billed: 0, asked: [], givesHandles: false });
  script.acts.clear();
  await server.app.client.db.deleteFrom('provider_health').execute();
});

const OWNER = 'user:drawer' as OwnerRef;
const ctx = () => server.ctxOf({ kind: 'local', owner: OWNER });
const db = () => server.app.client.db;

async function generate(prompt: string, acts: Act[] = [], recipe: Partial<Recipe> = {}, idempotencyKey?: string) {
  script.acts.set(prompt, acts);
  return createGeneration(ctx(), book, { recipe: Recipe.parse({ prompt, size: { kind: 'pixels', width: 64, height: 64 }, ...recipe }), idempotencyKey });
}

async function ended(id: string) {
  const { task_id: taskId } = await db().selectFrom('generation').select('task_id').where('id', '=', id).executeTakeFirstOrThrow();
  const state = () => db().selectFrom('task').select('state').where('id', '=', taskId).executeTakeFirstOrThrow().then((row) => row.state);
  await eventually('the generation ends', async () => !['queued', 'running'].includes(await state()));
  const pictures = await listPictures(db(), id);
  const holds = await db().selectFrom('hold').select(['task_id', 'state']).where('task_id', 'in', pictures.map((picture) => picture.task_id)).execute();
  return { state: await state(), pictures, holds: holds.map((hold) => hold.state).sort() };
}

async function decide(taskId: string, decision: typeof reopenUnknown, isCheck = false): Promise<void> {
  await inTransaction(db(), async (tx) => {
    if (isCheck) expect(await markChecking(tx, taskId)).toBe(true);
    await decision(server.app, tx, (await lockTask(tx, taskId))!);
  });
}

describe('a generation', () => {
  test('four pictures, each with its own seed, stored and paid once', async () => {
    const id = await generate('four cats', [], { count: 4, seed: 1000 });
    const { state, pictures, holds } = await ended(id);
    expect([state, holds, script.billed]).toEqual(['done', Array(4).fill('captured'), 4]);
    expect(pictures.map(({ slot, seed, state: one, width, height, media_type: type }) => ({ slot, seed, one, width, height, type }))).toEqual([0, 1, 2, 3].map((slot) => ({ slot, seed: 1000 + slot, one: 'done', width: 16, height: 8, type: 'image/png' })));
    for (const picture of pictures) expect(await server.app.ports.objects.has(picture.object_key as never)).toBe(true);
  });

  test('the same key gives the same generation, also at once, and nothing else', async () => {
    const ids = await Promise.all([1, 2, 3].map(() => generate('one dog', [], {}, 'key-1')));
    expect(new Set(ids).size).toBe(1);
    await expect(generate('another dog', [], {}, 'key-1')).rejects.toMatchObject({ code: 'request.idempotency-conflict' });
    await ended(ids[0]!);
    expect(script.billed).toBe(1);
  });

  test('what a model cannot do is said before anything is made', async () => {
    await expect(generate('x'.repeat(4001))).rejects.toMatchObject({ code: 'studio.cannot', detail: 'prompt-long (4000)' });
    await expect(generate('a cat', [], { model: { providerId: 'provider_00000000000000000000000000' as ProviderId, modelId: 'none' } })).rejects.toMatchObject({ code: 'studio.no-model' });
    await expect(generate('a cat', [], { ability: 'vary', sourceId: 'input_00000000000000000000000000' as never })).rejects.toMatchObject({ code: 'studio.input-gone' });
    expect(script.asked).toEqual([]);
  });

  test('busy and down are tried again, and one refused keeps its place and its reason', async () => {
    const id = await generate('a tree', ['busy', 'down'], { count: 1 });
    expect((await ended(id)).state).toBe('done');
    expect(script.asked).toHaveLength(3);
    const refused = await ended(await generate('something bad', ['refused']));
    expect([refused.state, refused.holds, refused.pictures[0]?.state, refused.pictures[0]?.error_code, refused.pictures[0]?.error_detail]).toEqual(['incomplete', ['void'], 'refused', 'tasks.refused', 'as scripted']);
  }, 60_000);

  test('a cancel reaches the provider, and releases the hold', async () => {
    const id = await generate('a long one', ['hangs']);
    await eventually('it is on its way', () => script.asked.length === 1);
    const { task_id: taskId } = await db().selectFrom('generation').select('task_id').where('id', '=', id).executeTakeFirstOrThrow();
    await inTransaction(db(), async (tx) => cancelTask(server.app, tx, (await lockTask(tx, taskId))!));
    const { state, pictures, holds } = await ended(id);
    expect([state, pictures[0]?.state, holds]).toEqual(['cancelled', 'cancelled', ['void']]);
    expect((await listCalls(db(), pictures[0]!.task_id)).map((call) => call.state)).toEqual(['given-up']);
  });
});

describe('what was sent before a worker died', () => {
  /** The picture's task as the death left it: running, its request on the way, nobody there. */
  const die = async (prompt: string) => {
    const id = await generate(prompt, ['hangs']);
    await eventually('it is on its way', () => script.asked.some((asked) => asked.prompt === prompt));
    const [picture] = await listPictures(db(), id);
    return { id, taskId: picture!.task_id };
  };
  const providers = (isEnabled: boolean) => db().updateTable('provider').set({ is_enabled: isEnabled }).execute();
  const attempt = async (taskId: string) => {
    const runner = openRunner(server.app, { holder: () => 'another', running: new Map(), isStopping: () => false });
    await runTask(runner, 'studio.picture', taskId);
  };

  test('is unknown, whatever else stands in the way, and Continue does not send it again', async () => {
    const { id, taskId } = await die('sent and gone');
    await providers(false);
    await attempt(taskId);
    await providers(true);
    const { state, pictures, holds } = await ended(id);
    expect([state, pictures[0]?.state, holds]).toEqual(['incomplete', 'unknown', ['held']]);
    const { task_id: parentId } = await db().selectFrom('generation').select('task_id').where('id', '=', id).executeTakeFirstOrThrow();
    await expect(inTransaction(db(), async (tx) => continueTask(server.app, tx, (await lockTask(tx, parentId))!))).rejects.toThrow('tasks.nothing-to-continue');
    expect(script.billed).toBe(1);
  });

  test('what a person gave up stays so when its fellows go on', async () => {
    const id = await generate('two of a kind', ['unknown', 'invalid'], { count: 2 });
    const first = await ended(id);
    const lost = first.pictures.find(({ state }) => state === 'unknown')!;
    await decide(lost.task_id, abandonUnknown);
    const failed = first.pictures.find(({ state }) => state === 'failed')!;
    await inTransaction(db(), async (tx) => continueTask(server.app, tx, (await lockTask(tx, failed.task_id))!));
    await eventually('the other is drawn', async () => (await listPictures(db(), id)).some(({ state }) => state === 'done'));
    const { pictures } = await ended(id);
    expect(pictures.map(({ state }) => state).sort()).toEqual(['cancelled', 'done']);
    expect(script.asked.filter(({ prompt }) => prompt === 'two of a kind')).toHaveLength(3);
  });
});

test('an answer that cannot be read is not taken up again when a person has it drawn anew', async () => {
  const id = await generate('cut short');
  const { pictures: [picture] } = await ended(id);
  const taskId = picture!.task_id;
  // As it is left by a picture that was cut off on its way, and could not be laid back.
  await db().updateTable('task').set({ state: 'failed', error_code: 'pictures.not-a-picture', result: null }).where('id', '=', taskId).execute();
  await db().updateTable('hold').set({ state: 'void' }).where('task_id', '=', taskId).execute();
  await db().updateTable('picture').set({ state: 'failed' }).where('task_id', '=', taskId).execute();
  // The same once more would be free, and the same.
  await db().deleteFrom('answer_cache').execute();
  await inTransaction(db(), async (tx) => continueTask(server.app, tx, (await lockTask(tx, taskId))!));
  await eventually('it is drawn anew', async () => (await listPictures(db(), id))[0]?.state === 'done');
  expect([script.asked.length, (await listCalls(db(), taskId)).map(({ state }) => state)]).toEqual([2, ['given-up', 'answered']]);
});

describe('a lost answer', () => {
  const lose = async (prompt: string) => {
    const id = await generate(prompt, ['unknown']);
    const { state, pictures, holds } = await ended(id);
    expect([state, pictures[0]?.state, pictures[0]?.error_code, holds]).toEqual(['incomplete', 'unknown', 'tasks.unknown', ['held']]);
    return { id, taskId: pictures[0]!.task_id };
  };

  test('is given up: nothing is sent again, the hold is released', async () => {
    const { id, taskId } = await lose('lost one');
    await decide(taskId, abandonUnknown);
    const { pictures, holds } = await ended(id);
    expect([pictures[0]?.state, pictures[0]?.error_code, holds, script.billed]).toEqual(['cancelled', 'tasks.abandoned', ['void'], 1]);
  });

  test('is sent again by a person, and the generation ends whole', async () => {
    const { id, taskId } = await lose('lost two');
    await decide(taskId, reopenUnknown);
    const { state, pictures, holds } = await ended(id);
    expect([state, pictures[0]?.state, holds, script.billed]).toEqual(['done', 'done', ['captured'], 2]);
  });

  test('is looked for, and found without a second bill', async () => {
    script.givesHandles = true;
    const { id, taskId } = await lose('lost three');
    await decide(taskId, reopenUnknown, true);
    const { state, holds } = await ended(id);
    expect([state, holds, script.billed]).toEqual(['done', ['captured'], 1]);
  });

  test('is looked for in vain, and is as unknown as before', async () => {
    script.givesHandles = true;
    const { id, taskId } = await lose('lost four');
    script.kept.clear();
    await decide(taskId, reopenUnknown, true);
    const { state, pictures, holds } = await ended(id);
    expect([state, pictures[0]?.state, holds, script.billed]).toEqual(['incomplete', 'unknown', ['held'], 1]);
  });
});
