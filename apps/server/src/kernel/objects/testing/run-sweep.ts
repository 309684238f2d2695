// One sweep in a process of its own, in small batches, so that it can be killed in the middle: `node run-sweep.ts CONFIG`
import { compose } from '../../../compose.ts';
import type { Config } from '../../../config/config.ts';
import { sweepObjects } from '../sweep-objects.ts';

const { app, close } = await compose(JSON.parse(process.argv[2] ?? '') as Config);
await sweepObjects(app, new AbortController().signal, 7);
await close();
