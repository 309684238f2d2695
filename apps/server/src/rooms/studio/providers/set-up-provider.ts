/** What an operator does about providers. */
import type { BodyOf, Provider, ProviderId, providerRoutes } from '@komawari/contract';
import { inTransaction } from '../../../db/transaction.ts';
import { audit } from '../../../kernel/audit.ts';
import type { App } from '../../../kernel/app.ts';
import type { Ctx } from '../../../kernel/ctx.ts';
import { AppError } from '../../../kernel/errors.ts';
import { sealingKeys } from '../../../kernel/seal.ts';
import type { ProviderKind } from '../../../ports/provider.ts';
import { presentProviders } from './present-provider.ts';
import type { ProviderBook } from './provider-book.ts';
import { addProvider, lockProvider, removeProviderRow, saveDefault, saveModelChoice, saveProvider, type ProviderRow } from './provider-store.ts';
import { openSecrets, sealSecrets, type SecretsOf } from './secrets.ts';

/** Throws `studio.provider-unknown-kind` and `studio.provider-setup`. */
export async function createProvider(ctx: Ctx, book: ProviderBook, body: BodyOf<typeof providerRoutes.add>): Promise<ProviderId> {
  const { app } = ctx;
  const kind = (await book.listKinds()).get(body.kind);
  if (!kind) throw new AppError('studio.provider-unknown-kind', { detail: body.kind });
  const url = urlOf(body.url ?? kind.defaultUrl);
  checkSetup(kind, { settings: body.settings, secrets: body.secrets });
  const id = app.ports.ids.next('provider') as ProviderId;
  await inTransaction(app.client.db, async (tx) => {
    await addProvider(tx, {
      id, kind: kind.kind, name: body.name, url, sealedSecrets: sealSecrets(body.secrets, sealing(app, id)), settings: body.settings, isEnabled: true, isPrivateAllowed: body.isPrivateAllowed, inFlightMax: body.inFlightMax,
    }, app.ports.clock.now());
    await audit(tx, ctx, { action: 'studio.add-provider', subject: id, data: { kind: kind.kind, host: new URL(url).host, isPrivateAllowed: body.isPrivateAllowed } });
  });
  return id;
}

export async function changeProvider(ctx: Ctx, book: ProviderBook, id: ProviderId, body: BodyOf<typeof providerRoutes.change>): Promise<void> {
  const { app } = ctx;
  const kinds = await book.listKinds();
  await inTransaction(app.client.db, async (tx) => {
    const row = await lockProvider(tx, id);
    if (!row) throw new AppError('not-found');
    const url = body.url === undefined ? row.url : urlOf(body.url);
    const secrets = changedSecrets(app, row, { url, given: body.secrets ?? {} });
    const settings = body.settings ?? row.settings;
    const kind = kinds.get(row.kind);
    if (kind) checkSetup(kind, { settings, secrets });
    // What does not open just now stays as it is, unless it is replaced or its host changes.
    const isKept = body.secrets === undefined && new URL(url).origin === new URL(row.url).origin;
    await saveProvider(tx, {
      ...row, url, settings, sealedSecrets: isKept ? row.sealedSecrets : sealSecrets(secrets, sealing(app, id)), name: body.name ?? row.name, isEnabled: body.isEnabled ?? row.isEnabled, isPrivateAllowed: body.isPrivateAllowed ?? row.isPrivateAllowed,
      inFlightMax: body.inFlightMax ?? row.inFlightMax,
    }, app.ports.clock.now());
    await audit(tx, ctx, { action: 'studio.change-provider', subject: id, data: { fields: Object.keys(body), host: new URL(url).host } });
  });
}

export async function removeProvider(ctx: Ctx, id: ProviderId): Promise<{ isRemoved: true }> {
  await inTransaction(ctx.app.client.db, async (tx) => {
    if (!(await lockProvider(tx, id))) throw new AppError('not-found');
    await removeProviderRow(tx, id);
    await audit(tx, ctx, { action: 'studio.remove-provider', subject: id });
  });
  return { isRemoved: true };
}

export async function setModel(ctx: Ctx, id: ProviderId, body: BodyOf<typeof providerRoutes.setModel>): Promise<void> {
  await inTransaction(ctx.app.client.db, async (tx) => {
    if (!(await lockProvider(tx, id))) throw new AppError('not-found');
    if (!(await saveModelChoice(tx, { providerId: id, job: body.job, modelId: body.modelId }, { isEnabled: body.isEnabled, price: body.price }))) throw new AppError('studio.no-model');
    await audit(tx, ctx, { action: 'studio.set-model', subject: id, data: { job: body.job, isEnabled: body.isEnabled } });
  });
}

export async function setDefault(ctx: Ctx, body: BodyOf<typeof providerRoutes.setDefault>): Promise<void> {
  await inTransaction(ctx.app.client.db, async (tx) => {
    if (!(await saveDefault(tx, body.purpose, body))) throw new AppError('studio.no-model');
    await audit(tx, ctx, { action: 'studio.set-default', subject: body.providerId, data: { purpose: body.purpose } });
  });
}

export async function getProvider(ctx: Ctx, book: ProviderBook, id: ProviderId): Promise<Provider> {
  const provider = (await presentProviders(ctx.app, book)).find((one) => one.id === id);
  if (!provider) throw new AppError('not-found');
  return provider;
}

function sealing(app: App, providerId: string) {
  return { ...sealingKeys(app.config.secrets), providerId };
}

/** Throws `studio.provider-setup`. */
export function urlOf(text: string | undefined): string {
  if (text === undefined) throw new AppError('studio.provider-setup', { detail: 'url' });
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') throw new AppError('studio.provider-setup', { detail: 'url: user@' });
  url.hash = '';
  return url.href.replace(/\/+$/, '');
}

/** Keys go to the host that they were given for: who may change the address could else have them sent to himself. */
function changedSecrets(app: App, row: ProviderRow, change: { url: string; given: Readonly<Record<string, string | null>> }): SecretsOf {
  const stays = new URL(change.url).origin === new URL(row.url).origin;
  const known = stays ? knownSecrets(app, row) : {};
  return Object.fromEntries(Object.entries({ ...known, ...change.given }).filter((entry): entry is [string, string] => entry[1] !== null));
}

function knownSecrets(app: App, row: ProviderRow): SecretsOf {
  try {
    return openSecrets(row.sealedSecrets, sealing(app, row.id));
  } catch {
    return {};
  }
}

function checkSetup(kind: ProviderKind, { settings, secrets }: { settings: object; secrets: SecretsOf }): void {
  const names = kind.secrets.map(({ name }) => name);
  const unknown = Object.keys(secrets).find((name) => !names.includes(name));
  if (unknown !== undefined) throw new AppError('studio.provider-setup', { detail: unknown });
  const missing = kind.secrets.find(({ name, isRequired }) => isRequired && secrets[name] === undefined);
  if (missing) throw new AppError('studio.provider-setup', { detail: missing.name });
  const read = kind.settings.safeParse(settings);
  if (!read.success) throw new AppError('studio.provider-setup', { detail: read.error.issues.slice(0, 3).map((issue) => `${issue.path.join('.') || 'settings'}: ${issue.message}`).join('; ') });
}
