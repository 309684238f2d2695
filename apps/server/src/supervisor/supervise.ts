import { randomBytes } from 'node:crypto';
import type { Config, Role, Settings } from '../config/config.ts';
import { prepareDataDir } from '../config/data-folder.ts';
import { attachUrl } from '../config/local-url.ts';
import { loadSecrets } from '../config/secrets.ts';
import type { SentenceCode } from '../config/sentences.ts';
import { ensurePostgres, type RunningPostgres } from '../postgres/ensure-postgres.ts';
import { assertPortFree } from './assert-port-free.ts';
import { startChild, type Child, type ChildProgram } from './child.ts';
import { removeInstanceFile, writeInstanceFile } from './control.ts';
import { describeEnd } from './describe-end.ts';
import { acquireInstanceLock, type InstanceLock } from './instance-lock.ts';
import { keepAlive, type Unit } from './keep-alive.ts';
import { endLeftoverChildren, recordChildren } from './leftover-children.ts';
import type { Part } from './messages.ts';
import { startOrphanWatch } from './orphan-watch.ts';
import { isPrepared } from './prepare-database.ts';

export interface SuperviseOptions {
  settings: Settings;
  env: NodeJS.ProcessEnv;
  /** How Node starts the program of a part. */
  program(part: Part): ChildProgram;
  /** News for the person at the terminal. */
  say(code: SentenceCode, params?: Record<string, string | number>): void;
  /** Ends a start that is under way. */
  signal: AbortSignal;
  /** For tests: PostgreSQL never waits for the disk. */
  isThrowaway?: boolean;
}

export interface Instance {
  /** Process numbers of what runs now; a part that is being started again is absent. */
  pids(): Partial<Record<'postgres' | 'web' | 'worker', number>>;
  /** Ends everything: web and worker first, PostgreSQL when nobody uses it any more. */
  stop(): Promise<void>;
}

/** All connections together stay below the 37 that our PostgreSQL leaves to a role that is no superuser. */
const connectionsOf: Record<Role, number> = { cli: 8, web: 16, worker: 16 };

/**
 * Starts the instance of a data folder: lock, PostgreSQL, migration, then web and worker side by side; each that
 * dies later is started again. Whatever fails in the first start undoes what came before it. @throws StartupError
 */
export async function supervise(options: SuperviseOptions): Promise<Instance> {
  const { settings, signal } = options;
  // What was started last ends first.
  const undo: (() => Promise<void> | void)[] = [];
  const stop = async () => {
    for (let step = undo.pop(); step; step = undo.pop()) await step();
  };
  try {
    prepareDataDir(settings.dataDir);
    const lock = await acquireInstanceLock(settings.dataDir);
    undo.push(() => lock.release());
    await endLeftoverChildren(settings.dataDir);
    await assertPortFree(settings);
    const guard = guardUnits(settings.dataDir, undo);
    const children = startAll(options, guard, undo);
    const databaseUrl = settings.databaseUrl ?? (await startPostgres(options, lock, guard, undo)).connectionString;
    signal.throwIfAborted();
    const config = configFor(options, databaseUrl);
    if (!(await abortable(isPrepared({ databaseUrl }), signal))) await prepare(options, config('cli'), undo);
    await serve(options, children, config, guard, undo);
    return { pids: guard.pids, stop: once(stop) };
  } catch (error) {
    await stop();
    throw error;
  }
}

type Children = Record<'web' | 'worker', Child>;
type Undo = (() => Promise<void> | void)[];

/** All at once: they load their code while PostgreSQL starts. */
function startAll({ program }: SuperviseOptions, guard: Guard, undo: Undo): Children {
  const children = {
    web: guard.add('web', startChild('web', program('web'))),
    worker: guard.add('worker', startChild('worker', program('worker'))),
  };
  undo.push(async () => void (await Promise.all(Object.values(children).map((child) => child.stop()))));
  return children;
}

/** In a process of its own: what migrates is large, and needed once a version. */
async function prepare({ program, signal }: SuperviseOptions, config: Config, undo: Undo): Promise<void> {
  const child = startChild('prepare', program('prepare'));
  undo.push(() => child.stop());
  child.start(config);
  await abortable(child.ready, signal);
}

async function startPostgres({ settings, isThrowaway, say }: SuperviseOptions, lock: InstanceLock, guard: Guard, undo: Undo): Promise<RunningPostgres> {
  const start = async () => guard.add('postgres', await ensurePostgres({ dataDir: settings.dataDir, lock, isThrowaway: isThrowaway ?? false }));
  const first = await start();
  // The socket's path stays the same, so the pools of the children find the next one by themselves.
  const kept = keepAlive(first, start, (outcome, delayMs) => say('restarting', { part: 'PostgreSQL', why: describeEnd(outcome), seconds: delayMs / 1_000 }));
  undo.push(() => kept.stop());
  return first;
}

async function serve(options: SuperviseOptions, children: Children, config: (role: Role) => Config, guard: Guard, undo: Undo): Promise<void> {
  const { settings, program, say, signal } = options;
  const keepers: { stop(): Promise<void> }[] = [];
  undo.push(async () => void (await Promise.all(keepers.map((keeper) => keeper.stop()))));
  for (const part of ['web', 'worker'] as const) children[part].start(config(part));
  await abortable(Promise.all([children.web.ready, children.worker.ready]), signal);
  for (const part of ['web', 'worker'] as const) {
    const restart = async () => {
      const child = guard.add(part, startChild(part, program(part)));
      child.start(config(part));
      return child;
    };
    keepers.push(keepAlive(children[part], restart, (outcome, delayMs) => say('restarting', { part, why: describeEnd(outcome), seconds: delayMs / 1_000 })));
  }
  const { host, port, dataDir } = settings;
  writeInstanceFile(dataDir, { pid: process.pid, host, port, url: attachUrl(settings), token: config('web').controlToken });
  undo.push(() => removeInstanceFile(dataDir));
}

function configFor({ settings, env }: SuperviseOptions, databaseUrl: string): (role: Role) => Config {
  const secrets = loadSecrets(settings.dataDir, env);
  const controlToken = randomBytes(32).toString('base64url');
  const isDatabaseOurs = settings.databaseUrl === undefined;
  return (role) => ({ ...settings, databaseUrl, isDatabaseOurs, secrets, controlToken, role, databaseConnectionsMax: connectionsOf[role] });
}

interface Guard {
  add<T extends Unit>(name: 'postgres' | 'web' | 'worker', unit: T): T;
  pids: Instance['pids'];
}

/** Keeps the list of what must not outlive us up to date, here and in the orphan watch. */
function guardUnits(dataDir: string, undo: Undo): Guard {
  const watch = startOrphanWatch();
  undo.push(() => watch.dismiss());
  const alive = new Map<'postgres' | 'web' | 'worker', number>();
  const tell = () => {
    watch.guard([...alive].map(([name, pid]) => ({ pid, lastSignal: name === 'postgres' ? 'QUIT' : 'KILL' })));
    recordChildren(
      dataDir,
      [...alive].filter(([name]) => name !== 'postgres').map(([, pid]) => pid),
    );
  };
  return {
    add(name, unit) {
      alive.set(name, unit.pid);
      tell();
      void unit.exited.then(() => {
        if (alive.get(name) === unit.pid) alive.delete(name);
        tell();
      });
      return unit;
    },
    pids: () => Object.fromEntries(alive),
  };
}

function abortable<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
    if (signal.aborted) onAbort();
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}

function once(act: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => (done ??= act());
}
