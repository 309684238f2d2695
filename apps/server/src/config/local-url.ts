import { isIP } from 'node:net';
import { networkInterfaces } from 'node:os';
import type { Settings } from './config.ts';

/** An address that this machine can open: a listener on every address is reached by the local one. */
export function localUrl({ host, port }: { host: string; port: number }): string {
  const name = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '[::1]' : isIP(host) === 6 ? `[${host}]` : host;
  return `http://${name}:${port}`;
}

/** Where the command line of this machine reaches the web process, without having to trust a certificate. */
export function attachUrl({ host, port, lan }: Pick<Settings, 'host' | 'port' | 'lan'>): string {
  return lan ? localUrl({ host: host === '::' ? '0.0.0.0' : host, port: lan.trustPort }) : localUrl({ host, port });
}

/** What to listen on for both kinds of addresses, or for IPv4 alone where the machine has no IPv6. */
export function everyAddress(): '::' | '0.0.0.0' {
  return Object.values(networkInterfaces()).some((card) => card?.some(({ family }) => family === 'IPv6')) ? '::' : '0.0.0.0';
}
