/** A story file sent as it is, with its choices in the query. */
import type { comicRoutes, MakeOptions } from '@komawari/contract';
import type { AnswerOf } from '../../../api/call.ts';
import { upload } from '../../../api/upload.ts';
import { mediaTypeOf } from './story-file.ts';

type Upload = (typeof comicRoutes)['upload'];

/** Throws ApiError: `comics.file-kind`, `file-protected`, `file-damaged`, `file-too-large`, `text-too-long`, `empty-text`. */
export function sendStoryFile(file: File, made: { options: MakeOptions; scriptOnly: boolean; idempotencyKey: string }): Promise<AnswerOf<Upload>> {
  const { options, scriptOnly, idempotencyKey } = made;
  // Browsers seldom know the type of a document.
  const bytes = file.slice(0, file.size, mediaTypeOf(file.name));
  return upload<Upload>('POST', '/comics/upload', { file: bytes, fileName: file.name, query: { ...options, scriptOnly: String(scriptOnly), idempotencyKey } });
}
