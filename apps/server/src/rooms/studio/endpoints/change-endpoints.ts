/** What an operator does about a provider's further addresses and keys. */
import type { BodyOf, EndpointId, ProviderId, providerRoutes } from '@komawari/contract';
import { inTransaction } from '../../../db/transaction.ts';
import type { Tx } from '../../../db/client.ts';
import type { App } from '../../../kernel/app.ts';
import { audit } from '../../../kernel/audit.ts';
import type { Ctx } from '../../../kernel/ctx.ts';
import { AppError } from '../../../kernel/errors.ts';
import { sealingKeys } from '../../../kernel/seal.ts';
import type { ProviderBook } from '../providers/provider-book.ts';
import { lockProvider, type ProviderRow } from '../providers/provider-store.ts';
import { sealSecrets, type SecretsOf } from '../providers/secrets.ts';
import { urlOf } from '../providers/set-up-provider.ts';
import { addEndpointRow, findEndpoint, removeEndpointRow, saveEndpointRow, type EndpointRow } from './endpoint-store.ts';
import { knownSecrets, missingSecret, secretsAt } from './open-endpoint.ts';

type Ref = { providerId: ProviderId; endpointId: EndpointId };

/** Throws `not-found` and `studio.provider-setup`. */
export async function addEndpoint(ctx: Ctx, book: ProviderBook, providerId: ProviderId, body: BodyOf<typeof providerRoutes.addEndpoint>): Promise<EndpointId> {
  const { app } = ctx;
  const id = app.ports.ids.next('endpoint') as EndpointId;
  await inTransaction(app.client.db, async (tx) => {
    const row = await getRow(tx, providerId);
    const url = urlOf(body.url ?? row.url);
    await checkSecrets(app, book, row, { url, own: body.secrets });
    await addEndpointRow(tx, { id, providerId, name: body.name, url, sealedSecrets: sealedFor(app, id, body.secrets), isEnabled: true, isPrivateAllowed: body.isPrivateAllowed, inFlightMax: body.inFlightMax }, app.ports.clock.now());
    await audit(tx, ctx, { action: 'studio.add-endpoint', subject: id, data: { providerId, host: new URL(url).host, isPrivateAllowed: body.isPrivateAllowed } });
  });
  return id;
}

export async function changeEndpoint(ctx: Ctx, book: ProviderBook, ref: Ref, body: BodyOf<typeof providerRoutes.changeEndpoint>): Promise<void> {
  const { app } = ctx;
  await inTransaction(app.client.db, async (tx) => {
    const row = await getRow(tx, ref.providerId);
    const endpoint = await findEndpoint(tx, ref);
    if (!endpoint) throw new AppError('not-found');
    const url = body.url === undefined ? endpoint.url : urlOf(body.url);
    const own = changedSecrets(app, endpoint, { url, given: body.secrets ?? {} });
    const isNewWay = body.url !== undefined || body.secrets !== undefined || body.isPrivateAllowed !== undefined;
    if (isNewWay) await checkSecrets(app, book, row, { url, own });
    await saveEndpointRow(tx, {
      ...endpoint, url, name: body.name ?? endpoint.name, isEnabled: body.isEnabled ?? endpoint.isEnabled, isPrivateAllowed: body.isPrivateAllowed ?? endpoint.isPrivateAllowed, inFlightMax: body.inFlightMax ?? endpoint.inFlightMax,
      // What does not open stays as it is, unless it is replaced.
      sealedSecrets: body.secrets === undefined && new URL(url).origin === new URL(endpoint.url).origin ? endpoint.sealedSecrets : sealedFor(app, endpoint.id, own),
    }, { isNewWay, now: app.ports.clock.now() });
    await audit(tx, ctx, { action: 'studio.change-endpoint', subject: endpoint.id, data: { fields: Object.keys(body), host: new URL(url).host } });
  });
}

export async function removeEndpoint(ctx: Ctx, ref: Ref): Promise<void> {
  await inTransaction(ctx.app.client.db, async (tx) => {
    if (!(await removeEndpointRow(tx, ref))) throw new AppError('not-found');
    await audit(tx, ctx, { action: 'studio.remove-endpoint', subject: ref.endpointId, data: { providerId: ref.providerId } });
  });
}

async function getRow(tx: Tx, providerId: ProviderId): Promise<ProviderRow> {
  const row = await lockProvider(tx, providerId);
  if (!row) throw new AppError('not-found');
  return row;
}

async function checkSecrets(app: App, book: ProviderBook, row: ProviderRow, { url, own }: { url: string; own: SecretsOf }): Promise<void> {
  const kind = (await book.listKinds()).get(row.kind);
  if (!kind) throw new AppError('studio.provider-unknown-kind', { detail: row.kind });
  const unknown = Object.keys(own).find((name) => !kind.secrets.some((one) => one.name === name));
  const wrong = unknown ?? missingSecret(kind, reachableSecrets(app, row, { url, own }));
  if (wrong !== undefined) throw new AppError('studio.provider-setup', { detail: wrong });
}

/** The provider's own may not open any more: then they are as good as not set. */
function reachableSecrets(app: App, row: ProviderRow, at: { url: string; own: SecretsOf }): SecretsOf {
  try {
    return secretsAt(app, row, at);
  } catch {
    return at.own;
  }
}

/** Keys go to the host that they were given for. */
function changedSecrets(app: App, endpoint: EndpointRow, change: { url: string; given: Readonly<Record<string, string | null>> }): SecretsOf {
  const stays = new URL(change.url).origin === new URL(endpoint.url).origin;
  return Object.fromEntries(Object.entries({ ...(stays ? knownSecrets(app, endpoint) : {}), ...change.given }).filter((entry): entry is [string, string] => entry[1] !== null));
}

function sealedFor(app: App, id: EndpointId, secrets: SecretsOf): string {
  return sealSecrets(secrets, { ...sealingKeys(app.config.secrets), providerId: id });
}
