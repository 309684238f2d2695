/** The way out for providers, with one more kind of address: that of a machine at home, which is asked through its own connection. */
import type { App } from '../../../kernel/app.ts';
import { WebError, type SafeFetch } from '../../../ports/safe-fetch.ts';
import { doorKey, hostNameIn, isConnected } from './host-rules.ts';
import { findHomeHostByName } from './home-host-store.ts';
import { CONNECTION_HEADER, KEY_HEADER } from './inner-door.ts';
import { troubleIn } from './tunnel/pass-http.ts';

/** A host is asked only where its address was allowed, as any private one is: an answer that names it leads nowhere. */
export function webWithHomeHosts(app: App, web: SafeFetch, allowed: ReadonlySet<string> = new Set()): SafeFetch {
  return {
    async fetch(address, outgoing) {
      const host = hostIn(address, allowed);
      if (!host) return web.fetch(address, outgoing);
      const way = await wayTo(app, host.name);
      outgoing.signal.throwIfAborted();
      // What a home host answers with leads nowhere else.
      const answer = await web.allowing([way.door]).fetch(`http://${way.door}${host.path}`, { ...outgoing, headers: { ...outgoing.headers, ...way.headers }, redirectsMax: 0 });
      const trouble = troubleIn(Object.fromEntries(answer.headers));
      if (!trouble) return answer;
      await answer.discard();
      throw trouble === 'refused' ? new WebError('blocked', { wasSent: false, detail: 'not below the address of the host' }) : outOfReach();
    },
    async openSocket(address, options) {
      const host = hostIn(address, allowed);
      if (!host) return web.openSocket(address, options);
      const way = await wayTo(app, host.name);
      return web.allowing([way.door]).openSocket(`ws://${way.door}${host.path}`, { ...options, headers: { ...options.headers, ...way.headers } });
    },
    allowing: (hosts) => webWithHomeHosts(app, web.allowing(hosts), new Set([...allowed, ...hosts])),
  };
}

function hostIn(address: string, allowed: ReadonlySet<string>): { name: string; path: string } | undefined {
  const url = URL.parse(address);
  const name = url ? hostNameIn(url) : undefined;
  if (!url || name === undefined) return undefined;
  if (!['http:', 'ws:'].includes(url.protocol) || url.port !== '' || !allowed.has(`${url.hostname}:80`)) throw new WebError('blocked', { wasSent: false, detail: 'a home host that is not allowed' });
  return { name, path: url.pathname + url.search };
}

async function wayTo(app: App, name: string): Promise<{ door: string; headers: Record<string, string> }> {
  const row = await findHomeHostByName(app.client.db, name);
  if (!row?.link || !isConnected(row, app.ports.clock.now())) throw outOfReach();
  const { connectionId, door } = row.link;
  return { door, headers: { [CONNECTION_HEADER]: connectionId, [KEY_HEADER]: doorKey(app.config.secrets.encryptionKeyB64, connectionId) } };
}

function outOfReach(): WebError {
  return new WebError('unreachable', { wasSent: false, detail: 'the home host is not connected' });
}
