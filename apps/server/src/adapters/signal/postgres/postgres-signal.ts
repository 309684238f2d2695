import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { CHANNELS, type Signal } from '../../../ports/signal.ts';

/**
 * LISTEN/NOTIFY on a connection of its own. When the connection breaks it is opened again until
 * `close`; after each break `onGap` is called once.
 */
export async function postgresSignal(options: { connectionString: string; pool: pg.Pool; onError(error: Error): void }): Promise<Signal> {
  const heard = new EventEmitter().setMaxListeners(0);
  let isClosed = false;
  let client: pg.Client | undefined;

  async function connect(): Promise<void> {
    const next = new pg.Client({ connectionString: options.connectionString, application_name: 'koma-signal' });
    next.on('error', options.onError);
    next.on('notification', ({ channel, payload }) => heard.emit(channel, payload ?? ''));
    next.once('end', () => { if (!isClosed && client === next) void reconnect(); });
    await next.connect();
    await next.query(CHANNELS.map((channel) => `listen ${channel}`).join('; '));
    client = next;
  }

  async function reconnect(): Promise<void> {
    client = undefined;
    for (let waitMs = 100; !isClosed; waitMs = Math.min(waitMs * 2, 2000)) {
      await sleep(waitMs, undefined, { ref: false });
      try {
        await connect();
        heard.emit('gap');
        return;
      } catch (error) {
        options.onError(error instanceof Error ? error : new Error(String(error)));
      }
    }
  }

  await connect();
  return {
    async send(channel, payload) {
      await options.pool.query('select pg_notify($1, $2)', [channel, payload]);
    },
    on(channel, listener) {
      heard.on(channel, listener);
      return () => heard.off(channel, listener);
    },
    onGap(listener) {
      heard.on('gap', listener);
      return () => heard.off('gap', listener);
    },
    async close() {
      isClosed = true;
      await client?.end().catch(options.onError);
    },
  };
}
