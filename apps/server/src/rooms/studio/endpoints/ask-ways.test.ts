import { randomUUID } from 'node:crypto';
import type { ImageModel, ProviderId, TextModel } from '@komawari/contract';
import { bootServer, type BootedServer } from '@komawari/testkit';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TryLaterError, UnknownOutcomeError } from '../../../kernel/errors.ts';
import { ProviderError, type ProviderFault } from '../../../ports/provider.ts';
import type { ImageAnswer, ImageCall, ImageProvider } from '../../../ports/image-provider.ts';
import type { TextAnswer, TextCall, TextProvider, TextRequest } from '../../../ports/text-provider.ts';
import { listCalls } from '../gateway/call-store.ts';
import { draw, type DrawTools } from '../gateway/draw.ts';
import type { ReadyImageModel, ReadyTextModel } from '../gateway/ready-model.ts';
import { openTurns, type Turns } from '../gateway/turns.ts';
import { write } from '../gateway/write.ts';

type Act = 'picture' | ProviderFault | 'dies';
class Death extends Error {}

let server: BootedServer;
beforeAll(async () => { server = await bootServer(); }, 60_000);
afterAll(() => server.close());

const FACTS: ImageModel = { id: 'm', name: 'M', abilities: ['generate'], sizes: { kind: 'fixed', sizes: [{ width: 1, height: 1 }] }, countMax: 1, promptMax: 100, mask: false, progress: 'none', settings: [] };

/** One endpoint: what it does with each request, how many it has at once, and what it would have billed. */
class Endpoint implements ImageProvider {
  billed = 0;
  asked = 0;
  now = 0;
  most = 0;
  readonly made = new Map<string, ImageAnswer>();
  acts: Act[];
  /** Requests stay until this resolves. */
  gate: Promise<void> = Promise.resolve();
  constructor(acts: Act[] = []) { this.acts = acts; }

  listModels = async () => [FACTS];

  async draw(_request: unknown, call: ImageCall): Promise<ImageAnswer> {
    const act = this.acts.shift() ?? 'picture';
    await call.onSending();
    this.asked += 1;
    this.now += 1;
    this.most = Math.max(this.most, this.now);
    await this.gate;
    this.now -= 1;
    const answer: ImageAnswer = { slots: [{ kind: 'picture', picture: { bytes: Uint8Array.of(1), mediaType: 'image/png' } }] };
    if (['picture', 'unknown', 'empty', 'dies'].includes(act)) {
      this.billed += 1;
      this.made.set(call.id, answer);
      await call.onAccepted(call.id);
    }
    if (act === 'dies') throw new Death();
    if (act !== 'picture') throw new ProviderError(act, act === 'busy' ? { retryAfterMs: 60_000 } : {});
    return answer;
  }

  resumed = 0;
  resume = async (handle: string) => {
    this.resumed += 1;
    return this.made.get(handle);
  };
}

/** A provider with these endpoints: the first is its own address. */
async function providerOf(endpoints: readonly Endpoint[], inFlightMax: readonly number[] = []): Promise<{ model: ReadyImageModel; healthOf(at: number): Promise<{ failures: number; closed_until: Date | null; last_fault: string | null }> }> {
  const { db } = server.app.client;
  const now = new Date();
  const providerId = `provider_${randomUUID()}` as ProviderId;
  await db.insertInto('provider').values({ id: providerId, kind: 'none', name: 'P', url: 'https://a.test', sealed_secrets: '', settings: '{}', in_flight_max: 1, position: 1, created_at: now, changed_at: now }).execute();
  const ids = endpoints.slice(1).map((_, at) => `endpoint_${at}_${providerId}`);
  for (const id of ids) await db.insertInto('provider_endpoint').values({ id, provider_id: providerId, name: 'E', url: 'https://b.test', sealed_secrets: '', in_flight_max: 1, created_at: now, changed_at: now, last_fault: null, last_said: null }).execute();
  const [own, ...others] = endpoints;
  return {
    model: { providerId, providerName: 'P', bills: true, inFlightMax: inFlightMax[0] ?? 2, model: FACTS, price: undefined, provider: own!, others: others.map((provider, at) => ({ endpointId: ids[at]!, isEnabled: true, inFlightMax: inFlightMax[at + 1] ?? 2, provider })) },
    async healthOf(at) {
      const columns = ['failures', 'closed_until', 'last_fault'] as const;
      return at === 0 ? db.selectFrom('provider_health').select(columns).where('provider_id', '=', providerId).executeTakeFirstOrThrow() : db.selectFrom('provider_endpoint').select(columns).where('id', '=', ids[at - 1]!).executeTakeFirstOrThrow();
    },
  };
}

