import type { ComicSummary } from '@komawari/contract';
import { Link } from '@tanstack/react-router';
import { memo, type MouseEvent, type ReactNode } from 'react';
import { useWords } from '../../../language/use-words.ts';
import { Cover } from './Cover.tsx';
import { comicWay } from './comic-state.ts';
import { measureOf, shortDate } from './measure.ts';
import { TitleField } from './TitleField.tsx';

type Props = {
  comic: ComicSummary; isPicked: boolean; isPicking: boolean; isRenaming?: boolean; menu: ReactNode;
  onPick: (comicId: string, reaches: boolean) => void; onRenamed?: (() => void) | undefined;
};

/** A book on a shelf: its cover, what is going on with it, its title, its menu. While some are picked, a press picks too. */
export const ShelfBook = memo(function ShelfBook({ comic, isPicked, isPicking, isRenaming = false, menu, onPick, onRenamed }: Props) {
  const { say, language } = useWords('comics-shelf');
  const title = comic.title || say('untitled');
  const press = (event: MouseEvent) => {
    const reaches = event.shiftKey;
    if (!isPicking && !reaches && !event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    onPick(comic.id, reaches);
  };
  const when = comic.trashedAt ?? comic.updatedAt;
  const measure = measureOf(comic, say);
  return (
    <div role="listitem" className="shelf-book" data-comic={comic.id} data-picked={isPicked}>
      <Link {...comicWay(comic)} className="shelf-link" onClick={press}><span className="unseen">{title}</span><Cover comic={comic} /></Link>
      <label className="shelf-pick"><input type="checkbox" checked={isPicked} aria-label={say('selectOf', { title })} onChange={(event) => onPick(comic.id, (event.nativeEvent as unknown as globalThis.MouseEvent).shiftKey)} /></label>
      {isRenaming ? <TitleField comic={comic} onDone={() => onRenamed?.()} /> : <p className="shelf-title" title={title}><bdi>{title}</bdi></p>}
      <p className="shelf-facts">
        <span className="shelf-measure number">{[...(measure === '' || comic.trashedAt !== null ? [] : [measure]), shortDate(when, language)].join(' · ')}</span>
        {menu}
      </p>
    </div>
  );
});
