import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/**
 * Encrypts a short text with the instance's secret (AES-256-GCM; a key of its own for each purpose by HKDF-SHA256).
 * `owner` is bound to it: a sealed text copied to another row does not open. Gives `v1.nonce.tag.text` in base64url.
 */
export function seal(text: string, options: { keyB64: string; purpose: string; owner: string }): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyOf(options), nonce);
  cipher.setAAD(Buffer.from(options.owner));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return ['v1', nonce, cipher.getAuthTag(), sealed].map((part) => (typeof part === 'string' ? part : part.toString('base64url'))).join('.');
}

/** Throws when the text was changed, belongs to another owner, or was sealed with another secret. */
export function unseal(sealed: string, options: { keyB64: string; purpose: string; owner: string }): string {
  const [version, nonce = '', tag = '', body = ''] = sealed.split('.');
  if (version !== 'v1') throw new Error('seal: unknown form');
  const decipher = createDecipheriv('aes-256-gcm', keyOf(options), Buffer.from(nonce, 'base64url'), { authTagLength: 16 });
  decipher.setAAD(Buffer.from(options.owner));
  decipher.setAuthTag(Buffer.from(tag, 'base64url'));
  return Buffer.concat([decipher.update(Buffer.from(body, 'base64url')), decipher.final()]).toString('utf8');
}

function keyOf({ keyB64, purpose }: { keyB64: string; purpose: string }): Buffer {
  return Buffer.from(hkdfSync('sha256', Buffer.from(keyB64, 'base64'), '', `komawari ${purpose}`, 32));
}
