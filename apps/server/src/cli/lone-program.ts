/** The program for one command that found no instance: everything but a port that others could reach. */
import { compose } from '../compose.ts';
import { buildServer } from '../http/server.ts';
import { startWorkerPool } from '../kernel/tasks/worker-pool.ts';
import { mayBecomeGuest, openGuest } from '../rooms/accounts/index.ts';
import { VERSION } from '../version.ts';
import type { Send } from './instance-door.ts';
import { openAlone } from './open-alone.ts';

/** One hand ends what the parts of a task have done; the others wait for providers. */
const HANDS = { working: 1, waiting: 8 };

/** @throws StartupError */
export async function openLone(env: NodeJS.ProcessEnv, { hasWorker }: { hasWorker: boolean }): Promise<{ send: Send; token: string; close(): Promise<void> }> {
  const { config: { lan: _, ...config }, close: closeDatabase } = await openAlone(env);
  const undo: (() => Promise<unknown>)[] = [closeDatabase];
  const close = async (): Promise<void> => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    // The command says itself what became of its task.
    const composition = await compose({ ...config, logLevel: 'error' });
    undo.push(() => composition.close());
    const server = await buildServer(composition.app, {
      rooms: composition.rooms, resolveActor: composition.resolveActor, guests: { mayEnter: mayBecomeGuest, open: openGuest }, version: VERSION, webFolder: '/nonexistent', requestsPerMinute: 0,
    });
    undo.push(() => server.close());
    if (hasWorker) {
      const pool = await startWorkerPool(composition.app, HANDS);
      undo.push(() => pool.stop());
    }
    const send: Send = async ({ method, path, headers, body }) => {
      const reply = await server.inject({ method, url: path, headers, ...(body === undefined ? {} : { payload: typeof body === 'string' ? body : Buffer.from(body) }) });
      return { status: reply.statusCode, bytes: new Uint8Array(reply.rawPayload) };
    };
    return { send, token: config.controlToken, close };
  } catch (error) {
    await close();
    throw error;
  }
}
