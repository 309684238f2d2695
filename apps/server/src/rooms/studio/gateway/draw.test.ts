import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ImageModel, ProviderId } from '@komawari/contract';
import { bootServer, type BootedServer } from '@komawari/testkit';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { RefusedError, TryLaterError, UnknownOutcomeError } from '../../../kernel/errors.ts';
import type { ImageAnswer, ImageCall, ImageProvider, Picture } from '../../../ports/image-provider.ts';
import { ProviderError, type ProviderFault } from '../../../ports/provider.ts';
import { listCalls } from './call-store.ts';
import { draw, type DrawOrder, type DrawTools } from './draw.ts';
import type { ReadyImageModel } from './ready-model.ts';
import { openTurns } from './turns.ts';

/** What a scripted provider does with one request; it counts what it would have billed. */
type Act = 'picture' | ProviderFault | 'dies-before' | 'dies-after' | 'breaks';

let server: BootedServer;
beforeAll(async () => { server = await bootServer(); }, 60_000);
afterAll(() => server.close());
let taskId = '';
beforeEach(() => newTask());

/** A task that runs in its first attempt. */
async function newTask(): Promise<void> {
  taskId = `task_${randomUUID()}`;
  const { db } = server.app.client;
  await db.insertInto('stream').values({ id: taskId, owner: 'user:a' }).execute();
  await db.insertInto('task').values({ id: taskId, owner: 'user:a', kind: 'studio.picture', parent_id: null, key: null, stream: taskId, state: 'running', epoch: 1, holder: 'me', input: '{}', error_code: null, error_detail: null, idempotency_key: null, created_at: new Date() }).execute();
}

const PIXEL: Picture = { bytes: Uint8Array.of(1, 2, 3), mediaType: 'image/png' };
const ANSWER: ImageAnswer = { slots: [{ kind: 'picture', picture: PIXEL, seed: 7 }] };
const FACTS: ImageModel = { id: 'm', name: 'M', abilities: ['generate'], sizes: { kind: 'fixed', sizes: [{ width: 1, height: 1 }] }, countMax: 1, promptMax: 100, mask: false, progress: 'none', settings: [] };

/** The process ends here: nothing that comes after is ever done. */
class Death extends Error {}

class ScriptedProvider implements ImageProvider {
  billed = 0;
  asked = 0;
  readonly made = new Map<string, ImageAnswer>();
  readonly acts: Act[];
  readonly hasHandles: boolean;
  constructor(acts: Act[], hasHandles = false) {
    this.acts = acts;
    this.hasHandles = hasHandles;
  }

  listModels = async () => [FACTS];

  async draw(_request: unknown, call: ImageCall): Promise<ImageAnswer> {
    const act = this.acts.shift() ?? 'picture';
    await call.onSending();
    this.asked += 1;
    if (act === 'dies-before') throw new Death();
    if (act === 'breaks') throw new Error('a bug');
    const isBilled = ['picture', 'unknown', 'empty', 'dies-after'].includes(act);
    if (isBilled) this.billed += 1;
    if (this.hasHandles && isBilled) {
      this.made.set(call.id, ANSWER);
      await call.onAccepted(call.id);
    }
    if (act === 'dies-after') throw new Death();
    if (act !== 'picture') throw new ProviderError(act, act === 'busy' ? { retryAfterMs: 22 } : {});
    return ANSWER;
  }

  resume = async (handle: string) => this.made.get(handle);
}

const modelOf = (provider: ImageProvider, { providerId = 'p', ...options }: Partial<Omit<ReadyImageModel, 'providerId'>> & { providerId?: string } = {}): ReadyImageModel => ({ providerId: providerId as ProviderId, providerName: 'P', bills: true, inFlightMax: 2, model: FACTS, price: undefined, provider, ...options });
const tools = (): DrawTools => ({ app: server.app, turns: openTurns({ nowMs: () => Date.now() }), newCallId: randomUUID, wait: (ms, signal) => sleep(Math.min(ms, 1), undefined, { signal }), measure: async () => ({ width: 1, height: 1 }) });

