import { parseArgs } from 'node:util';
import { MODEL_PURPOSES, ModelPurpose } from '@komawari/contract';
import { StartupError } from '../../config/startup-error.ts';
import { wholeOf } from '../picture/parse-picture.ts';
import type { SecretSource } from './read-secrets.ts';

export type NewProvider = { kind: string; name?: string; url?: string; secrets: readonly SecretSource[]; settings: Record<string, unknown>; isPrivateAllowed: boolean; inFlightMax?: number };

export type ProvidersAction =
  | { kind: 'list' | 'kinds' }
  /** `name` of one that is set up, or its id. */
  | { kind: 'test' | 'remove' | 'enable' | 'disable'; name: string }
  | { kind: 'default'; purpose: ModelPurpose; name: string; modelId: string }
  | { kind: 'add'; provider: NewProvider };

export type ProvidersCommand = { action: ProvidersAction; asJson: boolean };

const PURPOSES = Object.keys(MODEL_PURPOSES);

export const PROVIDERS_USAGE = `koma providers list | kinds                    [--json]
koma providers test|remove|enable|disable NAME [--json]
koma providers default ${PURPOSES.join('|')} NAME MODEL
koma providers add KIND [--name N] [--url U] [--secret KEY=- | --secret-env KEY=VARIABLE]... [--setting key=json]...
                        [--allow-private] [--at-once N] [--json]
--secret KEY=- asks for the key without showing it, or reads it from standard input, one a line. Keys never stand on the command line.
--allow-private lets this one provider be on the private network or on this machine.`;

const FLAGS = {
  name: { type: 'string' }, url: { type: 'string' }, secret: { type: 'string', multiple: true }, 'secret-env': { type: 'string', multiple: true }, setting: { type: 'string', multiple: true },
  'allow-private': { type: 'boolean', default: false }, 'at-once': { type: 'string' }, json: { type: 'boolean', default: false }, help: { type: 'boolean', short: 'h', default: false },
} as const;

const WANTS: Record<ProvidersAction['kind'], string> = { list: '–', kinds: '–', test: 'NAME', remove: 'NAME', enable: 'NAME', disable: 'NAME', default: 'PURPOSE NAME MODEL', add: 'KIND' };

type Mistakes = StartupError['mistakes'];

/** Undefined when the arguments ask for help or name no action; throws StartupError with one sentence per mistake. */
export function parseProviders(args: string[], env: NodeJS.ProcessEnv): ProvidersCommand | undefined {
  const { values, positionals } = readArgs(args);
  const [kind, ...words] = positionals;
  if (values.help || kind === undefined) return undefined;
  if (!isAction(kind)) throw StartupError.one('config.choice', { name: 'koma providers', value: kind, choices: Object.keys(WANTS).join(', ') });
  const wanted = WANTS[kind] === '–' ? 0 : WANTS[kind].split(' ').length;
  if (words.length !== wanted || words.includes('')) throw StartupError.one('providers.usage', { command: kind, wants: WANTS[kind] });
  const misplaced = kind === 'add' ? undefined : Object.keys(values).find((name) => !['json', 'help'].includes(name) && values[name as keyof typeof values] !== false);
  if (misplaced !== undefined) throw StartupError.one('studio.arguments', { why: `--${misplaced}: koma providers add`, command: 'providers' });
  const mistakes: Mistakes = [];
  const action = actionOf(kind, words, { values, env, mistakes });
  if (mistakes.length > 0) throw new StartupError(mistakes);
  return { action, asJson: values.json };
}

function isAction(word: string): word is ProvidersAction['kind'] {
  return Object.hasOwn(WANTS, word);
}

type Values = ReturnType<typeof readArgs>['values'];
type Reading = { values: Values; env: NodeJS.ProcessEnv; mistakes: Mistakes };

function actionOf(kind: ProvidersAction['kind'], [first = '', name = '', modelId = '']: string[], reading: Reading): ProvidersAction {
  if (kind === 'add') return { kind, provider: newProviderOf(first, reading) };
  if (kind === 'list' || kind === 'kinds') return { kind };
  if (kind !== 'default') return { kind, name: first };
  const purpose = ModelPurpose.safeParse(first);
  if (!purpose.success) throw StartupError.one('config.choice', { name: 'PURPOSE', value: first, choices: PURPOSES.join(', ') });
  return { kind, purpose: purpose.data, name, modelId };
}

function readArgs(args: string[]) {
  try {
    return parseArgs({ args, options: FLAGS, allowPositionals: true });
  } catch (cause) {
    throw StartupError.one('studio.arguments', { why: cause instanceof Error ? cause.message.split('. ')[0]! : String(cause), command: 'providers' }, { cause });
  }
}

function newProviderOf(kind: string, { values, env, mistakes }: Reading): NewProvider {
  const settings: Record<string, unknown> = {};
  for (const [name, text] of pairsOf('--setting', values.setting, mistakes)) {
    try {
      settings[name] = JSON.parse(text);
    } catch {
      mistakes.push({ code: 'providers.not-json', params: { name } });
    }
  }
  if (values.url !== undefined && !/^https?:$/.test(URL.parse(values.url)?.protocol ?? '')) mistakes.push({ code: 'config.url', params: { name: '--url', schemes: 'http://, https://' } });
  return {
    kind, name: values.name, url: values.url, secrets: secretsOf(values, env, mistakes), settings, isPrivateAllowed: values['allow-private'], inFlightMax: wholeOf('--at-once', values['at-once'], { min: 1, max: 200 }, mistakes),
  };
}

/** A key on the command line is refused and never repeated. */
function secretsOf(values: Values, env: NodeJS.ProcessEnv, mistakes: Mistakes): SecretSource[] {
  const sources: SecretSource[] = [];
  for (const [name, value] of pairsOf('--secret', values.secret, mistakes)) {
    if (value === '-') sources.push({ name });
    else mistakes.push({ code: 'providers.secret-shown', params: { name } });
  }
  for (const [name, variable] of pairsOf('--secret-env', values['secret-env'], mistakes)) {
    const value = env[variable]?.trim();
    if (value) sources.push({ name, value });
    // The variable is not named: it may be the key itself, by mistake.
    else mistakes.push({ code: 'providers.no-variable', params: { name } });
  }
  for (const { name } of sources.filter((source, index) => sources.findIndex((one) => one.name === source.name) < index)) mistakes.push({ code: 'providers.secret-twice', params: { name } });
  return sources;
}

function pairsOf(flag: string, texts: readonly string[] | undefined, mistakes: Mistakes): [string, string][] {
  return (texts ?? []).flatMap((text): [string, string][] => {
    const at = text.indexOf('=');
    if (at > 0) return [[text.slice(0, at), text.slice(at + 1)]];
    mistakes.push({ code: 'providers.pair', params: { name: flag } });
    return [];
  });
}
