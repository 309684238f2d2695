/** One picture of a generation: asked for, stored, told. */
import { GenerationId, PictureId, Recipe, type ErrorCode, type ImageModel } from '@komawari/contract';
import { z } from 'zod';
import { AppError } from '../../../kernel/errors.ts';
import type { WorkJob, WorkResult, WorkRun } from '../../../kernel/tasks/job-registry.ts';
import { tellProgress } from '../../../kernel/tasks/tell-progress.ts';
import type { ImageRequest } from '../../../ports/image-provider.ts';
import type { ObjectStore } from '../../../ports/object-store.ts';
import type { PictureTools } from '../../../ports/picture-tools.ts';
import { askOnCanvas, layOnCanvas } from '../canvas/on-canvas.ts';
import { closeCalls, closeLost, giveUpAnswered, hasOpenBill, type StoredPicture } from '../gateway/call-store.ts';
import type { LinePlace } from '../gateway/draw.ts';
import type { ReadyImageModel } from '../gateway/ready-model.ts';
import type { Models } from '../models.ts';
import { keepPreviews } from '../previews/keep-previews.ts';
import { removePreview } from '../previews/preview-store.ts';
import { tellBegun } from '../previews/tell-begun.ts';
import { keepPaused } from '../queue/keep-paused.ts';
import type { openStands } from '../queue/stand-in-line.ts';
import { answerKey, findAnswer, keepAnswer } from './answer-cache-store.ts';
import { chooseModels } from './choose-models.ts';
import { findAsked, setPictureState, storePicture } from './picture-store.ts';
import { makeThumbnail } from './make-thumbnail.ts';
import { inputsOf, loadInput, loadMask, type InputRows } from './recipe-inputs.ts';

export const PictureInput = z.object({ generationId: GenerationId, pictureId: PictureId, prompt: z.string(), seed: z.number().optional() });
export type PictureInput = z.infer<typeof PictureInput>;

/** A provider that is down is asked again over some ten minutes. */
const FAILURES_MAX = 12;
const SHARE_TOTAL = 1000;
const UNREADABLE = 'pictures.not-a-picture' satisfies ErrorCode;

export function pictureJob(tools: Tools): WorkJob<PictureInput> {
  return {
    type: 'work', kind: 'studio.picture', lane: 'waiting', standsInLine: true, input: PictureInput, failuresMax: FAILURES_MAX,
    run(run) {
      const line = tools.stand(run.task);
      return tools.models.guard(run.app, { taskId: run.task.id, signal: run.signal }, () => drawPicture(run, tools, line)).finally(line.leave);
    },
    async onEnd(tx, task, end) {
      // What was cancelled while it was on its way is over, whatever comes of it; what is unknown stays open.
      if (end.state === 'cancelled') await closeCalls(tx, task.id, end.now);
      await removePreview(tx, task.id);
      await setPictureState(tx, task.id, { state: end.state, code: end.code, detail: end.detail, now: end.now });
    },
    async onReopen(tx, task, now) {
      await closeLost(tx, task.id, now);
      // What came cannot be read: taken up again it would fail again.
      if (task.state === 'failed' && task.error_code === UNREADABLE) await giveUpAnswered(tx, task.id, now);
      await keepPaused(tx, task.owner, [task.id], now);
      await setPictureState(tx, task.id, { state: 'queued', code: null, detail: null, now: null });
    },
  };
}

type Tools = { models: Models; pictures: PictureTools; stand: ReturnType<typeof openStands> };