async function newTask(): Promise<string> {
  const taskId = `task_${randomUUID()}`;
  const { db } = server.app.client;
  await db.insertInto('stream').values({ id: taskId, owner: 'user:a' }).execute();
  await db.insertInto('task').values({ id: taskId, owner: 'user:a', kind: 'studio.picture', parent_id: null, key: null, stream: taskId, state: 'running', epoch: 1, holder: 'me', input: '{}', error_code: null, error_detail: null, idempotency_key: null, created_at: new Date() }).execute();
  return taskId;
}

function attempt(model: ReadyImageModel, taskId: string, turns: Turns = openTurns({ nowMs: () => Date.now() })) {
  const tools: DrawTools = { app: server.app, turns, newCallId: randomUUID, wait: async () => undefined, measure: async () => ({ width: 1, height: 1 }) };
  return draw(tools, { taskId, epoch: 1, models: [model], requestFor: async () => ({ model: FACTS, ability: 'generate', prompt: 'a cat', size: { width: 1, height: 1 }, count: 1, references: [], settings: {} }), signal: new AbortController().signal });
}

const callsOf = async (taskId: string) => (await listCalls(server.app.client.db, taskId)).map(({ endpointId, state }) => [endpointId === null ? 0 : Number(endpointId.split('_')[1]) + 1, state]);

describe('several endpoints', () => {
  test('share the load by how much each takes, and none has more than that', async () => {
    const endpoints = [new Endpoint(), new Endpoint(), new Endpoint()];
    const { model } = await providerOf(endpoints, [1, 2, 1]);
    let open = () => {};
    const gate = new Promise<void>((resolve) => { open = resolve; });
    for (const one of endpoints) one.gate = gate;
    const turns = openTurns({ nowMs: () => Date.now() });
    const tasks = await Promise.all(Array.from({ length: 8 }, newTask));
    const drawn = tasks.map((taskId) => attempt(model, taskId, turns));
    await expect.poll(() => endpoints.map(({ now }) => now)).toEqual([1, 2, 1]);
    open();
    await Promise.all(drawn);
    expect(endpoints.map(({ most }) => most)).toEqual([1, 2, 1]);
    expect(endpoints.map(({ billed }) => billed).reduce((a, b) => a + b)).toBe(8);
  });

  test.each<ProviderFault>(['denied', 'exhausted', 'busy'])('one that is %s rests by itself, the other goes on', async (fault) => {
    const endpoints = [new Endpoint([fault]), new Endpoint()];
    const { model, healthOf } = await providerOf(endpoints);
    const first = await newTask();
    await attempt(model, first);
    expect(await callsOf(first)).toEqual([[0, 'failed'], [1, 'answered']]);
    await attempt(model, await newTask());
    expect([endpoints[0]!.asked, endpoints[1]!.asked]).toEqual([1, 2]);
    expect(await healthOf(0)).toMatchObject({ last_fault: fault, closed_until: expect.any(Date) });
    expect(await healthOf(1)).toMatchObject({ failures: 0, closed_until: null });
  });

  test('all limited: come back when the first is free', async () => {
    const { model } = await providerOf([new Endpoint(['busy']), new Endpoint(['busy'])]);
    await expect(attempt(model, await newTask())).rejects.toThrow(TryLaterError);
    const again = await attempt(model, await newTask()).catch((error: unknown) => error);
    expect(again).toMatchObject({ code: 'studio.provider-busy' });
    expect((again as TryLaterError).waitMs).toBeGreaterThan(50_000);
  });

  test('what may have been billed is asked of nobody else, and is looked for where it was sent', async () => {
    const lost = [new Endpoint(['unknown']), new Endpoint()];
    await expect(attempt((await providerOf(lost)).model, await newTask())).rejects.toThrow(UnknownOutcomeError);
    expect(lost[1]!.asked).toBe(0);

    const endpoints = [new Endpoint(['down']), new Endpoint(['dies'])];
    const { model } = await providerOf(endpoints);
    const taskId = await newTask();
    await expect(attempt(model, taskId)).rejects.toThrow();
    await revive(taskId);
    await attempt(model, taskId);
    expect(endpoints.map(({ asked, resumed }) => [asked, resumed])).toEqual([[1, 0], [1, 1]]);
  });

  test('one that is switched off takes nothing new, and is still asked for what it has taken', async () => {
    const endpoints = [new Endpoint(['down']), new Endpoint(['dies'])];
    const { model } = await providerOf(endpoints);
    const taskId = await newTask();
    await expect(attempt(model, taskId)).rejects.toThrow();
    await revive(taskId);
    const off: ReadyImageModel = { ...model, others: model.others!.map((one) => ({ ...one, isEnabled: false })) };
    await attempt(off, taskId);
    expect(endpoints[1]!.resumed).toBe(1);
    await attempt(off, await newTask());
    expect(endpoints.map(({ asked }) => asked)).toEqual([2, 1]);
  });
});

