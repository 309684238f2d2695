/**
 * One picture or a few from whatever provider there is. What was asked is written down before it leaves: an attempt that finds
 * an open call of an earlier one takes its answer, looks for it at the provider, or leaves the decision to a person. It never
 * sends again by itself what may have been billed.
 */
import { TryLaterError, UnknownOutcomeError } from '../../../kernel/errors.ts';
import type { App } from '../../../kernel/app.ts';
import { untilDatabaseAnswers } from '../../../kernel/tasks/retry.ts';
import type { ImageAnswer, ImageCall, ImageRequest, Picture } from '../../../ports/image-provider.ts';
import { ProviderError } from '../../../ports/provider.ts';
import { costingOf } from '../budgets/costing.ts';
import { sendWithin } from '../budgets/send-within.ts';
import { listCalls, noteAccepted, noteAnswered, noteEnd, noteSending, noteSent, type Call, type StoredPicture } from './call-store.ts';
import { bestEnd, endOf, mayTurnElsewhere } from './faults.ts';
import { askLeastLoaded, roomOf } from '../endpoints/ask-ways.ts';
import { byWay } from '../endpoints/ways.ts';
import { noteHealth } from './health-store.ts';
import { isProviderPaused } from './pause-store.ts';
import type { ReadyImageModel } from './ready-model.ts';
import type { Standing, Turns } from './turns.ts';

export type DrawTools = { app: App; turns: Turns; newCallId(): string; wait(ms: number, signal: AbortSignal): Promise<void>; /** Size in pixels, by the header. */ measure(picture: Picture): Promise<{ width: number; height: number }> };

/** Where an order stands among others before the same provider. */
export type LinePlace = Standing & {
  /** Just before it takes its place. */
  onComing(): Promise<void>;
  /** Aborts with the reason to leave the line; once it is its turn, this says nothing more. */
  recall: AbortSignal;
  /** Before anything is asked for. Throws when it shall not begin after all. */
  onTurn(): Promise<void>;
  /** It was begun by an earlier attempt, and is looked for. */
  onFollow(): Promise<void>;
};

export type DrawOrder = {
  taskId: string;
  epoch: number;
  /** The chosen model first, then those that may stand in for it. Each can do what is asked. */
  models: readonly ReadyImageModel[];
  /** Asked for when it is its turn: pictures that go in are loaded then. */
  requestFor(model: ReadyImageModel): Promise<ImageRequest>;
  signal: AbortSignal;
  line?: LinePlace;
  onProgress?: ImageCall['onProgress'];
  onPreview?: ImageCall['onPreview'];
};

export type Drawn = { providerId: string; modelId: string; pictures: readonly StoredPicture[] };

/** Throws AppError, RefusedError, TryLaterError or UnknownOutcomeError; the signal's reason when it was cancelled. */
export async function draw(tools: DrawTools, order: DrawOrder): Promise<Drawn> {
  const earlier = await takeUpEarlier(tools, order);
  if (earlier) return earlier;
  const ends: Error[] = [];
  for (const model of order.models) {
    const room = await roomOf(tools, model);
    if ('end' in room) {
      ends.push(room.end);
      continue;
    }
    try {
      return await ask(tools, order, model, room.atOnceMax);
    } catch (error) {
      order.signal.throwIfAborted();
      if (!(error instanceof ProviderError)) throw error;
      ends.push(endOf(error));
      if (!mayTurnElsewhere(error)) break;
    }
  }
  throw bestEnd(ends);
}

/** So long a provider that rests is not asked about again; when it goes on, those that wait are woken. */
const PAUSED_MS = 20_000;

async function ask(tools: DrawTools, order: DrawOrder, model: ReadyImageModel, atOnceMax: number): Promise<Drawn> {
  const { line, signal } = order;
  await line?.onComing();
  const endTurn = await tools.turns.take(model.providerId, { atOnceMax, signal: line ? AbortSignal.any([signal, line.recall]) : signal, ...(line ? { standing: line } : {}) });
  try {
    if (await isProviderPaused(tools.app.client.db, model.providerId)) throw new TryLaterError('studio.provider-busy', { waitMs: PAUSED_MS, isFailure: false });
    await line?.onTurn();
    return await askLeastLoaded(tools, model, { signal, ask: (one) => askNew(tools, order, { id: tools.newCallId(), model: one }) });
  } finally {
    endTurn();
  }
}

type Asking = { id: string; model: ReadyImageModel; /** Pictures of the request; one unless told. */ count?: number };

/** Asks, and writes down how it ended. */
async function askNew(tools: DrawTools, order: DrawOrder, { id, model }: Asking): Promise<Drawn> {
  const { app } = tools;
  let wasSent = false;
  try {
    const request = await order.requestFor(model);
    const call = callOf(tools, order, { id, model, count: request.count }, () => { wasSent = true; });
    return await answered(tools, order, { id, model }, await model.provider.draw(request, call));
  } catch (error) {
    const known = error instanceof ProviderError ? error : undefined;
    if (known) await noteHealth(app, model, known);
    // Whatever breaks after it was sent, a full disk too, leaves it open what the provider has done.
    const isOpen = model.bills && (known ? known.fault === 'unknown' || known.fault === 'cancelled' : wasSent);
    if (isOpen && order.signal.aborted) throw error;
    await noteEnd(app.client.db, [id], { state: isOpen ? 'lost' : 'failed', fault: known?.fault ?? 'unknown', now: app.ports.clock.now() });
    throw isOpen ? (known?.fault === 'unknown' ? endOf(known) : new UnknownOutcomeError('lost', { cause: error })) : error;
  }
}

