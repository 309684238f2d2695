import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { eventually } from '@komawari/testkit';

const MAIN = fileURLToPath(new URL('../../../../main.mjs', import.meta.url));

export type KomaHost = { child: ChildProcess; said(): string; ended: Promise<number | null>; stop(): Promise<number | null> };

/** The command as a person starts it, a process of its own. */
export function startKomaHost({ server, to, token, args = [] }: { server: string; to: string; token: string; args?: readonly string[] }): KomaHost {
  const child = spawn(process.execPath, [MAIN, 'host', '--server', server, '--to', to, ...args], { env: { PATH: process.env['PATH'], LANG: 'C', KOMA_HOST_TOKEN: token }, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => { said += part.toString(); });
  const ended = new Promise<number | null>((resolve) => { child.once('exit', resolve); });
  return { child, said: () => said, ended, stop: () => { child.kill('SIGTERM'); return ended; } };
}

export async function connected(host: KomaHost): Promise<void> {
  await eventually(`connected: ${host.said()}`, () => host.said().includes('Connected as'), 20_000);
}
