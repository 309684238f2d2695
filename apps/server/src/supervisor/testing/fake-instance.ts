// An instance of fake roles in a process of its own, so that the supervisor itself can be killed.
import { fileURLToPath } from 'node:url';
import { loadSettings } from '../../config/load-settings.ts';
import { StartupError } from '../../config/startup-error.ts';
import { supervise } from '../supervise.ts';

const role = fileURLToPath(new URL('fake-role.ts', import.meta.url));
const abort = new AbortController();
process.on('SIGTERM', () => abort.abort());
try {
  const instance = await supervise({
    settings: loadSettings(process.env),
    env: process.env,
    program: (part) => ({ args: [role, part], env: process.env }),
    say: () => undefined,
    signal: abort.signal,
    isThrowaway: true,
  });
  console.log(JSON.stringify(instance.pids()));
  const timer = setInterval(() => {
    if (!abort.signal.aborted) return;
    clearInterval(timer);
    void instance.stop().then(() => process.exit(0));
  }, 20);
} catch (error) {
  console.error(error instanceof StartupError ? error.message : error);
  process.exit(1);
}
