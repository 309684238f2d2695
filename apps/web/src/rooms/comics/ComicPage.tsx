import { ApiError } from '../../api/call.ts';
import { Notice } from '../../frame/Notice.tsx';
import { navigate } from '../../frame/navigation.tsx';
import { usePageTitle } from '../../frame/use-page-title.ts';
import { useWords } from '../../language/use-words.tsx';
import { BookHead } from './BookHead.tsx';
import { Downloads } from './Downloads.tsx';
import { isEnded } from './making.ts';
import { PageWall } from './PageWall.tsx';
import { Reader } from './Reader.tsx';
import { ReadabilityReport } from './ReadabilityReport.tsx';
import { useMaking } from './use-making.ts';

/** One comic: watched while it is drawn, then read and taken home. `?page=` opens the reader there. */
export function ComicPage({ comicId, pageWish }: { comicId: string; pageWish: string | null }) {
  const { sayError } = useWords();
  const { making, error, isLost, reload } = useMaking(comicId);
  usePageTitle(making?.comic.title ?? '');

  if (!making) {
    if (error instanceof ApiError && (error.status === 404 || error.status === 400)) return <Notice title="notFoundTitle" text="notFoundText" />;
    if (error instanceof ApiError && error.status === 401) return <Notice title="errorTitle" text={{ sentence: sayError(error) }} to={`/sign-in?next=/comics/${comicId}`} />;
    return error ? <Notice title="errorTitle" text={{ sentence: sayError(error) }} onRetry={reload} /> : <BookSkeleton />;
  }
  const { comic } = making;
  const openReader = (page: number) => navigate(`/comics/${comicId}?page=${page}`, { keepsScroll: true });
  const wish = Number(pageWish);
  return (
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
      {pageWish !== null && Number.isInteger(wish) && comic.pages.length > 0 && <Reader comic={comic} page={wish} />}
    </article>
  );
}

function BookSkeleton() {
  const { say } = useWords();
  return (
    <div className="book" aria-busy="true">
      <p className="unseen" role="status">{say('loading')}</p>
      <div className="book-head" aria-hidden="true"><div className="tone-line wide" /><div className="tone-line" /></div>
      <div className="wall" aria-hidden="true">{[1, 2, 3, 4, 5, 6].map((number) => <div key={number} className="wall-page empty" />)}</div>
    </div>
  );
}
