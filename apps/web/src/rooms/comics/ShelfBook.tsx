import type { ComicSummary } from '@komawari/contract';
import { Icon } from '../../frame/Icon.tsx';
import { Link } from '../../frame/navigation.tsx';
import { useWords } from '../../language/use-words.tsx';
import type { WordKey } from '../../language/dictionaries.ts';

const STATES: Readonly<Record<ComicSummary['state'], WordKey>> = {
  queued: 'stateQueued', running: 'statePages', done: 'stateDone', incomplete: 'stateIncomplete', failed: 'stateFailed', refused: 'stateRefused', cancelled: 'stateCancelled', unknown: 'stateUnknown',
};

export function ShelfBook({ comic, onRemove }: { comic: ComicSummary; onRemove: () => void }) {
  const { say, language } = useWords();
  const title = comic.title || say('untitled');
  const { done, total } = comic.panels;
  const state = comic.state === 'running' ? (total === 0 ? say('stateScript') : say('panelsOf', { done, total })) : say(STATES[comic.state]);
  return (
    <li className="shelf-book">
      <Link to={`/comics/${comic.id}`} className="shelf-link">
        <span className="shelf-cover panel" data-empty={comic.cover === null} data-strip={comic.format === 'webtoon'}>
          {comic.cover !== null && <img src={comic.cover} alt="" loading="lazy" />}
          {comic.state !== 'done' && <span className="shelf-state" data-live={comic.state === 'running' || comic.state === 'queued'}>{state}</span>}
        </span>
        <strong className="shelf-title">{title}</strong>
      </Link>
      <p className="shelf-facts">
        <span className="number">{comic.pageCount === 1 ? say('pageOne') : say('pagesCount', { n: comic.pageCount })} · {new Date(comic.createdAt).toLocaleDateString(language, { dateStyle: 'medium' })}</span>
        <button type="button" className="icon-button" aria-label={say('remove', { title })} title={say('remove', { title })} onClick={onRemove}><Icon name="trash" /></button>
      </p>
    </li>
  );
}
