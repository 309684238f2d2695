import type { ProviderId, UiLanguage } from '@komawari/contract';
import { toldError } from '@komawari/contract/told-error';
import { inTransaction } from '../../../db/transaction.ts';
import type { App } from '../../../kernel/app.ts';
import type { Ctx } from '../../../kernel/ctx.ts';
import { AppError, TryLaterError } from '../../../kernel/errors.ts';
import { ProviderError } from '../../../ports/provider.ts';
import { endOf } from '../gateway/faults.ts';
import { noteHealth } from '../gateway/health-store.ts';
import type { ProviderBook } from './provider-book.ts';
import { listProviders, saveModels } from './provider-store.ts';
import { getProvider } from './set-up-provider.ts';

export const PATIENCE_MS = 20_000;

/** Asks a provider whether it is there, and keeps which models it has. What is wrong is an answer, no error. */
export async function testProvider(ctx: Ctx, book: ProviderBook, id: ProviderId) {
  const found = await askProvider(ctx.app, book, id);
  return {
    isGood: !(found instanceof ProviderError), says: found instanceof ProviderError ? null : found.says,
    fault: found instanceof ProviderError ? found.fault : null, message: found instanceof ProviderError ? messageOf(found, ctx.language) : null, provider: await getProvider(ctx, book, id),
  };
}

/** Lists its models anew and notes how it is. Throws `not-found`. */
export async function askProvider(app: App, book: ProviderBook, id: ProviderId): Promise<ProviderError | { says: string | null }> {
  const row = (await listProviders(app.client.db)).find((one) => one.id === id);
  if (!row) throw new AppError('not-found');
  const provider = await book.open(row);
  if (!provider) return new ProviderError('invalid', { said: row.kind });
  const signal = AbortSignal.timeout(PATIENCE_MS);
  try {
    const { says } = await provider.check(signal);
    const [images, texts] = await Promise.all([provider.image?.listModels(signal) ?? [], provider.text?.listModels(signal) ?? []]);
    await inTransaction(app.client.db, async (tx) => {
      await saveModels(tx, id, 'image', images, app.ports.clock.now());
      await saveModels(tx, id, 'text', texts, app.ports.clock.now());
    });
    await noteHealth(app, { providerId: id }, undefined);
    return { says: says ?? null };
  } catch (error) {
    const fault = error instanceof ProviderError ? (error.fault === 'cancelled' ? new ProviderError('down', { cause: error }) : error) : undefined;
    if (!fault) throw error;
    await noteHealth(app, { providerId: id }, fault);
    return fault;
  }
}

/** What went wrong, for a person. */
export function messageOf(error: ProviderError, language: UiLanguage): string {
  const end = endOf(error);
  if (end instanceof AppError || end instanceof TryLaterError) return toldError(end.code, language, end.detail);
  return toldError('studio.empty-answer', language);
}
