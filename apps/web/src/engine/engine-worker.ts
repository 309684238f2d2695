/** The worker itself: hears of books, does one job after the other, answers each. */
import { loadPropIcons, storyboardArtist, WriterError, type Painters } from '@komawari/comic/draw';
import { drawingRoom } from './drawing-room.ts';
import { ICONS_ADDRESS } from './engine-assets.ts';
import { EngineError, type EngineFault } from './engine-error.ts';
import { fetchAsset } from './fetch-asset.ts';
import type { FromWorker, JobName, Jobs, ToWorker } from './messages.ts';
import { workerJobs, type WorkerJobs } from './worker-jobs.ts';

type Scope = { postMessage(message: FromWorker): void; onmessage: ((event: MessageEvent<ToWorker>) => void) | null };
// The library of types knows the page's world only.
const scope = self as unknown as Scope;

const room = drawingRoom();
const cancelled = new Set<number>();
const jobs = workerJobs({ painters, letterer: () => import('./letter-page.ts'), room });

let artist: Promise<Painters> | undefined;
function painters(): Promise<Painters> {
  artist ??= fetchAsset(ICONS_ADDRESS).then(async (bytes) => {
    const packs = JSON.parse(new TextDecoder().decode(bytes));
    return storyboardArtist(await loadPropIcons(async (pack) => packs[pack]));
  });
  artist.catch(() => (artist = undefined));
  return artist;
}

scope.onmessage = ({ data }) => {
  if (data.type === 'cancel') cancelled.add(data.number);
  else if (data.type === 'job') void answer(data.number, data.name, data.takes);
  else room.hear(data);
};

async function answer<N extends JobName>(number: number, name: N, takes: Jobs[JobName]['takes']): Promise<void> {
  const pause = async (): Promise<void> => {
    await nextTurn();
    if (cancelled.has(number)) throw new EngineError('cancelled');
  };
  try {
    // The client asks by the same table: what job N takes is of N's type.
    const job = jobs[name] as WorkerJobs[N];
    scope.postMessage({ type: 'done', number, gives: await job(takes as Jobs[N]['takes'], pause) });
  } catch (error) {
    scope.postMessage({ type: 'fault', number, ...faultOf(error) });
  } finally {
    cancelled.delete(number);
  }
}

const turns = new MessageChannel();
/** Messages that came meanwhile are heard first; unlike a timer, a channel does not wait. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    turns.port1.onmessage = () => resolve();
    turns.port2.postMessage(0);
  });
}

const WRITER_FAULTS: Readonly<Record<WriterError['code'], EngineFault>> = { 'writer.empty': 'comics.empty-text', 'writer.too-long': 'comics.text-too-long', 'writer.not-text': 'comics.not-text' };

function faultOf(error: unknown): { code: EngineFault; message: string } {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof EngineError) return { code: error.code, message };
  if (error instanceof WriterError) return { code: WRITER_FAULTS[error.code], message };
  if (error instanceof RangeError && /has no (panel|page)/.test(message)) return { code: 'no-such-part', message };
  return { code: 'failed', message };
}
