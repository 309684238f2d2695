import { randomBytes } from 'node:crypto';
import { flushCompileCache } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Config, Settings } from '../config/config.ts';
import { prepareDataDir } from '../config/data-folder.ts';
import { loadSettings } from '../config/load-settings.ts';
import { attachUrl } from '../config/local-url.ts';
import { loadSecrets } from '../config/secrets.ts';
import { languageOf, sentence, type Language } from '../config/sentences.ts';
import { StartupError } from '../config/startup-error.ts';
import type { ChildProgram } from '../supervisor/child.ts';
import { removeInstanceFile, writeInstanceFile } from '../supervisor/control.ts';
import { watchLauncher } from '../supervisor/launcher-watch.ts';
import { mistakesOf, type Part } from '../supervisor/messages.ts';
import { prepareDatabase } from '../supervisor/prepare-database.ts';
import { loadPart, runSupervisedRole, stopLimitMs } from '../supervisor/role-process.ts';
import { supervise } from '../supervisor/supervise.ts';

/** `koma serve`: everything on this machine; `--role web|worker`: that part alone, in this very process. */
export async function serve(args: string[], env: NodeJS.ProcessEnv): Promise<number> {
  const { values } = parseArgs({ args, options: { role: { type: 'string' }, lan: { type: 'boolean' }, supervised: { type: 'boolean' } } });
  if (values.supervised) return superviseMe(values.role as Part);
  const settings = loadSettings(values.lan ? { ...env, KOMA_LAN: 'true' } : env);
  if (values.role === undefined) return serveAll(settings, env);
  if (values.role !== 'web' && values.role !== 'worker') throw StartupError.one('role.unknown', { value: values.role });
  return serveOne(values.role, settings, env);
}

async function serveAll(given: Settings, env: NodeJS.ProcessEnv): Promise<number> {
  const language = languageOf(env);
  const stopRequest = stopRequested(env);
  const { settings, announce } = await withLan(given, language);
  const say = (code: Parameters<typeof sentence>[1], params?: Parameters<typeof sentence>[2]) => console.log(sentence(language, code, params));
  try {
    const instance = await supervise({ settings, env, program: (part) => programOf(part, settings.dataDir, env), say, signal: stopRequest.signal });
    say('ready', { url: settings.publicUrl });
    announce();
    // Otherwise written at the end of the process, which a kill would skip.
    setTimeout(flushCompileCache, 1_000).unref();
    await stopRequest.asked;
    say('stopping');
    await instance.stop();
    return 0;
  } catch (error) {
    // Ctrl-C during the start is no failure.
    if (stopRequest.signal.aborted) return 0;
    throw error;
  }
}

/** With `--lan`: certificates made, ports found; and what is to be said about it once the program serves. */
async function withLan(settings: Settings, language: Language): Promise<{ settings: Settings; announce(): void }> {
  if (!settings.lan) return { settings, announce: () => undefined };
  const [{ prepareLan }, { announceLan }] = await Promise.all([import('../lan/prepare-lan.ts'), import('../lan/announce.ts')]);
  const prepared = await prepareLan(settings, settings.lan);
  return { settings: prepared.settings, announce: () => console.log(announceLan(prepared.notice, language, { isTerminal: process.stdout.isTTY })) };
}

/**
 * Less memory for young objects costs a little speed and saves some 60 MB a worker. The web process keeps Node's own
 * size: below it, fifty readers at once outlive each small collection and are copied again and again; it begins with
 * enough of it that loading the program is not collected a dozen times.
 * Compiled code kept on disk saves a third of the start.
 */
function programOf(part: Part, dataDir: string, env: NodeJS.ProcessEnv): ChildProgram {
  const main = fileURLToPath(new URL('../main.ts', import.meta.url));
  return { args: [part === 'web' ? '--min-semi-space-size=8' : '--max-semi-space-size=4', main, 'serve', '--role', part, '--supervised'], env: { NODE_COMPILE_CACHE: join(dataDir, 'cache', 'compiled'), ...env } };
}

function superviseMe(part: Part): Promise<number> {
  runSupervisedRole(part);
  // The channel to the supervisor keeps the process; it ends by itself.
  return new Promise(() => undefined);
}

/** One role on a machine of its own: PostgreSQL is elsewhere, and a service manager looks after us. */
async function serveOne(role: 'web' | 'worker', given: Settings, env: NodeJS.ProcessEnv): Promise<number> {
  const { databaseUrl, dataDir, host, port } = given;
  if (!databaseUrl) throw StartupError.one('role.database', { role });
  prepareDataDir(dataDir);
  const { settings, announce } = role === 'web' ? await withLan(given, languageOf(env)) : { settings: given, announce: () => undefined };
  const config: Config = {
    ...settings,
    databaseUrl,
    role,
    isDatabaseOurs: false,
    databaseConnectionsMax: 16,
    secrets: loadSecrets(dataDir, env),
    controlToken: randomBytes(32).toString('base64url'),
  };
  const stopRequest = stopRequested(env);
  await prepareDatabase(config);
  const running = await (
    await loadPart(role)
  )(config).catch((error: unknown) => {
    throw new StartupError(mistakesOf(error, role, config), { cause: error });
  });
  if (role === 'web') writeInstanceFile(dataDir, { pid: process.pid, host, port, url: attachUrl(settings), token: config.controlToken });
  if (role === 'web') console.log(sentence(languageOf(env), 'ready', { url: settings.publicUrl }));
  announce();
  await stopRequest.asked;
  setTimeout(() => process.exit(1), stopLimitMs).unref();
  await running?.stop();
  if (role === 'web') removeInstanceFile(dataDir);
  return 0;
}

/** Ctrl-C, TERM, a closed terminal, or a launcher that is gone. Asked a second time, we go at once. */
function stopRequested(env: NodeJS.ProcessEnv): { asked: Promise<void>; signal: AbortSignal } {
  const abort = new AbortController();
  const asked = new Promise<void>((resolve) => abort.signal.addEventListener('abort', () => resolve(), { once: true }));
  let lastAt = 0;
  const ask = () => {
    // npm passes Ctrl-C on that the terminal has already sent: two within a moment are one.
    const now = performance.now();
    if (abort.signal.aborted && now - lastAt > 1_000) process.exit(130);
    lastAt = now;
    abort.abort();
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, ask);
  watchLauncher(env, () => abort.abort());
  return { asked, signal: abort.signal };
}
