import type { Comic } from '@komawari/contract';
import { useState } from 'react';
import { cancelComic, continueComic } from '../../api/comics.ts';
import { Icon } from '../../frame/Icon.tsx';
import { Link } from '../../frame/navigation.tsx';
import { useWords, type Say } from '../../language/use-words.tsx';
import { countDrawn, isEnded, secondsLeft, type Making } from './making.ts';
import { readPlace } from './place.ts';

type Props = { making: Making; isLost: boolean; onChanged: () => void; onRead: (page: number) => void };

/** Title, what is happening or has happened, and the one thing to do now. */
export function BookHead({ making, isLost, onChanged, onRead }: Props) {
  const { say, sayError } = useWords();
  const [fault, setFault] = useState<string>();
  const [isBusy, setIsBusy] = useState(false);
  const { comic } = making;
  const ended = isEnded(comic.state);
  const place = readPlace(comic.id);

  const act = async (action: (comicId: string) => Promise<unknown>) => {
    setIsBusy(true);
    setFault(undefined);
    try {
      await action(comic.id);
    } catch (error) {
      setFault(sayError(error));
    }
    setIsBusy(false);
    onChanged();
  };

  return (
    <header className="book-head">
      <Link to="/comics" className="back"><Icon name="left" />{say('navShelf')}</Link>
      <h1>{comic.title || say('untitled')}</h1>
      <p className="book-facts">
        <span className="tag" title={say('storyboardWhy')}>{say('storyboard')}</span>
        {comic.pageCount > 0 && <span>{comic.pageCount === 1 ? say('pageOne') : say('pagesCount', { n: comic.pageCount })}</span>}
        {comic.panels.total > 0 && <span>{say('panelsCount', { n: comic.panels.total })}</span>}
      </p>
      {comic.state !== 'done' && <Progress making={making} isLost={isLost} />}
      {comic.error && ended && <p className="fault" role="alert"><Icon name="alert" />{comic.error.message}</p>}
      {fault !== undefined && <p className="fault" role="alert"><Icon name="alert" />{fault}</p>}
      <div className="book-acts">
        {comic.state === 'done' && place > 1 && <button type="button" className="button primary" onClick={() => onRead(place)}><Icon name="book" />{say('readOn', { n: place })}</button>}
        {comic.state === 'done' && <button type="button" className={place > 1 ? 'button' : 'button primary'} onClick={() => onRead(1)}><Icon name="book" />{say(place > 1 ? 'readFromStart' : 'read')}</button>}
        {comic.state === 'done' && <a className="button only-narrow" href="#downloads-title"><Icon name="down" />{say('download')}</a>}
        {!ended && <button type="button" className="button" disabled={isBusy} onClick={() => void act(cancelComic)}><Icon name="stop" />{say('cancel')}</button>}
        {(comic.state === 'incomplete' || comic.state === 'cancelled') && <button type="button" className="button primary" disabled={isBusy} onClick={() => void act(continueComic)}><Icon name="play" />{say('continueMaking')}</button>}
      </div>
    </header>
  );
}

function Progress({ making, isLost }: { making: Making; isLost: boolean }) {
  const { say } = useWords();
  const { done, total } = countDrawn(making.comic);
  const left = isEnded(making.comic.state) ? undefined : secondsLeft(making);
  return (
    <div className="progress">
      <p className="progress-words">
        <strong role="status">{isLost ? say('reconnecting') : sayStage(making.comic, say)}</strong>
        {left !== undefined && done < total && <span className="number">{left < 90 ? say('timeLeftSeconds', { n: left }) : say('timeLeftMinutes', { n: Math.round(left / 60) })}</span>}
        {total > 0 && <span className="number">{say('panelsOf', { done, total })}</span>}
      </p>
      <progress value={total > 0 ? done : undefined} max={total > 0 ? total : undefined} aria-label={say('panelsOf', { done, total })} data-live={!isEnded(making.comic.state)} />
    </div>
  );
}

function sayStage(comic: Comic, say: Say): string {
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
