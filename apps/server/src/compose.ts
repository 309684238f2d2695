/** The composition root: every part is made here, by plain functions, and handed to those who need it. */
import { join } from 'node:path';
import type { Logger } from 'pino';
import { memoryCache } from './adapters/cache/memory/memory-cache.ts';
import { systemClock } from './adapters/clock/system/system-clock.ts';
import { sortableIds } from './adapters/ids/sortable/sortable-ids.ts';
import { consoleMailer } from './adapters/mailer/console/console-mailer.ts';
import { smtpMailer } from './adapters/mailer/smtp/smtp-mailer.ts';
import { diskObjectStore } from './adapters/objects/disk/disk-object-store.ts';
import { sharpPictureTools } from './adapters/pictures/sharp-picture-tools.ts';
import { lazyRasteriseTools } from './adapters/rasterise/lazy-rasterise-tools.ts';
import { childPortraitMaker } from './adapters/portrait/child/child-portrait-maker.ts';
import { safeFetch } from './adapters/safe-fetch/safe-fetch.ts';
import { ffmpegTeaserEncoder } from './adapters/teaser/ffmpeg/ffmpeg-teaser-encoder.ts';
import { postgresSignal } from './adapters/signal/postgres/postgres-signal.ts';
import type { Config } from './config/config.ts';
import { openClient } from './db/client.ts';
import type { App } from './kernel/app.ts';
import { quotaBilling } from './kernel/billing.ts';
import type { Room } from './kernel/room.ts';
import { JOB_NAMES } from './kernel/tasks/job-names.ts';
import { createJobRegistry } from './kernel/tasks/job-registry.ts';
import { untilDatabaseAnswers } from './kernel/tasks/retry.ts';
import { createChores } from './kernel/chores.ts';
import { createWorks } from './kernel/works.ts';
import type { Clock } from './ports/clock.ts';
import type { Mailer } from './ports/mailer.ts';
import type { ProviderKind } from './ports/provider.ts';
import type { TeaserEncoder } from './ports/teaser-encoder.ts';
import { accountsRoom, actorResolver } from './rooms/accounts/index.ts';
import { comicsRoom, loadStoryboardEngine, realEngine, type ComicEngine } from './rooms/comics/index.ts';
import { openModels, studioRoom } from './rooms/studio/index.ts';
import { systemRoom } from './rooms/system/room.ts';
import { tasksRoom } from './rooms/tasks/room.ts';
import { openLog } from './log.ts';
import { VERSION } from './version.ts';

/** What tests may put in place of the real thing. */
export type Overrides = { clock?: Clock; engine?: ComicEngine; log?: Logger; unitsPerDay?: number; mailer?: Mailer; films?: TeaserEncoder; providerKinds?: readonly ProviderKind[] };

export type Composition = { app: App; rooms: readonly Room[]; resolveActor: ReturnType<typeof actorResolver>; close(): Promise<void> };

/** Connections that one process keeps beside its pool: LISTEN, and in a worker the guard and graphile-worker's own LISTEN. */
const CONNECTIONS_BESIDE = { web: 1, worker: 3, cli: 1 } as const;

export async function compose(config: Config, overrides: Overrides = {}): Promise<Composition> {
  const log = overrides.log ?? openLog(config);
  const clock = overrides.clock ?? systemClock();
  const onError = (error: Error) => log.warn({ err: error }, 'a database connection broke');
  const client = openClient({ connectionString: config.databaseUrl, max: Math.max(config.databaseConnectionsMax - CONNECTIONS_BESIDE[config.role], 2), name: `koma-${config.role}`, onError });
  const openSignal = () => postgresSignal({ connectionString: config.databaseUrl, pool: client.pool, onError });
  // A process that is started again may come before its database, which was killed with it.
  const signal = await (config.role === 'cli' ? openSignal() : untilDatabaseAnswers(openSignal));
  const app: App = {
    config, log, client,
    ports: {
      clock, signal, ids: sortableIds(clock), objects: diskObjectStore(join(config.dataDir, 'objects')), mailer: overrides.mailer ?? (config.smtp ? smtpMailer(config.smtp) : consoleMailer((text) => process.stdout.write(text))),
      openCache: (options) => memoryCache({ clock, ...options }),
    },
    billing: quotaBilling({ unitsPerDay: overrides.unitsPerDay ?? 0 }), works: createWorks(), jobs: createJobRegistry(), chores: createChores(),
  };
  const models = openModels({ kinds: async () => (await import('./adapters/providers/installed-kinds.ts')).installedKinds({ plugIns: config.plugIns, folder: config.dataDir, shipped: overrides.providerKinds, artist: { pen: async (...args) => (await loadStoryboardEngine()).drawPrompt(...args), raster: lazyRasteriseTools } }), web: safeFetch(), pictures: sharpPictureTools });
  const rooms = [systemRoom({ version: VERSION }), accountsRoom({ portraits: childPortraitMaker() }), comicsRoom({ engine: overrides.engine ?? realEngine(), tools: lazyRasteriseTools, pictures: sharpPictureTools, films: overrides.films ?? ffmpegTeaserEncoder(), models }), studioRoom({ models, pictures: sharpPictureTools }), tasksRoom()];
  for (const room of rooms) room.register?.(app);
  app.jobs.check(JOB_NAMES);
  return {
    app, rooms, resolveActor: actorResolver(app),
    async close() {
      await signal.close();
      await client.close();
    },
  };
}
