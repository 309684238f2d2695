/** Grids: one recipe drawn with the values of one or two of its parts, side by side. */
import { z } from 'zod';
import { GenerationId } from './ids.ts';
import { defineRoute } from './route.ts';
import { GRID_CELLS_MAX } from './studio-grid-cells.ts';
import { Resolution } from './studio-models.ts';
import { AskedSize, Generation, ModelRef, PromptStyle, Recipe } from './studio.ts';

const values = <T extends z.ZodType>(value: T) => z.array(value).min(1).max(GRID_CELLS_MAX);

/** A part of the recipe and the values it takes, in the order of the table. */
export const GridAxis = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('seed'), values: values(z.int().min(0).max(Number.MAX_SAFE_INTEGER)) }),
  z.strictObject({ kind: z.literal('steps'), values: values(z.number().min(1).max(1000)) }),
  z.strictObject({ kind: z.literal('guidance'), values: values(z.number().min(0).max(100)) }),
  z.strictObject({ kind: z.literal('strength'), values: values(z.number().min(0).max(1)) }),
  /** A ratio keeps the resolution of the recipe, unless it brings its own. */
  z.strictObject({ kind: z.literal('shape'), values: values(AskedSize) }),
  z.strictObject({ kind: z.literal('resolution'), values: values(Resolution) }),
  z.strictObject({ kind: z.literal('model'), values: values(ModelRef) }),
  /** Words that are put behind the prompt, and whose they are; no words is a style too. */
  z.strictObject({ kind: z.literal('style'), values: values(z.strictObject({ id: z.string().regex(/^\w{0,60}$/), words: PromptStyle.shape.words })) }),
  /** What stands in the place of a word of the prompt, wherever the word stands; nothing leaves it out. */
  z.strictObject({ kind: z.literal('word'), search: z.string().trim().min(1).max(200), values: values(z.string().max(400)) }),
]);
export type GridAxis = z.infer<typeof GridAxis>;

/** A generation whose pictures are the cells: the first axis goes across, the second down, and `slot` is counted row by row. */
export const Grid = Generation.extend({ axes: z.array(GridAxis) });
export type Grid = z.infer<typeof Grid>;

export const GridBrief = z.object({
  id: GenerationId, prompt: z.string(), axes: z.array(GridAxis), createdAt: z.iso.datetime(),
  /** Not those in the trash. */
  count: z.int(), done: z.int(), /** On their way. */ open: z.int(),
  /** Of its first pictures that are there. */
  thumbnailUrls: z.array(z.string()),
});
export type GridBrief = z.infer<typeof GridBrief>;

export const gridRoutes = {
  create: defineRoute({
    id: 'studio.create-grid', method: 'POST', path: '/studio/grids', summary: `Draw one recipe with the values of one or two of its parts, at most ${GRID_CELLS_MAX} pictures`,
    access: { who: 'user', permission: 'pictures.make' }, status: 202, response: Grid,
    body: z.strictObject({ recipe: Recipe, axes: z.array(GridAxis).min(1).max(2), /** The same key again gives the same grid. */ idempotencyKey: z.string().min(1).max(200).optional() }),
    errors: ['studio.grid-few', 'studio.grid-many', 'studio.grid-kinds', 'studio.grid-word', 'studio.grid-same', 'studio.no-provider', 'studio.no-model', 'studio.cannot', 'studio.input-gone', 'studio.quota-full', 'studio.disk-full', 'billing.quota-used-up', 'request.idempotency-conflict'], limit: { max: 30, windowSeconds: 60 },
  }),
  list: defineRoute({
    id: 'studio.grids', method: 'GET', path: '/studio/grids', summary: 'One\'s grids, newest first', access: { who: 'user' },
    query: z.object({ /** `next` of the page before. */ after: z.string().max(80).optional(), limit: z.coerce.number().int().min(1).max(100).default(24) }), response: z.object({ items: z.array(GridBrief), next: z.string().nullable() }),
  }),
  grid: defineRoute({
    id: 'studio.grid', method: 'GET', path: '/studio/grids/:generationId', summary: 'A grid with its pictures as they are now',
    access: { who: 'user', author: 'generation' }, params: z.object({ generationId: GenerationId }), response: Grid, errors: ['not-found'],
  }),
};
