import { useParams } from '@tanstack/react-router';
import { usePageTitle } from '../../../frame/use-page-title.ts';
import { useWords } from '../../../language/use-words.ts';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { Skeleton, Tone } from '../../../ui/Skeleton.tsx';
import { useBook } from '../book/use-book.ts';
import { ComicTabs } from '../ComicTabs.tsx';
import './script.css';
import { ScriptEditor } from './ScriptEditor.tsx';

/** The script of a comic, to be written on before and after it is drawn. */
export function ScriptPage() {
  const { comicId } = useParams({ strict: false });
  return comicId === undefined ? null : <OpenScript key={comicId} comicId={comicId} />;
}

function OpenScript({ comicId }: { comicId: string }) {
  const { book, error, reload } = useBook(comicId);
  const { say } = useWords('comics-script');
  usePageTitle(book ? `${book.book.title} · ${say('script')}` : say('script'));
  return (
    <>
      <ComicTabs comicId={comicId} current="script" />
      {book ? <ScriptEditor comicId={comicId} book={book} /> : error ? <ErrorState error={error} onRetry={reload} isPage /> : <ScriptSkeleton />}
    </>
  );
}

function ScriptSkeleton() {
  return (
    <Skeleton>
      <div className="script-waiting">
        <Tone heightPx={56} shape="block" />
        {[1, 2, 3].map((number) => <Tone key={number} shape="block" heightPx={180} />)}
      </div>
    </Skeleton>
  );
}
