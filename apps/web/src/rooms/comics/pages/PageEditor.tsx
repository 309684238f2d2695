import { useParams } from '@tanstack/react-router';
import { useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { usePageTitle } from '../../../frame/use-page-title.ts';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx';
import { useToldRefusals } from '../book/use-told-refusals.ts';
import type { Language } from './bubble-ops.ts';
import { DraftHandContext, PageDeskContext, type PageDesk, type Selection, type ToolName } from './desk-context.ts';
import { DraftHolder } from './DraftHolder.tsx';
import { EditorHead } from './EditorHead.tsx';
import { EditorKeys } from './EditorKeys.tsx';
import { groundOf } from './page-ops.ts';
import { PageStrip } from './PageStrip.tsx';
import { Stage } from './Stage.tsx';
import './page-editor.css';
import './page-tools.css';
import { Tools } from './Tools.tsx';
import { useDesk, type Desk } from './use-desk.ts';
import { useGoTo } from './use-go-to.ts';
import { useZoom } from './use-zoom.ts';

/** A page of a comic with all its parts under the hand: frames, gutters, bubbles, words, pictures. */
export function PageEditor() {
  const { comicId, number } = useParams({ from: '/comics/$comicId/pages/$number' });
  return <DraftHolder key={comicId}><OpenPage comicId={comicId} number={Math.max(1, Math.trunc(Number(number)) || 1)} /></DraftHolder>;
}

function OpenPage({ comicId, number }: { comicId: string; number: number }) {
  const { say } = useWords('comics-pages');
  const [language, setLanguage] = useState<Language>();
  const [selection, select] = useState<Selection>();
  const [tool, openTool] = useState<ToolName>('layout');
  const { set: setDraft, now: draftNow } = useContext(DraftHandContext);
  const [typing, type] = useState<string>();
  const [said, announce] = useState('');
  const [flash, setFlash] = useState<PageDesk['flash']>();
  const isHeld = useRef(false);
  // What was shown in the middle of a drag gives way to the page that was made of it.
  const settle = useCallback(() => { if (!isHeld.current) setDraft({}); }, [setDraft]);
  const { desk, error, reload } = useDesk(comicId, number, language, settle);
  const goTo = useGoTo(comicId);
  const page = desk?.page;
  const zoom = useZoom(page?.laid, page?.laid.side === 'strip');
  useToldRefusals(desk?.book);
  usePageTitle(desk ? `${desk.book.book.title} · ${say('pageN', { n: number })}` : '');

  useEffect(() => {
    const down = () => { isHeld.current = true; };
    const up = () => { isHeld.current = false; };
    const ends = ['pointerup', 'pointercancel'] as const;
    window.addEventListener('pointerdown', down, true);
    for (const end of ends) window.addEventListener(end, up, true);
    return () => {
      window.removeEventListener('pointerdown', down, true);
      for (const end of ends) window.removeEventListener(end, up, true);
    };
  }, []);
  useEffect(() => {
    setDraft({});
    select(undefined);
    type(undefined);
  }, [number, setDraft]);

  const at = page ? (desk.isAway ? Math.min(page.pages.length, number) : page.laid.number) : number;
  const value = useMemo((): PageDesk | undefined => desk && page && {
    comicId, desk, page, at, number: page.laid.number, ground: groundOf(desk.book.book, page.laid.number), language: language ?? desk.book.book.language, setLanguage,
    selection, select, tool, openTool, setDraft, draftNow, scale: zoom.scale, announce, typing, type, goTo, flash,
    showBox: (box) => setFlash((before) => ({ box, key: (before?.key ?? 0) + 1 })),
  }, [comicId, desk, page, at, language, selection, tool, setDraft, draftNow, zoom.scale, typing, goTo, flash]);

  if (!desk && error) return <ErrorState error={error} onRetry={reload} isPage />;
  return (
    <div className="pe" data-tool={tool}>
      <VisuallyHidden isLive>{said}</VisuallyHidden>
      {value ? (
        <PageDeskContext value={value}>
          <EditorKeys zoom={zoom} />
          <EditorHead zoom={zoom} />
          <PageStrip />
          {value.at === value.page.laid.number ? (
            <>
              <Stage zoom={zoom} />
              <Tools />
            </>
          ) : <AwaitedPage desk={value.desk} />}
        </PageDeskContext>
      ) : <OpeningDesk desk={desk} />}
    </div>
  );
}

/** Another page than the one that lies here was turned to, and can not be fetched now. */
function AwaitedPage({ desk }: { desk: Desk }) {
  return (
    <>
      <div className="pe-stage"><UnsetPage desk={desk} /></div>
      <div className="pe-tools" />
    </>
  );
}

/** Why no page lies there, and what to do. */
function UnsetPage({ desk: { fault, retry, isFileMissing } }: { desk: Desk }) {
  const { say } = useWords('comics-pages');
  if (!isFileMissing) return <ErrorState error={fault} onRetry={retry} />;
  return <div role="alert"><EmptyState picture="broken-bridge" title={say('fileMissingTitle')} text={say('fileMissing')}><Button onClick={() => location.reload()}>{say('reload')}</Button></EmptyState></div>;
}

/** The true shape of what is coming. */
function OpeningDesk({ desk }: { desk: Desk | undefined }) {
  if (desk?.fault) return <div className="pe-stage"><UnsetPage desk={desk} /></div>;
  return (
    <>
      <div className="pe-head" />
      <div className="pe-strip" aria-hidden="true">{[1, 2, 3, 4].map((one) => <span key={one} className="pe-thumb tone" />)}</div>
      <div className="pe-stage" aria-busy="true"><div className="pe-waiting tone" /></div>
      <div className="pe-tools" />
    </>
  );
}
