/** Keys of providers: sealed at rest, opened only to ask. */
import { z } from 'zod';
import { seal, unseal } from '../../../kernel/seal.ts';

const PURPOSE = 'provider keys';
const Secrets = z.record(z.string(), z.string());

export type SecretsOf = Readonly<Record<string, string>>;

export function sealSecrets(secrets: SecretsOf, options: { keyB64: string; providerId: string }): string {
  return seal(JSON.stringify(secrets), { keyB64: options.keyB64, purpose: PURPOSE, owner: options.providerId });
}

/** Throws when they were sealed with another key of the instance, or for another provider. */
export function openSecrets(sealed: string, options: { keyB64: string; providerId: string }): SecretsOf {
  return Secrets.parse(JSON.parse(unseal(sealed, { keyB64: options.keyB64, purpose: PURPOSE, owner: options.providerId })));
}
