import type { OwnerRef } from '@komawari/contract';
import { compose } from '../../compose.ts';
import { dataDirOf } from '../../config/data-folder.ts';
import { languageOf } from '../../config/sentences.ts';
import { beginKeyExchange, endKeyExchange, isKeyGiven, loadSecrets } from '../../config/secrets.ts';
import { StartupError } from '../../config/startup-error.ts';
import { inTransaction } from '../../db/transaction.ts';
import { audit } from '../../kernel/audit.ts';
import { sealingKeys } from '../../kernel/seal.ts';
import { sealAllAnew, type SealedCount } from '../../kernel/sealed-place.ts';
import { sealedAuthenticators, sealedLetters } from '../../rooms/accounts/index.ts';
import { sealedEndpointKeys, sealedProviderKeys } from '../../rooms/studio/index.ts';
import { findRunningInstance } from '../../supervisor/control.ts';
import { openAlone } from '../open-alone.ts';
import { hasOthers } from './others-store.ts';

/** All that is sealed with the instance's key. */
export const SEALED_PLACES = [sealedProviderKeys, sealedEndpointKeys, sealedAuthenticators, sealedLetters];

/**
 * First the file holds both keys, then everything is sealed with the new one, then the old one is dropped: whenever it
 * ends in between, whoever starts next reads everything. Where the key comes from the environment, both are there already
 * and the operator drops the old one. Throws StartupError where the program runs and does not know the new key.
 */
export async function exchangeKey(env: NodeJS.ProcessEnv): Promise<{ isKeyGiven: boolean; places: SealedCount[] }> {
  const dataDir = dataDirOf(env);
  const isGiven = isKeyGiven(env);
  if (isGiven && !env.KOMA_ENCRYPTION_KEY_OLD) throw StartupError.one('secrets.given');
  if (!isGiven && (await findRunningInstance(dataDir))) throw StartupError.one('secrets.running');
  const { config, close } = await openAlone(env);
  try {
    if (!isGiven && (await hasOthers(config.databaseUrl))) throw StartupError.one('secrets.running');
    const secrets = isGiven ? loadSecrets(dataDir, env) : beginKeyExchange(dataDir);
    const { app, close: closeAll } = await compose({ ...config, secrets, logLevel: 'error' });
    try {
      const places = await sealAllAnew(app.client.db, sealingKeys(secrets), SEALED_PLACES);
      const ctx = { app, actor: { kind: 'local', owner: 'local:instance' as OwnerRef }, requestId: 'koma-secrets-rotate', language: languageOf(env), isLocal: true, proof: { isAuthor: false } } as const;
      await inTransaction(app.client.db, (tx) => audit(tx, ctx, { action: 'system.exchange-key', subject: 'instance', data: { places } }));
      if (!isGiven) endKeyExchange(dataDir);
      return { isKeyGiven: isGiven, places };
    } finally {
      await closeAll();
    }
  } finally {
    await close();
  }
}
