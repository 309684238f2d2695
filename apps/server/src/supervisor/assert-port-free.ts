import { createServer } from 'node:net';
import { StartupError } from '../config/startup-error.ts';
import { mistakesOf } from './messages.ts';

/** Says at once what would otherwise be found only after PostgreSQL has started. @throws StartupError port.*, host.unknown */
export async function assertPortFree(address: { host: string; port: number }): Promise<void> {
  const server = createServer();
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen({ ...address, exclusive: true }, resolve);
    });
  } catch (error) {
    throw new StartupError(mistakesOf(error, 'web', address), { cause: error });
  }
  await new Promise((resolve) => server.close(resolve));
}
