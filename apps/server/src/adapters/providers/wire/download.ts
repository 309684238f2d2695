import type { ProviderCall, ProviderTools } from '../../../ports/provider.ts';
import { WebError } from '../../../ports/safe-fetch.ts';
import type { WireFaults } from './wire-faults.ts';
import type { WireLimits } from './wire-types.ts';

const LIMITS: WireLimits = { headTimeoutMs: 60_000, idleTimeoutMs: 30_000, bytesMax: 50 * 2 ** 20 };
/** Before the second and the third try: the picture is paid for, and asking for it again is free. */
const WAITS_MS = [500, 2000];

export type Download = {
  url: string;
  call: Pick<ProviderCall, 'signal'>;
  limits?: Partial<WireLimits>;
  tools: Pick<ProviderTools, 'web' | 'wait'>;
  faults: WireFaults;
  isBilled: boolean;
};

/** Fetches a result at once, before its address is over; our headers never go there. Throws ProviderError. */
export async function downloadResult(download: Download): Promise<Uint8Array> {
  const { call: { signal }, tools, faults, isBilled } = download;
  for (const wait of [...WAITS_MS, undefined]) {
    const tried = await tryOnce(download);
    if (!('again' in tried)) return tried.bytes;
    if (wait === undefined) throw tried.again;
    await tools.wait(wait, signal).catch((error: unknown) => { throw faults.ofThrown(error, { isBilled, signal }); });
  }
  throw faults.lost({ isBilled });
}

async function tryOnce({ url, call: { signal }, limits, tools, faults, isBilled }: Download): Promise<{ bytes: Uint8Array } | { again: unknown }> {
  try {
    const answer = await tools.web.fetch(url, { signal, ...LIMITS, ...limits, redirectsMax: 3 });
    if (answer.status === 200) return { bytes: await answer.bytes() };
    await answer.discard().catch(() => undefined);
    // Too much at once and out of order pass; anything else at this address stays so.
    if (answer.status >= 500 || answer.status === 429 || answer.status === 408) return { again: faults.lost({ isBilled }, { status: answer.status, code: 'picture.unreachable' }) };
    throw faults.make('empty', { status: answer.status, code: 'picture.gone' });
  } catch (error) {
    if (!(error instanceof WebError) || signal.aborted) throw faults.ofThrown(error, { isBilled, signal });
    if (error.kind === 'too-large') throw faults.make('empty', { code: 'picture.too-large', cause: error });
    if (error.kind === 'blocked' || error.kind === 'too-many-redirects') throw faults.ofThrown(error, { isBilled, signal });
    // Nothing was sent to this address, but the work behind it was done.
    return { again: faults.lost({ isBilled }, { code: `web.${error.kind}`, cause: error }) };
  }
}
