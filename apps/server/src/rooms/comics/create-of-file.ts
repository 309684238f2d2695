import type { comicRoutes, QueryOf } from '@komawari/contract';
import type { Ctx } from '../../kernel/ctx.ts';
import type { Models } from '../studio/index.ts';
import { createComic } from './create-comic.ts';
import { loadStoryReader } from './read-story/load-story-reader.ts';

/** Starts a comic of a story file: text, page, Word or EPUB. Its own title and author stand where none is wished. */
export async function createOfFile(ctx: Ctx, models: Models, file: { bytes: Uint8Array; name: string }, { scriptOnly, idempotencyKey, ...options }: QueryOf<typeof comicRoutes.upload>) {
  // Reading documents is rare, and its code is loaded when it is needed.
  const [{ readStoryFile }, { NOTICE_SENTENCES }] = await Promise.all([loadStoryReader(), import('./read-story/story-file.ts')]);
  const { text, title, author, notices } = readStoryFile(file.bytes, file.name);
  const started = await createComic(ctx, models, { text, options: { ...(title === undefined ? {} : { title }), ...(author === undefined ? {} : { author }), ...options }, scriptOnly: scriptOnly === 'true', idempotencyKey });
  return { ...started, notices: notices.map(({ code, count }) => NOTICE_SENTENCES[code][ctx.language].replace('{count}', String(count))) };
}
