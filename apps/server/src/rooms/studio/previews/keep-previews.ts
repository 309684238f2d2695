/** Brings what a provider shows of a picture on its way to whoever looks on, from whichever process draws it. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { App } from '../../../kernel/app.ts';
import type { Picture } from '../../../ports/image-provider.ts';
import type { PictureTools } from '../../../ports/picture-tools.ts';
import { newestOnly, type NewestOnly } from './newest-only.ts';
import { putPreview } from './preview-store.ts';

const LONG_SIDE_PX = 320;
/** At most two a second. */
const REST_MS = 500;

/** Nothing waits for it, and what goes wrong is no harm: the picture itself is still to come. */
export function keepPreviews(app: App, pictures: PictureTools, of: { pictureId: string; taskId: string; epoch: number }): NewestOnly<Picture> {
  return newestOnly<Picture>(
    (picture) => small(pictures, picture).then((bytes) => putPreview(app.client.db, { ...of, bytes, now: app.ports.clock.now() }))
      .catch((error: unknown) => app.log.debug({ err: error, taskId: of.taskId }, 'a preview was not kept')),
    () => sleep(REST_MS, undefined, { ref: false }),
  );
}

function small(pictures: PictureTools, { bytes }: Picture): Promise<Uint8Array> {
  return pictures.makeThumbnail(bytes, { longSidePx: LONG_SIDE_PX });
}