async function drawPicture(run: WorkRun<PictureInput>, tools: Tools, line: LinePlace): Promise<WorkResult> {
  const { app, task, signal } = run;
  const { models, requestFor, key, finish } = await prepare(run, tools);
  const kept = key === undefined ? undefined : await findAnswer(app.client.db, key, app.ports.clock.now());
  if (kept && !(await hasOpenBill(app.client.db, task.id)) && (await app.ports.objects.has(kept.picture.key))) {
    await line.onFollow();
    const thumbnailKey = await makeThumbnail(app, tools.pictures, kept.picture.key);
    return { result: { pictureId: task.input.pictureId, key: kept.picture.key }, isFree: true, commit: (tx) => storePicture(tx, task.id, { ...kept, thumbnailKey, isCached: true }) };
  }
  const tell = tellProgress(app, task);
  const previews = keepPreviews(app, tools.pictures, { pictureId: task.input.pictureId, taskId: task.id, epoch: task.epoch });
  const drawn = await tools.models.draw(app, {
    taskId: task.id, epoch: task.epoch, models, signal, line: tellBegun(app, task, line), requestFor,
    onProgress: ({ share }) => { if (share !== undefined) tell(Math.round(share * SHARE_TOTAL), SHARE_TOTAL); },
    onPreview: (_slot, picture) => previews.tell(picture),
  }).finally(previews.end);
  const [answer] = drawn.pictures;
  if (!answer) throw new AppError('studio.empty-answer');
  const picture = await finish(answer, drawn);
  const made = { picture, providerId: drawn.providerId, modelId: drawn.modelId };
  const thumbnailKey = await makeThumbnail(app, tools.pictures, picture.key);
  return {
    result: { pictureId: task.input.pictureId, key: picture.key },
    async commit(tx) {
      await storePicture(tx, task.id, { ...made, thumbnailKey, isCached: false });
      // A model that stepped in answers for itself alone.
      if (key !== undefined && drawn.providerId === models[0]?.providerId && drawn.modelId === models[0].model.id) await keepAnswer(tx, key, made, app.ports.clock.now());
    },
  };
}

async function prepare({ app, task }: WorkRun<PictureInput>, { models: { book }, pictures }: Omit<Tools, 'stand'>) {
  const { db } = app.client;
  const asked = await findAsked(db, task.input.pictureId);
  if (!asked) throw new AppError('not-found');
  const recipe = Recipe.parse(asked.recipe);
  const rows = await inputsOf(db, asked.owner, recipe);
  const models = await chooseModels(book(app), { ...recipe, prompt: task.input.prompt }, rows);
  const [first] = models;
  const inputKeys = [rows.source, rows.mask, ...rows.references].map((row) => row?.key ?? '');
  const key = first && answerKey({ providerId: first.providerId, modelId: first.model.id, recipe, prompt: task.input.prompt, seed: task.input.seed, inputKeys });
  const given = { objects: app.ports.objects, pictures };
  const finish = (answer: StoredPicture, by: { providerId: string; modelId: string }) => layOnCanvas(given, { recipe, source: rows.source, model: models.find(({ providerId, model }) => providerId === by.providerId && model.id === by.modelId)?.model, answer });
  return { models, key, finish, requestFor: ({ model }: ReadyImageModel) => requestOf({ recipe, model, input: task.input, rows, tools: given }) };
}

async function requestOf({ recipe, model, input, rows, tools }: { recipe: Recipe; model: ImageModel; input: PictureInput; rows: InputRows; tools: { objects: ObjectStore; pictures: PictureTools } }): Promise<ImageRequest> {
  const { ability, size, negativePrompt, steps, guidance, strength } = recipe;
  // The seed that was chosen here is for the first model; one that steps in may know none, or only smaller ones.
  const seed = recipe.seed === undefined && (model.seedMax === undefined || (input.seed ?? 0) > model.seedMax) ? undefined : input.seed;
  const given = Object.fromEntries(Object.entries({ negativePrompt, steps, guidance, strength, seed }).filter(([, value]) => value !== undefined));
  return {
    model, ability, prompt: input.prompt, count: 1, settings: recipe.settings, ...given,
    size: size.kind === 'pixels' ? { width: size.width, height: size.height } : { ratio: size.ratio, ...(size.resolution ? { resolution: size.resolution } : {}) },
    references: await Promise.all(rows.references.map((row) => loadInput(tools, row))),
    ...(rows.source && !recipe.grows ? { source: await loadInput(tools, rows.source) } : {}), ...(rows.mask && rows.source ? { mask: await loadMask(tools, rows.mask, rows.source) } : {}),
    ...(await askOnCanvas(tools, { recipe, source: rows.source, model, prompt: input.prompt })),
  };
}
