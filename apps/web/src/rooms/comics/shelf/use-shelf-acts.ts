import type { ComicSummary } from '@komawari/contract';
import { useQueryClient } from '@tanstack/react-query';
import { deleteComic, restoreComic, trashComic } from '../../../api/comics.ts';
import { duplicateComic } from '../../../api/comics-shelf.ts';
import { useUndoable } from '../../../frame/undo/use-undoable.ts';
import { useWords } from '../../../language/use-words.ts';
import { briefly, closeToast, showToast } from '../../../ui/toast.ts';
import { forgetGone } from '../book/forget-gone.ts';
import { saveFile, writeBundle } from '../downloads/write-files.ts';
import { eachOf } from './each-of.ts';
import { LISTS_KEY, withoutComics, type ShelfPages } from './shelf-list.ts';

/** What can be done with comics of a list, one or many at a time. */
export function useShelfActs() {
  const { say, sayError } = useWords('comics-shelf');
  const client = useQueryClient();
  const undoable = useUndoable();
  const nameOf = (comic: ComicSummary) => briefly(comic.title) || say('untitled');
  const touches = [['comics']] as const;

  /** What some of many were refused for is told once; the others are done. */
  const tellFailed = ({ failed, error }: { failed: number; error: unknown }) => { if (failed > 0) showToast({ text: say('couldNot', { count: failed, why: sayError(error) }), isFault: true }); };
  const all = (comics: readonly ComicSummary[], act: (id: string) => Promise<unknown>) => async () => tellFailed(await eachOf(comics.map(({ id }) => id), act));

  /** The list shows it before the server has answered. */
  const takeOut = async (comics: readonly ComicSummary[]) => {
    await client.cancelQueries({ queryKey: LISTS_KEY });
    client.setQueriesData<ShelfPages>({ queryKey: LISTS_KEY }, (pages) => withoutComics(pages, new Set(comics.map(({ id }) => id))));
  };

  return {
    trash: async (comics: readonly ComicSummary[]) => {
      const [first] = comics;
      if (!first) return;
      await undoable({
        text: comics.length === 1 ? say('movedToTrash', { title: nameOf(first) }) : say('movedMany', { count: comics.length }),
        run: async () => { await takeOut(comics); await (comics.length === 1 ? trashComic(first.id) : all(comics, trashComic)()); },
        back: comics.length === 1 ? () => restoreComic(first.id) : all(comics, restoreComic), touches,
      });
    },
    restore: async (comics: readonly ComicSummary[]) => {
      const [first] = comics;
      if (!first) return;
      await undoable({
        text: comics.length === 1 ? say('restored', { title: nameOf(first) }) : say('restoredMany', { count: comics.length }),
        run: async () => { await takeOut(comics); await (comics.length === 1 ? restoreComic(first.id) : all(comics, restoreComic)()); },
        back: comics.length === 1 ? () => trashComic(first.id) : all(comics, trashComic), touches,
      });
    },
    duplicate: async (comics: readonly ComicSummary[]) => {
      const made: ComicSummary[] = [];
      tellFailed(await eachOf(comics.map(({ id }) => id), async (id) => void made.push(await duplicateComic(id))));
      await client.invalidateQueries({ queryKey: ['comics'] });
      for (const copy of made.slice(0, 1)) if (made.length === 1) showToast({ text: say('copied', { title: nameOf(copy) }) });
    },
    saveKoma: async (comics: readonly ComicSummary[]) => {
      const toast = showToast({ text: say('savingAsKoma'), stayMs: Infinity });
      tellFailed(await eachOf(comics.map(({ id }) => id), async (id) => (await writeBundle(id)).forEach(saveFile), 1));
      closeToast(toast);
    },
    /** From the trash there is no way back: asked for by name before. Throws when one could not be deleted. */
    deleteForGood: async (comics: readonly ComicSummary[]) => {
      const { failed, error } = await eachOf(comics.map(({ id }) => id), deleteComic);
      await client.invalidateQueries({ queryKey: ['comics'] });
      void forgetGone();
      if (failed > 0) throw error;
    },
  };
}
