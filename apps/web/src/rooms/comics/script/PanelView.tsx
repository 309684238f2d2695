import type { Book } from '@komawari/comic';
import { useEffect, useRef, useState } from 'react';
import { engine, isMovedOn } from '../../../engine/client.ts';
import { useWords } from '../../../language/use-words.ts';

/** Long enough for a word to be finished, short enough to feel alive. */
const PAUSE_MS = 350;

type Shown = { url: string; width: number; height: number };

/** A panel as the built-in artist draws it now, drawn anew as it is edited. */
export function PanelView({ comicId, book, panelId }: { comicId: string; book: Book; panelId: string | undefined }) {
  const { say } = useWords('comics-script');
  const [shown, setShown] = useState<Shown>();
  const [isDrawing, setIsDrawing] = useState(false);
  const drawn = useRef<string>(undefined);
  const bookId = `${comicId}.script`;
  useEffect(() => {
    if (panelId === undefined) return undefined;
    let isGone = false;
    const draw = async () => {
      setIsDrawing(true);
      try {
        engine.openBook(bookId, book);
        const { picture, width, height } = await engine.panelPicture(bookId, panelId, { key: 'script-panel' });
        if (isGone) return;
        drawn.current = panelId;
        setShown({ url: URL.createObjectURL(picture), width, height });
      } catch (error) {
        // A panel that is gone, or a newer wish: what is shown stays.
        if (!isMovedOn(error)) setShown(undefined);
      } finally {
        if (!isGone) setIsDrawing(false);
      }
    };
    const timer = setTimeout(() => void draw(), drawn.current === panelId ? PAUSE_MS : 60);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [book, panelId, bookId]);
  useEffect(() => () => { if (shown) URL.revokeObjectURL(shown.url); }, [shown]);
  useEffect(() => () => engine.closeBook(bookId), [bookId]);
  if (panelId === undefined) return <p className="script-view-empty">{say('noPanel')}</p>;
  return (
    <div className="script-view" data-drawing={isDrawing || undefined}>
      {shown ? <img src={shown.url} width={shown.width} height={shown.height} alt={say('viewAlt')} /> : <div className="script-view-empty" aria-busy />}
    </div>
  );
}
