import { readFileSync } from 'node:fs';
import { isAlive } from './control.ts';

/**
 * `npm start` is npm, perhaps a shell, and us. When npm is killed outright, nobody can stop us from that terminal any
 * more: we end too. Without a launcher (a service, `koma serve &`) nothing is watched.
 */
export function watchLauncher(env: NodeJS.ProcessEnv, onGone: () => void): void {
  const launchers = env['npm_lifecycle_event'] === 'start' ? ancestorsUpToNpm() : env['KOMA_LAUNCHER_PID'] ? [Number(env['KOMA_LAUNCHER_PID'])] : [];
  if (launchers.length === 0) return;
  const timer = setInterval(() => {
    if (launchers.every(isAlive)) return;
    clearInterval(timer);
    onGone();
  }, 500);
  timer.unref();
}

/** Our parents up to the first that calls itself npm; just the parent where /proc does not exist. */
function ancestorsUpToNpm(): number[] {
  const found = [process.ppid];
  for (let pid = process.ppid; pid > 1 && found.length < 5;) {
    try {
      if (/(^|\/)npm/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'))) return found;
      pid = Number(
        readFileSync(`/proc/${pid}/stat`, 'utf8')
          .replace(/^.*\) \S /, '')
          .split(' ')[0],
      );
      found.push(pid);
    } catch {
      break;
    }
  }
  return [process.ppid];
}
