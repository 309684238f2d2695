/** Somebody's comics, for an export of one's own things. */
import type { ObjectKey } from '@komawari/contract';
import type { ExportRun, OwnFile } from '../../../kernel/works.ts';
import { openBook } from '../book/open-book.ts';
import { listOwnComics, listPartsOf } from './own-store.ts';

const ENDINGS: Record<string, string> = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/webp': 'webp' };

/** Of each comic the story, the book as it stands, its pages, all its takes and the files that were made of it; the trash too. */
export async function* exportOwnComics({ db, objects, owner, signal }: ExportRun): AsyncGenerator<OwnFile> {
  for (const [i, comic] of (await listOwnComics(db, owner)).entries()) {
    signal.throwIfAborted();
    const folder = `comics/${String(i + 1).padStart(4, '0')}-${plainName(comic.title)}`;
    yield { path: `${folder}/comic.json`, bytes: bytesOf(JSON.stringify({ id: comic.id, title: comic.title, options: comic.options, createdAt: comic.created_at, trashedAt: comic.trashed_at }, null, 2)) };
    if (comic.text !== '') yield { path: `${folder}/story.txt`, bytes: bytesOf(comic.text) };
    const { versions, edits, pages, takes, files } = await listPartsOf(db, comic.id);
    if (comic.base_key !== null) yield { path: `${folder}/book.json`, bytes: bytesOf(JSON.stringify((await openBook({ ports: { objects } }, db, comic.id)).book)) };
    if (edits.length > 0) yield { path: `${folder}/edits.json`, bytes: bytesOf(JSON.stringify(edits)) };
    const named = [
      ...versions.map((version, n) => ({ path: `versions/${n + 1}-${plainName(version.name)}.json`, key: version.book_key })),
      ...pages.map((page) => ({ path: `pages/${String(page.number).padStart(3, '0')}${page.language === '' ? '' : `-${page.language}`}.svg`, key: page.picture_key ?? '' })),
      ...takes.map((take, n) => ({ path: `takes/${plainName(take.panel_id)}-${n + 1}-${plainName(take.provider)}.${ENDINGS[take.picture_type ?? ''] ?? 'svg'}`, key: take.picture_key ?? '' })),
      ...files.map((file, n) => ({ path: `files/${n + 1}-${plainName(file.name)}`, key: file.object_key })),
    ];
    for (const { path, key } of named) {
      signal.throwIfAborted();
      const bytes = await objects.find(key as ObjectKey);
      if (bytes) yield { path: `${folder}/${path}`, bytes };
    }
  }
}

/** A part of a path: nothing that a file system or a zip reads as more than a name. */
function plainName(name: string): string {
  return [...name.replace(/[\p{C}/\\:*?"<>|]/gu, ' ').replace(/\s+/g, ' ').trim().replace(/^\.+|[. ]+$/g, '')].slice(0, 60).join('') || 'untitled';
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
