import type { Web } from '@komawari/plugin';

export { WebError, type Incoming, type Outgoing, type Web, type WebErrorKind, type WebSocketIn } from '@komawari/plugin';

/** The only way out of the house. Every address is vetted before a byte is sent to it, and again at each redirect. */
export type SafeFetch = Web & {
  /** The same, allowed to reach these besides public addresses: `host:port` on the private network, as the operator named them one by one. */
  allowing(hosts: readonly string[]): SafeFetch;
};
