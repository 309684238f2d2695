import { randomUUID } from 'node:crypto';
import { Recipe, studioRoutes, type Generation, type Picture, type PictureInputFile, type TaskId } from '@komawari/contract';
import { sentence, type Language } from '../../config/sentences.ts';
import { StartupError } from '../../config/startup-error.ts';
import { NoAnswerError, RefusedError, type InstanceDoor } from '../instance-door.ts';
import { abilityOf, chooseModel, mustBeAbleTo, refOf } from './choose-model.ts';
import type { DecideCommand, DrawCommand, PictureCommand } from './parse-picture.ts';
import { reportedOf, type PictureReport } from './report.ts';
import { makeOutFolder, savePicture } from './save-picture.ts';
import { readInput, uploadInput } from './upload-input.ts';
import { isOver, patiently, waitForPictures, type Seen } from './wait-for-pictures.ts';

export type PictureRun = { door: InstanceDoor; /** Ctrl-C. */ stop: AbortSignal; onSeen?: (seen: Seen) => void; language: Language };

/** Has the pictures made and writes those that are there. Throws StartupError, RefusedError and NoAnswerError with nothing made. */
export async function runPicture(command: PictureCommand, run: PictureRun): Promise<PictureReport> {
  const startedAt = performance.now();
  await makeOutFolder(command.outDir);
  const { generation, pictures } = command.kind === 'draw' ? await draw(command, run) : await decide(command, run);
  const reported = [];
  for (const picture of pictures) reported.push(reportedOf(picture, await keep(picture, command.outDir, run)));
  const isWhole = command.kind === 'decide' && command.decision === 'abandon' ? pictures.every(isOver) : reported.every(({ path }) => path !== null);
  return { generationId: generation.id, isWhole, pictures: reported, seconds: Math.round((performance.now() - startedAt) / 10) / 100 };
}

type Made = { generation: Pick<Generation, 'id'>; pictures: readonly Picture[] };

async function draw(command: DrawCommand, { door, stop, onSeen }: PictureRun): Promise<Made> {
  const files = [...new Set([command.source, command.mask, ...command.references].filter((file) => file !== undefined))];
  const inputs = await Promise.all(files.map(async (file) => ({ file, bytes: await readInput(file) })));
  const { items: offers } = await door.ask(studioRoutes.models);
  const chosen = chooseModel(offers, command);
  const model = (chosen ?? offers.find(({ isDefault }) => isDefault))?.model;
  const known = new Map<string | undefined, PictureInputFile>();
  for (const input of inputs) known.set(input.file, await uploadInput(door, input));
  const [source, mask, references] = [known.get(command.source), known.get(command.mask), command.references.flatMap((file) => known.get(file) ?? [])];
  const { prompt, negativePrompt, size, count, seed, strength } = command;
  const recipe = Recipe.parse({
    ability: abilityOf(command, model?.abilities ?? []), prompt, negativePrompt, model: refOf(chosen), size, count, seed, strength, sourceId: source?.id, maskId: mask?.id, referenceIds: references.map(({ id }) => id),
  });
  if (model) mustBeAbleTo(model, recipe, { source, mask, references });
  if (stop.aborted) throw StartupError.one('picture.stopped');
  const body = { recipe, idempotencyKey: `koma-picture-${randomUUID()}` };
  // The key makes it the same generation, should an answer get lost on its way here.
  const generation = await surely(() => patiently(() => door.ask(studioRoutes.generate, { body })));
  return { generation, pictures: await wait(door, { generationId: generation.id, taskId: generation.taskId, isOurs: () => true, stop, onSeen }) };
}

/** What is decided about a lost answer is not asked twice: the second time could be a second bill. */
async function decide({ decision, pictureId }: DecideCommand, { door, stop, onSeen }: PictureRun): Promise<Made> {
  const picture = await surely(() => door.ask(studioRoutes[decision], { params: { pictureId } }));
  const { generationId, taskId } = picture;
  if (isOver(picture)) return { generation: { id: generationId }, pictures: [picture] };
  return { generation: { id: generationId }, pictures: await wait(door, { generationId, taskId: taskId as TaskId, isOurs: ({ id }) => id === pictureId, stop, onSeen }) };
}

/** Whether it was taken is not known when nobody answers: asking again on one's own could be a second bill. */
async function surely<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof NoAnswerError) throw StartupError.one('picture.unsure', {}, { cause: error });
    throw error;
  }
}

async function wait(door: InstanceDoor, waiting: Parameters<typeof waitForPictures>[1]): Promise<Picture[]> {
  try {
    return await waitForPictures(door, waiting);
  } catch (error) {
    if (error instanceof NoAnswerError) throw StartupError.one('picture.kept', { id: waiting.generationId }, { cause: error });
    throw error;
  }
}

/** One that can not be fetched or written is told of beside those that could: it stays in the studio. */
async function keep(picture: Picture, outDir: string, { door, language }: PictureRun): Promise<{ path: string } | { error: { code: string; message: string } } | undefined> {
  const { url } = picture;
  if (picture.state !== 'done' || url === null) return undefined;
  try {
    return { path: await savePicture(outDir, picture, await patiently(() => door.fetchBytes(url))) };
  } catch (error) {
    if (error instanceof RefusedError) return { error: { code: error.code, message: error.message } };
    if (error instanceof StartupError) return { error: { code: error.mistakes[0]!.code, message: error.inLanguage(language) } };
    if (error instanceof NoAnswerError) return { error: { code: 'picture.kept', message: sentence(language, 'picture.kept', { id: picture.generationId }) } };
    throw error;
  }
}
