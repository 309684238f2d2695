import { spawn } from 'node:child_process';

export interface OrphanWatch {
  /** The processes that must not outlive us, each with the signal that ends it when it does not listen to TERM. */
  guard(pids: { pid: number; lastSignal: 'KILL' | 'QUIT' }[]): void;
  dismiss(): void;
}

/** How long children may finish their work after the supervisor was killed. */
const patienceS = 10;

/**
 * A shell of its own session that reads from us. When the pipe ends without a word of farewell, we were killed:
 * it asks our children to stop, and ends those that still live after ten seconds. Linux sends the first signal by
 * itself (see spawnBound); macOS has only this, and a child in an endless loop obeys only the second.
 * The list `pid:signal` comes whole with each line; the last one counts.
 */
const script = `
list=
while read -r line; do list=$line; done
[ "$list" = done ] && exit 0
for e in $list; do kill -TERM "\${e%%:*}" 2>/dev/null; done
n=0
while [ $n -lt ${patienceS * 2} ]; do
  left=
  for e in $list; do kill -0 "\${e%%:*}" 2>/dev/null && left="$left $e"; done
  [ -z "$left" ] && exit 0
  sleep 0.5; n=$((n+1))
done
for e in $left; do kill -"\${e##*:}" "\${e%%:*}" 2>/dev/null; done
`;

export function startOrphanWatch(): OrphanWatch {
  if (process.platform === 'win32') return { guard() {}, dismiss() {} };
  const shell = spawn('/bin/sh', ['-c', script], { stdio: ['pipe', 'ignore', 'ignore'], detached: true, cwd: '/', env: { PATH: process.env['PATH'] } });
  // If the watch itself is killed, the instance goes on without it.
  shell.on('error', () => undefined);
  shell.stdin.on('error', () => undefined);
  shell.unref();
  return {
    guard: (pids) => void shell.stdin.write(`${pids.map(({ pid, lastSignal }) => `${pid}:${lastSignal}`).join(' ')}\n`),
    dismiss: () => void shell.stdin.end('done\n'),
  };
}
