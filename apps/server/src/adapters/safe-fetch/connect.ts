import { connect as connectPlain, isIP, type LookupFunction, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { Target } from './target.ts';

export type TlsOptions = { /** Authorities besides those of the system, PEM. */ ca?: string };

/** Between two addresses of one name. */
const NEXT_ADDRESS_MS = 1000;

/** Answers with the vetted addresses whatever is asked: there is no second look at the name that could be told another one. */
export function pinned({ addresses }: Target): LookupFunction {
  const all = addresses.map((address) => ({ address, family: isIP(address) }));
  return (_name, options, callback) => {
    if (options.all) callback(null, all);
    else callback(null, all[0]?.address ?? '', all[0]?.family);
  };
}

/** A new connection to one of the vetted addresses, certificates checked against the name. `connect` or `secureConnect` tells when it stands. */
export function openConnection(target: Target, { ca }: TlsOptions): Socket {
  const { name: host, port } = target;
  const where = { host, port, lookup: pinned(target), autoSelectFamily: true, autoSelectFamilyAttemptTimeout: NEXT_ADDRESS_MS };
  if (target.url.protocol !== 'https:' && target.url.protocol !== 'wss:') return connectPlain(where).setNoDelay(true);
  return connectTls({ ...where, ...trust({ ca }), ...(isIP(host) === 0 ? { servername: host } : {}), ALPNProtocols: ['http/1.1'] }).setNoDelay(true);
}

/** Certificates are always checked, whatever the environment says. */
function trust({ ca }: TlsOptions): { rejectUnauthorized: true; ca?: string } {
  return { rejectUnauthorized: true, ...(ca === undefined ? {} : { ca }) };
}
