/** The SQL of keys of providers that are sealed anew. */
import type { Db } from '../../../db/client.ts';
import type { SealedPlace } from '../../../kernel/sealed-place.ts';
import { PROVIDER_SEAL } from './secrets.ts';

export const sealedProviderKeys: SealedPlace<Db> = {
  name: 'keys of providers', purpose: PROVIDER_SEAL,
  list: (db, after, limit) => db.selectFrom('provider').select(['id', 'sealed_secrets as sealed']).where('id', '>', after).orderBy('id').limit(limit).execute(),
  async replace(db, { id, from, to }) { await db.updateTable('provider').set({ sealed_secrets: to }).where('id', '=', id).where('sealed_secrets', '=', from).execute(); },
};
