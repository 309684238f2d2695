import { Outlet, useNavigate, useParams } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { ApiError } from '../../../api/call.ts';
import { usePageTitle } from '../../../frame/use-page-title.ts';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { Skeleton, Tone } from '../../../ui/Skeleton.tsx';
import { useBook } from '../book/use-book.ts';
import { ComicTabs } from '../ComicTabs.tsx';
import { Downloads } from '../downloads/Downloads.tsx';
import { StaleBar } from '../stale/StaleBar.tsx';
import './book.css';
import { FaultList } from './FaultList.tsx';
import { isEnded, type Making } from './making.ts';
import { MakingContext, UpdateContext } from './making-context.ts';
import { NothingYet } from './NothingYet.tsx';
import { OutOfDateBar } from './OutOfDateBar.tsx';
import { PageWall } from './PageWall.tsx';
import { ReadabilityReport } from './ReadabilityReport.tsx';
import { ReadActs } from './ReadActs.tsx';
import { StatusStrip } from './StatusStrip.tsx';
import { useMaking } from './use-making.ts';
import { useUpdate } from './use-update.ts';

const ScriptReady = lazy(() => import('./ScriptReady.tsx').then(({ ScriptReady: component }) => ({ default: component })));

/** One comic: watched while it is drawn, then read, changed and taken home. Reader and takes open over it as routes of their own. */
export function ComicPage() {
  const { comicId } = useParams({ from: '/comics/$comicId' });
  return <OpenComic key={comicId} comicId={comicId} />;
}

function OpenComic({ comicId }: { comicId: string }) {
  const { making, error, isLost, reload } = useMaking(comicId);
  usePageTitle(making?.comic.title ?? '');
  const isGone = error instanceof ApiError && (error.status === 404 || error.status === 401);
  if (!making || isGone) return error ? <ErrorState error={error} onRetry={reload} isPage /> : <BookSkeleton />;
  return <Overview making={making} isLost={isLost} reload={reload} />;
}

function Overview({ making, isLost, reload }: { making: Making; isLost: boolean; reload: () => void }) {
  const { comic } = making;
  const { book } = useBook(comic.id, comic.revision === 0);
  const navigate = useNavigate();
  const update = useUpdate(comic, reload);
  const openReader = (page: number) => void navigate({ to: '/comics/$comicId/read', params: { comicId: comic.id }, search: { page }, resetScroll: false });
  const isScript = comic.isScriptOnly && comic.state === 'incomplete';
  const hasPages = comic.pages.length > 0 || !isEnded(comic.state);
  return (
    <MakingContext value={making}>
      <article className="book">
        <ComicTabs comicId={comic.id} current="overview" title={comic.title} hasBook={comic.revision > 0} />
        <StatusStrip making={making} isLost={isLost} onChanged={reload} onUpdate={update.update} />
        <OutOfDateBar comic={comic} book={book} update={update} />
        {book && !comic.isScriptOnly && isEnded(comic.state) && <StaleBar comicId={comic.id} open={book} onRedraw={update.update} />}
        <ReadActs comic={comic} onRead={openReader} />
        <FaultList comic={comic} />
        {isScript && book ? <Suspense fallback={<Skeleton><Tone shape="block" heightPx={160} /></Skeleton>}><ScriptReady comicId={comic.id} book={book.book} isBusy={update.isSending || update.isWaiting} onDraw={update.update} /></Suspense> : !hasPages ? <NothingYet comic={comic} /> : (
          <div className="book-body">
            <PageWall comic={comic} />
            {/* Also while an update runs or after one has failed: what is there can be taken, and a file under way goes on. */}
            {(comic.pagesRevision > 0 || comic.state === 'done' || comic.files.length > 0) && (
              <aside className="book-side">
                <Downloads comic={comic} onMade={reload} />
                {(comic.state === 'done' || comic.pagesRevision > 0) && <ReadabilityReport problems={comic.problems} onOpen={openReader} />}
              </aside>
            )}
          </div>
        )}
      </article>
      <UpdateContext value={update}><Outlet /></UpdateContext>
    </MakingContext>
  );
}

function BookSkeleton() {
  return (
    <Skeleton>
      <div className="book">
        <div className="comic-bar"><Tone widthPercent={45} heightPx={34} /><Tone widthPercent={30} /></div>
        <div className="wall">{[1, 2, 3, 4, 5, 6].map((number) => <Tone key={number} shape="page" />)}</div>
      </div>
    </Skeleton>
  );
}