/** One attempt as a fresh process makes it. */
function attempt(models: readonly ReadyImageModel[], options: Partial<DrawOrder> = {}) {
  const request = async (model: ReadyImageModel) => ({ model: model.model, ability: 'generate' as const, prompt: 'a cat', size: { width: 1, height: 1 }, count: 1, references: [], settings: {} });
  return draw(tools(), { taskId, epoch: 1, models, requestFor: request, signal: new AbortController().signal, ...options });
}

/** A death leaves behind what was written before it; the clean-up of a living process is undone. */
async function attemptThatDies(models: readonly ReadyImageModel[]): Promise<void> {
  await expect(attempt(models)).rejects.toThrow();
  await server.app.client.db.updateTable('provider_call').set((eb) => ({ state: eb.case().when('handle', 'is', null).then('sent').else('accepted').end(), ended_at: null })).where('task_id', '=', taskId).where('state', '=', 'lost').execute();
}

const statesOf = async () => (await listCalls(server.app.client.db, taskId)).map(({ state }) => state);

describe('one provider', () => {
  test('its picture is stored, and a later attempt takes the stored one', async () => {
    const provider = new ScriptedProvider([]);
    const drawn = await attempt([modelOf(provider)]);
    expect(drawn).toMatchObject({ providerId: 'p', modelId: 'm', pictures: [{ mediaType: 'image/png', width: 1, height: 1, sizeBytes: 3, seed: 7 }] });
    expect(await server.app.ports.objects.find(drawn.pictures[0]!.key)).toEqual(Buffer.from(PIXEL.bytes));
    // It is the attempt's own then: what kills the process on the way to its end is counted against it.
    const steps: string[] = [];
    const note = (step: string) => async () => { steps.push(step); };
    const line = { owner: 'user:a', rank: 0, recall: new AbortController().signal, onComing: note('comes'), onTurn: note('turn'), onFollow: note('follows') };
    expect([await attempt([modelOf(provider)], { line }), steps]).toEqual([drawn, ['follows']]);
    expect([provider.asked, provider.billed, await statesOf()]).toEqual([1, 1, ['answered']]);
  });

  test.each<[Act, unknown, string]>([
    ['refused', expect.any(RefusedError), 'failed'], ['unknown', expect.any(UnknownOutcomeError), 'lost'], ['breaks', expect.any(UnknownOutcomeError), 'lost'],
    ['busy', expect.objectContaining({ code: 'studio.provider-busy', waitMs: 22, isFailure: true }), 'failed'], ['down', expect.objectContaining({ code: 'studio.provider-down' }), 'failed'],
    ['invalid', expect.objectContaining({ code: 'studio.not-taken' }), 'failed'], ['empty', expect.objectContaining({ code: 'studio.empty-answer' }), 'failed'], ['denied', expect.objectContaining({ code: 'studio.provider-denied' }), 'failed'],
  ])('%s', async (act, end, state) => {
    const error = await attempt([modelOf(new ScriptedProvider([act]), { providerId: `p-${act}` })]).catch((thrown: unknown) => thrown);
    expect(error).toEqual(end);
    expect(await statesOf()).toEqual([state]);
  });

  test('what was lost stays lost until a person decides, whatever is tried', async () => {
    const provider = new ScriptedProvider(['unknown']);
    for (let i = 0; i < 3; i += 1) await expect(attempt([modelOf(provider)])).rejects.toThrow(UnknownOutcomeError);
    expect(provider.billed).toBe(1);
  });

  test('one that costs nothing is simply asked again', async () => {
    const provider = new ScriptedProvider(['dies-after', 'picture']);
    await attemptThatDies([modelOf(provider, { bills: false })]);
    await expect(attempt([modelOf(provider, { bills: false })])).resolves.toMatchObject({ modelId: 'm' });
    expect(provider.asked).toBe(2);
  });

  test('work with a handle is found again after a death, without a second bill', async () => {
    const provider = new ScriptedProvider(['dies-after'], true);
    await attemptThatDies([modelOf(provider)]);
    await expect(attempt([modelOf(provider)])).resolves.toMatchObject({ pictures: [{ seed: 7 }] });
    expect([provider.asked, provider.billed, await statesOf()]).toEqual([1, 1, ['answered']]);
  });

  test('work with a handle that the provider has forgotten is a person’s to decide', async () => {
    const provider = new ScriptedProvider(['dies-after'], true);
    await attemptThatDies([modelOf(provider)]);
    provider.made.clear();
    await expect(attempt([modelOf(provider)])).rejects.toThrow(UnknownOutcomeError);
    expect([provider.asked, await statesOf()]).toEqual([1, ['lost']]);
  });

  test('an attempt that counts no more sends nothing', async () => {
    const provider = new ScriptedProvider([]);
    await server.app.client.db.updateTable('task').set({ epoch: 2 }).where('id', '=', taskId).execute();
    await expect(attempt([modelOf(provider)])).rejects.toThrow('taken over');
    expect([provider.asked, await statesOf()]).toEqual([0, []]);
    await expect(attempt([modelOf(provider)], { epoch: 2 })).resolves.toMatchObject({ modelId: 'm' });
  });

  test('a paid answer whose bytes are gone is a person’s to decide', async () => {
    const provider = new ScriptedProvider([]);
    const { pictures } = await attempt([modelOf(provider)]);
    await server.app.ports.objects.remove(pictures[0]!.key);
    await expect(attempt([modelOf(provider)])).rejects.toThrow(UnknownOutcomeError);
    expect(provider.asked).toBe(1);
  });

  test('a cancel leaves open what was sent', async () => {
    const stop = new AbortController();
    const provider = new ScriptedProvider([]);
    provider.draw = async (_request, call) => {
      await call.onSending();
      stop.abort(new Error('cancelled by the user'));
      throw new ProviderError('cancelled');
    };
    await expect(attempt([modelOf(provider)], { signal: stop.signal })).rejects.toThrow('cancelled by the user');
    expect(await statesOf()).toEqual(['sent']);
  });
});

