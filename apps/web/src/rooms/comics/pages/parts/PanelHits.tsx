import { useWords } from '../../../../language/use-words.ts';
import { WHOLE, panCrop, type Crop } from '../crop.ts';
import { panelsNow, useDraft, usePageDesk } from '../desk-context.ts';
import { arrowStep, startDrag } from '../drag.ts';
import { panelOf } from '../page-ops.ts';
import { placeOn } from '../place-on.ts';

/** Each panel as a shape that can be chosen; with the picture tool its picture is dragged inside the frame. */
export function PanelHits() {
  const desk = usePageDesk();
  const { say } = useWords('comics-pages');
  const { page, selection, select, tool, scale } = desk;
  const draft = useDraft();
  const book = desk.desk.book;

  const panned = (panelId: string, by: { x: number; y: number }): Crop => {
    const drawn = page.panels.find(({ id }) => id === panelId);
    const crop = panelOf(book.book, panelId)?.crop ?? WHOLE;
    return drawn ? panCrop(crop, by, drawn.inner, drawn.size) : crop;
  };
  const keep = (panelId: string, crop: Crop, merge?: string): void => {
    book.change([{ op: 'set', kind: 'panel', id: panelId, field: 'crop', value: crop }], merge === undefined ? {} : { merge });
    desk.announce(say('pictureMoved'));
  };

  return panelsNow(desk, draft).map((panel, i) => {
    const isChosen = selection?.kind === 'panel' && selection.id === panel.id;
    const { box } = panel;
    const clip = panel.polygon.map(({ x, y }) => `${((x - box.x) / box.width) * 100}% ${((y - box.y) / box.height) * 100}%`).join(', ');
    const canPan = isChosen && tool === 'picture';
    return (
      <button
        key={panel.id} type="button" className="pe-panel" data-chosen={isChosen} data-pan={canPan} data-panel={panel.id} aria-pressed={isChosen} aria-label={say('panelN', { n: i + 1 })}
        style={{ ...placeOn(page.laid, box), clipPath: `polygon(${clip})` }}
        onClick={() => { select({ kind: 'panel', id: panel.id }); if (tool === 'bubble') desk.openTool('layout'); }}
        onDoubleClick={() => { select({ kind: 'panel', id: panel.id }); desk.openTool('picture'); }}
        onKeyDown={(event) => {
          const by = arrowStep(event);
          if (event.key === 'Escape') select(undefined);
          if (!by || !canPan) return;
          event.preventDefault();
          keep(panel.id, panned(panel.id, by), `crop ${panel.id}`);
        }}
        onPointerDown={(event) => {
          if (!canPan) return;
          let to: Crop | undefined;
          startDrag(event, {
            onMove: (dx, dy) => {
              to = panned(panel.id, { x: dx / scale, y: dy / scale });
              desk.setDraft((before) => ({ ...before, crop: { panelId: panel.id, crop: to ?? WHOLE } }));
            },
            onEnd: (end) => {
              if (end === 'done' && to) keep(panel.id, to);
              else desk.setDraft({});
            },
          });
        }}
      />
    );
  });
}
