import { createHash } from 'node:crypto';
import { chownSync, mkdirSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canReach, type PostgresUser } from './postgres-user.ts';

/** Where the parts of our PostgreSQL lie. */
export interface ClusterHome {
  /** Holds the folders below and, where needed, a copy of the program. */
  home: string;
  /** What PostgreSQL calls its data folder. */
  dataPath: string;
  /** Holds the socket; nobody else may enter. */
  socketDir: string;
}

/** Linux allows 107 bytes for the path of a socket, macOS 103. */
const socketPathLimitBytes = 103;
const outsideDir = '/var/lib/komawari-postgres';

/**
 * Below the data folder where PostgreSQL's user can reach it; otherwise (root's home, a private folder)
 * in a system folder under a name made from the data folder's path.
 */
export function clusterHome(dataDir: string, user: PostgresUser): ClusterHome {
  const real = realpathSync(dataDir);
  // Reading the data folder itself is not needed, only walking through it.
  const isReachable = user.isSelf || canReach(real, user, 0o1);
  const home = isReachable ? join(real, 'postgres') : join(outsideDir, shortHash(real));
  mkdirSync(home, { recursive: true, mode: user.isSelf ? 0o700 : 0o711 });
  return { home, dataPath: join(home, 'data'), socketDir: socketDirFor(home, user) };
}

function socketDirFor(home: string, user: PostgresUser): string {
  const beside = join(home, 'socket');
  const isPlain = /^[\w/. -]+$/.test(beside) && Buffer.byteLength(`${beside}/.s.PGSQL.5432`) <= socketPathLimitBytes;
  const dir = isPlain ? beside : join(tmpdir(), `komawari-${shortHash(home)}`);
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  if (!user.isSelf) chownSync(dir, user.uid, user.gid);
  return dir;
}

export function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
