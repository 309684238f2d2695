/** Takes on their way into a bundle and out of one. */
import { createHash } from 'node:crypto';
import type { Book } from '@komawari/comic';
import type { ComicId, ObjectKey } from '@komawari/contract';
import type { Db, Tx } from '../../../db/client.ts';
import type { App } from '../../../kernel/app.ts';
import { hashOf, STORYBOARD } from '../making/plan-work.ts';
import { addTake, listTakes } from './take-store.ts';

type ScriptPanel = Book['chapters'][number]['scenes'][number]['panels'][number];
const TAKES_MAX = 8;

/** The book with the takes of its panels: pictures of one's own by their address, the artist's by what they were asked for. `mark` names the takes, as the SQL of a comic's files does. */
export async function bookWithTakes(db: Db, comicId: string, book: Book): Promise<{ book: Book; mark: string }> {
  const kept = (await listTakes(db, comicId)).filter((take) => take.state === 'done' && !take.is_rejected);
  const takes = Map.groupBy(kept, (take) => take.panel_id);
  const mark = createHash('md5').update(kept.map((take) => take.id).join()).digest('hex');
  return { mark, book: mapPanels(book, (panel) => ({
    ...panel,
    takes: (takes.get(panel.id) ?? []).slice(-TAKES_MAX).map((take) => ({
      id: take.id, provider: take.provider, model: take.model, prompt: take.request, seed: Number(take.seed ?? 0), references: [], inputsHash: take.inputs_hash, cost: take.cost, state: 'done' as const,
      ...(take.parent_id === null ? {} : { parentId: take.parent_id }), ...(take.provider !== STORYBOARD && take.picture_key !== null ? { picture: take.picture_key } : {}), ...(take.directions === null ? {} : { directions: take.directions }),
    })),
  })) };
}

/** What a bundle's takes become: new ids, so that one bundle may be read in twice. */
export type TakenIn = { book: Book; takes: { id: string; panelId: string; take: ScriptPanel['takes'][number] }[] };

/** The book as it is edited holds no takes; which one is chosen stays, under its new id. */
export function takesOutOf(app: App, book: Book, hasPicture: (key: string) => boolean): TakenIn {
  const takes: TakenIn['takes'] = [];
  const bare = mapPanels(book, ({ adoptedTakeId, ...panel }) => {
    const kept = panel.takes.filter((take) => (take.provider === STORYBOARD ? take.directions !== undefined : take.picture !== undefined && hasPicture(take.picture)));
    const ids = new Map(kept.map((take) => [take.id, app.ports.ids.next('take')]));
    for (const take of kept) takes.push({ id: ids.get(take.id) ?? '', panelId: panel.id, take });
    const chosen = adoptedTakeId === undefined ? undefined : ids.get(adoptedTakeId);
    return { ...panel, takes: [], ...(chosen === undefined ? {} : { adoptedTakeId: chosen }) };
  });
  return { book: bare, takes };
}

/** Pictures wait to be decoded; what the artist drew is drawn again when its page is composed. Returns the takes that wait. */
export async function addTakesOf(app: App, tx: Tx, comicId: ComicId, { book, takes }: TakenIn, uploads: ReadonlyMap<string, ObjectKey>): Promise<{ takeId: string; panelId: string }[]> {
  const { panelFacts } = await import('@komawari/comic/edit');
  const now = app.ports.clock.now();
  for (const { id, panelId, take } of takes) {
    const uploadKey = take.picture === undefined ? null : (uploads.get(take.picture) ?? null);
    await addTake(tx, {
      id, comic_id: comicId, panel_id: panelId, task_id: null, provider: take.provider === STORYBOARD ? STORYBOARD : 'own', model: '', request: take.prompt.slice(0, 500), directions: take.directions ?? null, seed: null, parent_id: null,
      inputs_hash: uploadKey === null ? hashOf(panelFacts(book, panelId)) : '', cost: 0, state: uploadKey === null ? 'done' : 'queued', width: 0, height: 0, drawing_key: null, picture_key: null, picture_type: null, upload_key: uploadKey, created_at: now,
    });
  }
  return takes.filter(({ take }) => take.picture !== undefined && uploads.has(take.picture)).map(({ id, panelId }) => ({ takeId: id, panelId }));
}

function mapPanels(book: Book, change: (panel: ScriptPanel) => ScriptPanel): Book {
  return { ...book, chapters: book.chapters.map((chapter) => ({ ...chapter, scenes: chapter.scenes.map((scene) => ({ ...scene, panels: scene.panels.map(change) })) })) };
}
