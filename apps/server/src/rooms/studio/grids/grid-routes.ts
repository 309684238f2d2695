import { gridRoutes as routes } from '@komawari/contract';
import { handle, type Mounted } from '../../../kernel/room.ts';
import type { Models } from '../models.ts';
import { createGrid } from './create-grid.ts';
import { getGrid, listOwnGrids } from './read-grids.ts';

export function gridRoutes({ book }: Models): readonly Mounted[] {
  return [
    handle(routes.create, async (ctx, { body }) => getGrid(ctx, await createGrid(ctx, book(ctx.app), body))),
    handle(routes.list, (ctx, { query }) => listOwnGrids(ctx, query)),
    handle(routes.grid, (ctx, { params }) => getGrid(ctx, params.generationId)),
  ];
}
