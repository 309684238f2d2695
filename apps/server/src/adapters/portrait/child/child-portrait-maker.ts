import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { pictureFormatOf } from '../../../kernel/objects/picture-format.ts';
import { PortraitError, type PortraitMaker } from '../../../ports/portrait-maker.ts';

const SCRIPT = fileURLToPath(new URL('./make-portrait.ts', import.meta.url));
const TIME_MS = 20_000;
const MEMORY_BYTES = 800_000_000;
const WATCH_MS = 50;
const AT_ONCE = 2;
const PAGE_BYTES = 4096;
const TOO_MANY_PIXELS = 4;

/** Decodes in a process of its own with a cap on time and memory: what a bomb takes down is that process. */
export function childPortraitMaker(): PortraitMaker {
  const waiting: (() => void)[] = [];
  let running = 0;
  const enter = async () => {
    if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
    running += 1;
  };
  const leave = () => {
    running -= 1;
    waiting.shift()?.();
  };
  return {
    async make(picture) {
      if (!pictureFormatOf(picture)) throw new PortraitError('unreadable');
      await enter();
      try {
        return await decode(picture);
      } finally {
        leave();
      }
    },
  };
}

async function decode(picture: Uint8Array): Promise<Uint8Array> {
  const child = spawn(process.execPath, ['--max-old-space-size=96', SCRIPT], { stdio: ['pipe', 'pipe', 'ignore'], env: {} });
  const watch = setInterval(() => void isTooLarge(child.pid).then((isLarge) => { if (isLarge) child.kill('SIGKILL'); }), WATCH_MS);
  const clock = setTimeout(() => child.kill('SIGKILL'), TIME_MS);
  try {
    // A child that ends early closes its end: its code says why.
    child.stdin.on('error', () => undefined);
    child.stdin.end(picture);
    const [portrait, [code]] = await Promise.all([buffer(child.stdout), once(child, 'exit') as Promise<[number | null]>]);
    if (code === TOO_MANY_PIXELS) throw new PortraitError('too-many-pixels');
    if (code !== 0 || portrait.length === 0) throw new PortraitError('unreadable');
    return new Uint8Array(portrait);
  } finally {
    clearInterval(watch);
    clearTimeout(clock);
  }
}

/** Resident memory where the system tells it (Linux); elsewhere the caps on pixels and time have to do. */
async function isTooLarge(pid: number | undefined): Promise<boolean> {
  const text = await readFile(`/proc/${pid}/statm`, 'utf8').catch(() => '');
  return Number(text.split(' ')[1] ?? 0) * PAGE_BYTES > MEMORY_BYTES;
}
