import { useEffect, useMemo, useRef, useState } from 'react';
import { PAGE_FORMATS } from '@komawari/comic/by-hand';
import { useWords } from '../../../language/use-words.ts';
import { usePageDesk } from './desk-context.ts';
import type { Held } from './guides.ts';
import { BubbleHits } from './parts/BubbleHits.tsx';
import { GutterHits } from './parts/GutterHits.tsx';
import { PageArt } from './parts/PageArt.tsx';
import { PageLettering } from './parts/PageLettering.tsx';
import { PanelHits } from './parts/PanelHits.tsx';
import { TypeInPlace } from './parts/TypeInPlace.tsx';
import { placeOn } from './place-on.ts';
import { GuideContext } from './use-guides.ts';
import { useHandPan } from './use-hand-pan.ts';
import type { Zoom } from './use-zoom.ts';

/** The page on the desk, as large as it is wished, with all that can be taken hold of. */
export function Stage({ zoom }: { zoom: Zoom }) {
  const desk = usePageDesk();
  const { page, comicId, flash } = desk;
  const { say } = useWords('comics-pages');
  const [held, setHeld] = useState<Held>();
  const guides = useMemo(() => ({ shown: held, show: setHeld }), [held]);
  useHandPan(zoom.area);
  const { width, height } = page.laid;
  const { safe } = PAGE_FORMATS[desk.desk.book.book.format];

  return (
    <div className="pe-stage" ref={zoom.scroller} data-setting={desk.desk.isSetting} role="region" aria-label={say('pageN', { n: page.laid.number })}>
      <div className="pe-ground">
        <div className="pe-paper" style={{ width: width * zoom.scale, height: height * zoom.scale }} data-page={page.laid.number} onPointerDown={(event) => { if (event.target === event.currentTarget) desk.select(undefined); }}>
          {page.matter ? <Matter picture={page.matter} /> : (
            <GuideContext value={guides}>
              <PageArt page={page} pictures={desk.desk.pictures} />
              <PageLettering />
              <div className="pe-hands">
                <PanelHits />
                <BubbleHits comicId={comicId} />
                <GutterHits />
                <TypeInPlace />
                {held && <span className="pe-safe" style={placeOn(page.laid, { x: safe, y: safe, width: width - 2 * safe, height: height - 2 * safe })} />}
                {held?.x !== undefined && <span className="pe-guide" data-way="down" style={{ left: `${(held.x / width) * 100}%` }} />}
                {held?.y !== undefined && <span className="pe-guide" data-way="across" style={{ top: `${(held.y / height) * 100}%` }} />}
                {flash && <Flash key={flash.key} box={flash.box} page={page.laid} />}
              </div>
            </GuideContext>
          )}
        </div>
        {desk.desk.isSetting && <p className="pe-setting" role="status">{say('settingPage')}</p>}
        {page.matter && <p className="pe-note">{say('matterPage')}</p>}
      </div>
    </div>
  );
}

function Matter({ picture }: { picture: Blob }) {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(picture);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [picture]);
  return url === undefined ? null : <img className="pe-layer" src={url} alt="" />;
}

function Flash({ box, page }: { box: { x: number; y: number; width: number; height: number }; page: { width: number; height: number } }) {
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => place.current?.scrollIntoView({ block: 'center', inline: 'center', behavior: 'smooth' }), []);
  return <span ref={place} className="pe-flash" style={placeOn(page, { x: box.x - 10, y: box.y - 10, width: box.width + 20, height: box.height + 20 })} />;
}
