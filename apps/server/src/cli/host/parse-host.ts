import { parseArgs } from 'node:util';
import { StartupError, type Mistake } from '../../config/startup-error.ts';

export const HOST_USAGE = `koma host --server URL --to URL [--quiet]
Offers a model server of this machine to a Komawari elsewhere, over a connection that goes out from here: no port is opened.
--server URL  the Komawari, as it stands in the browser: https://comics.example.org
--to URL      the one address that requests may reach: http://127.0.0.1:11434; with a folder (http://127.0.0.1:1234/v1), nothing outside of it
--quiet       do not print what is asked
The token is read from KOMA_HOST_TOKEN, or asked for; it never stands on the command line.`;

export type HostCommand = { server: URL; to: URL; isQuiet: boolean };

/** Undefined when help is asked for; throws StartupError with one sentence per mistake. */
export function parseHost(args: string[]): HostCommand | undefined {
  const values = readArgs(args);
  if (values.help) return undefined;
  const mistakes: Mistake[] = [];
  const server = addressIn('--server', values.server, mistakes);
  const to = addressIn('--to', values.to, mistakes);
  if (!server || !to) throw new StartupError(mistakes);
  return { server, to, isQuiet: values.quiet };
}

function addressIn(name: string, text: string | undefined, mistakes: Mistake[]): URL | undefined {
  const url = text === undefined ? undefined : URL.parse(text);
  if (text === undefined) mistakes.push({ code: 'host.missing', params: { name } });
  else if (!url || !['http:', 'https:'].includes(url.protocol) || url.username !== '' || url.password !== '' || url.search !== '') mistakes.push({ code: 'config.url', params: { name, schemes: 'http://, https://' } });
  else return url;
  return undefined;
}

function readArgs(args: string[]) {
  if (args.some((arg) => /^--token\b/.test(arg) || arg.startsWith('komahost_'))) throw StartupError.one('host.shown');
  try {
    return parseArgs({ args, options: { server: { type: 'string' }, to: { type: 'string' }, quiet: { type: 'boolean', default: false }, help: { type: 'boolean', short: 'h', default: false } } }).values;
  } catch (cause) {
    throw StartupError.one('studio.arguments', { why: cause instanceof Error ? cause.message.split('. ')[0]! : String(cause), command: 'host' }, { cause });
  }
}