function callOf({ app }: DrawTools, order: DrawOrder, { id, model, count = 1 }: Asking, onSent: () => void): ImageCall {
  return {
    id, signal: order.signal,
    async onSending() {
      order.signal.throwIfAborted();
      const call = sentBy(app, order, { id, model });
      if (!(await sendWithin(app, { call, ...costingOf(model, count), note: (tx) => noteSending(tx, call) }))) throw new Error('studio: another attempt has taken over');
      onSent();
    },
    async onAccepted(handle) { await noteAccepted(app.client.db, id, handle); },
    ...(order.onProgress ? { onProgress: order.onProgress } : {}), ...(order.onPreview ? { onPreview: order.onPreview } : {}),
  };
}

function sentBy(app: App, { taskId, epoch }: DrawOrder, { id, model }: Asking): Parameters<typeof noteSent>[1] {
  return { id, taskId, epoch, providerId: model.providerId, modelId: model.model.id, endpointId: model.endpointId, doesBill: model.bills, now: app.ports.clock.now() };
}

async function answered(tools: DrawTools, order: DrawOrder, asking: Asking, answer: ImageAnswer): Promise<Drawn> {
  const { app } = tools;
  const { id, model } = asking;
  const results = await keep(tools, answer);
  // One that costs nothing is not written down before it leaves.
  await untilDatabaseAnswers(async () => {
    await noteSent(app.client.db, sentBy(app, order, asking));
    await noteAnswered(app.client.db, id, { results, costMicros: answer.costMicros, currency: model.price?.currency, now: app.ports.clock.now() });
  });
  await noteHealth(app, model, undefined);
  return { providerId: model.providerId, modelId: model.model.id, pictures: results };
}

/** Bytes are stored before anything is said of them; a picture without a task is swept after a day. */
async function keep({ app, measure }: DrawTools, answer: ImageAnswer): Promise<StoredPicture[]> {
  const kept: StoredPicture[] = [];
  for (const slot of answer.slots) {
    if (slot.kind !== 'picture') continue;
    const { width, height } = await measure(slot.picture).catch((cause: unknown) => { throw new ProviderError('empty', { code: 'picture.not-a-picture', cause }); });
    kept.push({ key: await app.ports.objects.put(slot.picture.bytes), mediaType: slot.picture.mediaType, width, height, sizeBytes: slot.picture.bytes.byteLength, ...(slot.seed === undefined ? {} : { seed: slot.seed }) });
  }
  if (kept.length === 0) throw new ProviderError('empty', { code: 'picture.missing' });
  return kept;
}

/** What an earlier attempt has asked: its answer, or a fresh start. Throws UnknownOutcomeError where only a person can decide. */
async function takeUpEarlier(tools: DrawTools, order: DrawOrder): Promise<Drawn | undefined> {
  const { app } = tools;
  const calls = await listCalls(app.client.db, order.taskId);
  for (const call of calls.toReversed()) {
    if (call.state === 'answered' && call.results && (await areStored(app, call.results))) {
      // What is done with it now is this attempt's: a picture that kills the process is found out.
      await order.line?.onFollow();
      return { providerId: call.providerId, modelId: call.modelId, pictures: call.results };
    }
    // Its bytes are gone: it was paid for, and is there no more.
    if (call.state === 'lost' || (call.state === 'answered' && call.doesBill)) throw new UnknownOutcomeError('lost');
    if (call.state === 'failed' || call.state === 'given-up' || call.state === 'answered') continue;
    const found = await lookFor(tools, order, call);
    if (found) return found;
  }
  return undefined;
}

async function areStored(app: App, pictures: readonly StoredPicture[]): Promise<boolean> {
  const there = await Promise.all(pictures.map(({ key }) => app.ports.objects.has(key)));
  return there.every(Boolean);
}

/** Looks for an open call at its provider. Undefined: it cost nothing, and is asked again. */
async function lookFor(tools: DrawTools, order: DrawOrder, call: Call): Promise<Drawn | undefined> {
  const { app } = tools;
  const asked = order.models.find((one) => one.providerId === call.providerId && one.model.id === call.modelId);
  // Where it was sent: no other endpoint knows of it.
  const model = asked && byWay(asked, call.endpointId);
  await order.line?.onFollow();
  try {
    const found = model && call.handle !== null ? await resumeCall(tools, order, { id: call.id, model }, call.handle) : undefined;
    if (found) return found;
  } catch (error) {
    order.signal.throwIfAborted();
    // It ended there, and how is known: refused, or with nothing in it.
    if (error instanceof ProviderError && (error.fault === 'refused' || error.fault === 'empty')) {
      await noteEnd(app.client.db, [call.id], { state: 'failed', fault: error.fault, now: app.ports.clock.now() });
      throw endOf(error);
    }
    if (!(error instanceof ProviderError)) throw error;
  }
  await noteEnd(app.client.db, [call.id], { state: call.doesBill ? 'lost' : 'failed', fault: 'unknown', now: app.ports.clock.now() });
  if (call.doesBill) throw new UnknownOutcomeError('lost');
  return undefined;
}

const LOOKS_MS = [0, 1000, 4000, 10_000];

/** A provider that is out of reach for a moment is asked for the same work again; undefined where it knows nothing of it. */
async function resumeCall(tools: DrawTools, order: DrawOrder, asking: Asking, handle: string): Promise<Drawn | undefined> {
  const { provider } = asking.model;
  let last: unknown;
  for (const waitMs of LOOKS_MS) {
    await tools.wait(waitMs, order.signal);
    try {
      const answer = await provider.resume?.(handle, await order.requestFor(asking.model), callOf(tools, order, asking, () => undefined));
      return answer && (await answered(tools, order, asking, answer));
    } catch (error) {
      last = error;
      if (!(error instanceof ProviderError) || (error.fault !== 'down' && error.fault !== 'busy')) throw error;
    }
  }
  throw last;
}
