import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useDeferredValue, useEffect, useState } from 'react';
import { usePages } from '../../../api/use-call.ts';
import { useSession } from '../../../frame/use-session.ts';
import { useShortcut } from '../../../frame/shortcuts/use-shortcut.ts';
import { usePageTitle } from '../../../frame/use-page-title.ts';
import { useWords } from '../../../language/use-words.ts';
import { Button, ButtonLink } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { useBookCommands } from '../use-book-commands.ts';
import { useVersionsPlace } from '../versions/use-versions-place.ts';
import { forgetGone } from '../book/forget-gone.ts';
import { BookGrid } from './BookGrid.tsx';
import { BookMenu } from './BookMenu.tsx';
import { PickBar } from './PickBar.tsx';
import './shelf.css';
import { LISTS_KEY, readShelf } from './shelf-list.ts';
import { ShelfBook } from './ShelfBook.tsx';
import { ShelfHead } from './ShelfHead.tsx';
import { ShelfSkeleton } from './ShelfSkeleton.tsx';
import { ShelfTools } from './ShelfTools.tsx';
import { useImport } from './use-import.ts';
import { useLiveComics } from './use-live-comics.ts';
import { focusedComic, usePicking } from './use-picking.ts';
import { useShelfActs } from './use-shelf-acts.ts';

const VersionsSheet = lazy(() => import('../versions/VersionsSheet.tsx').then(({ VersionsSheet: component }) => ({ default: component })));
const route = getRouteApi('/comics');
/** So many comics make finding and ordering worth its room. */
const FEW = 3;

/** One's own comics: found, ordered, narrowed, picked; a thousand of them as smoothly as ten. */
export function Shelf() {
  const { say } = useWords('comics-shelf');
  usePageTitle(say('shelfTitle'));
  const search = route.useSearch();
  const isNarrowed = search.q !== undefined || search.state !== undefined;
  const wish = { search: search.q, sort: search.sort, state: search.state };
  const { me, error: meError } = useSession();
  const isNobody = me?.kind === 'anonymous' && me.guestsMayMake;
  // Nobody has comics yet: the server is not asked for a list it would refuse.
  const shelf = usePages([...LISTS_KEY, wish, isNobody], (after, signal) => (isNobody ? Promise.resolve({ items: [], next: null }) : readShelf(wish, after, signal)), { isOff: !me && !meError });
  const books = useLiveComics(useDeferredValue(shelf.items) ?? []);
  const picking = usePicking(books);
  const acts = useShelfActs();
  const bundles = useImport();
  const [renaming, setRenaming] = useState<string>();
  const versions = useVersionsPlace({ isShelf: true });
  useBookCommands(books.slice(0, 60));
  // Some may have been deleted for good on another machine.
  useEffect(() => { if (me && !isNobody) void forgetGone(); }, [me, isNobody]);

  const focused = () => books.find(({ id }) => id === focusedComic());
  useShortcut('comics.rename', 'F2', () => setRenaming(focused()?.id), { word: say('keyRename') });
  useShortcut('comics.trash', 'Delete', () => {
    const comics = picking.picked.length > 0 ? picking.picked : books.filter(({ id }) => id === focused()?.id);
    picking.none();
    void acts.trash(comics);
  }, { word: say('keyTrash') });

  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = shelf;
  const more = useCallback(() => { if (hasNextPage && !isFetchingNextPage && !isFetchNextPageError) void fetchNextPage(); }, [hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage]);
  const isThere = shelf.items !== undefined;
  const act = (run: (comics: typeof picking.picked) => Promise<void>) => () => { const comics = picking.picked; picking.none(); void run(comics); };

  return (
    <section className="shelf" data-over={bundles.isOver} {...bundles.drag}>
      <ShelfHead bundles={bundles} isPicking={picking.isPicking} onPicking={books.length > 0 ? picking.setIsPicking : undefined} />
      {(isNarrowed || books.length > FEW) && <ShelfTools search={search} />}
      {!isThere && !shelf.error && <ShelfSkeleton />}
      {!isThere && shelf.error && <ErrorState error={shelf.error} onRetry={() => void shelf.refetch()} />}
      {isThere && books.length === 0 && !isNarrowed && <EmptyState picture="empty-shelf" title={say('shelfEmpty')} text={say('shelfEmptyNext')}><ButtonLink to="/new" look="primary">{say('newComic')}</ButtonLink></EmptyState>}
      {isThere && books.length === 0 && isNarrowed && <EmptyState picture="nothing-found" title={say('noneFound')} text={say('noneFoundNext')}><ButtonLink to="/comics" search={{}}>{say('showEverything')}</ButtonLink></EmptyState>}
      {books.length > 0 && (
        <div className="shelf-list" data-picking={picking.isPicking}>
          <BookGrid books={books} label={say('shelfTitle')} onEnd={more} render={(comic) => (
            <ShelfBook
              key={comic.id} comic={comic} isPicked={picking.ids.has(comic.id)} isPicking={picking.isPicking} isRenaming={renaming === comic.id} onPick={picking.pick} onRenamed={() => setRenaming(undefined)}
              menu={<BookMenu comic={comic} acts={acts} onRename={() => setRenaming(comic.id)} onVersions={() => versions.open(comic.id)} />}
            />
          )} />
        </div>
      )}
      {isFetchNextPageError && <div className="shelf-more"><Button onClick={() => void fetchNextPage()}>{say('more')}</Button></div>}
      {bundles.isOver && <div className="shelf-drop" aria-hidden="true">{say('importDrop')}</div>}
      {picking.picked.length > 0 && (
        <PickBar count={picking.picked.length} onAll={picking.all} onNone={picking.none}>
          <Button onClick={act(acts.trash)}>{say('moveToTrash')}</Button>
          <Button onClick={act(acts.duplicate)}>{say('copyIt')}</Button>
          <Button onClick={act(acts.saveKoma)} disabled={picking.picked.some(({ state }) => state !== 'done')}>{say('saveAsKoma')}</Button>
        </PickBar>
      )}
      <Suspense>{versions.comicId !== undefined && <VersionsSheet comicId={versions.comicId} versionId={versions.versionId} onCompare={versions.compare} onList={versions.toList} onClose={versions.close} />}</Suspense>
    </section>
  );
}
