/** The worker process as the program runs it. `node whole-worker.ts JSON` */
import type { Config } from '../../apps/server/src/config/config.ts';
import { runWorker } from '../../apps/server/src/worker.ts';

const worker = await runWorker(JSON.parse(process.argv[2] ?? '') as Config);
// A port as all programs of the measurements say one: it has none.
console.log('The worker is ready on port 0');
process.on('SIGTERM', () => void worker.stop().then(() => process.exit(0)));
