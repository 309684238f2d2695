import { oneLine, type GenerationId, type ModelRef, type Picture, type PictureId, type TaskState } from '@komawari/contract';
import { sentence, type Language } from '../../config/sentences.ts';

export type ReportedPicture = {
  id: PictureId; /** From 1. */ number: number; state: TaskState; /** Null when it is not there. */ path: string | null; mediaType: string | null; width: number; height: number; sizeBytes: number; seed: number | null; model: ModelRef | null;
  error: { code: string; message: string } | null;
};

/** What `--json` prints. */
export type PictureReport = { generationId: GenerationId; /** Whether all that was asked for is there. */ isWhole: boolean; pictures: ReportedPicture[]; seconds: number };

/** `kept`: where it was written, or why that failed. */
export function reportedOf(picture: Picture, kept: { path: string } | { error: { code: string; message: string } } | undefined): ReportedPicture {
  const { id, slot, state, mediaType, width, height, sizeBytes, seed, model } = picture;
  const error = kept && 'error' in kept ? kept.error : picture.error;
  return { id, number: slot + 1, state, path: kept && 'path' in kept ? kept.path : null, mediaType, width, height, sizeBytes, seed, model, error: error && { code: error.code, message: oneLine(error.message) } };
}

/** Files on standard output, one a line; what is missing, with its own sentence, on standard error. */
export function printReport({ pictures }: PictureReport, language: Language): void {
  for (const picture of pictures) {
    if (picture.path !== null) console.log(`${picture.path}  (${picture.width} × ${picture.height}${picture.seed === null ? '' : `, seed ${picture.seed}`})`);
    else console.error(sentence(language, 'picture.failed', { number: picture.number, why: whyOf(picture, language) }));
  }
}

function whyOf({ id, state, error }: ReportedPicture, language: Language): string {
  if (state === 'queued' || state === 'running') return sentence(language, 'picture.still', { id });
  const why = error?.message ?? (state === 'cancelled' ? sentence(language, 'picture.cancelled') : state);
  return state === 'unknown' ? `${why}\n  ${sentence(language, 'picture.lost', { id })}` : why;
}
