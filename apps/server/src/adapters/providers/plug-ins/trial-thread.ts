/** Loads one plug-in in a thread of its own: what ends or blocks a process there ends or blocks this thread alone. */
import { setImmediate } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';

const { entry } = workerData as { entry: string };
await import(entry);
// What it throws in the next turn is a way of breaking too.
await setImmediate();
parentPort?.postMessage('loaded');
