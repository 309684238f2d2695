/** Runs the web or the worker process, with the fake engine unless `engine` is `real`, for tests that kill it: `node run-role.ts '{"role", "config", "engine"}'`. */
import { flushCompileCache } from 'node:module';
import { runWeb } from '../../../apps/server/src/web.ts';
import { runWorker } from '../../../apps/server/src/worker.ts';
import type { Config } from '../../../apps/server/src/config/config.ts';
import { fakeEngine, type FakeEngineOptions } from '../fakes/fake-engine.ts';

const { config, engine } = JSON.parse(process.argv[2] ?? '') as { config: Config; engine: 'real' | Pick<FakeEngineOptions, 'delayMs' | 'logFile'> };
const drawing = engine === 'real' ? {} : { engine: fakeEngine(engine) };

/** A supervisor would start it again; so does the test. */
process.on('disconnect', () => process.exit(0));
if (config.role === 'web') await runWeb(config, { ...drawing, requestsPerMinute: 0, announce: () => undefined });
else await runWorker(config, { ...drawing, concurrency: 2 });
// Otherwise written at the end of the process, which a kill would skip.
setTimeout(flushCompileCache, 300).unref();
