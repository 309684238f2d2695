/** `/v1/images/generations` and `/v1/images/edits`: the studio's own durable generation, waited for. */
import { ERRORS, type ErrorCode, type GenerationId, type ObjectKey, type Recipe } from '@komawari/contract';
import { mustBeAuthor } from '../../../kernel/access.ts';
import type { Ctx } from '../../../kernel/ctx.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { ForeignAsked, ForeignReply } from '../../../kernel/foreign-api.ts';
import type { PictureTools } from '../../../ports/picture-tools.ts';
import { createGeneration } from '../making/create-generation.ts';
import { findPicture, type PictureRow } from '../making/picture-store.ts';
import type { Models } from '../models.ts';
import { CACHE_HEADER } from './chat.ts';
import { readEdit } from './edit-form.ts';
import { ImageAsk, recipeOf, type GivenPictures } from './image-request.ts';
import { keepGiven, type Given } from './given-pictures.ts';
import { findImageModel } from './model-list.ts';
import { invalid, OpenaiRefusal } from './openai-refusal.ts';
import { readRequest } from './read-request.ts';
import { waitForPictures } from './wait-for-pictures.ts';

type Tools = { models: Models; pictures: PictureTools };

/** Shorter than the ten minutes after which OpenAI's clients give up, so that they hear where their pictures will be. */
const PATIENCE_MS = 9.5 * 60_000;
export const FILES = '/images/files';

export async function drawForPrograms(ctx: Ctx, { models }: Tools, asked: ForeignAsked): Promise<ForeignReply> {
  const ask = readRequest(ImageAsk, asked.body);
  return draw(ctx, models, asked, { ask, inputs: { references: [] } });
}

export async function editForPrograms(ctx: Ctx, { models, pictures }: Tools, asked: ForeignAsked): Promise<ForeignReply> {
  const { fields, images, mask } = await readEdit(asked);
  const ask = readRequest(ImageAsk, fields);
  // The model is looked at before pictures are stored for it.
  await findImageModel(models.book(ctx.app), ask.model);
  const given = await keepGiven(ctx, pictures, { images, mask });
  return draw(ctx, models, asked, { ask, ...given });
}

export async function getFileForPrograms(ctx: Ctx, { params }: ForeignAsked): Promise<ForeignReply> {
  const row = await findPicture(ctx.app.client.db, params['pictureId'] ?? '');
  mustBeAuthor(ctx, row);
  const bytes = row?.object_key ? await ctx.app.ports.objects.find(row.object_key as ObjectKey) : undefined;
  if (!bytes) throw new AppError('not-found');
  return { status: 200, headers: { 'content-type': row?.media_type ?? '', 'cache-control': 'private, max-age=31536000, immutable' }, body: bytes };
}

type Order = { ask: ImageAsk; pictures?: GivenPictures } & Pick<Given, 'inputs'>;

async function draw(ctx: Ctx, models: Models, asked: ForeignAsked, { ask, pictures, inputs }: Order): Promise<ForeignReply> {
  const book = models.book(ctx.app);
  const { first, canStepIn } = await findImageModel(book, ask.model);
  const plain = recipeOf(ask, first.model, { ...(pictures ? { pictures } : {}), inputs, isFresh: asked.header(CACHE_HEADER) === 'off' });
  const recipe: Recipe = { ...plain, model: { providerId: first.providerId, modelId: first.model.id }, ...(canStepIn ? { mayTurnElsewhere: true } : {}) };
  const id = await createGeneration(ctx, book, { recipe, idempotencyKey: keyOf(asked) });
  const patience = AbortSignal.any([asked.gone, AbortSignal.timeout(PATIENCE_MS)]);
  const { pictures: made, isWhole } = await waitForPictures(ctx.app, id, patience);
  return answer(ctx, asked, { ask, id, made, isWhole });
}

/** The header under which other interfaces take it as well; ours of `POST /studio/generations` are other keys. */
function keyOf(asked: ForeignAsked): string | undefined {
  const key = asked.header('idempotency-key');
  if (key === undefined) return undefined;
  if (!/^[\x21-\x7e]{1,180}$/.test(key)) throw invalid(null, 'The header Idempotency-Key has 1 to 180 characters of ASCII without spaces.');
  return `openai:${key}`;
}

type Made = { ask: ImageAsk; id: GenerationId; made: readonly PictureRow[]; isWhole: boolean };

async function answer(ctx: Ctx, asked: ForeignAsked, { ask, id, made, isWhole }: Made): Promise<ForeignReply> {
  if (!isWhole) throw new OpenaiRefusal({ status: 504, type: 'server_error', code: 'still_drawing', message: `The pictures are still being drawn, and will be under GET /api/v1/studio/generations/${id}. The same request with the same Idempotency-Key waits for them again.` });
  const done = made.filter(({ state }) => state === 'done');
  const [first] = done;
  if (!first) throw endOf(made[0]);
  const data = await Promise.all(done.map(async (picture) => (ask.response_format === 'url' ? { url: `${asked.origin}/v1${FILES}/${picture.id}` } : { b64_json: await base64Of(ctx, picture) })));
  const sizes = new Set(done.map(({ width, height }) => `${width}x${height}`));
  return {
    status: 200, headers: { [CACHE_HEADER]: done.every(({ is_cached: isCached }) => isCached) ? 'hit' : 'miss', 'x-komawari-generation': id },
    body: JSON.stringify({ created: Math.floor(first.created_at.getTime() / 1000), data, output_format: (first.media_type ?? '').replace('image/', ''), ...(sizes.size === 1 ? { size: [...sizes][0] } : {}) }),
  };
}

/** Why there is no picture: of several the first. */
function endOf(picture: PictureRow | undefined): Error {
  const { error_code: code, error_detail: detail, state } = picture ?? { error_code: null, error_detail: null, state: 'cancelled' };
  if (state === 'unknown') return new AppError('tasks.unknown', detail === null ? {} : { detail });
  if (state === 'cancelled') return new OpenaiRefusal({ status: 400, code: 'cancelled', message: 'This was stopped before it was drawn.' });
  return new AppError(code !== null && code in ERRORS ? (code as ErrorCode) : 'server.error', detail === null ? {} : { detail });
}

async function base64Of(ctx: Ctx, { object_key: key }: PictureRow): Promise<string> {
  const bytes = key === null ? undefined : await ctx.app.ports.objects.find(key as ObjectKey);
  if (!bytes) throw new AppError('not-found');
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}
