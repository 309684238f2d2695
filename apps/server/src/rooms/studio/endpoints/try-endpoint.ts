import type { EndpointId, ProviderId } from '@komawari/contract';
import { AppError } from '../../../kernel/errors.ts';
import type { Ctx } from '../../../kernel/ctx.ts';
import { ProviderError } from '../../../ports/provider.ts';
import { noteHealth } from '../gateway/health-store.ts';
import type { ProviderBook } from '../providers/provider-book.ts';
import { listProviders } from '../providers/provider-store.ts';
import { getProvider } from '../providers/set-up-provider.ts';
import { messageOf, PATIENCE_MS } from '../providers/try-provider.ts';
import { findEndpoint } from './endpoint-store.ts';

/** Asks one endpoint whether it is there. Which models there are is the provider's own address to say. */
export async function testEndpoint(ctx: Ctx, book: ProviderBook, { providerId, endpointId }: { providerId: ProviderId; endpointId: EndpointId }) {
  const found = await ask(ctx, book, { providerId, endpointId });
  const provider = await getProvider(ctx, book, providerId);
  if (found instanceof ProviderError) return { isGood: false, says: null, fault: found.fault, message: messageOf(found, ctx.language), provider };
  return { isGood: true, says: found.says, fault: null, message: null, provider };
}

async function ask({ app }: Ctx, book: ProviderBook, ref: { providerId: ProviderId; endpointId: EndpointId }): Promise<ProviderError | { says: string | null }> {
  const { db } = app.client;
  const [row, endpoint] = [(await listProviders(db)).find(({ id }) => id === ref.providerId), await findEndpoint(db, ref)];
  if (!row || !endpoint) throw new AppError('not-found');
  const opened = await book.openEndpoint(row, endpoint);
  if (!opened) return new ProviderError('invalid', { said: row.kind });
  try {
    const { says } = await opened.check(AbortSignal.timeout(PATIENCE_MS));
    await noteHealth(app, ref, undefined);
    return { says: says ?? null };
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    const fault = error.fault === 'cancelled' ? new ProviderError('down', { cause: error }) : error;
    await noteHealth(app, ref, fault);
    return fault;
  }
}
