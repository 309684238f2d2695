import type { AddressInfo } from 'node:net';
import type { Server as HttpsServer } from 'node:https';
import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import type { Config, LanConfig } from '../config/config.ts';
import type { Clock } from '../ports/clock.ts';
import { readAuthority, type Authority } from './authority.ts';
import { freshLeaf, type Leaf } from './leaf.ts';
import { canonicalName, lanNames, thisMachine, type Machine } from './names.ts';
import { mountTrustRoutes } from './trust-routes.ts';
import { openTrustServer } from './trust-server.ts';

/** The web process's side of `--lan`: what its TLS shows, which names are its own, and both kept up to date. */
export interface LanDoor {
  authority: Authority;
  /** For `https.createServer`, as it is now. */
  tls(): { key: string; cert: string; minVersion: 'TLSv1.2' };
  /** Whether a host name, in its canonical spelling, stands in the certificate. */
  isOwnName(name: string): boolean;
  /** Looks at clock and network cards. True when a new certificate was made and is shown from now on. */
  renew(): Promise<boolean>;
  /** Serves the trust page on both ports and keeps the certificate fresh while the server listens. */
  mount(server: FastifyInstance): void;
}

export interface LanDoorOptions {
  config: Pick<Config, 'dataDir' | 'host' | 'port'> & { lan: LanConfig };
  clock: Clock;
  log: Pick<FastifyBaseLogger, 'info' | 'warn' | 'error'>;
  machine?: () => Machine;
}

const LOOK_MS = 30_000;

/** @throws StartupError lan.authority */
export async function openLanDoor({ config, clock, log, machine = thisMachine }: LanDoorOptions): Promise<LanDoor> {
  const { dataDir, host, lan } = config;
  const authority = readAuthority(dataDir);
  const wanted = () => lanNames(machine(), { host, permittedDns: authority.permittedDns, ...(lan.publicName === undefined ? {} : { publicName: lan.publicName }) });
  let leaf = await freshLeaf({ dataDir, authority, names: wanted(), now: clock.now() });
  let own = ownNamesOf(leaf);
  let shown: FastifyInstance | undefined;

  const tls = () => ({ key: leaf.keyPem, cert: leaf.certPem, minVersion: 'TLSv1.2' as const });
  const isOwnName = (name: string) => own.has(name);
  const renew = async () => {
    const next = await freshLeaf({ dataDir, authority, names: wanted(), now: clock.now() });
    if (next.certPem === leaf.certPem) return false;
    leaf = next;
    own = ownNamesOf(next);
    // Connections that stand keep theirs; new ones get this one.
    if (shown) tlsServerOf(shown).setSecureContext(tls());
    log.info({ names: [...next.names.dns, ...next.names.addresses] }, 'the certificate of the home network was renewed');
    return true;
  };

  const mount = (server: FastifyInstance) => {
    shown = server;
    const port = () => (server.server.address() as AddressInfo | null)?.port ?? config.port;
    mountTrustRoutes(server, { authority, names: () => leaf.names, port });
    const timer = setInterval(() => void renew().catch((error: unknown) => log.error({ err: error }, 'the certificate of the home network could not be renewed')), LOOK_MS).unref();
    const trust = openTrustServer({ host, port: lan.trustPort, authority, names: () => leaf.names, httpsPort: port, isOwnName, log, program: (request, response) => server.routing(request, response) });
    server.addHook('onListen', () => trust.listen());
    server.addHook('preClose', async () => {
      clearInterval(timer);
      await trust.close();
    });
  };
  return { authority, tls, isOwnName, renew, mount };
}

function ownNamesOf({ names }: Leaf): ReadonlySet<string> {
  return new Set([...names.dns, ...names.addresses].map(canonicalName));
}

/** Fastify was given `https`, so its server is one of TLS. */
function tlsServerOf(server: FastifyInstance): HttpsServer {
  return server.server as unknown as HttpsServer;
}
