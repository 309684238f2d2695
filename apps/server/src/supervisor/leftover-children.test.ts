import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { startOf } from './leftover-children.ts';
import { freePort } from './testing/instances.ts';

/** Busy threads end one by one after a kill, while the main thread is a zombie already. */
const listener = `
  const { Worker } = require('node:worker_threads');
  for (let i = 0; i < 6; i++) new Worker('for (;;) Math.sqrt(2)', { eval: true });
  require('node:net').createServer().listen(Number(process.argv[1]), '127.0.0.1', () => console.log('up'));`;

test('a killed process counts as ended only when its port is free again', async () => {
  for (let round = 0; round < 3; round += 1) {
    const port = await freePort();
    const child = spawn(process.execPath, ['-e', listener, String(port)], { stdio: ['ignore', 'pipe', 'ignore'] });
    await once(child.stdout, 'data');
    const { pid = 0 } = child;
    expect(startOf(pid)).toBeDefined();
    child.kill('SIGKILL');
    // Without a pause: nobody collects the zombie meanwhile.
    while (startOf(pid) !== undefined);
    const server = createServer();
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
    await new Promise((resolve) => server.close(resolve));
  }
});
