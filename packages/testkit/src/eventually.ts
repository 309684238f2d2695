import { setTimeout as sleep } from 'node:timers/promises';

/** Asks until the answer is something, at most `timeoutMs`; then fails with `what`. */
export async function eventually<T>(what: string, ask: () => Promise<T | undefined | false> | T | undefined | false, timeoutMs = 10_000): Promise<T> {
  for (const until = Date.now() + timeoutMs; ;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > until) throw new Error(`waited ${timeoutMs} ms in vain: ${what}`);
    await sleep(25);
  }
}
