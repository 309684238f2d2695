/** For Vitest's `globalSetup`: one PostgreSQL a lane for the whole run, so that no file meets the connections of another. */
import type { TestProject } from 'vitest/node';
import { SERVER_VARIABLE, startTestServer } from './test-postgres.ts';

export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  if (process.env[SERVER_VARIABLE]) return undefined;
  const servers = await Promise.all(Array.from({ length: project.config.maxWorkers }, startTestServer));
  process.env[SERVER_VARIABLE] = servers.map(({ adminUrl }) => adminUrl).join(' ');
  return async () => { await Promise.all(servers.map((server) => server.stop())); };
}
