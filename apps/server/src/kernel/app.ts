import type { Logger } from 'pino';
import type { Config } from '../config/config.ts';
import type { Client } from '../db/client.ts';
import type { OpenCache } from '../ports/cache.ts';
import type { Clock } from '../ports/clock.ts';
import type { Ids } from '../ports/ids.ts';
import type { Mailer } from '../ports/mailer.ts';
import type { ObjectStore } from '../ports/object-store.ts';
import type { Signal } from '../ports/signal.ts';
import type { Billing } from './billing.ts';
import type { JobRegistry } from './tasks/job-registry.ts';
import type { Works } from './works.ts';
import type { Chores } from './chores.ts';

/** Everything a room may reach. Built once per process by `compose.ts`. */
export type App = {
  config: Config;
  log: Logger;
  client: Client;
  ports: { clock: Clock; ids: Ids; objects: ObjectStore; mailer: Mailer; signal: Signal; openCache: OpenCache };
  billing: Billing;
  works: Works;
  jobs: JobRegistry;
  chores: Chores;
};
