/** The routes of grids as functions. */
import type { GridAxis, gridRoutes, Recipe } from '@komawari/contract';
import { call } from './call.ts';

type Routes = typeof gridRoutes;

export function createGrid(body: { recipe: Recipe; axes: readonly GridAxis[]; idempotencyKey: string }) {
  return call<Routes['create']>('POST', '/studio/grids', { body });
}

export function getGrid(generationId: string, signal: AbortSignal) {
  return call<Routes['grid']>('GET', '/studio/grids/:generationId', { params: { generationId }, signal });
}

export function listGrids(after: string | undefined, signal: AbortSignal) {
  return call<Routes['list']>('GET', '/studio/grids', { query: { after }, signal });
}
