/** Longer than this is no advice for a queue: it is cut. */
const LONGEST_MS = 24 * 3_600_000;

/**
 * How long a provider asks to wait, in milliseconds: `retry-after-ms`, else `retry-after` in seconds or as a date (RFC 9110 10.2.3),
 * else `x-ratelimit-reset-requests` and `-tokens` as durations (`12ms`, `1m30s`). Undefined where nothing can be read.
 */
export function retryAfterMs(headers: Headers, now: Date): number | undefined {
  const ms = headers.get('retry-after-ms');
  const exact = ms !== null && /^\s*\d+(?:\.\d+)?\s*$/.test(ms) ? Number(ms) : undefined;
  return bounded(exact ?? waitOf(headers.get('retry-after'), now) ?? resetOf(headers));
}

/** A duration as providers write it: `22s`, `0.5s`, `12ms`, `1m30s`, `2h`. In milliseconds. */
export function durationMs(text: string): number | undefined {
  if (text.length > 40 || !/^\s*(?:\d+(?:\.\d+)?(?:ms|h|m|s|d))+\s*$/.test(text)) return undefined;
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)(ms|h|m|s|d)/g)];
  return bounded(parts.reduce((sum, [, count, unit]) => sum + Number(count) * (UNITS[unit ?? ''] ?? 0), 0));
}

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

function waitOf(value: string | null, now: Date): number | undefined {
  if (value === null) return undefined;
  const text = value.trim();
  if (/^\d+(?:\.\d+)?$/.test(text)) return Number(text) * 1000;
  const duration = durationMs(text);
  if (duration !== undefined) return duration;
  // Only dates with a month in words: `Date.parse` reads nearly anything else as one.
  const at = /[A-Z][a-z]{2}/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? undefined : Math.max(0, at - now.getTime());
}

/** What is used up comes back at its reset; what is not used up tells nothing. */
function resetOf(headers: Headers): number | undefined {
  const waits = ['requests', 'tokens'].filter((of) => headers.get(`x-ratelimit-remaining-${of}`)?.trim() === '0').map((of) => durationMs(headers.get(`x-ratelimit-reset-${of}`) ?? ''));
  const known = waits.filter((wait) => wait !== undefined);
  return known.length > 0 ? Math.max(...known) : undefined;
}

function bounded(ms: number | undefined): number | undefined {
  return ms === undefined || !Number.isFinite(ms) ? undefined : Math.min(Math.ceil(ms), LONGEST_MS);
}
