import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { AppError } from '../../../kernel/errors.ts';

const MEMORY_MAX_BYTES = 2_500_000_000;
const STDERR_MAX = 4000;

/**
 * Writes the frames into the program. Throws AppError; the program never outlives the call. `stillMs` is how long it may take
 * neither a frame nor its leave: the time that frames take to be drawn is not its own.
 */
export async function runFfmpeg(command: string, args: readonly string[], frames: AsyncIterable<Uint8Array>, stillMs: number): Promise<void> {
  const child = start(command, args);
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-STDERR_MAX)));
  // A program that ends early is told by its exit code; writing to it then fails with EPIPE.
  child.stdin.on('error', () => undefined);
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', (cause: NodeJS.ErrnoException) => reject(cause.code === 'ENOENT' ? new AppError('exports.no-ffmpeg', { cause }) : new AppError('exports.film-failed', { detail: cause.message, cause })));
    child.once('close', (code) => resolve(code));
  });
  ended.catch(() => undefined);
  try {
    await feed(child, frames, ended, stillMs);
    const code = await within(child, stillMs, ended);
    if (code === 127) throw new AppError('exports.no-ffmpeg');
    if (code !== 0) throw new AppError('exports.film-failed', { detail: said.trim().split('\n').at(-1) || `ffmpeg: ${code ?? 'stopped'}` });
  } finally {
    if (child.exitCode === null) child.kill('SIGKILL');
  }
}

type Ffmpeg = ChildProcessByStdio<Writable, null, Readable>;

/** Below a limit of address space where the system's shell has one; `exec` keeps the process id, so that killing hits the program. */
function start(command: string, args: readonly string[]): Ffmpeg {
  const stdio: ['pipe', 'ignore', 'pipe'] = ['pipe', 'ignore', 'pipe'];
  if (process.platform === 'win32') return spawn(command, args, { stdio });
  return spawn('/bin/sh', ['-c', `ulimit -v ${Math.floor(MEMORY_MAX_BYTES / 1024)} 2>/dev/null; exec "$0" "$@"`, command, ...args], { stdio });
}

/** Ends the program when what is waited for does not come in time. */
async function within<T>(child: Ffmpeg, stillMs: number, wait: Promise<T>): Promise<T> {
  const timer = setTimeout(() => child.kill('SIGKILL'), stillMs);
  try {
    return await wait;
  } finally {
    clearTimeout(timer);
  }
}

async function feed(child: Ffmpeg, frames: AsyncIterable<Uint8Array>, ended: Promise<unknown>, stillMs: number): Promise<void> {
  let hasEnded = false;
  const end = ended.finally(() => (hasEnded = true));
  end.catch(() => undefined);
  for await (const frame of frames) {
    if (hasEnded) return;
    if (!child.stdin.write(frame)) await within(child, stillMs, Promise.race([once(child.stdin, 'drain').catch(() => undefined), end.catch(() => undefined)]));
  }
  child.stdin.end();
}
