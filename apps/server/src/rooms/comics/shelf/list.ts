import type { comicRoutes, QueryOf } from '@komawari/contract';
import { ownerOrNotFound } from '../../../kernel/access.ts';
import type { Ctx } from '../../../kernel/ctx.ts';
import { AppError } from '../../../kernel/errors.ts';
import { presentSummary } from '../present.ts';
import { cursorOf, readCursor } from '../rules.ts';
import { listComics } from '../store.ts';
import { searchComics } from './shelf-store.ts';

type Query = QueryOf<typeof comicRoutes.list>;

/** The plain list is the read that is asked for most and has a way of its own. */
export async function listOwnComics(ctx: Ctx, query: Query) {
  const isPlain = (query.search ?? '').trim() === '' && query.sort === 'newest' && query.state === undefined;
  return isPlain ? listNewest(ctx, query) : listFound(ctx, query);
}

async function listNewest(ctx: Ctx, query: Query) {
  const rows = await listComics(ctx.app.client.pool, { owner: ownerOrNotFound(ctx), after: readCursor(query.after), limit: query.limit + 1, isTrash: query.trash === 'true' });
  const items = rows.slice(0, query.limit).map(presentSummary);
  const last = items.at(-1);
  return { items, next: rows.length > query.limit && last ? cursorOf(last) : null };
}

async function listFound(ctx: Ctx, query: Query) {
  const rows = await searchComics(ctx.app.client.db, {
    owner: ownerOrNotFound(ctx), isTrash: query.trash === 'true', words: (query.search ?? '').trim(), sort: query.sort, state: query.state, after: readKey(query.after), limit: query.limit + 1,
  });
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  return { items: page.map(presentSummary), next: rows.length > query.limit && last ? Buffer.from(JSON.stringify([last.key.slice(0, 400), last.id])).toString('base64url') : null };
}

function readKey(cursor: string | undefined): { key: string; id: string } | undefined {
  if (cursor === undefined) return undefined;
  try {
    const [key, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
    if (typeof key === 'string' && typeof id === 'string') return { key, id };
  } catch {
    // Told below, as for every cursor that is none.
  }
  throw new AppError('request.invalid', { detail: 'after' });
}
