import { mayEnlarge, Recipe, type EnlargeFactor, type Generation, type GenerationId, type OwnerRef, type PictureId } from '@komawari/contract';
import { inTransaction } from '../../../db/transaction.ts';
import { mustBeAuthor, ownerOrNotFound } from '../../../kernel/access.ts';
import { audit } from '../../../kernel/audit.ts';
import type { Ctx } from '../../../kernel/ctx.ts';
import { AppError } from '../../../kernel/errors.ts';
import { openStream } from '../../../kernel/events.ts';
import { createTasks } from '../../../kernel/tasks/create-task.ts';
import { recipesOf } from '../history/recipe-of-picture.ts';
import { addGeneration, addPictures, findPicture } from '../making/picture-store.ts';
import { mustHaveRoom } from '../retention/must-have-room.ts';
import { getGeneration } from '../pictures/read-pictures.ts';
import type { EnlargeInput } from './enlarge-job.ts';

/**
 * A new picture beside one that is there: the same, larger, free and without a model. Its recipe is that of the first, and says whose
 * and how much larger. Throws `studio.enlarge-large` before anything is begun, and `not-found` for one that is not there (yet).
 */
export async function enlargePicture(ctx: Ctx, id: PictureId, factor: EnlargeFactor): Promise<Generation> {
  const { app } = ctx;
  await mustHaveRoom(app, ownerOrNotFound(ctx), ctx.language);
  const generationId = await inTransaction(app.client.db, async (tx) => {
    const row = await findPicture(tx, id);
    mustBeAuthor(ctx, row);
    const first = row && (await recipesOf(tx, [row])).get(row.id);
    if (!row || !first || row.object_key === null) throw new AppError('not-found');
    if (!mayEnlarge(row, factor)) throw new AppError('studio.enlarge-large', { detail: `${row.width * factor} × ${row.height * factor}` });
    const now = app.ports.clock.now();
    const [generationId, pictureId] = [app.ports.ids.next('generation') as GenerationId, app.ports.ids.next('picture') as PictureId];
    const owner = row.owner as OwnerRef;
    await openStream(tx, { id: generationId, owner });
    const [parentId = ''] = await createTasks(app, tx, [{ kind: 'studio.generate', owner, stream: generationId, input: { generationId } }]);
    const input: EnlargeInput = { pictureId, from: row.object_key, factor, providerId: row.provider_id, modelId: row.model_id };
    const [taskId = ''] = await createTasks(app, tx, [{ kind: 'studio.enlarge', owner, stream: generationId, parentId, key: 'picture:0', input }]);
    await addGeneration(tx, { id: generationId, owner, taskId: parentId, recipe: Recipe.parse({ ...first, enlarged: { pictureId: id, factor } }), now });
    await addPictures(tx, [{ id: pictureId, generationId, owner, taskId, slot: 0, prompt: row.prompt, negativePrompt: row.negative_prompt, seed: row.seed ?? undefined, now }]);
    await audit(tx, ctx, { action: 'studio.enlarge', subject: id, data: { factor } });
    return generationId;
  });
  return getGeneration(ctx, generationId);
}