describe('several providers', () => {
  test.each<[Act, boolean]>([['down', true], ['busy', true], ['denied', true], ['exhausted', true], ['no-model', true], ['refused', false], ['invalid', false], ['empty', false], ['unknown', false]])('%s: the next is asked: %s', async (act, isAsked) => {
    const [first, second] = [new ScriptedProvider([act]), new ScriptedProvider([])];
    await attempt([modelOf(first, { providerId: `a-${act}` }), modelOf(second, { providerId: `b-${act}` })]).catch(() => undefined);
    expect(second.asked).toBe(isAsked ? 1 : 0);
  });

  test('when all fail, what is worth another try is tried later', async () => {
    const models = (['denied', 'busy', 'down'] as const).map((act) => modelOf(new ScriptedProvider([act]), { providerId: `c-${act}` }));
    await expect(attempt(models)).rejects.toThrow(TryLaterError);
  });
});

test('random troubles: never billed again after a lost answer, one end, nothing lost', async () => {
  const act = fc.constantFrom<Act>('picture', 'down', 'busy', 'unknown', 'refused', 'empty', 'invalid', 'dies-before', 'dies-after', 'breaks', 'denied');
  await fc.assert(fc.asyncProperty(fc.array(act, { maxLength: 6 }), fc.boolean(), async (acts, hasHandles) => {
    await newTask();
    const providerId = `q-${taskId}`;
    const provider = new ScriptedProvider([...acts], hasHandles);
    const model = modelOf(provider, { providerId });
    let ended: unknown;
    for (let round = 0; round < 10 && ended === undefined; round += 1) {
      const isDeath = provider.acts[0]?.startsWith('dies') === true && (await statesOf()).every((state) => state === 'failed');
      if (isDeath) await attemptThatDies([model]);
      else ended = await attempt([model]).catch((error: unknown) => (error instanceof TryLaterError ? undefined : error));
    }
    expect(ended).toBeDefined();
    const wasDrawn = typeof ended === 'object' && ended !== null && 'pictures' in ended;
    // Billed at most once, or the end says that nobody knows, or that nothing came of it.
    expect(provider.billed).toBeLessThanOrEqual(1);
    if (wasDrawn) expect(provider.billed).toBe(1);
    if (provider.billed === 1 && !wasDrawn) expect(ended instanceof UnknownOutcomeError || (ended as { code?: string }).code === 'studio.empty-answer').toBe(true);
  }), { numRuns: 60 });
}, 120_000);
