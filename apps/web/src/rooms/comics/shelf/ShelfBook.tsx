import type { ComicSummary } from '@komawari/contract';
import { Link } from '@tanstack/react-router';
import type { WordKey } from '../../../language/namespaces.ts';
import { useWords } from '../../../language/use-words.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { TrashIcon } from '../../../ui/icons.ts';

const STATES: Readonly<Record<ComicSummary['state'], WordKey<'comics'>>> = {
  queued: 'stateQueued', running: 'statePages', done: 'stateDone', incomplete: 'stateIncomplete', failed: 'stateFailed', refused: 'stateRefused', cancelled: 'stateCancelled', unknown: 'stateUnknown',
};

/** A book on a shelf: its cover, what is going on with it, its title. Without `onRemove` it can only be opened. */
export function ShelfBook({ comic, onRemove }: { comic: ComicSummary; onRemove?: () => void }) {
  const { say, language } = useWords('comics');
  const title = comic.title || say('untitled');
  const { done, total } = comic.panels;
  const state = comic.state === 'running' ? (total === 0 ? say('stateScript') : say('panelsOf', { done, total })) : say(STATES[comic.state]);
  return (
    <li className="shelf-book">
      <Link to="/comics/$comicId" params={{ comicId: comic.id }} className="shelf-link">
        <span className="shelf-cover panel" data-empty={comic.cover === null} data-strip={comic.format === 'webtoon'}>
          {comic.cover !== null && <img src={comic.cover} alt="" loading="lazy" />}
          {comic.state !== 'done' && <span className="shelf-state" data-live={comic.state === 'running' || comic.state === 'queued'}>{state}</span>}
        </span>
        <strong className="shelf-title">{title}</strong>
      </Link>
      <p className="shelf-facts">
        <span className="number">{say('pageCount', { count: comic.pageCount })} · {new Date(comic.createdAt).toLocaleDateString(language, { month: 'short', day: 'numeric' })}</span>
        {onRemove && <IconButton label={say('remove', { title })} icon={<TrashIcon />} onClick={onRemove} />}
      </p>
    </li>
  );
}
