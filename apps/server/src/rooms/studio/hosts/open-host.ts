import type { ProviderId } from '@komawari/contract';
import type { App } from '../../../kernel/app.ts';
import { AppError, TryLaterError } from '../../../kernel/errors.ts';
import type { ModelHost } from '../../../ports/model-host.ts';
import { ProviderError } from '../../../ports/provider.ts';
import { endOf } from '../gateway/faults.ts';
import type { ProviderBook } from '../providers/provider-book.ts';
import { listProviders } from '../providers/provider-store.ts';

/** Undefined for a make that keeps no models, or one that does not open. Throws `not-found`. */
export async function findHost(app: App, book: ProviderBook, id: ProviderId): Promise<ModelHost | undefined> {
  const row = (await listProviders(app.client.db)).find((one) => one.id === id);
  if (!row) throw new AppError('not-found');
  return (await book.open(row))?.host;
}

/** Throws `not-found` and `studio.no-host`. */
export async function needHost(app: App, book: ProviderBook, id: ProviderId): Promise<ModelHost> {
  const host = await findHost(app, book, id);
  if (!host) throw new AppError('studio.no-host');
  return host;
}

/** What went wrong there, for whoever waits for the answer. Our own patience that ended counts as silence. */
export function toldFault(error: unknown): unknown {
  if (!(error instanceof ProviderError)) return error;
  if (error.fault === 'cancelled') return new AppError('studio.provider-down', { cause: error });
  const end = endOf(error);
  return end instanceof TryLaterError ? new AppError(end.code, { detail: end.detail, cause: error }) : end;
}
