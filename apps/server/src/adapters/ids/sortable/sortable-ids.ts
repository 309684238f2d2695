import { randomBytes } from 'node:crypto';
import type { Clock } from '../../../ports/clock.ts';
import type { Ids } from '../../../ports/ids.ts';

const DIGITS = '0123456789abcdefghjkmnpqrstvwxyz';

/** Ids of 48 bits of time and 80 random bits in Crockford's base 32, as ULID does. */
export function sortableIds(clock: Clock): Ids {
  return {
    next: (prefix) => `${prefix}_${timePart(clock.now().getTime())}${randomPart()}`,
    secret: (bytes) => randomBytes(bytes).toString('base64url'),
  };
}

function timePart(ms: number): string {
  let text = '';
  for (let rest = ms, i = 0; i < 10; i += 1, rest = Math.floor(rest / 32)) text = DIGITS[rest % 32] + text;
  return text;
}

function randomPart(): string {
  return Array.from(randomBytes(16), (byte) => DIGITS[byte % 32]).join('');
}
