import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { updateComic } from '../../../api/comics-drawing.ts';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { AddIcon, BackIcon, FitIcon, ForwardIcon, LessIcon, RedoIcon, UndoIcon } from '../../../ui/icons.ts';
import { isEnded } from '../overview/making.ts';
import { usePageDesk } from './desk-context.ts';
import type { Zoom } from './use-zoom.ts';

/** Where one is, what was done, and whether the files know of it. */
export function EditorHead({ zoom }: { zoom: Zoom }) {
  const { desk, page, goTo, comicId } = usePageDesk();
  const { say } = useWords('comics-pages');
  const { book } = desk;
  const number = page.laid.number;
  return (
    <header className="pe-head">
      <Link className="icon-button" to="/comics/$comicId" params={{ comicId }} aria-label={say('backToBook')} data-tip={say('backToBook')}><BackIcon /></Link>
      <h1 className="pe-title">{book.book.title}</h1>
      <div className="pe-group">
        <IconButton label={say('previousPage')} icon={<BackIcon />} disabled={number <= 1} onClick={() => goTo(number - 1)} />
        <span className="pe-number number">{say('pageOf', { n: number, total: page.pages.length })}</span>
        <IconButton label={say('nextPage')} icon={<ForwardIcon />} disabled={number >= page.pages.length} onClick={() => goTo(number + 1)} />
      </div>
      <div className="pe-group">
        <IconButton label={say('undo')} shortcut="Mod+Z" icon={<UndoIcon />} disabled={!book.canUndo} onClick={book.undo} />
        <IconButton label={say('redo')} shortcut="Mod+Shift+Z" icon={<RedoIcon />} disabled={!book.canRedo} onClick={book.redo} />
      </div>
      <div className="pe-group pe-zoom">
        <IconButton label={say('zoomOut')} shortcut="-" icon={<LessIcon />} onClick={() => zoom.zoomBy(-1)} />
        <button type="button" className="pe-percent number" onClick={() => zoom.setScale(1)} data-tip={say('zoomWhole')}>{Math.round(zoom.scale * 100)} %</button>
        <IconButton label={say('zoomIn')} shortcut="+" icon={<AddIcon />} onClick={() => zoom.zoomBy(1)} />
        <IconButton label={say('zoomFit')} shortcut="0" icon={<FitIcon />} aria-pressed={zoom.isFitted} onClick={zoom.fit} />
      </div>
      <SaveState />
    </header>
  );
}

/** The book saves itself; pages and files are made from it when asked. */
function SaveState() {
  const { desk, comicId } = usePageDesk();
  const { say, sayError } = useWords('comics-pages');
  const [asked, setAsked] = useState<'no' | 'asking' | 'asked'>('no');
  const [fault, setFault] = useState<unknown>();
  const client = useQueryClient();
  const { book, comic, changed } = desk;
  const isMaking = asked === 'asking' || !isEnded(comic.state);
  const isBehind = book.revision !== comic.pagesRevision && changed.size > 0;
  const update = () => {
    setAsked('asking');
    setFault(undefined);
    updateComic(comicId).then(async () => {
      await client.invalidateQueries({ queryKey: ['comics', comicId, 'whole'] });
      setAsked('asked');
    }).catch((error: unknown) => { setFault(error); setAsked('no'); });
  };
  return (
    <div className="pe-save">
      <span className="pe-state" role="status" data-state={book.saving}>
        {desk.fault ? <span className="fault">{say('pageFault')}<button type="button" className="quiet" onClick={desk.retry}>{say('setAgain')}</button></span> : fault !== undefined ? <span className="fault">{sayError(fault)}</span> : book.saving !== 'saved' ? say(`saving-${book.saving}`) : isMaking ? say('pagesMaking') : isBehind ? say('pagesBehind', { count: changed.size }) : say('saved')}
      </span>
      {(isBehind || isMaking) && <Button look="primary" isBusy={isMaking} disabled={book.saving !== 'saved' && !isMaking} onClick={update}>{say('updatePages')}</Button>}
    </div>
  );
}
