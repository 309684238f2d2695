/** Puts a provider of a test into its server, without the API: what a test of another part begins with. */
import type { ImageModel, ProviderId, TextModel } from '@komawari/contract';
import { inTransaction } from '../../../db/transaction.ts';
import type { App } from '../../../kernel/app.ts';
import { addProvider, saveModels } from '../providers/provider-store.ts';
import { sealSecrets } from '../providers/secrets.ts';
import { SCRIPTED_MODEL } from './scripted-provider.ts';

type Scripted = { kind?: string; name?: string; secrets?: Record<string, string>; inFlightMax?: number; images?: readonly ImageModel[]; texts?: readonly TextModel[] };

/** Draws with `SCRIPTED_MODEL` and writes with nothing, unless told. */
export async function addScripted(app: App, { kind = 'scripted', name = 'Scripted', secrets = {}, inFlightMax = 4, images = [SCRIPTED_MODEL], texts = [] }: Scripted = {}): Promise<ProviderId> {
  const id = app.ports.ids.next('provider') as ProviderId;
  const now = app.ports.clock.now();
  const sealedSecrets = sealSecrets(secrets, { keyB64: app.config.secrets.encryptionKeyB64, providerId: id });
  await inTransaction(app.client.db, async (tx) => {
    await addProvider(tx, { id, kind, name, url: `https://${kind}.test`, sealedSecrets, settings: {}, isEnabled: true, isPrivateAllowed: false, inFlightMax }, now);
    await saveModels(tx, id, 'image', images, now);
    await saveModels(tx, id, 'text', texts, now);
  });
  return id;
}
