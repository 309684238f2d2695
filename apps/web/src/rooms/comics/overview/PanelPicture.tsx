import { useEffect, useState } from 'react';
import { placeOf, type Place } from './panel-place.ts';

/** A drawn panel at its true place on the page: the drawing's own view box says where that is. */
export function PanelPicture({ address, page, isInFlow }: { address: string; page: { width: number; height: number }; isInFlow: boolean }) {
  const [drawing, setDrawing] = useState<{ url: string; place: Place }>();
  useEffect(() => {
    const abort = new AbortController();
    let url: string | undefined;
    const load = async () => {
      const svg = await (await fetch(address, { signal: abort.signal })).text();
      const place = placeOf(svg, page);
      if (!place || abort.signal.aborted) return;
      url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
      setDrawing({ url, place });
    };
    // A drawing that does not come is shown with its page a little later.
    load().catch(() => undefined);
    return () => {
      abort.abort();
      if (url !== undefined) URL.revokeObjectURL(url);
    };
  }, [address, page.width, page.height]);
  if (!drawing) return null;
  const { left, top, width, height } = drawing.place;
  return <img className="wall-panel" src={drawing.url} alt="" data-flow={isInFlow} style={isInFlow ? undefined : { left: `${left}%`, top: `${top}%`, width: `${width}%`, height: `${height}%` }} />;
}
