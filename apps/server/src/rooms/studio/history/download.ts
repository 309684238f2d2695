/** Pictures as files to keep: one, or many as a zip; with what they are made of inside, or without. */
import type { BodyOf, historyRoutes, ObjectKey, PictureId, QueryOf, Recipe, StudioSettings, studioRoutes, ZipId } from '@komawari/contract';
import { mustBeAuthor, ownerOrNotFound } from '../../../kernel/access.ts';
import type { App } from '../../../kernel/app.ts';
import type { Ctx } from '../../../kernel/ctx.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { BytesReply, StreamReply } from '../../../kernel/room.ts';
import type { PictureRow } from '../making/picture-store.ts';
import { getPictureFile } from '../pictures/read-pictures.ts';
import { fileNameOf } from './file-names.ts';
import { findAnyPicture, listNamed, listNames } from './find-pictures-store.ts';
import { recipesOf } from './recipe-of-picture.ts';
import { writeMaking } from './metadata/write-making.ts';
import { streamZip } from './pictures-zip.ts';
import { forgetThumbnail } from '../retention/thumbnail-store.ts';
import { addZip, findKeepsMaking, findZip, setKeepsMaking } from './zip-store.ts';

const DAY_MS = 86_400_000;
/** Below the 4 GB of a plain zip, with room for what is written into the files. */
const ZIP_MAX_BYTES = 3_500_000_000;

/** As the provider made it, unless a file to keep is asked for. */
export async function getFile(ctx: Ctx, id: PictureId, { making, download }: QueryOf<typeof studioRoutes.file>): Promise<BytesReply> {
  const { row, ...file } = await getPictureFile(ctx, id);
  if (making === undefined && download === 'false') return file;
  const keeps = making === undefined ? await findKeepsMaking(ctx.app.client.db, row.owner) : making === 'true';
  const [told] = await makingsOf(ctx.app, [row]);
  return { bytes: told ? writeMaking(file.bytes, told, keeps) : file.bytes, mediaType: file.mediaType, ...(download === 'true' ? { fileName: nameOf(row) } : {}) };
}

export async function getThumbnail(ctx: Ctx, id: PictureId): Promise<BytesReply> {
  const row = await findAnyPicture(ctx.app.client.db, id);
  mustBeAuthor(ctx, row);
  const bytes = row?.thumbnail_key ? await ctx.app.ports.objects.find(row.thumbnail_key as ObjectKey) : undefined;
  // Its file is gone: the worker makes it again, and until then the picture itself is shown.
  if (row?.thumbnail_key && !bytes) await forgetThumbnail(ctx.app.client.db, row.id, row.thumbnail_key);
  if (!bytes) throw new AppError('not-found');
  return { bytes, mediaType: 'image/webp', immutable: true };
}

/** Writes down what goes into one file; those that are not there, or not drawn, are left out. Throws `not-found` when none is left. */
export async function zipPictures(ctx: Ctx, { pictureIds, making }: BodyOf<typeof historyRoutes.zipPictures>) {
  const owner = ownerOrNotFound(ctx);
  const { client: { db }, ports } = ctx.app;
  const rows = (await listNamed(db, owner, [...new Set(pictureIds)])).filter((row) => row.object_key !== null);
  if (rows.length === 0) throw new AppError('not-found');
  const sizeBytes = rows.reduce((sum, row) => sum + row.size_bytes, 0);
  if (sizeBytes > ZIP_MAX_BYTES) throw new AppError('studio.zip-large');
  const now = ports.clock.now();
  const zip = { id: ports.ids.next('zip') as ZipId, owner, pictureIds: rows.map((row) => row.id), keepsMaking: making ?? (await findKeepsMaking(db, owner)), now, expiresAt: new Date(now.getTime() + DAY_MS) };
  await addZip(db, zip);
  return { id: zip.id, url: `/api/v1/studio/zips/${zip.id}`, count: rows.length, sizeBytes, expiresAt: zip.expiresAt.toISOString() };
}

export async function getZip(ctx: Ctx, id: ZipId): Promise<StreamReply> {
  const { app } = ctx;
  const zip = await findZip(app.client.db, id, app.ports.clock.now());
  mustBeAuthor(ctx, zip);
  if (!zip) throw new AppError('not-found');
  const rows = await listNamed(app.client.db, zip.owner, zip.picture_ids);
  const makings = await makingsOf(app, rows);
  const files = rows.map((row, index) => ({
    name: nameOf(row),
    load: async () => {
      const bytes = await app.ports.objects.find(row.object_key as ObjectKey);
      const told = makings[index];
      return bytes && told ? writeMaking(bytes, told, zip.keeps_making) : bytes;
    },
  }));
  return { stream: streamZip(files, zip.created_at), mediaType: 'application/zip', fileName: `komawari-${zip.created_at.toISOString().slice(0, 10)}-${rows.length}.zip` };
}

/** What each of them can say about itself, in their order. */
async function makingsOf(app: App, rows: readonly PictureRow[]) {
  const { db } = app.client;
  const recipes = await recipesOf(db, rows);
  const { models } = await listNames(db, [...new Set(rows.flatMap((row) => row.provider_id ?? []))]);
  return rows.map((row) => {
    const recipe: Recipe | undefined = recipes.get(row.id);
    return recipe && { recipe, modelName: models.get(`${row.provider_id} ${row.model_id}`) ?? row.model_id, width: row.width, height: row.height, createdAt: row.created_at };
  });
}

function nameOf(row: PictureRow): string {
  return fileNameOf({ createdAt: row.created_at, prompt: row.prompt, seed: row.seed, mediaType: row.media_type });
}

export async function getSettings(ctx: Ctx): Promise<StudioSettings> {
  return { keepsMaking: await findKeepsMaking(ctx.app.client.db, ownerOrNotFound(ctx)) };
}

export async function changeSettings(ctx: Ctx, { keepsMaking }: StudioSettings): Promise<StudioSettings> {
  await setKeepsMaking(ctx.app.client.db, ownerOrNotFound(ctx), keepsMaking);
  return { keepsMaking };
}
