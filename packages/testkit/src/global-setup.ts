/** For Vitest's `globalSetup`: one PostgreSQL for the whole run. */
import { SERVER_VARIABLE, startTestServer } from './test-postgres.ts';

export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env[SERVER_VARIABLE]) return undefined;
  const server = await startTestServer();
  process.env[SERVER_VARIABLE] = server.adminUrl;
  return () => server.stop();
}
