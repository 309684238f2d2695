import { GridAxis, type GenerationId, type Grid, type GridBrief, type gridRoutes, type QueryOf } from '@komawari/contract';
import { mustBeAuthor, ownerOrNotFound } from '../../../kernel/access.ts';
import type { Ctx } from '../../../kernel/ctx.ts';
import { AppError } from '../../../kernel/errors.ts';
import { findGeneration, listPictures } from '../making/picture-store.ts';
import { presentGeneration } from '../present.ts';
import { listGrids, type GridRow } from './grid-store.ts';

const Axes = GridAxis.array();

/** A generation without axes is no grid, and is as if it were not there. */
export async function getGrid(ctx: Ctx, id: GenerationId): Promise<Grid> {
  const { db } = ctx.app.client;
  const row = await findGeneration(db, id);
  mustBeAuthor(ctx, row);
  if (!row?.axes) throw new AppError('not-found');
  return { ...presentGeneration(row, await listPictures(db, id), ctx.language), axes: Axes.parse(row.axes) };
}

export async function listOwnGrids(ctx: Ctx, { after, limit }: QueryOf<typeof gridRoutes.list>): Promise<{ items: GridBrief[]; next: string | null }> {
  const rows = await listGrids(ctx.app.client.db, ownerOrNotFound(ctx), { after: readCursor(after), limit: limit + 1 });
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items: items.map(presentGrid), next: rows.length > limit && last ? `${last.createdAt.getTime()}.${last.id}` : null };
}

function readCursor(cursor: string | undefined): { at: Date; id: string } | undefined {
  if (cursor === undefined) return undefined;
  const [, ms = '', id = ''] = /^(\d{1,15})\.(generation_[0-9a-z]{26})$/.exec(cursor) ?? [];
  if (id === '') throw new AppError('request.invalid', { detail: 'after' });
  return { at: new Date(Number(ms)), id };
}

function presentGrid({ id, axes, createdAt, shown, ...row }: GridRow): GridBrief {
  return { ...row, id: id as GenerationId, axes: Axes.parse(axes), createdAt: createdAt.toISOString(), thumbnailUrls: shown.map((pictureId) => `/api/v1/studio/pictures/${pictureId}/thumbnail`) };
}
