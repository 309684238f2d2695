import type { InputId, ObjectKey } from '@komawari/contract';
import { mustBeAuthor } from '../../../kernel/access.ts';
import type { Ctx } from '../../../kernel/ctx.ts';
import { AppError } from '../../../kernel/errors.ts';
import { pictureFormatOf } from '../../../kernel/objects/picture-format.ts';
import type { BytesReply } from '../../../kernel/room.ts';
import { findInput } from '../making/picture-store.ts';

/** As it was given, under the kind that it is: what is stored of that says how it will be sent. */
export async function getInputFile(ctx: Ctx, id: InputId): Promise<BytesReply> {
  const row = await findInput(ctx.app.client.db, id);
  mustBeAuthor(ctx, row);
  const bytes = row && (await ctx.app.ports.objects.find(row.object_key as ObjectKey));
  const format = bytes && pictureFormatOf(bytes);
  if (!bytes || !format) throw new AppError('not-found');
  return { bytes, mediaType: `image/${format}`, immutable: true };
}
