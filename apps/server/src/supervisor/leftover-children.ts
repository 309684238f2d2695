import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { runDir } from './control.ts';

/** How long a child of a killed instance may still finish when the next one wants to start. */
const patienceMs = 3_000;
/** A killed process is gone when it next gets a turn to end, which on a crowded machine takes a while. */
const patienceAfterKillMs = 20_000;

const recordSchema = z.array(z.object({ pid: z.number().int().positive(), startedAt: z.string() }));

/** Writes down who our children are, for an instance that comes after we were killed. */
export function recordChildren(dataDir: string, pids: number[]): void {
  mkdirSync(runDir(dataDir), { recursive: true, mode: 0o700 });
  const record = pids.flatMap((pid) => {
    const startedAt = startOf(pid);
    return startedAt ? [{ pid, startedAt }] : [];
  });
  const draft = `${recordFile(dataDir)}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(record), { mode: 0o600 });
  renameSync(draft, recordFile(dataDir));
}

/**
 * Ends the web and worker processes of a killed instance, which may still hold the port. The caller holds the lock.
 * A number that meanwhile belongs to another program has another start time and is left alone.
 */
export async function endLeftoverChildren(dataDir: string): Promise<void> {
  let left = readRecord(dataDir).filter(isSame);
  const endsAt = performance.now() + patienceMs;
  let signal: NodeJS.Signals | undefined = 'SIGTERM';
  while (left.length > 0 && performance.now() < endsAt + patienceAfterKillMs) {
    if (signal) for (const { pid } of left) sendSignal(pid, signal);
    signal = performance.now() > endsAt ? 'SIGKILL' : undefined;
    await sleep(20);
    left = left.filter(isSame);
  }
}

function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    // It ended by itself a moment ago.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function isSame({ pid, startedAt }: { pid: number; startedAt: string }): boolean {
  return startOf(pid) === startedAt;
}

/** When a process was started, in the system's own words; nothing when it has ended. */
export function startOf(pid: number): string | undefined {
  if (process.platform !== 'linux') return spawnSync('ps', ['-p', String(pid), '-o', 'lstart='], { encoding: 'utf8' }).stdout?.trim() || undefined;
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    // A zombie has ended, and only its entry waits for its parent, but not before its last thread: until then its port stays taken.
    return fields[0] === 'Z' && Number(fields[17]) <= 1 ? undefined : fields[19];
  } catch {
    // No such process.
    return undefined;
  }
}

function readRecord(dataDir: string): z.infer<typeof recordSchema> {
  try {
    return recordSchema.parse(JSON.parse(readFileSync(recordFile(dataDir), 'utf8')));
  } catch {
    // The first start, or a file that was cut off: nothing is known, so nothing is ended.
    return [];
  }
}

function recordFile(dataDir: string): string {
  return join(runDir(dataDir), 'children.json');
}
