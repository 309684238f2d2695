import { prepareDataDir } from '../config/data-folder.ts';
import { acquireInstanceLock, type InstanceLock } from '../supervisor/instance-lock.ts';
import { provideBinaries } from './binaries.ts';
import { clusterHome } from './cluster-home.ts';
import { createClusterWhenMissing, databaseName } from './create-cluster.ts';
import { endLeftovers } from './leftovers.ts';
import { choosePostgresUser } from './postgres-user.ts';
import { runServer } from './run-server.ts';

export interface EnsurePostgresOptions {
  dataDir: string;
  /** The lock the caller already holds on the folder. Absent: taken here and given back by `stop`. */
  lock?: InstanceLock;
  /** For tests: never waits for the disk. A crash of the machine may damage the data. */
  isThrowaway?: boolean;
}

export interface RunningPostgres {
  /** The program's own role and database, over a socket that only this user (and root) can open. */
  connectionString: string;
  /** PostgreSQL's superuser, for backups and repairs. */
  adminConnectionString: string;
  pid: number;
  /** Settles when the server ends, wanted or not. */
  exited: Promise<{ why: string }>;
  /** Ends the server cleanly; safe to call twice. */
  stop(): Promise<void>;
}

/**
 * Starts the PostgreSQL that comes with the program on this data folder; creates the cluster at the first call,
 * cleans up after a crash. @throws StartupError data.*, postgres.*
 */
export async function ensurePostgres({ dataDir, lock, isThrowaway = false }: EnsurePostgresOptions): Promise<RunningPostgres> {
  prepareDataDir(dataDir);
  const ownLock = lock ? undefined : await acquireInstanceLock(dataDir);
  try {
    const user = choosePostgresUser();
    const cluster = clusterHome(dataDir, user);
    const binaries = provideBinaries(user, cluster.home);
    await endLeftovers(cluster);
    createClusterWhenMissing({ binaries, cluster, user, isThrowaway });
    const server = await runServer({ binaries, cluster, user, isThrowaway });
    const stop = async () => {
      await server.stop();
      await ownLock?.release();
    };
    return {
      connectionString: connectionString(databaseName, cluster.socketDir),
      adminConnectionString: connectionString('postgres', cluster.socketDir),
      pid: server.pid,
      exited: server.exited,
      stop,
    };
  } catch (error) {
    await ownLock?.release();
    throw error;
  }
}

function connectionString(user: string, socketDir: string): string {
  return `postgresql://${user}@localhost/${databaseName}?host=${encodeURIComponent(socketDir)}`;
}
