import { useState } from 'react';
import { useWords } from '../../../../language/use-words.ts';
import { Button, ButtonLink } from '../../../../ui/Button.tsx';
import { Slider } from '../../../../ui/Slider.tsx';
import { WHOLE, zoomCrop } from '../crop.ts';
import { usePageDesk } from '../desk-context.ts';
import { panelOf } from '../page-ops.ts';

/** The part of its picture that a panel shows. */
export function PictureTools() {
  const desk = usePageDesk();
  const { say } = useWords('comics-pages');
  const { page, selection, comicId } = desk;
  const book = desk.desk.book;
  const [zoom, setZoom] = useState<number>();
  const panelId = selection?.kind === 'panel' ? selection.id : undefined;
  const drawn = page.panels.find(({ id }) => id === panelId);
  if (page.matter) return <p className="hint">{say('matterPage')}</p>;
  if (panelId === undefined || !drawn) return <p className="hint">{say('choosePanelPicture')}</p>;
  const crop = panelOf(book.book, panelId)?.crop ?? WHOLE;
  const at = zoomCrop(crop, (zoom ?? crop.zoom * 100) / 100, drawn.inner, drawn.size);
  const n = page.laid.panels.findIndex(({ id }) => id === panelId) + 1;
  return (
    <div className="pe-tool">
      <section className="pe-part">
        <h2>{say('panelN', { n })}</h2>
        <Slider
          label={say('zoomPicture')} value={zoom ?? Math.round(crop.zoom * 100)} min={100} max={500} step={5} text={(value) => `${value} %`}
          onChange={(value) => { setZoom(value); desk.setDraft((before) => ({ ...before, crop: { panelId, crop: zoomCrop(crop, value / 100, drawn.inner, drawn.size) } })); }}
          onEnd={(value) => { setZoom(undefined); book.change([{ op: 'set', kind: 'panel', id: panelId, field: 'crop', value: zoomCrop(crop, value / 100, drawn.inner, drawn.size) }]); desk.announce(`${value} %`); }}
        />
        <p className="hint">{say('panHint')}</p>
        <Button disabled={!panelOf(book.book, panelId)?.crop && at.zoom === 1} onClick={() => { book.change([{ op: 'set', kind: 'panel', id: panelId, field: 'crop', value: null }]); desk.announce(say('pictureWhole')); }}>{say('wholePicture')}</Button>
      </section>
      <section className="pe-part">
        <ButtonLink to="/comics/$comicId/panels/$panelId" params={{ comicId, panelId }}>{say('openTakes')}</ButtonLink>
        <p className="hint">{say('takesHint')}</p>
      </section>
    </div>
  );
}
