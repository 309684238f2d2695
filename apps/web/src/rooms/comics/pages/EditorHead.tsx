import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, useSyncExternalStore } from 'react';
import { updateComic } from '../../../api/comics-drawing.ts';
import { isReachable, onReachable } from '../../../api/reachable.ts';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { AddIcon, AlertIcon, BackIcon, FitIcon, ForwardIcon, LessIcon, RedoIcon, UndoIcon, UnsavedIcon } from '../../../ui/icons.ts';
import { isEnded } from '../overview/making.ts';
import { usePageDesk } from './desk-context.ts';
import { pageStateOf, type PageState } from './page-state.ts';
import type { Zoom } from './use-zoom.ts';

/** Where one is, what was done, and whether the files know of it. */
export function EditorHead({ zoom }: { zoom: Zoom }) {
  const { desk, page, at: number, goTo, comicId } = usePageDesk();
  const { say, sayError } = useWords('comics-pages');
  const { book } = desk;
  const { update, fault, isMaking, isBehind } = useUpdate();
  const isThere = useSyncExternalStore(onReachable, isReachable);
  const state = pageStateOf({ saving: book.saving, isReachable: isThere && !desk.isAway, isFaulty: Boolean(desk.fault), isFileMissing: desk.isFileMissing, isMaking, isBehind });
  return (
    <header className="pe-head">
      <Link className="icon-button" to="/comics/$comicId" params={{ comicId }} aria-label={say('backToBook')} data-tip={say('backToBook')}><BackIcon /></Link>
      <div className="pe-what">
        <h1 className="pe-title">{book.book.title}</h1>
        <StateLine state={state} />
      </div>
      <div className="pe-update">
        {state.state === 'file-missing' ? <Button onClick={() => location.reload()}>{say('reload')}</Button> : state.state === 'fault' ? <Button onClick={desk.retry}>{say('setAgain')}</Button>
          : (isBehind || isMaking) && <Button look="primary" isBusy={isMaking} disabled={state.isLoud || (book.saving !== 'saved' && !isMaking)} onClick={update}>{say('updatePages')}</Button>}
      </div>
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
      {fault !== undefined && <p className="pe-fault fault" role="alert">{sayError(fault)}</p>}
    </header>
  );
}

/** The book saves itself; pages and files are made from it when asked. */
function useUpdate() {
  const { desk, comicId } = usePageDesk();
  const [asked, setAsked] = useState<'no' | 'asking' | 'asked'>('no');
  const [fault, setFault] = useState<unknown>();
  const client = useQueryClient();
  const { book, comic, changed } = desk;
  const update = () => {
    setAsked('asking');
    setFault(undefined);
    updateComic(comicId).then(async () => {
      await client.invalidateQueries({ queryKey: ['comics', comicId, 'whole'] });
      setAsked('asked');
    }).catch((error: unknown) => { setFault(error); setAsked('no'); });
  };
  return { update, fault, isMaking: asked === 'asking' || !isEnded(comic.state), isBehind: book.revision !== comic.pagesRevision && changed.size > 0 };
}

/** One line under the title, always there: nothing moves when it says something else. */
function StateLine({ state }: { state: PageState }) {
  const { desk } = usePageDesk();
  const { say } = useWords('comics-pages');
  const count = desk.changed.size;
  return (
    <p className="pe-state" role="status" data-state={state.state} data-loud={state.isLoud}>
      {state.isLoud && (state.state === 'offline' ? <UnsavedIcon aria-hidden="true" /> : <AlertIcon aria-hidden="true" />)}
      {state.short === undefined ? <span>{say(state.word)}</span> : <><span className="pe-long">{say(state.word, { count })}</span><span className="pe-short">{say(state.short, { count })}</span></>}
    </p>
  );
}
