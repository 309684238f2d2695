import type { Comic } from '@komawari/contract';
import { useWords } from '../../../language/use-words.ts';
import { FORMATS, type BookFormat } from '../book-choices.ts';
import { isEnded } from './making.ts';
import { PanelPicture } from './PanelPicture.tsx';

/** All pages side by side, each filling with its panels as they are drawn. */
export function PageWall({ comic, onOpen }: { comic: Comic; onOpen: (page: number) => void }) {
  const { say } = useWords('comics');
  const format: BookFormat = comic.format !== null && Object.hasOwn(FORMATS, comic.format) ? (comic.format as BookFormat) : 'manga-b5';
  const isStrip = format === 'webtoon';
  const pages = comic.pages.length > 0 || isEnded(comic.state) ? comic.pages : [1, 2, 3, 4, 5, 6].map((number) => ({ number, picture: null, preview: null, alternative: [] }));
  return (
    <section className="wall" aria-label={say('pages')} data-strip={isStrip} dir={comic.direction === 'rtl' ? 'rtl' : 'ltr'}>
      {pages.map((page) => {
        const panels = comic.panelStates.filter((panel) => panel.page === page.number);
        const { width, height } = FORMATS[format];
        return page.picture ? (
          <button key={page.number} type="button" className="wall-page panel" data-page={page.number} onClick={() => onOpen(page.number)} aria-label={say('page', { n: page.number })}>
            <img src={page.preview ?? page.picture} alt="" loading="lazy" />
            <span className="wall-number number">{page.number}</span>
          </button>
        ) : (
          <div key={page.number} className="wall-page" data-page={page.number} style={isStrip ? undefined : { aspectRatio: `${width} / ${height}` }} role="img" aria-label={say('pageDrawing', { n: page.number })} data-empty={panels.every((panel) => panel.picture === null)}>
            {panels.map((panel) => (panel.picture ? <PanelPicture key={panel.id} address={panel.picture} page={{ width, height }} isInFlow={isStrip} /> : null))}
            {panels.some((panel) => panel.state === 'failed' || panel.state === 'refused') && <span className="wall-fault">{say('panelFailed')}</span>}
            <span className="wall-number number">{page.number}</span>
          </div>
        );
      })}
    </section>
  );
}
