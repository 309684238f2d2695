import type { ObjectKey } from '@komawari/contract';
import type { App } from '../../../kernel/app.ts';
import type { PictureTools } from '../../../ports/picture-tools.ts';

const LONG_SIDE_PX = 512;

/** Of a picture that is stored. Undefined where none can be made: the picture itself is worth more. `onRead` comes once the store has answered. */
export async function makeThumbnail(app: App, pictures: PictureTools, key: ObjectKey, onRead?: () => Promise<void>): Promise<ObjectKey | undefined> {
  try {
    const bytes = await app.ports.objects.find(key);
    await onRead?.();
    return bytes && (await app.ports.objects.put(await pictures.makeThumbnail(bytes, { longSidePx: LONG_SIDE_PX })));
  } catch (error) {
    app.log.warn({ err: error, key }, 'a picture has no thumbnail');
    return undefined;
  }
}
