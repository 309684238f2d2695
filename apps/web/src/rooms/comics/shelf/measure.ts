/** How large a comic is and when it was changed, in few letters. */
import type { ComicSummary } from '@komawari/contract';
import type { Say } from '../../../language/use-words.ts';

/** Pages where some are drawn, else panels of its script; nothing before there is one. */
export function measureOf({ cover, pageCount, panels }: Pick<ComicSummary, 'cover' | 'pageCount' | 'panels'>, say: Say<'comics-shelf'>): string {
  if (pageCount > 0 && (cover !== null || panels.done > 0)) return say('pagesOf', { count: pageCount });
  return panels.total > 0 ? say('panelsOf', { count: panels.total }) : '';
}

/** A day without its year. Chinese and Japanese write it in figures, so that it stays on one line beside the pages. */
export function shortDate(at: string, language: string): string {
  return new Date(at).toLocaleDateString(language, { month: /^(zh|ja)/.test(language) ? 'numeric' : 'short', day: 'numeric' });
}
