/** Memory of an instance by its processes. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

type Process = { pid: number; parent: number; command: string; bytes: number };
export type Part = 'supervisor' | 'web' | 'worker' | 'PostgreSQL' | 'orphan watch';

/**
 * Megabytes of a supervisor and of all it started. On Linux each page that several processes share counts in
 * equal parts (proportional set size); elsewhere it counts for each of them (resident set size).
 */
export function memoryByPart(supervisorPid: number): Map<Part, number> {
  const all = process.platform === 'linux' ? readProc() : readPs();
  const family = new Set([supervisorPid]);
  // Parents are not always listed before their children.
  for (let size = 0; size !== family.size;) {
    size = family.size;
    for (const one of all) if (family.has(one.parent)) family.add(one.pid);
  }
  const parts = new Map<Part, number>();
  for (const one of all) {
    if (!family.has(one.pid)) continue;
    const part = one.pid === supervisorPid ? 'supervisor' : partOf(one.command);
    parts.set(part, (parts.get(part) ?? 0) + one.bytes / 1_000_000);
  }
  return parts;
}

function partOf(command: string): Part {
  const role = /--role (web|worker)/.exec(command)?.[1];
  if (role) return role as 'web' | 'worker';
  return command.includes('postgres') ? 'PostgreSQL' : 'orphan watch';
}

function readProc(): Process[] {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((name) => {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      // The name of the program stands in brackets and may hold anything.
      const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
      const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ');
      return [{ pid: Number(name), parent, command, bytes: proportionalBytes(name) }];
    } catch {
      // It ended between the listing and the reading.
      return [];
    }
  });
}

/** Other people's processes can not be read and are none of ours. */
function proportionalBytes(pid: string): number {
  try {
    return Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

function readPs(): Process[] {
  const text = execFileSync('ps', ['-axo', 'pid=,ppid=,rss=,args='], { encoding: 'utf8' });
  return text.split('\n').flatMap((line) => {
    const [, pid, parent, kilobytes, command] = /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return command === undefined ? [] : [{ pid: Number(pid), parent: Number(parent), command, bytes: Number(kilobytes) * 1024 }];
  });
}
