import type { ComicSummary } from '@komawari/contract';
import { useWords } from '../../../language/use-words.ts';
import { isLive, stateOf } from './comic-state.ts';
import { RoughPage } from './RoughPage.tsx';

/** The first page of a comic, or a pencilled draft under its title while there is none; on it, what is going on. */
export function Cover({ comic, isEager = false }: { comic: ComicSummary; isEager?: boolean }) {
  const { say } = useWords('comics-shelf');
  const { word, fill } = stateOf(comic);
  return (
    <span className="shelf-cover panel" data-empty={comic.cover === null} data-strip={comic.format === 'webtoon'}>
      {comic.cover !== null && <img src={comic.cover} alt="" loading={isEager ? 'eager' : 'lazy'} decoding="async" />}
      {comic.cover === null && <><RoughPage id={comic.id} /><span className="shelf-lettering" aria-hidden="true"><bdi>{comic.title || say('untitled')}</bdi></span></>}
      {comic.state !== 'done' && <span className="shelf-state" data-live={isLive(comic)}>{say(word, fill)}</span>}
    </span>
  );
}
