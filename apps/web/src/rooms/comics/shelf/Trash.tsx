import type { ComicSummary } from '@komawari/contract';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { emptyTrash } from '../../../api/comics-shelf.ts';
import { usePages } from '../../../api/use-call.ts';
import { usePageTitle } from '../../../frame/use-page-title.ts';
import { useWords } from '../../../language/use-words.ts';
import { Button, ButtonLink } from '../../../ui/Button.tsx';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { BackIcon, TrashIcon, UndoIcon } from '../../../ui/icons.ts';
import { forgetGone } from '../book/forget-gone.ts';
import { BookGrid } from './BookGrid.tsx';
import { PickBar } from './PickBar.tsx';
import './shelf.css';
import { LISTS_KEY, readShelf } from './shelf-list.ts';
import { ShelfBook } from './ShelfBook.tsx';
import { ShelfSkeleton } from './ShelfSkeleton.tsx';
import { usePicking } from './use-picking.ts';
import { useShelfActs } from './use-shelf-acts.ts';

const WISH = { trash: 'true' } as const;
type Question = { title: string; text: string; action: string; confirm: () => Promise<void> };

/** What was put aside: taken back with a click, deleted for good only when the question that names it is answered. */
export function Trash() {
  const { say } = useWords('comics-shelf');
  usePageTitle(say('trashTitle'));
  const client = useQueryClient();
  const trash = usePages([...LISTS_KEY, WISH], (after, signal) => readShelf(WISH, after, signal));
  const books = trash.items ?? [];
  const picking = usePicking(books);
  const acts = useShelfActs();
  const [question, setQuestion] = useState<Question>();
  const [isAsking, setIsAsking] = useState(false);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = trash;
  const more = useCallback(() => { if (hasNextPage && !isFetchingNextPage) void fetchNextPage(); }, [hasNextPage, isFetchingNextPage, fetchNextPage]);

  const ask = (next: Question) => { setQuestion(next); setIsAsking(true); };
  const askDelete = (comics: readonly ComicSummary[]) => {
    const [first] = comics;
    if (!first) return;
    ask({
      title: comics.length === 1 ? say('deleteTitle', { title: first.title || say('untitled') }) : say('deleteManyTitle', { count: comics.length }), text: say('deleteText'), action: say('deleteGood'),
      confirm: async () => { await acts.deleteForGood(comics); picking.none(); },
    });
  };
  const empty = async () => {
    await emptyTrash();
    void forgetGone();
    picking.none();
    await client.invalidateQueries({ queryKey: ['comics'] });
  };

  return (
    <section className="shelf">
      <header className="shelf-head">
        <div>
          <Link to="/comics" className="shelf-back"><BackIcon />{say('backToShelf')}</Link>
          <h1>{say('trashTitle')}</h1>
          {books.length > 0 && <p className="lead">{say('trashNote')}</p>}
        </div>
        {books.length > 0 && (
          <div className="shelf-acts">
            <Button look="quiet" aria-pressed={picking.isPicking} onClick={() => picking.setIsPicking(!picking.isPicking)}>{say(picking.isPicking ? 'selectDone' : 'selectMany')}</Button>
            <Button look="danger" icon={<TrashIcon />} onClick={() => ask({ title: say('emptyTitle'), text: say('emptyText'), action: say('emptyTrash'), confirm: empty })}>{say('emptyTrash')}</Button>
          </div>
        )}
      </header>
      {!trash.items && !trash.error && <ShelfSkeleton />}
      {!trash.items && trash.error && <ErrorState error={trash.error} onRetry={() => void trash.refetch()} />}
      {trash.items && books.length === 0 && <EmptyState picture="empty-trash" title={say('trashEmpty')} text={say('trashEmptyNext')}><ButtonLink to="/comics">{say('backToShelf')}</ButtonLink></EmptyState>}
      {books.length > 0 && (
        <div className="shelf-list" data-picking={picking.isPicking} data-trash>
          <BookGrid books={books} label={say('trashTitle')} onEnd={more} render={(comic) => (
            <ShelfBook
              key={comic.id} comic={comic} isPicked={picking.ids.has(comic.id)} isPicking={picking.isPicking} onPick={picking.pick}
              menu={(
                <span className="shelf-two">
                  <IconButton label={`${say('restore')}: ${comic.title || say('untitled')}`} icon={<UndoIcon />} onClick={() => void acts.restore([comic])} />
                  <IconButton label={`${say('deleteGood')}: ${comic.title || say('untitled')}`} icon={<TrashIcon />} onClick={() => askDelete([comic])} />
                </span>
              )}
            />
          )} />
        </div>
      )}
      {picking.picked.length > 0 && (
        <PickBar count={picking.picked.length} onAll={picking.all} onNone={picking.none}>
          <Button onClick={() => { const comics = picking.picked; picking.none(); void acts.restore(comics); }}>{say('restore')}</Button>
          <Button look="danger" onClick={() => askDelete(picking.picked)}>{say('deleteGood')}</Button>
        </PickBar>
      )}
      {question && <ConfirmDialog title={question.title} text={question.text} action={question.action} isOpen={isAsking} onClose={() => setIsAsking(false)} onConfirm={question.confirm} />}
    </section>
  );
}
