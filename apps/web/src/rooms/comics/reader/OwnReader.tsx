import type { Comic, ReadingPlace } from '@komawari/contract';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useRef, useState } from 'react';
import { updateComic } from '../../../api/comics-drawing.ts';
import { getReading, keepReadingPlace, type Reading } from '../../../api/comics-shelf.ts';
import { useCall, useSend } from '../../../api/use-call.ts';
import { useWords } from '../../../language/use-words.ts';
import { Button, ButtonLink } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { isEnded } from '../overview/making.ts';
import { useOpenComic } from '../overview/making-context.ts';
import { keepPlace } from '../place.ts';
import { BookLanguageChoice } from './BookLanguageChoice.tsx';
import { NoPages } from './NoPages.tsx';
import { Notice } from './Notice.tsx';
import { Reader } from './Reader.tsx';
import { ReaderDialog } from './ReaderDialog.tsx';
import { useKeptPlace } from './use-kept-place.ts';

const ADDRESS_MS = 200;

/** One's own comic, open over its page: the place is kept with the account, and what is out of date is said. */
export function ReaderPage() {
  const { comic } = useOpenComic();
  const { comicId } = useParams({ from: '/comics/$comicId/read' });
  const navigate = useNavigate();
  const close = () => void navigate({ to: '/comics/$comicId', params: { comicId }, replace: true, resetScroll: false });
  return <ReaderDialog label={comic.title} onClose={close}>{(root) => <OwnBook comic={comic} root={root} onClose={close} />}</ReaderDialog>;
}

function OwnBook({ comic, root, onClose }: { comic: Comic; root: Parameters<Parameters<typeof ReaderDialog>[0]['children']>[0]; onClose: () => void }) {
  const [language, setLanguage] = useState<string>();
  const drawn = comic.pages.filter(({ picture }) => picture !== null).length;
  const { data, error, refetch } = useCall(['comics', comic.id, 'reading', language ?? '', comic.pagesRevision, drawn], (signal) => getReading(comic.id, language, signal));
  const reading = useLatest(data);
  const wished = data?.place?.language;
  const isAsked = useRef(false);
  useEffect(() => {
    // The language one last read in, once.
    if (isAsked.current || !data) return;
    isAsked.current = true;
    if (wished && wished !== data.language && data.languages.includes(wished)) setLanguage(wished);
  }, [data, wished]);

  if (!reading) return error ? <div className="r-message"><ErrorState error={error} onRetry={() => void refetch()} /></div> : <div className="r-message" aria-busy="true"><div className="r-wait" /></div>;
  return <OpenBook key={comic.id} comic={comic} reading={reading} root={root} onClose={onClose} language={language ?? reading.language} onLanguage={setLanguage} />;
}

type OpenProps = { comic: Comic; reading: Reading; root: Parameters<typeof Reader>[0]['root']; onClose: () => void; language: string; onLanguage: (language: string) => void };

function OpenBook({ comic, reading, root, onClose, language, onLanguage }: OpenProps) {
  const { say } = useWords('comics-reader');
  const { page: asked } = useSearch({ from: '/comics/$comicId/read' });
  const navigate = useNavigate();
  const { place } = reading;
  const [start] = useState(() => ({ page: asked ?? place?.page ?? 1, panelId: asked === undefined || asked === place?.page ? (place?.panelId ?? null) : null, mode: place?.mode ?? null }));
  const [isBack, setBack] = useState(asked === undefined && (place?.page ?? 1) > 1);
  const [round, setRound] = useState(0);
  const count = reading.pages.length;
  const isEmpty = !reading.pages.some(({ picture }) => picture !== null);
  const send = useCallback((next: ReadingPlace) => keepReadingPlace(comic.id, next), [comic.id]);
  const keepOnServer = useKeptPlace(send);

  const addressTimer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const onPlace = useCallback((next: ReadingPlace, isAtEnd: boolean) => {
    keepPlace(comic.id, next.page >= count ? 1 : next.page);
    keepOnServer(isAtEnd ? { ...next, page: 1, panelId: null } : next);
    if (next.page !== start.page) setBack(false);
    // The address follows when the reader rests: it stirs the whole page behind.
    clearTimeout(addressTimer.current);
    addressTimer.current = setTimeout(() => void navigate({ to: '/comics/$comicId/read', params: { comicId: comic.id }, search: { page: next.page }, replace: true, resetScroll: false }), ADDRESS_MS);
  }, [comic.id, count, keepOnServer, navigate, start]);
  useEffect(() => () => clearTimeout(addressTimer.current), []);

  const languages = <BookLanguageChoice languages={reading.languages} value={language} onChange={onLanguage} />;
  if (isEmpty && reading.languages[0] !== undefined && reading.language !== reading.languages[0]) return <NoPages language={reading.language} own={reading.languages[0]} onOwn={onLanguage} onClose={onClose}><UpdateButton comic={comic} /></NoPages>;
  if (isEmpty) return <div className="r-message"><EmptyState picture="waiting" title={say('emptyTitle')} text={say('emptyText')}><Button onClick={onClose}>{say('backToComic')}</Button></EmptyState></div>;

  const isOutdated = comic.revision !== comic.pagesRevision && comic.revision > 0;
  const notices = isOutdated ? <Notice text={say(isEnded(comic.state) ? 'outdated' : 'updating')}><UpdateButton comic={comic} /></Notice>
    : isBack ? <Notice text={say('welcomeBack', { n: start.page })} onClose={() => setBack(false)}><Button look="quiet" onClick={() => { setBack(false); start.page = 1; start.panelId = null; setRound(round + 1); }}>{say('fromStart')}</Button></Notice> : undefined;
  return (
    <Reader key={round} book={reading} start={start} root={root} onClose={onClose} onPlace={onPlace} languages={languages} notices={notices} holdsBars={isBack}
      endActs={<>
        <ButtonLink to="/comics/$comicId" params={{ comicId: comic.id }} hash="downloads-title" look="primary" replace>{say('takeAway')}</ButtonLink>
        <ButtonLink to="/comics/$comicId" params={{ comicId: comic.id }} hash="share" replace>{say('shareIt')}</ButtonLink>
      </>} />
  );
}

/** Makes the pages from the book as it stands; the page behind tells how far it is. */
function UpdateButton({ comic }: { comic: Comic }) {
  const { say, sayError } = useWords('comics-reader');
  const update = useSend(() => updateComic(comic.id), { touches: [['comics']] });
  return (
    <>
      <Button look="quiet" isBusy={update.isPending || !isEnded(comic.state)} onClick={() => update.mutate(undefined)}>{say('update')}</Button>
      {update.error && <span role="alert">{sayError(update.error)}</span>}
    </>
  );
}

/** What was there before stands until something newer has come. */
function useLatest<T>(value: T | undefined): T | undefined {
  const [latest, setLatest] = useState(value);
  if (value !== undefined && value !== latest) setLatest(value);
  return value ?? latest;
}
