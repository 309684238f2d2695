/** What one process of Komawari needs to know before it starts. Plain data: it travels to the children as JSON. */
export interface Config {
  /** Absolute path. Everything that outlives a process lies below it (objects, secrets, PostgreSQL). */
  dataDir: string;
  /** Address the web process listens on. */
  host: string;
  port: number;
  /** Where a browser finds the program, without a slash at the end: `http://127.0.0.1:8080`. */
  publicUrl: string;
  /** PostgreSQL 15 or newer: the one of `DATABASE_URL`, or the socket of the one started beside us. */
  databaseUrl: string;
  /** True when PostgreSQL was started by the program itself (its folder can be backed up by copy). */
  isDatabaseOurs: boolean;
  /** Upper bound for all database connections of this process: pools, LISTEN and graphile-worker together. */
  databaseConnectionsMax: number;
  redisUrl?: string;
  s3?: S3Config;
  /** With `--lan`: HTTPS on the home network by an authority of our own. */
  lan?: LanConfig;
  /** How one gets an account until the owner chooses in the settings. */
  signUp?: 'open' | 'invitation' | 'approval' | 'closed';
  smtp?: SmtpConfig;
  /** Providers that others wrote: names of packages, or folders, as seen from the data folder. */
  plugIns?: string[];
  /** Addresses and networks (`10.0.0.0/8`) of proxies whose word about who calls is believed. */
  trustedProxies?: string[];
  /** Under which the other machines of the instance reach this one; absent: it is alone, or has nothing that they ask for. */
  innerHost?: string;
  secrets: Secrets;
  /** A new one for each start of the instance; whoever shows it as a bearer token acts as the owner. */
  controlToken: string;
  role: Role;
  logLevel: LogLevel;
}

/** `cli`: a command that opened the data itself because no instance was running. */
export type Role = 'web' | 'worker' | 'cli';

export type LogLevel = (typeof logLevels)[number];
export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

export interface S3Config {
  bucket: string;
  region: string;
  /** Absent: Amazon's own address for the region. */
  endpoint?: string;
  accessKeyId: string;
  secretAccessKey: string;
  /** `https://host/bucket/key` instead of `https://bucket.host/key`; true by default with an endpoint. */
  isPathStyle: boolean;
}

export interface LanConfig {
  /** Plain HTTP: the page that explains how to trust us, and the command line of this machine. */
  trustPort: number;
  /** The host of a given public address: the certificate carries it as well. */
  publicName?: string;
}

/** Where letters are handed over. */
export interface SmtpConfig {
  host: string;
  port: number;
  /** `tls`: from the first byte; `starttls`: after the greeting, or not at all; `none`: in the clear, for a relay on this machine. */
  security: 'tls' | 'starttls' | 'none';
  user?: string;
  password?: string;
  /** `Name <address>` or an address alone. */
  from: string;
}

/** Made at the first start, kept in `<data>/secrets.json` (mode 0600); losing them signs everybody out. */
export interface Secrets {
  /** Signs sessions and cookies. */
  authSecret: string;
  /** 32 bytes: encrypts what is stored for others, such as provider keys. */
  encryptionKeyB64: string;
  /** While the key is exchanged: what it still opens is sealed anew, then it goes. */
  oldEncryptionKeysB64?: string[] | undefined;
}

/** What the environment and `komawari.json` say, before PostgreSQL runs and before a role is chosen. */
export interface Settings extends Pick<Config, 'dataDir' | 'host' | 'port' | 'publicUrl' | 'redisUrl' | 's3' | 'lan' | 'signUp' | 'smtp' | 'plugIns' | 'trustedProxies' | 'innerHost' | 'logLevel'> {
  /** Absent: the program starts its own PostgreSQL below `dataDir`. */
  databaseUrl?: string;
}
