import { rmSync } from 'node:fs';
import type { Role, UserId } from '@komawari/contract';
import { pino } from 'pino';
import { compose, type Overrides } from '../../../apps/server/src/compose.ts';
import { buildServer } from '../../../apps/server/src/http/server.ts';
import type { App } from '../../../apps/server/src/kernel/app.ts';
import type { Actor, Ctx } from '../../../apps/server/src/kernel/ctx.ts';
import { startWorkerPool } from '../../../apps/server/src/kernel/tasks/worker-pool.ts';
import { mayBecomeGuest, openGuest, openWelcomeLink } from '../../../apps/server/src/rooms/accounts/index.ts';
import { addSession } from '../../../apps/server/src/rooms/accounts/session/session-store.ts';
import { addGuest, addKey } from '../../../apps/server/src/rooms/accounts/store.ts';
import { hashToken } from '../../../apps/server/src/rooms/accounts/tokens.ts';
import type { FastifyInstance } from 'fastify';
import { fakeEngine } from '../fakes/fake-engine.ts';
import { testConfig } from './test-config.ts';
import { cloneTestDatabase, stopOwnTestServer } from './test-postgres.ts';
import type { Config } from '../../../apps/server/src/config/config.ts';

export type Reply = { status: number; body: unknown; text: string; bytes: Uint8Array; headers: Headers };
export type CallOptions = { body?: unknown; raw?: { type: string; bytes: Uint8Array | string }; headers?: Record<string, string> };
export type Account = {
  userId: UserId;
  headers: Record<string, string>;
  /** A fresh browser of this account that has just signed in: what an API key may not do. */
  browser(): Promise<Record<string, string>>;
};

export type TestServerOptions = Overrides & { hasWorker?: boolean; requestsPerMinute?: number; webFolder?: string; config?: Partial<Config> };

/** A whole instance on a database of its own: HTTP on a free port, and a worker when asked for. */
export type BootedServer = {
  url: string;
  app: App;
  server: FastifyInstance;
  /** Sends a request as a client that is not at this machine, unless told otherwise. */
  call(method: string, path: string, options?: CallOptions): Promise<Reply>;
  /** A fresh account with an API key that may do everything its role may. */
  account(role: Role): Promise<Account>;
  guest(): Promise<{ headers: Record<string, string> }>;
  ctxOf(actor: Actor): Ctx;
  welcomeLink(): Promise<string | undefined>;
  close(): Promise<void>;
};

/** Marks a request as forwarded, so that it does not count as coming from this machine. */
export const FROM_AFAR = { 'x-forwarded-for': '203.0.113.7' } as const;

export async function bootServer(options: TestServerOptions = {}): Promise<BootedServer> {
  const database = await cloneTestDatabase();
  const config = testConfig({ databaseUrl: database.url, ...options.config });
  const composition = await compose(config, { engine: fakeEngine(), log: pino({ level: config.logLevel }), ...options });
  const { app } = composition;
  const server = await buildServer(app, {
    rooms: composition.rooms, resolveActor: composition.resolveActor, guests: { mayEnter: mayBecomeGuest, open: openGuest }, version: 'test',
    webFolder: options.webFolder ?? '/nonexistent', requestsPerMinute: options.requestsPerMinute ?? 0,
  });
  const url = await server.listen({ host: '127.0.0.1', port: 0 });
  const pool = options.hasWorker ? await startWorkerPool(app, { working: 2, waiting: 8 }) : undefined;
  return {
    url, app, server,
    call: (method, path, callOptions) => call(url, method, path, callOptions),
    account: (role) => makeAccount(app, role),
    guest: () => makeGuest(app),
    ctxOf: (actor) => ({ app, actor, requestId: 'test', language: 'en', isLocal: false, proof: { isAuthor: false } }),
    welcomeLink: () => openWelcomeLink(app),
    async close() {
      await pool?.stop();
      await server.close();
      await composition.close();
      await database.drop();
      rmSync(config.dataDir, { recursive: true, force: true });
      await stopOwnTestServer();
    },
  };
}

async function call(url: string, method: string, path: string, options: CallOptions = {}): Promise<Reply> {
  const hasJson = options.body !== undefined;
  const response = await fetch(new URL(path, url), {
    method, redirect: 'manual',
    headers: { ...FROM_AFAR, ...(hasJson ? { 'content-type': 'application/json' } : {}), ...(options.raw ? { 'content-type': options.raw.type } : {}), ...options.headers },
    ...(hasJson ? { body: JSON.stringify(options.body) } : options.raw ? { body: options.raw.bytes as string } : {}),
  });
  const bytes = new Uint8Array(await response.arrayBuffer());
  const text = new TextDecoder().decode(bytes);
  const isJson = response.headers.get('content-type')?.startsWith('application/json') ?? false;
  return { status: response.status, text, bytes, headers: response.headers, body: isJson ? JSON.parse(text) : undefined };
}

async function makeAccount(app: App, role: Role): Promise<Account> {
  const { clock, ids } = app.ports;
  const userId = ids.secret(12) as UserId;
  const secret = `koma_${ids.secret(24)}`;
  const now = clock.now();
  await app.client.db.insertInto('user').values({ id: userId, name: role, email: `${userId.toLowerCase()}@example.test`, is_email_verified: true, role, created_at: now, updated_at: now }).execute();
  await addKey(app.client.db, { id: ids.next('key'), userId, name: 'test', prefix: secret.slice(0, 10), hash: hashToken(secret), scopes: ['read', 'make', 'manage'], now, expiresAt: null });
  return {
    userId, headers: { authorization: `Bearer ${secret}` },
    async browser() {
      const token = ids.secret(32);
      const signedInAt = clock.now();
      await addSession(app.client.db, { id: ids.next('session'), userId, tokenHash: hashToken(token), method: 'password', address: null, userAgent: null, now: signedInAt, expiresAt: new Date(signedInAt.getTime() + 86_400_000) });
      return { cookie: `koma.session_token=${token}` };
    },
  };
}

async function makeGuest(app: App): Promise<{ headers: Record<string, string> }> {
  const secret = app.ports.ids.secret(32);
  await addGuest(app.client.db, { id: app.ports.ids.next('guest'), tokenHash: hashToken(secret), now: app.ports.clock.now() });
  return { headers: { cookie: `koma.guest=${secret}` } };
}
