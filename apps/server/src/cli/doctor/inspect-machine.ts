import { existsSync, readFileSync, statfsSync } from 'node:fs';
import { availableParallelism, totalmem } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { prepareDataDir } from '../../config/data-folder.ts';
import { StartupError } from '../../config/startup-error.ts';
import { assertPortFree } from '../../supervisor/assert-port-free.ts';
import { findRunningInstance } from '../../supervisor/control.ts';

export type Finding = {
  name: string;
  isThere: boolean;
  /** False: the program works without it, with less. */
  isNeeded: boolean;
  detail: string;
  remedy?: string;
};

const gigabyte = 1e9;
const wantedDiskBytes = 1 * gigabyte;
const wantedMemoryBytes = 1.5 * gigabyte;

/** Disk, memory, port, and the programs of the system that some features use. */
export async function inspectMachine(address: { dataDir: string; host: string; port: number }): Promise<Finding[]> {
  return [
    dataFolder(address.dataDir),
    disk(address.dataDir),
    memory(),
    await port(address),
    program('ffmpeg', 'films, animated pictures and sound', 'ffmpeg'),
    program('chromium', 'the browser tests', 'chromium', ['chromium', 'chromium-browser', 'google-chrome']),
    program('qpdf', 'checking PDF in the tests', 'qpdf'),
    program('epubcheck', 'checking EPUB in the tests', 'epubcheck'),
    program('redis-server', 'the tests with Redis', 'redis-server'),
  ];
}

function dataFolder(dir: string): Finding {
  const finding = { name: 'data folder', isNeeded: true, detail: dir };
  try {
    prepareDataDir(dir);
    return { ...finding, isThere: true };
  } catch (error) {
    if (!(error instanceof StartupError)) throw error;
    return { ...finding, isThere: false, remedy: error.message };
  }
}

function disk(dir: string): Finding {
  const { bavail, bsize } = statfsSync(existing(dir));
  const freeBytes = bavail * bsize;
  return { name: 'disk', isThere: freeBytes >= wantedDiskBytes, isNeeded: true, detail: `${(freeBytes / gigabyte).toFixed(1)} GB free`, remedy: 'Free at least 1 GB: comics, pictures and the database lie in the data folder.' };
}

/** In a container the kernel's limit is what counts, not the machine's memory. */
function memory(): Finding {
  const bytes = Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY);
  return { name: 'memory', isThere: bytes >= wantedMemoryBytes, isNeeded: false, detail: `${(bytes / gigabyte).toFixed(1)} GB, ${availableParallelism()} cores`, remedy: 'Below 1.5 GB large pictures may fail.' };
}

async function port({ dataDir, host, port }: { dataDir: string; host: string; port: number }): Promise<Finding> {
  const finding = { name: 'port', isNeeded: true, detail: `${host}:${port}` };
  const running = await findRunningInstance(dataDir);
  if (running) return { ...finding, isThere: true, detail: `Komawari runs at ${running.url} (process ${running.pid})` };
  try {
    await assertPortFree({ host, port });
    return { ...finding, isThere: true, detail: `${host}:${port} is free` };
  } catch (error) {
    if (!(error instanceof StartupError)) throw error;
    return { ...finding, isThere: false, remedy: error.message };
  }
}

function program(name: string, use: string, debianPackage: string, names = [name]): Finding {
  const path = (process.env['PATH'] ?? '').split(delimiter).flatMap((dir) => names.flatMap((one) => [join(dir, one), join(dir, `${one}.exe`)])).find(existsSync);
  return { name, isThere: path !== undefined, isNeeded: false, detail: path ?? `not found; used for ${use}`, remedy: isDebian() ? `sudo apt-get install ${debianPackage}` : `Install ${name} with your package manager.` };
}

function isDebian(): boolean {
  try {
    return /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    // Not Linux.
    return false;
  }
}

function existing(path: string): string {
  return existsSync(path) ? path : existing(dirname(path));
}
