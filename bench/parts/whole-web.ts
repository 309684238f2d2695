/** The web process as the program runs it, limits and all, except that one address may ask as often as it likes. `node whole-web.ts JSON` */
import type { Config } from '../../apps/server/src/config/config.ts';
import { runWeb } from '../../apps/server/src/web.ts';

const config = JSON.parse(process.argv[2] ?? '') as Config;
// The limiter stays in the way of each request: a limit that is out of reach costs what a near one does.
const web = await runWeb(config, { requestsPerMinute: 1_000_000_000, announce: () => undefined });
console.log(`The web process is ready on port ${web.port}`);
process.on('SIGTERM', () => void web.stop().then(() => process.exit(0)));
