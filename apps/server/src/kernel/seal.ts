import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { Secrets } from '../config/config.ts';

/** `oldKeysB64` open what an exchange of the key has not sealed anew yet; nothing is sealed with them. */
export type Sealing = { keyB64: string; oldKeysB64?: readonly string[]; purpose: string; owner: string };

export function sealingKeys({ encryptionKeyB64, oldEncryptionKeysB64 = [] }: Secrets): Pick<Sealing, 'keyB64' | 'oldKeysB64'> {
  return { keyB64: encryptionKeyB64, oldKeysB64: oldEncryptionKeysB64 };
}

/**
 * Encrypts a short text with the instance's secret (AES-256-GCM; a key of its own for each purpose by HKDF-SHA256).
 * `owner` is bound to it: a sealed text copied to another row does not open. Gives `v1.nonce.tag.text` in base64url.
 */
export function seal(text: string, options: Sealing): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyOf(options.keyB64, options.purpose), nonce);
  cipher.setAAD(Buffer.from(options.owner));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return ['v1', nonce, cipher.getAuthTag(), sealed].map((part) => (typeof part === 'string' ? part : part.toString('base64url'))).join('.');
}

/** Throws when the text was changed, belongs to another owner, or was sealed with another secret. */
export function unseal(sealed: string, { keyB64, oldKeysB64 = [], purpose, owner }: Sealing): string {
  let failure: unknown;
  for (const key of [keyB64, ...oldKeysB64]) {
    try {
      return unsealWith(key, sealed, { purpose, owner });
    } catch (error) {
      failure ??= error;
    }
  }
  throw failure;
}

/** The text sealed with the present key, where it is not so already and some key opens it. */
export function sealAnew(sealed: string, sealing: Sealing): 'as-is' | 'unreadable' | { sealed: string } {
  const { oldKeysB64: _, ...present } = sealing;
  if (opened(sealed, present) !== undefined) return 'as-is';
  const text = opened(sealed, sealing);
  return text === undefined ? 'unreadable' : { sealed: seal(text, sealing) };
}

function opened(sealed: string, sealing: Sealing): string | undefined {
  try {
    return unseal(sealed, sealing);
  } catch {
    return undefined;
  }
}

function unsealWith(keyB64: string, sealed: string, { purpose, owner }: Pick<Sealing, 'purpose' | 'owner'>): string {
  const [version, nonce = '', tag = '', body = ''] = sealed.split('.');
  if (version !== 'v1') throw new Error('seal: unknown form');
  const decipher = createDecipheriv('aes-256-gcm', keyOf(keyB64, purpose), Buffer.from(nonce, 'base64url'), { authTagLength: 16 });
  decipher.setAAD(Buffer.from(owner));
  decipher.setAuthTag(Buffer.from(tag, 'base64url'));
  return Buffer.concat([decipher.update(Buffer.from(body, 'base64url')), decipher.final()]).toString('utf8');
}

function keyOf(keyB64: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', Buffer.from(keyB64, 'base64'), '', `komawari ${purpose}`, 32));
}
