import { listLines, listPanels, type Book } from '@komawari/comic';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useMemo, type ReactNode } from 'react';
import { engine } from '../../../engine/client.ts';
import { usePageTitle } from '../../../frame/use-page-title.ts';
import { useShortcut } from '../../../frame/shortcuts/use-shortcut.ts';
import { useWords } from '../../../language/use-words.ts';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { RedoIcon, UndoIcon } from '../../../ui/icons.ts';
import { Skeleton, Tone } from '../../../ui/Skeleton.tsx';
import { Tabs } from '../../../ui/Tabs.tsx';
import { closeToast, showToast } from '../../../ui/toast.ts';
import { useBook, type OpenBook } from '../book/use-book.ts';
import { ComicTabs } from '../ComicTabs.tsx';
import './cast.css';
import { BookNotices } from './BookNotices.tsx';
import { CastContext, StepsContext, type Cast, type CastSteps } from './cast-context.ts';
import type { CastView } from './cast-search.ts';
import { CastWall } from './CastWall.tsx';
import { FactList } from './FactList.tsx';
import { ModelSheet } from './ModelSheet.tsx';
import { listScenes } from './outfit-times.ts';
import { PlaceWall } from './PlaceWall.tsx';
import { SceneTable } from './SceneTable.tsx';
import { StaleBar } from '../stale/StaleBar.tsx';

/** The people, places and facts of a comic, on the wall of a studio; one of them opened is a model sheet. */
export function CastPage() {
  const { comicId, characterId } = useParams({ strict: false });
  return comicId === undefined ? null : <OpenCast key={comicId} comicId={comicId} characterId={characterId} />;
}

function OpenCast({ comicId, characterId }: { comicId: string; characterId: string | undefined }) {
  const { say } = useWords('comics-cast');
  usePageTitle(say('title'));
  const { book, error, reload } = useBook(comicId);
  return (
    <>
      <ComicTabs comicId={comicId} current="cast" />
      {book ? <CastDesk comicId={comicId} open={book} characterId={characterId} /> : error ? <ErrorState error={error} onRetry={reload} /> : <WallSkeleton />}
    </>
  );
}

function CastDesk({ comicId, open, characterId }: { comicId: string; open: OpenBook; characterId: string | undefined }) {
  const { say } = useWords('comics-cast');
  const { book } = open;
  const counts = useCounts(book);
  const steps = useSteps(comicId, open);
  const cast: Cast = { open, ...steps, ...counts };
  useEffect(() => engine.openBook(comicId, book), [comicId, book]);
  const undoKeys = useShortcut('comics-cast.undo', 'Mod+Z', steps.undo, { word: say('undo'), isOff: !open.canUndo });
  const redoKeys = useShortcut('comics-cast.redo', 'Mod+Shift+Z', steps.redo, { word: say('redo'), isOff: !open.canRedo });
  return (
    <StepsContext value={steps}>
      <CastContext value={cast}>
      <div className="cast">
        <div className="cast-steps">
          <IconButton label={say('undo')} shortcut={undoKeys} icon={<UndoIcon />} disabled={!open.canUndo} onClick={steps.undo} />
          <IconButton label={say('redo')} shortcut={redoKeys} icon={<RedoIcon />} disabled={!open.canRedo} onClick={steps.redo} />
        </div>
        <BookNotices />
        {characterId === undefined ? <Wall /> : <ModelSheet key={characterId} characterId={characterId} />}
        <StaleBar comicId={comicId} open={open} isSticky />
      </div>
      </CastContext>
    </StepsContext>
  );
}

function Wall() {
  const { say } = useWords('comics-cast');
  const { comicId } = useParams({ from: '/comics/$comicId/cast' });
  const { show = 'people' } = useSearch({ from: '/comics/$comicId/cast' });
  const navigate = useNavigate();
  const panels: Record<CastView, ReactNode> = { people: <CastWall />, places: <PlaceWall />, scenes: <SceneTable />, facts: <FactList /> };
  return (
    <Tabs<CastView>
      label={say('title')} value={show} onChange={(next) => void navigate({ to: '/comics/$comicId/cast', params: { comicId }, search: next === 'people' ? {} : { show: next }, replace: true, resetScroll: false })}
      tabs={[{ value: 'people', word: say('tabPeople'), panel: panels.people }, { value: 'places', word: say('tabPlaces'), panel: panels.places }, { value: 'scenes', word: say('tabScenes'), panel: panels.scenes }, { value: 'facts', word: say('tabFacts'), panel: panels.facts }]}
    />
  );
}

/** An offer to undo is about the last step: it goes when another one is made. */
function useSteps(comicId: string, { change, undo, redo }: OpenBook): CastSteps & Pick<OpenBook, 'undo' | 'redo'> {
  const { say } = useWords('comics-cast');
  return useMemo(() => {
    let toast = 0;
    const alone = <A extends unknown[], R>(step: (...given: A) => R) => (...given: A): R => {
      closeToast(toast);
      return step(...given);
    };
    return {
      comicId, change: alone(change), undo: alone(undo), redo: alone(redo),
      tell: (text: string) => { toast = showToast({ text, action: { word: say('undo'), onChoose: undo } }); },
    };
  }, [comicId, change, undo, redo, say]);
}

function useCounts(book: Book): Pick<Cast, 'scenes' | 'lines' | 'panels'> {
  const { chapters, bible } = book;
  return useMemo(() => {
    const [lines, panels] = [new Map<string, number>(), new Map<string, number>()];
    const whole = { ...book, chapters, bible };
    for (const { speakerId } of listLines(whole)) if (speakerId !== undefined) lines.set(speakerId, (lines.get(speakerId) ?? 0) + 1);
    for (const panel of listPanels(whole)) for (const { id } of panel.characters) panels.set(id, (panels.get(id) ?? 0) + 1);
    return { scenes: listScenes(whole), lines, panels };
    // Names and looks change no count.
  }, [chapters, bible.places]);
}

function WallSkeleton() {
  return <Skeleton><div className="cast-wall">{[1, 2, 3, 4, 5, 6].map((number) => <Tone key={number} shape="block" heightPx={280} />)}</div></Skeleton>;
}
