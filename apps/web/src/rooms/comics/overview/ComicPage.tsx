import { Outlet, useNavigate, useParams } from '@tanstack/react-router';
import { usePageTitle } from '../../../frame/use-page-title.ts';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { Skeleton, Tone } from '../../../ui/Skeleton.tsx';
import './book.css';
import { BookHead } from './BookHead.tsx';
import { Downloads } from '../Downloads.tsx';
import { isEnded } from './making.ts';
import { MakingContext } from './making-context.ts';
import { PageWall } from './PageWall.tsx';
import { ReadabilityReport } from './ReadabilityReport.tsx';
import { useMaking } from './use-making.ts';

/** One comic: watched while it is drawn, then read and taken home. The reader opens over it as a route of its own. */
export function ComicPage() {
  const { comicId } = useParams({ from: '/comics/$comicId' });
  return <OpenComic key={comicId} comicId={comicId} />;
}

function OpenComic({ comicId }: { comicId: string }) {
  const { making, error, isLost, reload } = useMaking(comicId);
  const navigate = useNavigate();
  usePageTitle(making?.comic.title ?? '');

  if (!making) return error ? <ErrorState error={error} onRetry={reload} isPage /> : <BookSkeleton />;
  const { comic } = making;
  const openReader = (page: number) => void navigate({ to: '/comics/$comicId/read', params: { comicId }, search: { page }, resetScroll: false });
  return (
    <MakingContext value={making}>
      <article className="book">
        <BookHead making={making} isLost={isLost} onChanged={reload} onRead={openReader} />
        <div className="book-body">
          <PageWall comic={comic} onOpen={openReader} />
          {isEnded(comic.state) && comic.pages.length > 0 && (
            <aside className="book-side">
              <Downloads comic={comic} onMade={reload} />
              {comic.state === 'done' && <ReadabilityReport problems={comic.problems} onOpen={openReader} />}
            </aside>
          )}
        </div>
      </article>
      <Outlet />
    </MakingContext>
  );
}

function BookSkeleton() {
  return (
    <Skeleton>
      <div className="book">
        <div className="book-head"><Tone widthPercent={55} heightPx={38} /><Tone widthPercent={30} /></div>
        <div className="wall">{[1, 2, 3, 4, 5, 6].map((number) => <Tone key={number} shape="page" />)}</div>
      </div>
    </Skeleton>
  );
}