/** A death leaves behind what was written before it. */
async function revive(taskId: string): Promise<void> {
  await server.app.client.db.updateTable('provider_call').set({ state: 'accepted', ended_at: null }).where('task_id', '=', taskId).where('state', '=', 'lost').execute();
}

describe('words', () => {
  const WRITER: TextModel = { id: 'w', name: 'W', streams: true, schema: false, tools: false, seed: false, thinks: false };
  const writerOf = (fault?: ProviderFault, piece?: string): TextProvider & { asked: number } => {
    const writer = {
      asked: 0, listModels: async () => [WRITER],
      async write(_request: TextRequest, call: TextCall): Promise<TextAnswer> {
        await call.onSending();
        writer.asked += 1;
        if (piece !== undefined) call.onPiece?.({ kind: 'text', text: piece });
        if (fault) throw new ProviderError(fault);
        return { text: 'done', toolCalls: [], finish: 'stop' };
      },
    };
    return writer;
  };
  const writeBy = async (own: TextProvider, other: TextProvider) => {
    const { model } = await providerOf([new Endpoint(), new Endpoint()]);
    const { provider: _, others, ...rest } = model;
    const ready: ReadyTextModel = { ...rest, model: WRITER, provider: own, others: [{ ...others![0]!, provider: other }] };
    return write({ app: server.app, turns: openTurns({ nowMs: () => 0 }), newCallId: randomUUID }, { purposeId: await newTask(), models: [ready], requestFor: ({ model: facts }) => ({ model: facts, messages: [] }), signal: new AbortController().signal, onPiece: () => undefined });
  };

  test('go to another endpoint where the first did nothing, and to none once a word was told or the answer lost', async () => {
    const other = writerOf();
    await expect(writeBy(writerOf('denied'), other)).resolves.toMatchObject({ answer: { text: 'done' } });
    await expect(writeBy(writerOf('down', 'Once'), other)).rejects.toThrow();
    await expect(writeBy(writerOf('unknown'), other)).rejects.toThrow();
    expect(other.asked).toBe(1);
  });
});

test('random faults at two or three endpoints: at most one bill for a picture, each looked for where it was sent', async () => {
  const acts = fc.array(fc.constantFrom<Act>('picture', 'down', 'busy', 'unknown', 'refused', 'empty', 'denied', 'exhausted', 'no-model', 'dies'), { maxLength: 4 });
  await fc.assert(fc.asyncProperty(fc.array(acts, { minLength: 2, maxLength: 3 }), fc.integer({ min: 1, max: 4 }), async (scripts, pictures) => {
    const endpoints = scripts.map((script) => new Endpoint([...script]));
    const { model } = await providerOf(endpoints);
    const turns = openTurns({ nowMs: () => Date.now() });
    const tasks = await Promise.all(Array.from({ length: pictures }, newTask));
    await Promise.all(tasks.map(async (taskId) => {
      for (let round = 0; round < 4; round += 1) {
        const end: unknown = await attempt(model, taskId, turns).catch((error: unknown) => error);
        const wasDeath = end instanceof UnknownOutcomeError && end.cause instanceof Death;
        if (wasDeath) await revive(taskId);
        else if (!(end instanceof TryLaterError)) break;
      }
      const calls = await listCalls(server.app.client.db, taskId);
      const billed = calls.filter(({ id }) => endpoints.some(({ made }) => made.has(id)));
      expect(billed.length).toBeLessThanOrEqual(1);
      for (const { id, endpointId } of billed) expect(endpoints[endpointId === null ? 0 : Number(endpointId.split('_')[1]) + 1]!.made.has(id)).toBe(true);
      // After one that may have been billed, nobody was asked.
      if (billed.length > 0) expect(calls.at(-1)?.id).toBe(billed[0]!.id);
    }));
    expect(endpoints.reduce((sum, { billed }) => sum + billed, 0)).toBeLessThanOrEqual(pictures);
    for (const [at, one] of endpoints.entries()) expect(one.most).toBeLessThanOrEqual(at === 0 ? model.inFlightMax : model.others![at - 1]!.inFlightMax);
  }), { numRuns: 40 });
}, 120_000);
