import { WORD_LISTS_MAX, type OwnerRef, type WordList, type WordLists } from '@komawari/contract';
import type { Db, Tx } from '../../../db/client.ts';
import { inTransaction } from '../../../db/transaction.ts';
import { ownerOrNotFound } from '../../../kernel/access.ts';
import { audit } from '../../../kernel/audit.ts';
import type { Ctx } from '../../../kernel/ctx.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { WorkKind } from '../../../kernel/works.ts';
import { STARTER_LISTS } from './starter-lists.ts';
import { deleteWordList, deleteWordLists, findWordLists, lockWordLists, moveWordLists, saveWordList } from './word-list-store.ts';

type Answer = { items: WordList[] };

export async function listWordLists(ctx: Ctx): Promise<Answer> {
  return present(ctx.app.client.db, ownerOrNotFound(ctx));
}

export async function putWordList(ctx: Ctx, { name, lines }: { name: string; lines: readonly string[] }): Promise<Answer> {
  const owner = ownerOrNotFound(ctx);
  return inTransaction(ctx.app.client.db, async (tx) => {
    await lockWordLists(tx, owner);
    const own = await findWordLists(tx, owner);
    if (own.length >= WORD_LISTS_MAX && !own.some((list) => list.name === name)) throw new AppError('studio.lists-many');
    await saveWordList(tx, { owner, name, lines, now: ctx.app.ports.clock.now() });
    await audit(tx, ctx, { action: 'studio.put-wildcard', subject: name });
    return present(tx, owner);
  });
}

/** One that is not there is gone already. */
export async function removeWordList(ctx: Ctx, name: string): Promise<Answer> {
  const owner = ownerOrNotFound(ctx);
  return inTransaction(ctx.app.client.db, async (tx) => {
    await deleteWordList(tx, owner, name);
    await audit(tx, ctx, { action: 'studio.remove-wildcard', subject: name });
    return present(tx, owner);
  });
}

/** As prompts find them. */
export async function listsOf(db: Db, owner: OwnerRef): Promise<WordLists> {
  return new Map((await present(db, owner)).items.map(({ name, lines }) => [name, lines]));
}

/** Lists go with their account. */
export const keptWordLists: WorkKind = {
  kind: 'word-list', claim: moveWordLists, namedObjects: async () => [], removeOwn: deleteWordLists,
  async *exportOwn({ db, owner }) {
    const own = await findWordLists(db, owner);
    if (own.length > 0) yield { path: 'pictures/word-lists.json', bytes: new TextEncoder().encode(JSON.stringify(own, null, 2)) };
  },
};

async function present(db: Db | Tx, owner: OwnerRef): Promise<Answer> {
  const all = new Map<string, WordList>(Object.entries(STARTER_LISTS).map(([name, lines]) => [name, { name, lines: [...lines], isStarter: true }]));
  for (const { name, lines } of await findWordLists(db, owner)) all.set(name, { name, lines, isStarter: false });
  return { items: [...all.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1)) };
}
