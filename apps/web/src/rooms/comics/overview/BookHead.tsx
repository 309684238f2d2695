import type { Comic } from '@komawari/contract';
import { Link } from '@tanstack/react-router';
import { cancelComic, continueComic } from '../../../api/comics.ts';
import { useSend } from '../../../api/use-call.ts';
import { useWords, type Say } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { AlertIcon, BackIcon, BookIcon, DownloadIcon, PlayIcon, StopIcon } from '../../../ui/icons.ts';
import { ProgressBar } from '../../../ui/ProgressBar.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import { countDrawn, isEnded, secondsLeft, type Making } from './making.ts';
import { usePlace } from '../place.ts';

type Props = { making: Making; isLost: boolean; onChanged: () => void; onRead: (page: number) => void };

/** Title, what is happening or has happened, and the one thing to do now. */
export function BookHead({ making, isLost, onChanged, onRead }: Props) {
  const { say, sayError } = useWords('comics');
  const { comic } = making;
  const ended = isEnded(comic.state);
  const place = usePlace(comic.id);

  const act = useSend((action: (comicId: string) => Promise<unknown>) => action(comic.id), { touches: [['comics']], onDone: onChanged });

  return (
    <header className="book-head">
      <Link to="/comics" className="back"><BackIcon />{say('shelfTitle')}</Link>
      <h1>{comic.title || say('untitled')}</h1>
      <p className="book-facts">
        <Tag title={say('storyboardWhy')}>{say('storyboard')}</Tag>
        {comic.pageCount > 0 && <span>{say('pageCount', { count: comic.pageCount })}</span>}
        {comic.panels.total > 0 && <span>{say('panelCount', { count: comic.panels.total })}</span>}
      </p>
      {comic.state !== 'done' && <Progress making={making} isLost={isLost} />}
      {comic.error && ended && <p className="fault" role="alert"><AlertIcon />{comic.error.message}</p>}
      {act.error && <p className="fault" role="alert"><AlertIcon aria-hidden="true" />{sayError(act.error)}</p>}
      <div className="book-acts">
        {comic.state === 'done' && place > 1 && <Button look="primary" icon={<BookIcon />} onClick={() => onRead(place)}>{say('readOn', { n: place })}</Button>}
        {comic.state === 'done' && <Button look={place > 1 ? 'plain' : 'primary'} icon={<BookIcon />} onClick={() => onRead(1)}>{say(place > 1 ? 'readFromStart' : 'read')}</Button>}
        {comic.state === 'done' && <a className="button only-narrow" href="#downloads-title"><DownloadIcon />{say('download')}</a>}
        {!ended && <Button icon={<StopIcon />} isBusy={act.isPending} onClick={() => act.mutate(cancelComic)}>{say('stop')}</Button>}
        {(comic.state === 'incomplete' || comic.state === 'cancelled') && <Button look="primary" icon={<PlayIcon />} isBusy={act.isPending} onClick={() => act.mutate(continueComic)}>{say('continueMaking')}</Button>}
      </div>
    </header>
  );
}

function Progress({ making, isLost }: { making: Making; isLost: boolean }) {
  const { say } = useWords('comics');
  const { done, total } = countDrawn(making.comic);
  const hasEnded = isEnded(making.comic.state);
  return <ProgressBar label={isLost ? say('reconnecting') : sayStage(making.comic, say)} done={done} total={total} secondsLeft={hasEnded ? undefined : secondsLeft(making)} isLive={!hasEnded} />;
}

function sayStage(comic: Comic, say: Say<'comics'>): string {
  const { done, total } = countDrawn(comic);
  switch (comic.state) {
    case 'queued':
      return say('stateQueued');
    case 'running':
      return total === 0 ? say('stateScript') : done < total ? say('stateDrawing', { n: done + 1, total }) : say('statePages');
    case 'done':
      return say('stateDone');
    case 'incomplete':
      return say('stateIncomplete');
    case 'cancelled':
      return say('stateCancelled');
    case 'refused':
      return say('stateRefused');
    case 'unknown':
      return say('stateUnknown');
    case 'failed':
      return say('stateFailed');
  }
}
