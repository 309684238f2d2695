/** Takes on their way into a bundle and out of one. */
import { createHash } from 'node:crypto';
import type { Book } from '@komawari/comic';
import type { ComicId, ObjectKey } from '@komawari/contract';
import type { Db, Tx } from '../../../db/client.ts';
import type { App } from '../../../kernel/app.ts';
import { hashOf, STORYBOARD } from '../making/plan-work.ts';
import { addShown, addTakes, listShownPanels, listTakes, type TakeRow } from './take-store.ts';

type ScriptPanel = Book['chapters'][number]['scenes'][number]['panels'][number];
type BundledTake = ScriptPanel['takes'][number];

/** As `Take.drawnBy` has them. */
const [NAME_MAX, TOLD_MAX] = [200, 8000];

/** The book with the takes of its panels: pictures of one's own by their address, the artist's by what they were asked for. `mark` names the takes, as the SQL of a comic's files does. */
export async function bookWithTakes(db: Db, comicId: string, book: Book): Promise<{ book: Book; mark: string }> {
  const rows = (await listTakes(db, comicId)).filter((take) => take.state === 'done');
  const shown = new Map((await listShownPanels(db, comicId)).map(({ panelId, takeId }) => [panelId, takeId]));
  const mark = createHash('md5').update(rows.map((take) => `${take.id}${take.is_rejected ? '-' : ''}`).join()).digest('hex');
  return { mark, book: await withTakes(book, rows, shown) };
}

/** `shown`: the take on the page, by panel. */
export async function withTakes(book: Book, rows: readonly TakeRow[], shown: ReadonlyMap<string, string | null>): Promise<Book> {
  const [{ listPanels }, { takesThatFit }] = await Promise.all([import('@komawari/comic'), import('@komawari/comic/koma')]);
  const takes = Map.groupBy(rows, (take) => take.panel_id);
  const firstIds = new Set<string>();
  const panels = listPanels(book);
  const bundled = panels.map((panel) => {
    const all = takes.get(panel.id) ?? [];
    const open = all.filter((take) => !take.is_rejected);
    const onPage = open.find((take) => take.id === panel.adoptedTakeId) ?? open.find((take) => take.id === shown.get(panel.id)) ?? open.at(-1);
    for (const id of [panel.adoptedTakeId, onPage?.id]) if (id !== undefined) firstIds.add(id);
    const isToSay = onPage !== undefined && onPage.id !== panel.adoptedTakeId && onPage !== open.at(-1);
    return all.map((take) => bundledTake(take, isToSay && take === onPage));
  });
  const kept = takesThatFit(bundled, firstIds);
  const at = new Map(panels.map((panel, i) => [panel.id, kept[i] ?? []]));
  return mapPanels(book, (panel) => ({ ...panel, takes: at.get(panel.id) ?? [] }));
}

function bundledTake(take: TakeRow, isShown: boolean): BundledTake {
  return {
    id: take.id, provider: take.provider, model: take.model, prompt: take.request, seed: Number(take.seed ?? 0), references: [], inputsHash: take.inputs_hash, cost: take.cost, state: 'done',
    ...(take.parent_id === null ? {} : { parentId: take.parent_id }), ...(take.provider !== STORYBOARD && take.picture_key !== null ? { picture: take.picture_key } : {}), ...(take.directions === null ? {} : { directions: take.directions }),
    ...(take.artist_name === '' ? {} : { drawnBy: { name: take.artist_name.slice(0, NAME_MAX), told: take.prompt.slice(0, TOLD_MAX) } }), ...(take.is_rejected ? { isRejected: true } : {}), ...(isShown ? { isShown: true } : {}),
  };
}

/** What a bundle's takes become: new ids, so that one bundle may be read in twice. `shown`: what the page shows where nothing is chosen. */
export type TakenIn = { book: Book; takes: { id: string; parentId: string | null; panelId: string; take: BundledTake }[]; shown: { panelId: string; takeId: string }[] };

