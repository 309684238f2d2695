/** What models may cost here: set, looked at, and held against a recipe before anything is made. */
import { costOfPictures, type BodyOf, type BudgetState, type Quote, type Recipe, type budgetRoutes } from '@komawari/contract';
import { inTransaction } from '../../../db/transaction.ts';
import { ownerOrNotFound } from '../../../kernel/access.ts';
import type { App } from '../../../kernel/app.ts';
import { audit } from '../../../kernel/audit.ts';
import { nameOf, type Ctx } from '../../../kernel/ctx.ts';
import type { WorkKind } from '../../../kernel/works.ts';
import type { ReadyImageModel } from '../gateway/ready-model.ts';
import { openPrompt } from '../craft/open-prompt.ts';
import { chooseModels } from '../making/choose-models.ts';
import { inputsOf } from '../making/recipe-inputs.ts';
import type { ProviderBook } from '../providers/provider-book.ts';
import { findBudgets, forgetSpender, moveSpending, saveBudgets, sumSpent } from './budget-store.ts';
import { costingOf, type Costing } from './costing.ts';
import { mustFit } from './send-within.ts';
import { countsAs, dayOf, leftOf, renewsAt } from './spending.ts';

export async function getBudgets({ app }: Ctx): Promise<BudgetState> {
  const { db } = app.client;
  const now = app.ports.clock.now();
  const budgets = await findBudgets(db);
  const spentMicros = budgets ? (await sumSpent(db, { currency: budgets.currency, day: dayOf(now) })).day : 0;
  return { budgets: budgets ?? null, spentMicros, renewsAt: renewsAt(now) };
}

export async function setBudgets(ctx: Ctx, { budgets }: BodyOf<typeof budgetRoutes.setBudgets>): Promise<BudgetState> {
  await inTransaction(ctx.app.client.db, async (tx) => {
    await saveBudgets(tx, budgets, { by: nameOf(ctx.actor), now: ctx.app.ports.clock.now() });
    await audit(tx, ctx, { action: 'studio.set-budgets', subject: 'site', data: { ...budgets } });
  });
  return getBudgets(ctx);
}

/** What a recipe would cost; throws as making it would, but for a budget, which is told. */
export async function quoteRecipe(ctx: Ctx, book: ProviderBook, recipe: Recipe): Promise<Quote> {
  const owner = ownerOrNotFound(ctx);
  const { app } = ctx;
  const { hardest } = await openPrompt(ctx, recipe);
  const [first] = await chooseModels(book, { ...recipe, prompt: hardest }, await inputsOf(app.client.db, owner, recipe));
  if (!first) throw new Error('studio: nothing was chosen');
  const cost = costOfPictures(first, recipe.count);
  return { model: { providerId: first.providerId, modelId: first.model.id }, count: recipe.count, cost, budget: first.bills ? await leftFor(app, owner, costingOf(first, recipe.count)) : null };
}

async function leftFor(app: App, owner: string, { cost, requests }: Costing): Promise<Quote['budget']> {
  const { db } = app.client;
  const now = app.ports.clock.now();
  const budgets = await findBudgets(db);
  const left = budgets && leftOf(budgets, await sumSpent(db, { currency: budgets.currency, day: dayOf(now), owner }));
  if (!budgets || left === undefined) return null;
  const micros = countsAs(budgets, cost, requests);
  return { currency: budgets.currency, leftMicros: left, renewsAt: renewsAt(now), fits: micros !== undefined && micros <= left };
}

/** Before the tasks of one generation are made, by however many models. Throws as `sendWithin` does; what is on its way already is counted when it leaves. */
export async function mustHaveBudget(app: App, owner: string, drawn: Iterable<readonly [model: ReadyImageModel, count: number]>): Promise<void> {
  const { db } = app.client;
  const billed = [...drawn].filter(([model]) => model.bills);
  const budgets = billed.length > 0 ? await findBudgets(db) : undefined;
  if (!budgets) return;
  const now = app.ports.clock.now();
  mustFit(budgets, await sumSpent(db, { currency: budgets.currency, day: dayOf(now), owner }), billed.map(([model, count]) => costingOf(model, count)), now);
}

/** No work to be shown: what somebody has spent goes along with who signs up, and is forgotten with the account. */
export const spending: WorkKind = {
  kind: 'spending', namedObjects: async () => [], removeOwn: forgetSpender,
  async claim(tx, from, to) {
    await moveSpending(tx, from, to);
    return 0;
  },
};
