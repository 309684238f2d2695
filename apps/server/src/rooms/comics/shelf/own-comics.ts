/** Somebody's comics, for an export of one's own things, and their end with an account. */
import type { ObjectKey, OwnerRef } from '@komawari/contract';
import type { Tx } from '../../../db/client.ts';
import type { ExportRun, OwnFile } from '../../../kernel/works.ts';

/** Of each comic the story, the book, its pages and the files that were made of it; the trash too. */
export async function* exportOwnComics({ db, objects, owner, signal }: ExportRun): AsyncGenerator<OwnFile> {
  const comics = await db.selectFrom('comic').select(['id', 'title', 'text', 'options', 'base_key', 'created_at', 'trashed_at']).where('owner', '=', owner).orderBy('created_at').execute();
  for (const [i, comic] of comics.entries()) {
    signal.throwIfAborted();
    const folder = `comics/${String(i + 1).padStart(4, '0')}-${plainName(comic.title)}`;
    yield { path: `${folder}/comic.json`, bytes: bytesOf(JSON.stringify({ id: comic.id, title: comic.title, options: comic.options, createdAt: comic.created_at, trashedAt: comic.trashed_at }, null, 2)) };
    if (comic.text !== '') yield { path: `${folder}/story.txt`, bytes: bytesOf(comic.text) };
    const versions = await db.selectFrom('comic_version').select(['name', 'book_key']).where('comic_id', '=', comic.id).execute();
    const edits = await db.selectFrom('comic_edit').select(['revision', 'ops', 'at']).where('comic_id', '=', comic.id).orderBy('revision').execute();
    if (edits.length > 0) yield { path: `${folder}/edits.json`, bytes: bytesOf(JSON.stringify(edits)) };
    const pages = await db.selectFrom('comic_page').select(['number', 'language', 'picture_key']).where('comic_id', '=', comic.id).where('picture_key', 'is not', null).orderBy('number').execute();
    const files = await db.selectFrom('comic_file').select(['name', 'object_key']).where('comic_id', '=', comic.id).execute();
    const named = [
      ...(comic.base_key === null ? [] : [{ path: 'book.json', key: comic.base_key }]),
      ...versions.map((version, n) => ({ path: `versions/${n + 1}-${plainName(version.name)}.json`, key: version.book_key })),
      ...pages.map((page) => ({ path: `pages/${String(page.number).padStart(3, '0')}${page.language === '' ? '' : `-${page.language}`}.svg`, key: page.picture_key ?? '' })),
      ...files.map((file, n) => ({ path: `files/${n + 1}-${plainName(file.name)}`, key: file.object_key })),
    ];
    for (const { path, key } of named) {
      signal.throwIfAborted();
      const bytes = await objects.find(key as ObjectKey);
      if (bytes) yield { path: `${folder}/${path}`, bytes };
    }
  }
}

/** Comics are private: they go with their author. Their objects are swept when nothing names them. */
export async function removeOwnComics(tx: Tx, owner: OwnerRef): Promise<void> {
  const gone = await tx.deleteFrom('comic').where('owner', '=', owner).returning('id').execute();
  for (let i = 0; i < gone.length; i += 500) await tx.deleteFrom('stream').where('id', 'in', gone.slice(i, i + 500).map((row) => row.id)).execute();
  await tx.deleteFrom('comic_reading').where('reader', '=', owner).execute();
}

/** A part of a path: nothing that a file system or a zip reads as more than a name. */
function plainName(name: string): string {
  return [...name.replace(/[\p{C}/\\:*?"<>|]/gu, ' ').replace(/\s+/g, ' ').trim().replace(/^\.+|[. ]+$/g, '')].slice(0, 60).join('') || 'untitled';
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
