import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bootServer, cloneTestDatabase, type BootedServer, type TestDatabase } from '@komawari/testkit';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openClient, type Client } from '../db/client.ts';
import { loadSecrets } from '../config/secrets.ts';
import { seal, sealingKeys, unseal } from '../kernel/seal.ts';
import { makeFolder, removeFolder } from '../supervisor/testing/instances.ts';
import { writeInstanceFile } from '../supervisor/control.ts';
import { exchangeKey, SEALED_PLACES } from './secrets/exchange-key.ts';
import { secrets } from './secrets.ts';

const keyOf = (byte: number) => Buffer.alloc(32, byte).toString('base64');
let server: BootedServer;
let database: TestDatabase;
let client: Client;
let dir: string;
let env: Record<string, string>;
beforeAll(async () => {
  server = await bootServer();
  database = await cloneTestDatabase();
  client = openClient({ connectionString: database.url, max: 2, name: 'test', onError: () => undefined });
  dir = makeFolder();
  env = { KOMA_DATA: dir, DATABASE_URL: database.url };
}, 60_000);
afterAll(async () => {
  await client.close();
  await database.drop();
  await server.close();
  removeFolder(dir);
});

/** Two rows in each place, sealed with the key of the folder. */
async function fill(): Promise<void> {
  const keys = sealingKeys(loadSecrets(dir, {}));
  const now = new Date();
  for (const at of [1, 2]) {
    const [provider, endpoint, user, letter] = [`provider_${at}`, `endpoint_${at}`, `user_${at}`, `letter_${at}`];
    await client.pool.query(`insert into provider (id, kind, name, url, sealed_secrets, settings, in_flight_max, position, created_at, changed_at) values ($1, 'none', 'P', 'https://a.test', $2, '{}', 1, $3, $4, $4)`, [provider, seal(`key ${at}`, { ...keys, purpose: 'provider keys', owner: provider }), at, now]);
    await client.pool.query(`insert into provider_endpoint (id, provider_id, name, url, sealed_secrets, in_flight_max, created_at, changed_at) values ($1, $2, 'E', 'https://b.test', $3, 1, $4, $4)`, [endpoint, provider, seal(`other key ${at}`, { ...keys, purpose: 'provider keys', owner: endpoint }), now]);
    await client.pool.query(`insert into "user" (id, email, is_email_verified, name, role, created_at, updated_at) values ($1, $2, true, 'U', 'user', $3, $3)`, [user, `${user}@example.test`, now]);
    await client.pool.query(`insert into totp (user_id, secret, created_at) values ($1, $2, $3)`, [user, seal(`totp ${at}`, { ...keys, purpose: 'totp', owner: user }), now]);
    await client.pool.query(`insert into letter (id, kind, sealed, next_at, give_up_at, created_at) values ($1, 'link', $2, $3, $3, $3)`, [letter, seal(`letter ${at}`, { ...keys, purpose: 'letter', owner: letter }), now]);
  }
}

/** Everything that is sealed, opened with what the folder holds now. */
async function readAll(): Promise<string[]> {
  const keys = sealingKeys(loadSecrets(dir, {}));
  const found = await Promise.all(SEALED_PLACES.map(async (place) => (await place.list(client.db, '', 100)).map(({ id, sealed }) => unseal(sealed, { ...keys, purpose: place.purpose, owner: id }))));
  return found.flat();
}

const ALL = ['key 1', 'key 2', 'other key 1', 'other key 2', 'totp 1', 'totp 2', 'letter 1', 'letter 2'];

/** The n-th change of a sealed row breaks off, as a kill there would; after the last of them, the note that all is done. */
async function breakAt(step: number): Promise<void> {
  await client.pool.query(`create sequence if not exists breaking`);
  await client.pool.query(`select setval('breaking', 1, false)`);
  await client.pool.query(`create or replace function break_off() returns trigger language plpgsql as $$ begin if nextval('breaking') = ${step} then raise exception 'broken off'; end if; return new; end $$`);
  for (const table of ['provider', 'provider_endpoint', 'totp', 'letter', 'audit']) await client.pool.query(`create or replace trigger break_off before ${table === 'audit' ? 'insert' : 'update'} on ${table} for each row execute function break_off()`);
}

