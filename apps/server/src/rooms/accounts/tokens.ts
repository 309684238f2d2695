import { createHash, timingSafeEqual } from 'node:crypto';

/** What is kept of a secret: enough to know it again, not to use it. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

export function isSameSecret(given: string, expected: string): boolean {
  return timingSafeEqual(Buffer.from(hashToken(given), 'hex'), Buffer.from(hashToken(expected), 'hex'));
}

/** One cookie of a Cookie header, decoded. */
export function readCookie(header: string | undefined, name: string): string | undefined {
  for (const part of (header ?? '').slice(0, 16_000).split(';')) {
    const equals = part.indexOf('=');
    if (equals < 0 || part.slice(0, equals).trim() !== name) continue;
    try {
      return decodeURIComponent(part.slice(equals + 1).trim());
    } catch {
      return undefined;
    }
  }
  return undefined;
}
