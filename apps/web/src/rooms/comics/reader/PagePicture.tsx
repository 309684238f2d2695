import { useEffect, useRef, useState } from 'react';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import type { Page } from './guided.ts';

type Props = { page: Page; /** The drawing itself, not only its preview. */ isSharp?: boolean };

/** A page on its paper: the preview first, then the drawing over it as soon as it is decoded. Its room is known before. */
export function PagePicture({ page, isSharp = true }: Props) {
  const { say } = useWords('comics-reader');
  const [attempt, setAttempt] = useState(0);
  const [hasFailed, setFailed] = useState(false);
  const [loaded, setLoaded] = useState<string>();
  const [isDrawn, setDrawn] = useState(false);
  const drawing = useRef<HTMLImageElement>(null);
  const first = page.preview ?? page.picture;
  const second = isSharp && page.preview !== null ? page.picture : null;

  useEffect(() => setDrawn(false), [second]);

  const retry = () => {
    setFailed(false);
    setAttempt(attempt + 1);
  };
  const reveal = () => {
    // Shown only when it can be painted at once; until then the preview stands.
    drawing.current?.decode().then(() => setDrawn(true), () => undefined);
  };

  if (first === null) return <div className="r-wait">{say('notReady')}</div>;
  if (hasFailed) return <div className="r-wait" role="alert" data-still><p>{say('pageFailed')}</p><Button onClick={retry}>{say('retry')}</Button></div>;
  return (
    <>
      <img key={attempt} className="r-picture" src={first} alt={say('pageName', { n: page.number })} width={page.width} height={page.height} draggable={false} decoding="async" fetchPriority="high" onLoad={() => setLoaded(first)} onError={() => setFailed(true)} />
      {second !== null && loaded === first && <img ref={drawing} className="r-picture r-drawing" src={second} alt="" width={page.width} height={page.height} draggable={false} data-shown={isDrawn} onLoad={reveal} />}
    </>
  );
}
