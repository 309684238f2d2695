import pg from 'pg';
import { StartupError } from '../config/startup-error.ts';

const oldestVersion = 15;

/**
 * Looks at the database before anything is changed in it; `look` may go on with the same connection.
 * @throws StartupError postgres.unreachable, postgres.version
 */
export async function checkServer<T = void>(connectionString: string, look?: (client: pg.Client) => Promise<T>): Promise<T | undefined> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    throw StartupError.one('postgres.unreachable', { why: reasonOf(error) }, { cause: error });
  }
  try {
    const version = await client.query<{ number: number; name: string }>("select current_setting('server_version_num')::int as number, current_setting('server_version') as name");
    const { number = 0, name = '?' } = version.rows[0] ?? {};
    if (number < oldestVersion * 10_000) throw StartupError.one('postgres.version', { found: name });
    return await look?.(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

function reasonOf(error: unknown): string {
  const { message, code, errors } = error as NodeJS.ErrnoException & { errors?: Error[] };
  return message || errors?.map((one) => one.message).join('; ') || String(code);
}
