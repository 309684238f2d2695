import { listPanels } from '@komawari/comic';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useWords } from '../../../language/use-words.ts';
import { Sheet } from '../../../ui/Dialog.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { Skeleton, Tone } from '../../../ui/Skeleton.tsx';
import { useBook } from '../book/use-book.ts';
import { useOpenComic } from '../overview/making-context.ts';
import './takes.css';
import { PanelTakes } from './PanelTakes.tsx';
import { useTakes } from './use-takes.ts';

/** The takes of one panel, over the overview: its address can be linked to. */
export function TakesSheet() {
  const { comicId, panelId } = useParams({ from: '/comics/$comicId/panels/$panelId' });
  const { say } = useWords('comics-takes');
  const { comic, touched } = useOpenComic();
  const { book, error } = useBook(comicId);
  const { takes, error: takesError, reload } = useTakes(comicId, panelId, touched[panelId]);
  const navigate = useNavigate();
  const close = useCallback(() => void navigate({ to: '/comics/$comicId', params: { comicId }, resetScroll: false }), [navigate, comicId]);

  const at = comic.panelStates.findIndex((panel) => panel.id === panelId);
  const panel = book && listPanels(book.book).find((one) => one.id === panelId);
  const title = at < 0 ? say('panel') : say('panelTitle', { n: at + 1, page: comic.panelStates[at]?.page ?? 0 });
  const fault = takesError ?? error;
  return (
    <Sheet title={title} isOpen onClose={close} widthPx={920}>
      {fault ? <ErrorState error={fault} onRetry={reload} /> : !book || !takes ? <Skeleton><Tone shape="block" heightPx={320} /><Tone /><Tone widthPercent={60} /></Skeleton>
        : !panel ? <EmptyState picture="lost" title={say('noPanel')} text={say('noPanelText')} />
          : <PanelTakes key={panelId} comic={comic} panel={panel} book={book} takes={takes} reload={reload} />}
    </Sheet>
  );
}
