import type { ObjectKey } from '@komawari/contract';
import type { App } from '../../../kernel/app.ts';
import type { PictureTools } from '../../../ports/picture-tools.ts';
import { makeThumbnail } from '../making/make-thumbnail.ts';
import { listWithoutThumbnail, noteThumbnailTry, setThumbnail } from './thumbnail-store.ts';

/** What cannot be made small so often cannot be made small. */
export const TRIES_MAX = 3;
const BATCH = 20;

/** Small pictures of those that have none, each tried once: of such as were drawn before there were any, and of those whose file is gone. Returns how many were made. */
export async function remakeThumbnails(app: App, pictures: PictureTools, stop: AbortSignal): Promise<number> {
  let made = 0;
  for (let after: Awaited<ReturnType<typeof listWithoutThumbnail>>[number] | undefined; ;) {
    const rows = await listWithoutThumbnail(app.client.db, { triesMax: TRIES_MAX, after, limit: BATCH });
    for (const { id, object_key: key } of rows) {
      if (stop.aborted) return made;
      // Counted once it is read, since a store that is away says nothing of it; and before it is made small: one that ends the process is tried no more often either.
      const thumbnailKey = await makeThumbnail(app, pictures, key as ObjectKey, () => noteThumbnailTry(app.client.db, id));
      if (thumbnailKey === undefined) continue;
      await setThumbnail(app.client.db, id, thumbnailKey);
      made += 1;
    }
    if (rows.length < BATCH) return made;
    after = rows.at(-1);
  }
}
