/** One picture made larger. */
import { EnlargeFactor, PictureId, type ObjectKey } from '@komawari/contract';
import { z } from 'zod';
import { AppError } from '../../../kernel/errors.ts';
import type { WorkJob, WorkResult, WorkRun } from '../../../kernel/tasks/job-registry.ts';
import type { PictureTools } from '../../../ports/picture-tools.ts';
import { makeThumbnail } from '../making/make-thumbnail.ts';
import { setPictureState, storePicture } from '../making/picture-store.ts';

const EnlargeInput = z.object({ pictureId: PictureId, /** The object that is enlarged. */ from: z.string(), factor: EnlargeFactor, providerId: z.string().nullable(), modelId: z.string().nullable() });
export type EnlargeInput = z.infer<typeof EnlargeInput>;

/** Nothing outside is asked: what fails twice fails always. */
const FAILURES_MAX = 2;

export function enlargeJob(pictures: PictureTools): WorkJob<EnlargeInput> {
  return {
    type: 'work', kind: 'studio.enlarge', input: EnlargeInput, failuresMax: FAILURES_MAX,
    run: (run) => enlarge(run, pictures),
    onEnd: (tx, task, end) => setPictureState(tx, task.id, { state: end.state, code: end.code, detail: end.detail, now: end.now }),
    onReopen: (tx, task) => setPictureState(tx, task.id, { state: 'queued', code: null, detail: null, now: null }),
  };
}

async function enlarge({ app, task, signal }: WorkRun<EnlargeInput>, pictures: PictureTools): Promise<WorkResult> {
  const { pictureId, from, factor, providerId, modelId } = task.input;
  const bytes = await app.ports.objects.find(from as ObjectKey);
  if (!bytes) throw new AppError('studio.input-gone');
  const { bytes: large, ...facts } = await pictures.enlarge(bytes, { factor });
  signal.throwIfAborted();
  const key = await app.ports.objects.put(large);
  const thumbnailKey = await makeThumbnail(app, pictures, key);
  return { result: { pictureId, key }, commit: (tx) => storePicture(tx, task.id, { picture: { key, ...facts, sizeBytes: large.byteLength }, thumbnailKey, providerId, modelId, isCached: false }) };
}
