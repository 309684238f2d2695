/** Somebody's pictures, for an export of one's own things. */
import type { ObjectKey } from '@komawari/contract';
import type { ExportRun, OwnFile } from '../../../kernel/works.ts';
import { fileNameOf } from './file-names.ts';
import { listAllOwn, listOwnInputs } from './own-store.ts';

const ENDINGS: Readonly<Record<string, string>> = { 'image/png': 'png', 'image/jpeg': 'jpg' };

/** All of them with their notes, those in the trash too, as their providers made them; what was given to work on; and a list of it all with the recipes. */
export async function* exportOwnPictures({ db, objects, owner, signal }: ExportRun): AsyncGenerator<OwnFile> {
  const { generations, pictures, boards } = await listAllOwn(db, owner);
  const names = new Map(pictures.map((row, index) => [row.id, `${String(index + 1).padStart(5, '0')}-${fileNameOf({ createdAt: row.created_at, prompt: row.prompt, seed: row.seed, mediaType: row.media_type })}`]));
  const inputs = await listOwnInputs(db, owner);
  if (generations.length + inputs.length + boards.length === 0) return;
  const told = {
    generations: generations.map((row) => ({ id: row.id, recipe: row.recipe, ...(row.axes ? { axes: row.axes } : {}), createdAt: row.created_at })), boards: boards.map((row) => ({ id: row.id, name: row.name })),
    pictures: pictures.map((row) => ({ id: row.id, generationId: row.generation_id, file: row.object_key === null ? null : names.get(row.id), state: row.state, prompt: row.prompt, seed: row.seed, ...(row.recipe ? { recipe: row.recipe } : {}), modelId: row.model_id, isFavourite: row.is_favourite, note: row.note, tags: row.tags, boardIds: row.board_ids, createdAt: row.created_at, trashedAt: row.trashed_at })),
  };
  yield { path: 'pictures/pictures.json', bytes: new TextEncoder().encode(JSON.stringify(told, null, 2)) };
  const files = [
    ...pictures.map((row) => ({ path: `pictures/${names.get(row.id) ?? row.id}`, key: row.object_key })),
    ...inputs.map((row) => ({ path: `pictures/given/${row.id}.${ENDINGS[row.media_type] ?? 'png'}`, key: row.object_key })),
  ];
  for (const { path, key } of files) {
    signal.throwIfAborted();
    const bytes = key === null ? undefined : await objects.find(key as ObjectKey);
    if (bytes) yield { path, bytes };
  }
}
