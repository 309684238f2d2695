import type { App } from '../../../kernel/app.ts';
import { sealingKeys } from '../../../kernel/seal.ts';
import type { ProviderKind } from '../../../ports/provider.ts';
import type { ProviderRow } from '../providers/provider-store.ts';
import { openSecrets, type SecretsOf } from '../providers/secrets.ts';
import type { EndpointRow } from './endpoint-store.ts';

/** A provider's row as one of its endpoints would have it: the address, the keys and the permission are the endpoint's. */
export type OpenedRow = Pick<ProviderRow, 'id' | 'kind' | 'url' | 'settings' | 'isPrivateAllowed'> & { secrets: SecretsOf };

/** Throws where keys do not open, or one that the make needs is missing. */
export function ownRow(app: App, row: ProviderRow): OpenedRow {
  return { ...row, secrets: openSecrets(row.sealedSecrets, { ...sealingKeys(app.config.secrets), providerId: row.id }) };
}

export function endpointRow(app: App, kind: ProviderKind, row: ProviderRow, endpoint: EndpointRow): OpenedRow {
  const secrets = secretsAt(app, row, { url: endpoint.url, own: ownSecrets(app, endpoint) });
  if (missingSecret(kind, secrets) !== undefined) throw new Error('studio: a key of an endpoint is missing');
  return { id: row.id, kind: row.kind, settings: row.settings, url: endpoint.url, isPrivateAllowed: endpoint.isPrivateAllowed, secrets };
}

/** Keys of its own, and at the provider's host the provider's: those go nowhere else. */
export function secretsAt(app: App, row: ProviderRow, { url, own }: { url: string; own: SecretsOf }): SecretsOf {
  if (new URL(url).origin !== new URL(row.url).origin) return own;
  // Keys of one account belong together.
  return Object.keys(own).length > 0 ? own : ownRow(app, row).secrets;
}

function ownSecrets(app: App, { id, sealedSecrets }: Pick<EndpointRow, 'id' | 'sealedSecrets'>): SecretsOf {
  return openSecrets(sealedSecrets, { ...sealingKeys(app.config.secrets), providerId: id });
}

/** None where they do not open: as good as not set. */
export function knownSecrets(app: App, endpoint: Pick<EndpointRow, 'id' | 'sealedSecrets'>): SecretsOf {
  try {
    return ownSecrets(app, endpoint);
  } catch {
    return {};
  }
}

/** The name of a key that the make cannot do without. */
export function missingSecret(kind: ProviderKind, secrets: SecretsOf): string | undefined {
  return kind.secrets.find(({ name, isRequired }) => isRequired && secrets[name] === undefined)?.name;
}
