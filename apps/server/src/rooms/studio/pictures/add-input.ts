import type { InputId, PictureInputFile } from '@komawari/contract';
import { ownerOrNotFound } from '../../../kernel/access.ts';
import type { Ctx } from '../../../kernel/ctx.ts';
import { pictureFormatOf } from '../../../kernel/objects/picture-format.ts';
import type { PictureTools } from '../../../ports/picture-tools.ts';
import { addInput } from '../making/picture-store.ts';
import { mustHaveRoom } from '../retention/must-have-room.ts';
import { presentInput } from '../present.ts';

/**
 * Takes a picture in to work on; only its header is looked at here, the worker decodes it before it is sent. What it says of its
 * kind is how it will be sent. Throws `pictures.not-a-picture` and `pictures.too-many-pixels`.
 */
export async function takeInput(ctx: Ctx, pictures: PictureTools, bytes: Uint8Array): Promise<PictureInputFile> {
  const { app } = ctx;
  const owner = ownerOrNotFound(ctx);
  await mustHaveRoom(app, owner, ctx.language);
  const size = await pictures.measurePicture(bytes);
  const mediaType = pictureFormatOf(bytes) === 'png' ? 'image/png' : 'image/jpeg';
  const row = { id: app.ports.ids.next('input') as InputId, key: await app.ports.objects.put(bytes), mediaType, ...size, sizeBytes: bytes.byteLength };
  await addInput(app.client.db, { ...row, owner, now: app.ports.clock.now() });
  return presentInput(row);
}
