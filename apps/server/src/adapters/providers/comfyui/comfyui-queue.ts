import { z } from 'zod';
import type { ProviderTools } from '../../../ports/provider.ts';
import type { Wire } from '../wire/wire.ts';

/** `[number, id, graph, extra data, ends]`. */
const Row = z.array(z.unknown());
const Queue = z.object({ queue_running: z.array(Row), queue_pending: z.array(Row) });

type Place = 'running' | { /** From 1. */ position: number };

/** How long telling of a cancel may take. */
const TELL_MS = 1500;
const BYTES_MAX = 128 * 2 ** 20;

/** Where a job is; undefined when it is not in the queue. `clientId` knows it too when the server gave it a name that never came. */
export async function placeInQueue(wire: Wire, of: { promptId: string; clientId: string }, signal: AbortSignal): Promise<{ id: string; place: Place } | undefined> {
  const { json } = await wire.getJson('/queue', { call: { signal }, limits: { bytesMax: BYTES_MAX }, reads: Queue });
  const isOurs = (row: unknown[]) => row[1] === of.promptId || clientOf(row) === of.clientId;
  const running = json.queue_running.find(isOurs);
  if (running) return { id: String(running[1]), place: 'running' };
  const pending = json.queue_pending.toSorted((a, b) => Number(a[0]) - Number(b[0]));
  const at = pending.findIndex(isOurs);
  return at < 0 ? undefined : { id: String(pending[at]?.[1]), place: { position: at + 1 } };
}

/**
 * Takes a job out of the queue, or stops it where it runs; nothing of anybody else, also at older servers, which stop whatever runs:
 * they are only told while ours does. `tries`: one that has just left may not be there yet. Throws nothing.
 */
export async function takeBack({ wire, tools }: { wire: Wire; tools: ProviderTools }, of: { promptId: string; clientId: string }, tries: number): Promise<void> {
  const signal = AbortSignal.timeout(TELL_MS);
  const call = { signal };
  try {
    for (let left = tries; left > 0; left -= 1) {
      const found = await placeInQueue(wire, of, signal);
      if (found?.place === 'running') {
        await wire.postJson('/interrupt', { prompt_id: found.id }, { call, mayBeEmpty: true });
        return;
      }
      if (found) await wire.postJson('/queue', { delete: [found.id] }, { call, mayBeEmpty: true });
      else if (left > 1) await tools.wait(80, signal);
    }
  } catch {
    // Nobody is there to be told, and the caller has left already.
  }
}

function clientOf(row: readonly unknown[]): unknown {
  const extra = row[3];
  return typeof extra === 'object' && extra !== null ? (extra as Record<string, unknown>)['client_id'] : undefined;
}