test('broken off at every step and begun again: nothing becomes unreadable, and the old key goes at the end', async () => {
  await fill();
  for (let step = 1; step <= ALL.length + 1; step += 1) {
    const { encryptionKeyB64: before } = loadSecrets(dir, {});
    await breakAt(step);
    await expect(exchangeKey(env)).rejects.toThrow('broken off');
    expect(loadSecrets(dir, {}).oldEncryptionKeysB64).toEqual([before]);
    expect(await readAll()).toEqual(ALL);
    await breakAt(0);
    const { places } = await exchangeKey(env);
    expect(places.map(({ sealed }) => sealed).reduce((a, b) => a + b)).toBe(ALL.length - step + 1);
    expect(await readAll()).toEqual(ALL);
    expect(readFileSync(join(dir, 'secrets.json'), 'utf8')).not.toContain(before);
  }
}, 120_000);

test('the command tells what it did, and is written down', async () => {
  const said = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  expect(await secrets(['rotate'], { ...env, LANG: 'en_US.UTF-8' })).toBe(0);
  expect(said.mock.calls.flat()).toEqual(['keys of providers: 2 sealed anew', 'keys of endpoints: 2 sealed anew', 'authenticators: 2 sealed anew', 'letters on their way: 2 sealed anew', expect.stringMatching(/old one is gone/)]);
  said.mockRestore();
  const { rows } = await client.pool.query<{ actor: string }>(`select actor from audit where action = 'system.exchange-key'`);
  expect(rows.length).toBe(ALL.length + 2);
});

test('not beside a program that knows the old key alone', async () => {
  const folder = join(dir, 'other');
  mkdirSync(join(folder, 'run'), { recursive: true });
  const theirs = { KOMA_DATA: folder, DATABASE_URL: server.app.config.databaseUrl };
  await expect(exchangeKey(theirs)).rejects.toThrow(/stop it/);
  writeInstanceFile(folder, { pid: process.pid, host: '127.0.0.1', port: Number(new URL(server.url).port), url: server.url, token: server.app.config.controlToken });
  await expect(exchangeKey(theirs)).rejects.toThrow(/stop it/);
});

test('a key of the environment: with the one before it, beside programs that know both', async () => {
  const given = { ...env, KOMA_ENCRYPTION_KEY: keyOf(9) };
  await expect(exchangeKey(given)).rejects.toThrow(/KOMA_ENCRYPTION_KEY_OLD/);
  const { encryptionKeyB64: old } = loadSecrets(dir, {});
  const beside = openClient({ connectionString: database.url, max: 1, name: 'koma-web', onError: () => undefined });
  await beside.pool.query('select 1');
  expect((await exchangeKey({ ...given, KOMA_ENCRYPTION_KEY_OLD: old })).isKeyGiven).toBe(true);
  await beside.close();
  writeFileSync(join(dir, 'secrets.json'), JSON.stringify({ ...loadSecrets(dir, {}), encryptionKeyB64: keyOf(9) }));
  expect(await readAll()).toEqual(ALL);
});

test('everything that seals is in the list of what is sealed anew', () => {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const users = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && /import \{[^}]*\bseal\b[^}]*\} from '[./]*kernel\/seal\.ts'/.test(readFileSync(join(root, file), 'utf8')));
  // A file that is new here seals something: give its column a place in `SEALED_PLACES`, then add it.
  expect(users.map((file) => file.replaceAll('\\', '/')).sort()).toEqual(['rooms/accounts/letters/send-letter.ts', 'rooms/accounts/second/two-factor.ts', 'rooms/studio/providers/secrets.ts']);
});
