/** Keys of providers: sealed at rest, opened only to ask. */
import { z } from 'zod';
import { seal, unseal, type Sealing } from '../../../kernel/seal.ts';

export const PROVIDER_SEAL = 'provider keys';
const Secrets = z.record(z.string(), z.string());

export type SecretsOf = Readonly<Record<string, string>>;
type ProviderSealing = Pick<Sealing, 'keyB64' | 'oldKeysB64'> & { providerId: string };

export function sealSecrets(secrets: SecretsOf, { providerId, ...keys }: ProviderSealing): string {
  return seal(JSON.stringify(secrets), { ...keys, purpose: PROVIDER_SEAL, owner: providerId });
}

/** Throws when they were sealed with another key of the instance, or for another provider. */
export function openSecrets(sealed: string, { providerId, ...keys }: ProviderSealing): SecretsOf {
  return Secrets.parse(JSON.parse(unseal(sealed, { ...keys, purpose: PROVIDER_SEAL, owner: providerId })));
}
