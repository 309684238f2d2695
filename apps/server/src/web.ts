import { fileURLToPath } from 'node:url';
import type { AddressInfo } from 'node:net';
import { compose, type Composition, type Overrides } from './compose.ts';
import type { Config } from './config/config.ts';
import { buildServer } from './http/server.ts';
import { untilDatabaseAnswers } from './kernel/tasks/retry.ts';
import { mayBecomeGuest, openGuest, openWelcomeLink } from './rooms/accounts/index.ts';
import { VERSION } from './version.ts';

const WEB_FOLDER = fileURLToPath(new URL('../../web/dist', import.meta.url));
const REQUESTS_PER_MINUTE = 3000;

const REST_MS = 1500;

export type WebProcess = { port: number; stop(): Promise<void> };

/** Serves HTTP until stopped. Prints the welcome link while the site has no owner. Expects a migrated database. */
export async function runWeb(config: Config, options: Overrides & { requestsPerMinute?: number; announce?(line: string): void } = {}): Promise<WebProcess> {
  const composition = await compose(config, options);
  const { app, rooms, resolveActor } = composition;
  try {
    const server = await buildServer(app, {
      rooms, resolveActor, guests: { mayEnter: mayBecomeGuest, open: openGuest }, version: VERSION, webFolder: WEB_FOLDER, requestsPerMinute: options.requestsPerMinute ?? REQUESTS_PER_MINUTE,
    });
    await server.listen({ host: config.host, port: config.port });
    const link = await untilDatabaseAnswers(() => openWelcomeLink(app));
    warmUpLater(composition);
    if (link) (options.announce ?? console.log)(`Welcome! Open this link once to become the owner: ${link}`);
    return {
      port: (server.server.address() as AddressInfo).port,
      async stop() {
        await server.close();
        await composition.close();
      },
    };
  } catch (error) {
    await composition.close();
    throw error;
  }
}

function warmUpLater({ app, rooms }: Composition): void {
  setTimeout(() => {
    for (const room of rooms) room.warmUp?.().catch((error: unknown) => app.log.warn({ err: error, room: room.name }, 'code could not be loaded ahead'));
  }, REST_MS).unref();
}
