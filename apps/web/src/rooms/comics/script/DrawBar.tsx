import type { Book } from '@komawari/comic';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { getStale, updateComic } from '../../../api/comics-drawing.ts';
import { getComic } from '../../../api/comics.ts';
import { useCall } from '../../../api/use-call.ts';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { useScript } from './script-context.ts';
import { useAboutPages } from './use-about-pages.ts';

type Props = { comicId: string; book: Book; revision: number; isSaved: boolean; panels: number };
/** The writer goes on typing: what is stale is asked when there is a pause. */
const PAUSE_MS = 1500;

/** From the script to the pages: drawing for the first time, or again what changed, with what it costs. */
export function DrawBar({ comicId, book, revision, isSaved, panels }: Props) {
  const script = useScript();
  const { say, sayError } = useWords('comics-script');
  const navigate = useNavigate();
  const pages = useAboutPages(comicId, book);
  const settled = useSettled(isSaved ? revision : undefined);
  const { data: comic, refetch } = useCall(['comics', comicId, 'script', settled], (signal) => getComic(comicId, signal), { isOff: settled === undefined });
  const isDrawn = comic !== undefined && (!comic.isScriptOnly || comic.panelStates.some((panel) => panel.picture !== null));
  const isBusy = comic !== undefined && (comic.state === 'queued' || comic.state === 'running') && !comic.isPaused;
  const { data: stale } = useCall(['comics', comicId, 'stale', settled], (signal) => getStale(comicId, signal), { isOff: settled === undefined || !isDrawn || isBusy });
  const [isSending, setIsSending] = useState(false);
  const [fault, setFault] = useState('');
  const draw = async () => {
    script.drafts.flush();
    setIsSending(true);
    setFault('');
    try {
      await updateComic(comicId, isDrawn ? 'stale' : 'missing');
      await navigate({ to: '/comics/$comicId', params: { comicId } });
    } catch (error) {
      setFault(sayError(error));
      void refetch();
    } finally {
      setIsSending(false);
    }
  };
  const changed = stale?.items.filter((one) => !one.isLocked).length ?? 0;
  const isBehind = isDrawn && !isBusy && comic.pagesRevision < comic.revision;
  return (
    <div className="script-draw">
      <p className="script-size number">{say('panelCount', { count: panels })}{pages !== undefined && <> · {say('aboutPages', { count: pages })}</>}</p>
      {isBusy && <p className="script-draw-state">{say('isDrawing')}</p>}
      {comic && !isDrawn && !isBusy && <Button look="primary" isBusy={isSending} onClick={() => void draw()}>{say('drawComic')}</Button>}
      {isBehind && (
        <>
          <p className="script-draw-state">{changed > 0 ? say('panelsChanged', { count: changed }) : say('wordsChanged')} · {stale && stale.cost > 0 ? say('costs', { count: stale.cost }) : say('free')}</p>
          <Button look="primary" isBusy={isSending} onClick={() => void draw()}>{say('updatePages')}</Button>
        </>
      )}
      {fault !== '' && <p className="fault" role="alert">{fault}</p>}
    </div>
  );
}

function useSettled(value: number | undefined): number | undefined {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    if (value === undefined) return undefined;
    const timer = setTimeout(() => setSettled(value), settled === undefined ? 0 : PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value, settled]);
  return settled;
}
