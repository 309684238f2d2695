/** What a provider's machine has on its disk and in memory, and how an operator changes that. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { HostedModel, ModelHostView, ProviderId } from '@komawari/contract';
import { toldError } from '@komawari/contract/told-error';
import { audit } from '../../../kernel/audit.ts';
import type { Ctx } from '../../../kernel/ctx.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { HostedModel as Hosted } from '../../../ports/model-host.ts';
import type { ProviderBook } from '../providers/provider-book.ts';
import { askProvider } from '../providers/try-provider.ts';
import { findHost, needHost, toldFault } from './open-host.ts';

const LIST_MS = 10_000;
/** A proxy in the way gives up after a minute; who waits is told before. */
const ANSWER_MS = 20_000;
const LOAD_MS = 15 * 60_000;

/** What is wrong with the machine is an answer, no error. */
export async function showHost(ctx: Ctx, book: ProviderBook, id: ProviderId): Promise<ModelHostView> {
  const host = await findHost(ctx.app, book, id);
  if (!host) return { isHost: false, canFetch: false, canRemove: false, models: [], fault: null };
  const can = { isHost: true, canFetch: host.pull !== undefined, canRemove: host.remove !== undefined };
  try {
    const models = await host.listHosted(AbortSignal.timeout(LIST_MS));
    return { ...can, models: models.map(presentHosted), fault: null };
  } catch (error) {
    const told = toldFault(error);
    if (!(told instanceof AppError)) throw error;
    return { ...can, models: [], fault: toldError(told.code, ctx.language, told.detail) };
  }
}

/** Waits for it a while; a large model goes on loading after that. */
export async function setMemory(ctx: Ctx, book: ProviderBook, id: ProviderId, { modelId, isLoaded }: { modelId: string; isLoaded: boolean }): Promise<{ isDone: boolean }> {
  const host = await needHost(ctx.app, book, id);
  const signal = AbortSignal.timeout(LOAD_MS);
  const work = isLoaded ? host.load(modelId, signal) : host.unload(modelId, signal);
  const over = new AbortController();
  try {
    const isDone = await Promise.race([work.then(() => true), sleep(ANSWER_MS, false, { signal: over.signal, ref: false })]);
    if (!isDone) work.catch((error: unknown) => ctx.app.log.warn({ err: error, providerId: id }, 'a model was not loaded'));
    await audit(ctx.app.client.db, ctx, { action: isLoaded ? 'studio.load-model' : 'studio.unload-model', subject: id, data: { modelId } });
    return { isDone };
  } catch (error) {
    throw toldFault(error);
  } finally {
    over.abort();
  }
}

/** From the disk; it is offered no more. */
export async function removeHosted(ctx: Ctx, book: ProviderBook, id: ProviderId, modelId: string): Promise<{ isRemoved: true }> {
  const host = await needHost(ctx.app, book, id);
  if (!host.remove) throw new AppError('studio.no-host');
  try {
    await host.remove(modelId, AbortSignal.timeout(ANSWER_MS));
  } catch (error) {
    throw toldFault(error);
  }
  await audit(ctx.app.client.db, ctx, { action: 'studio.remove-hosted', subject: id, data: { modelId } });
  await askProvider(ctx.app, book, id);
  return { isRemoved: true };
}

function presentHosted({ id, sizeBytes, loaded, family, parameters, quantization }: Hosted): HostedModel {
  return {
    modelId: id, sizeBytes: Math.round(sizeBytes), family: family ?? null, parameters: parameters ?? null, quantization: quantization ?? null,
    loaded: loaded ? { memoryBytes: Math.round(loaded.memoryBytes), until: loaded.until?.toISOString() ?? null } : null,
  };
}
