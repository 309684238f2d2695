/** What models may cost here, and what a recipe will. */
import { z } from 'zod';
import { defineRoute } from './route.ts';
import { ModelRef, Recipe } from './studio.ts';

const micros = z.int().min(0).max(1_000_000_000_000_000);

/** Caps in millionths of one unit of `currency`; null sets none. Days are those of UTC. */
export const Budgets = z.strictObject({
  currency: z.string().regex(/^[A-Z]{3}$/),
  /** Pictures that were asked for at once, or a whole comic. */
  perTaskMicros: micros.nullable(),
  perUserDayMicros: micros.nullable(),
  perDayMicros: micros.nullable(),
  /** What a request counts whose price is not known, or in other money; null: it is refused. */
  unknownMicros: micros.nullable(),
});
export type Budgets = z.infer<typeof Budgets>;

/** Null: models may cost whatever they cost. `renewsAt`: when the day begins anew. */
const BudgetState = z.object({ budgets: Budgets.nullable(), /** Of everybody, sent or done since the day began. */ spentMicros: micros, renewsAt: z.iso.datetime() });
export type BudgetState = z.infer<typeof BudgetState>;

export const Quote = z.object({
  model: ModelRef, count: z.int(),
  /** `unknown`: nobody told the price of this model. */
  cost: z.discriminatedUnion('kind', [z.object({ kind: z.literal('free') }), z.object({ kind: z.literal('unknown') }), z.object({ kind: z.literal('about'), currency: z.string(), perPictureMicros: micros, totalMicros: micros })]),
  /** What may still be spent on this, the smallest of all caps; null where there is none. `fits`: whether all of it would be drawn. */
  budget: z.object({ currency: z.string(), leftMicros: micros, renewsAt: z.iso.datetime(), fits: z.boolean() }).nullable(),
});
export type Quote = z.infer<typeof Quote>;

const operate = { who: 'user', permission: 'system.operate' } as const;

export const budgetRoutes = {
  budgets: defineRoute({ id: 'studio.budgets', method: 'GET', path: '/budgets', summary: 'What models may cost here, and what they have cost since the day began', access: operate, response: BudgetState }),
  setBudgets: defineRoute({ id: 'studio.set-budgets', method: 'PUT', path: '/budgets', summary: 'Say what models may cost here; holds from the next request on', access: operate, body: z.strictObject({ budgets: Budgets.nullable() }), response: BudgetState }),
  quote: defineRoute({
    id: 'studio.quote', method: 'POST', path: '/studio/quotes', summary: 'What a recipe would cost, and what is left for it; nothing is made',
    access: { who: 'user', permission: 'pictures.make' }, body: z.strictObject({ recipe: Recipe }), response: Quote,
    errors: ['studio.no-provider', 'studio.no-model', 'studio.cannot', 'studio.input-gone'], limit: { max: 240, windowSeconds: 60 },
  }),
};
