import { existsSync, readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { logLevels, type LanConfig, type S3Config, type Settings, type SmtpConfig } from './config.ts';
import { dataDirOf } from './data-folder.ts';
import { everyAddress, localUrl } from './local-url.ts';
import { StartupError, type Mistake } from './startup-error.ts';

/** Each setting: its name in the environment and in `komawari.json`, and what it must look like. */
const port = z.union([z.number(), z.string().regex(/^\d+$/).transform(Number)]).pipe(z.number().int().min(1).max(65_535));
const host = z.string().refine((text) => isIP(text) !== 0 || /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(text));
const text = z.string().min(1);
/** `127.0.0.1, 10.0.0.0/8`, or a list of them; a network of everybody would let everybody say who he is. */
const networks = z.union([z.string().transform((list) => list.split(/[\s,]+/).filter((one) => one !== '')), z.array(z.string())]).pipe(z.array(z.string().refine(isNetwork)).min(1).max(100));
/** Names or folders, one a comma, or a list of them. */
const plugIns = z.union([z.string().transform((list) => list.split(',').map((one) => one.trim()).filter((one) => one !== '')), z.array(z.string().trim().min(1))]).pipe(z.array(z.string().max(1000)).min(1).max(100));
const flag = z.union([z.boolean(), z.enum(['true', 'false', '1', '0']).transform((value) => value === 'true' || value === '1')]);

const known = {
  host: { env: 'KOMA_HOST', schema: host, mistake: 'config.host' },
  port: { env: 'KOMA_PORT', schema: port, mistake: 'config.number', params: { min: 1, max: 65_535 } },
  publicUrl: url('KOMA_PUBLIC_URL', ['http', 'https']),
  lan: { env: 'KOMA_LAN', schema: flag, mistake: 'config.choice', params: { choices: 'true, false' } },
  databaseUrl: url('DATABASE_URL', ['postgres', 'postgresql']),
  redisUrl: url('REDIS_URL', ['redis', 'rediss']),
  logLevel: { env: 'KOMA_LOG_LEVEL', schema: z.enum(logLevels), mistake: 'config.choice', params: { choices: logLevels.join(', ') } },
  s3Endpoint: url('S3_ENDPOINT', ['http', 'https']),
  s3Bucket: { env: 'S3_BUCKET', schema: text, mistake: 'config.text' },
  s3Region: { env: 'S3_REGION', schema: text, mistake: 'config.text' },
  s3AccessKeyId: { env: 'S3_ACCESS_KEY_ID', schema: text, mistake: 'config.text' },
  s3SecretAccessKey: { env: 'S3_SECRET_ACCESS_KEY', schema: text, mistake: 'config.text' },
  s3PathStyle: { env: 'S3_PATH_STYLE', schema: flag, mistake: 'config.choice', params: { choices: 'true, false' } },
  signUp: { env: 'KOMA_SIGN_UP', schema: z.enum(['open', 'invitation', 'approval', 'closed']), mistake: 'config.choice', params: { choices: 'open, invitation, approval, closed' } },
  trustedProxies: { env: 'KOMA_TRUSTED_PROXIES', schema: networks, mistake: 'config.networks' },
  innerHost: { env: 'KOMA_INNER_HOST', schema: host, mistake: 'config.host' },
  plugins: { env: 'KOMA_PLUGINS', schema: plugIns, mistake: 'config.plug-ins' },
  smtpHost: { env: 'SMTP_HOST', schema: host, mistake: 'config.host' },
  smtpPort: { env: 'SMTP_PORT', schema: port, mistake: 'config.number', params: { min: 1, max: 65_535 } },
  smtpSecurity: { env: 'SMTP_SECURITY', schema: z.enum(['tls', 'starttls', 'none']), mistake: 'config.choice', params: { choices: 'tls, starttls, none' } },
  smtpUser: { env: 'SMTP_USER', schema: text, mistake: 'config.text' },
  smtpPassword: { env: 'SMTP_PASSWORD', schema: text, mistake: 'config.text' },
  smtpFrom: { env: 'SMTP_FROM', schema: z.string().regex(/^([^<>\r\n]*<)?[^\s<>@]+@[^\s<>@]+>?$/), mistake: 'config.choice', params: { choices: 'name@example.org, Name <name@example.org>' } },
} as const satisfies Record<string, Setting>;

interface Setting {
  env: string;
  schema: z.ZodType;
  mistake: Mistake['code'];
  params?: Record<string, string | number>;
}

type Values = { [Name in keyof typeof known]?: z.infer<(typeof known)[Name]['schema']> };

/**
 * Reads the environment and `<data>/komawari.json` (the environment wins) and checks both.
 * @throws StartupError with every mistake at once
 */
export function loadSettings(env: NodeJS.ProcessEnv): Settings {
  const dataDir = dataDirOf(env);
  const mistakes: Mistake[] = [];
  const file = readConfigFile(join(dataDir, 'komawari.json'), mistakes);
  const values: Record<string, unknown> = {};
  for (const [name, setting] of Object.entries(known) as [string, Setting][]) {
    const isFromEnv = Boolean(env[setting.env]);
    const raw = isFromEnv ? env[setting.env] : file[name];
    if (raw === undefined) continue;
    const parsed = setting.schema.safeParse(raw);
    if (parsed.success) values[name] = parsed.data;
    else mistakes.push({ code: setting.mistake, params: { ...setting.params, name: isFromEnv ? setting.env : `"${name}" in komawari.json`, value: shown(raw) } });
  }
  // Every entry of `values` was parsed by the schema of its own name.
  const settings = assemble(dataDir, values as Values, mistakes);
  if (mistakes.length > 0) throw new StartupError(mistakes);
  return settings;
}

function assemble(dataDir: string, values: Values, mistakes: Mistake[]): Settings {
  const { host = values.lan ? everyAddress() : '127.0.0.1', port = 8080 } = values;
  const settings: Settings = { dataDir, host, port, publicUrl: values.publicUrl?.replace(/\/+$/, '') ?? localUrl({ host, port }), logLevel: values.logLevel ?? 'info' };
  if (values.lan) settings.lan = assembleLan(settings, values.publicUrl, mistakes);
  if (values.databaseUrl) settings.databaseUrl = values.databaseUrl;
  if (values.redisUrl) settings.redisUrl = values.redisUrl;
  if (values.signUp) settings.signUp = values.signUp;
  if (values.plugins) settings.plugIns = values.plugins;
  if (values.innerHost) settings.innerHost = values.innerHost;
  if (values.trustedProxies) settings.trustedProxies = values.trustedProxies;
  const smtp = assembleSmtp(values, mistakes);
  if (smtp) settings.smtp = smtp;
  const s3 = assembleS3(values, mistakes);
  if (s3) settings.s3 = s3;
  return settings;
}

/** The public address of a machine that gives none is chosen when it starts, among those that it then has. */
function assembleLan({ publicUrl, port }: Settings, given: string | undefined, mistakes: Mistake[]): LanConfig {
  if (given === undefined) return { trustPort: port + 1 };
  if (!given.startsWith('https:')) mistakes.push({ code: 'config.url', params: { name: known.publicUrl.env, schemes: 'https://' } });
  return { trustPort: port + 1, publicName: new URL(publicUrl).hostname.replace(/^\[|\]$/g, '') };
}

/** Half an S3 is a mistake: pictures would land on the disk of one machine and be missing on the next. */
function assembleS3(values: Values, mistakes: Mistake[]): S3Config | undefined {
  const given = (['s3Bucket', 's3Endpoint', 's3Region', 's3AccessKeyId', 's3SecretAccessKey'] as const).filter((name) => values[name] !== undefined);
  const first = given[0];
  if (!first) return undefined;
  for (const name of ['s3Bucket', 's3AccessKeyId', 's3SecretAccessKey'] as const) {
    if (values[name] === undefined && !mistakes.some((mistake) => mistake.params?.['name'] === known[name].env)) {
      mistakes.push({ code: 'config.missing', params: { name: known[name].env, because: known[first].env } });
    }
  }
  const { s3Bucket, s3AccessKeyId, s3SecretAccessKey } = values;
  if (!s3Bucket || !s3AccessKeyId || !s3SecretAccessKey) return undefined;
  return {
    bucket: s3Bucket,
    region: values.s3Region ?? 'us-east-1',
    ...(values.s3Endpoint ? { endpoint: values.s3Endpoint } : {}),
    accessKeyId: s3AccessKeyId,
    secretAccessKey: s3SecretAccessKey,
    isPathStyle: values.s3PathStyle ?? values.s3Endpoint !== undefined,
  };
}

/** Port 465 is TLS from the first byte; every other port has to offer it after the greeting, unless it is told not to. */
function assembleSmtp(values: Values, mistakes: Mistake[]): SmtpConfig | undefined {
  const given = (['smtpHost', 'smtpFrom', 'smtpUser', 'smtpPassword', 'smtpPort', 'smtpSecurity'] as const).filter((name) => values[name] !== undefined);
  const first = given[0];
  if (!first) return undefined;
  const wanted = ['smtpHost', 'smtpFrom', ...(values.smtpUser ? (['smtpPassword'] as const) : [])] as const;
  for (const name of wanted) {
    if (values[name] === undefined && !mistakes.some((mistake) => mistake.params?.['name'] === known[name].env)) mistakes.push({ code: 'config.missing', params: { name: known[name].env, because: known[first].env } });
  }
  const { smtpHost, smtpFrom, smtpUser, smtpPassword, smtpPort = 587 } = values;
  if (!smtpHost || !smtpFrom) return undefined;
  return {
    host: smtpHost, port: smtpPort, from: smtpFrom, security: values.smtpSecurity ?? (smtpPort === 465 ? 'tls' : 'starttls'),
    ...(smtpUser ? { user: smtpUser } : {}), ...(smtpPassword ? { password: smtpPassword } : {}),
  };
}

function readConfigFile(file: string, mistakes: Mistake[]): Record<string, unknown> {
  if (!existsSync(file)) return {};
  try {
    const parsed = z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(file, 'utf8')));
    for (const name of Object.keys(parsed)) if (!(name in known)) mistakes.push({ code: 'config.unknown', params: { file: basename(file), name } });
    return parsed;
  } catch (error) {
    mistakes.push({ code: 'config.json', params: { file, why: error instanceof z.ZodError ? 'not an object' : (error as Error).message } });
    return {};
  }
}

function url<const Name extends string>(env: Name, schemes: string[]) {
  const isRight = (value: string) => URL.canParse(value) && schemes.includes(new URL(value).protocol.slice(0, -1));
  return { env, schema: z.string().refine(isRight), mistake: 'config.url' as const, params: { schemes: schemes.map((scheme) => `${scheme}://`).join(' / ') } };
}

function isNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) >= 1 && Number(bits) <= (family === 4 ? 32 : 128));
}

function shown(raw: unknown): string {
  return (typeof raw === 'string' ? raw : JSON.stringify(raw)).slice(0, 80);
}
