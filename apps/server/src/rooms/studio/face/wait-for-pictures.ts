import type { GenerationId } from '@komawari/contract';
import type { App } from '../../../kernel/app.ts';
import { isEnded } from '../../../kernel/tasks/task.ts';
import { listPictures, type PictureRow } from '../making/picture-store.ts';

/** Messages may be lost: looked at now and then all the same. */
const LOOK_MS = 2000;

/** The pictures of a generation when each has ended, or as they are when the signal aborts; they are made on whoever waits. */
export async function waitForPictures(app: App, id: GenerationId, signal: AbortSignal): Promise<{ pictures: PictureRow[]; isWhole: boolean }> {
  let wake = (): void => undefined;
  let isDirty = false;
  const hear = (): void => { isDirty = true; wake(); };
  const off = app.ports.signal.on('koma_event', (stream) => { if (stream === id) hear(); });
  signal.addEventListener('abort', hear, { once: true });
  try {
    for (;;) {
      isDirty = false;
      const pictures = await listPictures(app.client.db, id);
      const isWhole = pictures.every(({ state }) => isEnded(state));
      if (isWhole || signal.aborted) return { pictures, isWhole };
      if (isDirty) continue;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, LOOK_MS);
        wake = () => { clearTimeout(timer); resolve(); };
      });
    }
  } finally {
    off();
    signal.removeEventListener('abort', hear);
  }
}
