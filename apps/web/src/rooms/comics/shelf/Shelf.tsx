import type { ComicSummary } from '@komawari/contract';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { removeComic, restoreComic } from '../../../api/comics.ts';
import { usePages } from '../../../api/use-call.ts';
import { useUndoable } from '../../../frame/undo/use-undoable.ts';
import { usePageTitle } from '../../../frame/use-page-title.ts';
import { useWords } from '../../../language/use-words.ts';
import { Button, ButtonLink } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { AddIcon } from '../../../ui/icons.ts';
import './shelf.css';
import { readShelf, LISTS_KEY, withoutComics, type ShelfPages } from './shelf-list.ts';
import { ShelfBook } from './ShelfBook.tsx';
import { ShelfSkeleton } from './ShelfSkeleton.tsx';
import { useBookCommands } from '../use-book-commands.ts';

/** One's own comics, newest first, page by page; a deleted one comes back with one click. */
export function Shelf() {
  const { say } = useWords('comics');
  usePageTitle(say('shelfTitle'));
  const client = useQueryClient();
  const undoable = useUndoable();
  const shelf = usePages(LISTS_KEY, (after, signal) => readShelf({}, after, signal));
  const books = shelf.items;
  useBookCommands(books);

  const remove = async (comic: ComicSummary) => {
    await undoable({
      text: say('removed', { title: comic.title || say('untitled') }),
      run: async () => {
        await client.cancelQueries({ queryKey: LISTS_KEY });
        client.setQueryData<ShelfPages>(LISTS_KEY, (pages) => withoutComics(pages, new Set([comic.id])));
        await removeComic(comic.id);
      },
      back: () => restoreComic(comic.id),
      touches: [['comics']],
    });
  };

  return (
    <section className="shelf">
      <h1>{say('shelfTitle')}</h1>
      {!books && !shelf.error && <ShelfSkeleton />}
      {!books && shelf.error && <ErrorState error={shelf.error} onRetry={() => void shelf.refetch()} />}
      {books?.length === 0 && <EmptyState picture="empty-shelf" title={say('shelfEmpty')} text={say('shelfEmptyNext')}><ButtonLink to="/new" look="primary">{say('navNew')}</ButtonLink></EmptyState>}
      {books && books.length > 0 && <ul className="shelf-books"><li><Link to="/new" className="shelf-new"><AddIcon />{say('navNew')}</Link></li>{books.map((comic) => <ShelfBook key={comic.id} comic={comic} onRemove={() => void remove(comic)} />)}</ul>}
      {shelf.hasNextPage && <div className="shelf-more"><Button isBusy={shelf.isFetchingNextPage} onClick={() => void shelf.fetchNextPage()}>{say('more')}</Button></div>}
    </section>
  );
}
