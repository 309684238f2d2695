/** `koma host`: a model server of this machine, offered to a Komawari elsewhere. */
import { languageOf, sentence } from '../config/sentences.ts';
import { StartupError } from '../config/startup-error.ts';
import { holdConnection } from './host/hold-connection.ts';
import { HOST_USAGE, parseHost } from './host/parse-host.ts';
import { readSecrets } from './providers/read-secrets.ts';

const TOKEN = 'KOMA_HOST_TOKEN';

/** Exit code 0 when it was stopped. Needs no data of its own and opens no port. */
export async function host(args: string[], env: NodeJS.ProcessEnv): Promise<number> {
  const command = parseHost(args);
  if (!command) {
    console.log(HOST_USAGE);
    return 0;
  }
  const { server, to, isQuiet } = command;
  const language = languageOf(env);
  const token = (await readSecrets([{ name: TOKEN, value: env[TOKEN] || undefined }], { input: process.stdin, output: process.stderr, language }))[TOKEN]!.trim();
  // What is no token makes no header either.
  if (!/^[\w-]{20,200}$/.test(token)) throw StartupError.one('host.denied');
  const say = (code: Parameters<typeof sentence>[1], params?: Parameters<typeof sentence>[2]) => { console.error(sentence(language, code, params)); };
  if (server.protocol !== 'https:' && !/^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(server.hostname)) say('host.plain', { server: server.origin });
  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(name, () => { stop.abort(); });
  const { end, why } = await holdConnection({
    server, to, token, signal: stop.signal,
    onConnected: (name) => { say('host.connected', { host: name, to: to.href }); },
    onLost: ({ why: reason, seconds }) => { say('host.lost', { why: reason, seconds }); },
    onRequest: ({ method, path }) => { if (!isQuiet) console.log(`${new Date().toISOString().slice(11, 19)} ${method} ${path}`); },
  });
  if (end === 'stopped') return 0;
  throw StartupError.one(`host.${end}`, { server: server.origin, why });
}
