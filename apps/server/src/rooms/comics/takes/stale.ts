/** Which panels show something else than the book tells. */
import type { Book } from '@komawari/comic';
import type { ComicId } from '@komawari/contract';
import type { Db } from '../../../db/client.ts';
import { mustBeAuthor } from '../../../kernel/access.ts';
import type { Ctx } from '../../../kernel/ctx.ts';
import { openBook } from '../book/open-book.ts';
import { isStale } from '../making/plan-work.ts';
import { findComic } from '../store.ts';
import { listKnownTakes, listShownPanels } from './take-store.ts';

export type Stale = { panelId: string; reason: 'missing' | 'facts'; isLocked: boolean };

/** Pictures of one's own are never stale: what they show is not ours to know. */
export async function listStale(db: Db, comicId: string, book: Book): Promise<Stale[]> {
  const [{ listPanels }, { panelFacts, promptFacts }] = await Promise.all([import('@komawari/comic'), import('@komawari/comic/edit')]);
  const facts = { factsOf: (panelId: string) => panelFacts(book, panelId), promptFactsOf: (panelId: string) => promptFacts(book, panelId) };
  const takes = Map.groupBy(await listKnownTakes(db, comicId), (take) => take.panelId);
  const shown = new Map((await listShownPanels(db, comicId)).map((panel) => [panel.panelId, panel.takeId]));
  return listPanels(book).flatMap((panel): Stale[] => {
    const all = takes.get(panel.id) ?? [];
    const take = all.find((one) => one.id === panel.adoptedTakeId) ?? all.find((one) => one.id === shown.get(panel.id)) ?? all.at(-1);
    if (!take) return [{ panelId: panel.id, reason: 'missing', isLocked: panel.isLocked }];
    return isStale(take, facts) ? [{ panelId: panel.id, reason: 'facts', isLocked: panel.isLocked }] : [];
  });
}

export async function getStale(ctx: Ctx, comicId: ComicId) {
  const { db } = ctx.app.client;
  mustBeAuthor(ctx, await findComic(db, comicId));
  const { revision, book } = await openBook(ctx.app, db, comicId);
  const pages = new Map((await listShownPanels(db, comicId)).map(({ panelId, page }) => [panelId, page]));
  // The built-in artist costs nothing.
  const items = (await listStale(db, comicId, book)).map((one) => ({ ...one, page: pages.get(one.panelId) ?? 0, cost: 0 }));
  return { revision, items, cost: 0 };
}
