/** `koma user create`: an account without a browser. */
import { parseArgs } from 'node:util';
import { accountRoutes, Email, ErrorBody, Role, ROLES, sentenceOf, type OwnerRef } from '@komawari/contract';
import { compose } from '../compose.ts';
import { dataDirOf } from '../config/data-folder.ts';
import { languageOf, type Language } from '../config/sentences.ts';
import { StartupError } from '../config/startup-error.ts';
import { AppError } from '../kernel/errors.ts';
import { createUser, type MadeUser, type NewUser } from '../rooms/accounts/index.ts';
import { findRunningInstance, type RunningInstance } from '../supervisor/control.ts';
import { openAlone } from './open-alone.ts';

const USAGE = `koma user create --email E [--role ${ROLES.join('|')}] [--name N] [--api-key] [--json]`;

/** Prints the new account; its password and API key are shown this once. Works through the running instance, or alone. */
export async function user(args: string[], env: NodeJS.ProcessEnv): Promise<number> {
  const command = parseUserCreate(args);
  if (!command) {
    console.log(USAGE);
    return args.includes('--help') || args.includes('-h') ? 0 : 1;
  }
  const language = languageOf(env);
  try {
    const instance = await findRunningInstance(dataDirOf(env));
    print(instance ? await createAttached(instance, command.user, language) : await createAlone(command.user, env), command.asJson);
    return 0;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    console.error(sentenceOf(error.code, language, error.detail));
    return 1;
  }
}

export type UserCommand = { user: NewUser; asJson: boolean };

/** Undefined when the arguments ask for help or do not fit; throws StartupError for a wrong value. */
export function parseUserCreate(args: string[]): UserCommand | undefined {
  const { values, positionals } = readArgs(args);
  if (positionals.join(' ') !== 'create' || values.help || values.email === undefined) return undefined;
  const email = Email.safeParse(values.email);
  if (!email.success) throw StartupError.one('config.choice', { name: '--email', value: values.email, choices: 'name@example.org' });
  const role = Role.safeParse(values.role);
  if (!role.success) throw StartupError.one('config.choice', { name: '--role', value: values.role, choices: ROLES.join(', ') });
  return { user: { email: email.data, role: role.data, name: values.name, withApiKey: values['api-key'] }, asJson: values.json };
}

function readArgs(args: string[]) {
  try {
    return parseArgs({
      args, allowPositionals: true,
      options: {
        email: { type: 'string' }, role: { type: 'string', default: 'user' }, name: { type: 'string' }, 'api-key': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false }, help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (cause) {
    throw StartupError.one('make.arguments', { why: cause instanceof Error ? cause.message : '' }, { cause });
  }
}

async function createAttached(instance: RunningInstance, input: NewUser, language: Language): Promise<MadeUser> {
  const response = await fetch(`${instance.url}/api/v1${accountRoutes.createUser.path}`, {
    method: 'POST', body: JSON.stringify(input), headers: { authorization: `Bearer ${instance.token}`, 'content-type': 'application/json', 'accept-language': language },
  });
  const answer: unknown = await response.json();
  if (response.ok) return accountRoutes.createUser.response.parse(answer);
  const { error } = ErrorBody.parse(answer);
  throw new AppError(error.code as AppError['code'], { detail: error.detail });
}

async function createAlone(input: NewUser, env: NodeJS.ProcessEnv): Promise<MadeUser> {
  const { config, close } = await openAlone(env);
  try {
    const composition = await compose(config);
    try {
      const ctx = {
        app: composition.app, actor: { kind: 'local', owner: 'local:instance' as OwnerRef }, requestId: 'koma-user-create', language: languageOf(env), isLocal: true, proof: { isAuthor: false },
      } as const;
      return await createUser(ctx, input);
    } finally {
      await composition.close();
    }
  } finally {
    await close();
  }
}

function print(made: MadeUser, asJson: boolean): void {
  if (asJson) return console.log(JSON.stringify(made));
  console.log(`${made.email} (${made.role})`);
  if (made.password !== null) console.log(`password: ${made.password}`);
  if (made.apiKey !== null) console.log(`API key:  ${made.apiKey}`);
}