/** The book as it is edited holds no takes; which one is chosen stays, under its new id. */
export function takesOutOf(nextId: () => string, book: Book, hasPicture: (key: string) => boolean): TakenIn {
  const takes: TakenIn['takes'] = [];
  const shown: TakenIn['shown'] = [];
  const bare = mapPanels(book, ({ adoptedTakeId, ...panel }) => {
    const kept = panel.takes.filter((take) => take.provider === STORYBOARD || (take.picture !== undefined && hasPicture(take.picture)));
    const ids = new Map(kept.map((take) => [take.id, nextId()]));
    const idOf = (id: string | undefined) => (id === undefined ? undefined : ids.get(id));
    const isTold = new Set<string>();
    for (const take of kept) {
      // A stranger may say the same id twice.
      if (isTold.has(take.id)) continue;
      isTold.add(take.id);
      takes.push({ id: ids.get(take.id) ?? '', parentId: idOf(take.parentId) ?? null, panelId: panel.id, take });
    }
    const onPage = idOf(kept.find((take) => take.isShown && !take.isRejected)?.id);
    if (onPage !== undefined) shown.push({ panelId: panel.id, takeId: onPage });
    const chosen = idOf(adoptedTakeId);
    return { ...panel, takes: [], ...(chosen === undefined ? {} : { adoptedTakeId: chosen }) };
  });
  return { book: bare, takes, shown };
}

/** Pictures wait to be decoded, and are the author's now, whoever drew them: the model that did need not be here; what the artist drew is drawn again, for its page or after the pages. Returns the takes that wait to be decoded. */
export async function addTakesOf(app: App, tx: Tx, comicId: ComicId, { book, takes, shown }: TakenIn, uploads: ReadonlyMap<string, ObjectKey>): Promise<{ takeId: string; panelId: string }[]> {
  const { panelFacts } = await import('@komawari/comic/edit');
  const hashes = new Map<string, string>();
  const hashAt = (panelId: string) => hashes.get(panelId) ?? hashes.set(panelId, hashOf(panelFacts(book, panelId))).get(panelId) ?? '';
  const now = app.ports.clock.now().getTime();
  await addTakes(tx, takes.map(({ id, parentId, panelId, take }, i) => {
    const uploadKey = take.provider === STORYBOARD || take.picture === undefined ? null : (uploads.get(take.picture) ?? null);
    return {
      id, comic_id: comicId, panel_id: panelId, task_id: null, provider: take.provider === STORYBOARD ? STORYBOARD : 'own', model: '', request: take.prompt.slice(0, 500), directions: take.directions ?? null, seed: seedOf(take), parent_id: parentId,
      artist_name: take.drawnBy?.name ?? '', prompt: take.drawnBy?.told ?? '', inputs_hash: uploadKey === null ? hashAt(panelId) : '', cost: 0, state: uploadKey === null ? 'done' : 'queued', width: 0, height: 0, drawing_key: null, picture_key: null, picture_type: null, upload_key: uploadKey, is_rejected: take.isRejected ?? false,
      // In their order, and before whatever comes next: ids that are made in the same moment tell no order.
      created_at: new Date(now - takes.length + i),
    };
  }));
  await addShown(tx, comicId, shown);
  return takes.filter(({ take }) => take.provider !== STORYBOARD).map(({ id, panelId }) => ({ takeId: id, panelId }));
}

/** 0 stands for none. */
function seedOf(take: BundledTake): number | null {
  return Number.isSafeInteger(take.seed) && take.seed !== 0 ? take.seed : null;
}

function mapPanels(book: Book, change: (panel: ScriptPanel) => ScriptPanel): Book {
  return { ...book, chapters: book.chapters.map((chapter) => ({ ...chapter, scenes: chapter.scenes.map((scene) => ({ ...scene, panels: scene.panels.map(change) })) })) };
}
