import type { Config } from '../config/config.ts';
import { StartupError, type Mistake } from '../config/startup-error.ts';

/** What a supervised child is for. `prepare` checks and migrates the database, then ends. */
export type Part = 'prepare' | 'web' | 'worker';

/** From the supervisor to a child, over Node's channel: configuration never stands in an environment or a command line. */
export type ToChild = { kind: 'start'; config: Config } | { kind: 'stop' };

/** From a child to the supervisor. */
export type FromChild = { kind: 'ready' } | { kind: 'failed'; mistakes: Mistake[] };

/** Any error as something that can be shown in the reader's language. */
export function mistakesOf(error: unknown, part: string, config: { host: string; port: number }): Mistake[] {
  if (error instanceof StartupError) return error.mistakes;
  const { code, syscall, message } = error as NodeJS.ErrnoException;
  const params = { host: config.host, port: config.port };
  if (syscall === 'listen' || syscall === 'bind') {
    if (code === 'EADDRINUSE') return [{ code: 'port.taken', params }];
    if (code === 'EACCES') return [{ code: 'port.forbidden', params }];
  }
  if (code === 'EADDRNOTAVAIL' || (syscall === 'getaddrinfo' && code === 'ENOTFOUND')) return [{ code: 'host.unknown', params }];
  return [{ code: 'child.failed', params: { part, why: message ?? String(error) } }];
}
