import { ProviderFaultName, type ProviderEndpoint, type ProviderHealth } from '@komawari/contract';
import type { App } from '../../../kernel/app.ts';
import { isOpen } from '../gateway/health.ts';
import type { ProviderBook } from '../providers/provider-book.ts';
import type { HealthRow, ProviderRow } from '../providers/provider-store.ts';
import type { EndpointRow } from './endpoint-store.ts';
import { knownSecrets } from './open-endpoint.ts';

/** An endpoint as the operator sees it: which keys are set, never what they are. */
export async function presentEndpoint(app: App, book: ProviderBook, { row, endpoint, onTheWay }: { row: ProviderRow; endpoint: EndpointRow; onTheWay: number }): Promise<ProviderEndpoint> {
  const { id, name, url, isEnabled, isPrivateAllowed, inFlightMax } = endpoint;
  return {
    id, name, url, isEnabled, isPrivateAllowed, inFlightMax, onTheWay, secretsSet: Object.keys(knownSecrets(app, endpoint)).sort(), isUsable: (await book.openEndpoint(row, endpoint)) !== undefined,
    health: presentHealth(endpoint.health, app.ports.clock.now()),
  };
}

export function presentHealth(state: HealthRow | undefined, now: Date): ProviderHealth {
  return {
    isOpen: isOpen({ failures: state?.failures ?? 0, closedUntil: state?.closedUntil ?? null }, now), failures: state?.failures ?? 0, closedUntil: state?.closedUntil?.toISOString() ?? null,
    lastFault: ProviderFaultName.safeParse(state?.lastFault).data ?? null, lastSaid: state?.lastSaid ?? null, lastGoodAt: state?.lastGoodAt?.toISOString() ?? null,
  };
}
