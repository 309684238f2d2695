/**
 * The built-in artist is there before anybody connects a provider. It is an ordinary provider row, made once for an instance, and not one
 * that exists only in memory: so calls, health, prices, turns and the operator's switch work for it as for any other, without a second
 * way through each of them. A mark says that it was made: an operator who removes it has it gone for good, and can add the make again.
 */
import { ImageModel, type ProviderId } from '@komawari/contract';
import { inTransaction } from '../../../db/transaction.ts';
import type { App } from '../../../kernel/app.ts';
import { sealingKeys } from '../../../kernel/seal.ts';
import type { ProviderKind, ProviderTools } from '../../../ports/provider.ts';
import { addProvider, isArtistMarked, listModels, listProviders, markArtist, saveModels } from './provider-store.ts';
import { sealSecrets } from './secrets.ts';

export const BUILT_IN = 'built-in';

/** As long as nothing else is set up, it is what draws. */
export function isBuiltIn({ kind }: { kind: string }): boolean {
  return kind === BUILT_IN;
}

/** Makes it where it was never made, and tells its models anew where this version draws otherwise than the one before. */
export async function ensureBuiltIn(app: App, kind: ProviderKind | undefined, tools: ProviderTools): Promise<void> {
  if (!kind) return;
  const url = kind.defaultUrl ?? '';
  const models = (await kind.open({ url, secrets: {}, settings: kind.settings.parse({}) }, tools).image?.listModels(new AbortController().signal)) ?? [];
  if (!(await isArtistMarked(app.client.db))) await makeOnce(app, { name: kind.title.split(':')[0] ?? kind.kind, url }, models);
  await tellAnew(app, models);
}

async function makeOnce(app: App, { name, url }: { name: string; url: string }, models: readonly ImageModel[]): Promise<void> {
  const now = app.ports.clock.now();
  const id = app.ports.ids.next('provider') as ProviderId;
  await inTransaction(app.client.db, async (tx) => {
    // Of several processes that start at once, one.
    if (!(await markArtist(tx, now))) return;
    const sealedSecrets = sealSecrets({}, { ...sealingKeys(app.config.secrets), providerId: id });
    await addProvider(tx, { id, kind: BUILT_IN, name, url, sealedSecrets, settings: {}, isEnabled: true, isPrivateAllowed: false, inFlightMax: 2 }, now);
    await saveModels(tx, id, 'image', models, now);
  });
}

async function tellAnew(app: App, models: readonly ImageModel[]): Promise<void> {
  const { db } = app.client;
  const told = JSON.stringify(models.map((model) => ImageModel.parse(model)));
  const [rows, listed] = await Promise.all([listProviders(db), listModels(db, 'image')]);
  for (const { id } of rows.filter(isBuiltIn)) {
    if (JSON.stringify(listed.filter(({ providerId }) => providerId === id).map(({ model }) => model)) === told) continue;
    await inTransaction(db, (tx) => saveModels(tx, id, 'image', models, app.ports.clock.now()));
  }
}
