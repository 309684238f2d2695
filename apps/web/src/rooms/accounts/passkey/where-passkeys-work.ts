import type { Me } from '@komawari/contract';
import { browserHasPasskeys } from './credentials.ts';

export type PasskeyHelp = { word: 'passkeyLocalhost' | 'passkeyTrust' | 'passkeyName' | 'passkeyNoBrowser'; address?: string };

/** Why this page can not use passkeys, and the address where it could; undefined when it can. */
export function findPasskeyObstacle(me: Me | undefined): PasskeyHelp | undefined {
  return obstacleAt(location, { isSecure: window.isSecureContext, hasBrowser: browserHasPasskeys(), hasServer: me?.features.passkeys ?? true });
}

type Place = Pick<Location, 'protocol' | 'hostname' | 'port' | 'pathname'>;

export function obstacleAt({ protocol, hostname, port, pathname }: Place, { isSecure, hasBrowser, hasServer }: { isSecure: boolean; hasBrowser: boolean; hasServer: boolean }): PasskeyHelp | undefined {
  if (hasBrowser && hasServer) return undefined;
  const end = port === '' ? '' : `:${port}`;
  // The machine itself by its number: browsers want its name.
  if (/^(127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname)) return { word: 'passkeyLocalhost', address: `${protocol}//localhost${end}${pathname}` };
  // Beside the program with --lan, one port up, stands the page that explains how to trust it.
  if (!isSecure) return { word: 'passkeyTrust', address: `http://${hostname}:${Number(port === '' ? 80 : port) + 1}/` };
  return { word: hasServer ? 'passkeyNoBrowser' : 'passkeyName' };
}
