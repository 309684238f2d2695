import { memo } from 'react';
import type { DeskPage } from '../../../../engine/client.ts';
import { panelsNow, useDraft, usePageDesk } from '../desk-context.ts';

/** The bubbles above the pictures: outlines of the engine's own, the same as in every file. While a hand moves them, those of a panel are a layer of their own. */
export function PageLettering() {
  const { page } = usePageDesk();
  const draft = useDraft();
  const { width, height } = page.laid;
  const panels = panelsNow({ page }, draft);
  return (
    <div className="pe-layer pe-letters" aria-hidden="true">
      {page.laid.panels.map((panel) => {
        // As the engine set it for the frame that is held, or for one a moment ago; from there it goes along.
        const anew = draft.panels && draft.relettered?.get(panel.id);
        const svg = draft.lettering?.panelId === panel.id ? draft.lettering.svg : (anew?.svg ?? page.lettering[panel.id]);
        const shift = draft.panels && shiftOf(width, anew?.box ?? panel.box, panels.find(({ id }) => id === panel.id)?.box);
        const isHeld = shift !== undefined || anew !== undefined || draft.lettering?.panelId === panel.id;
        return svg ? <svg key={panel.id} className="pe-said" data-held={isHeld} viewBox={`0 0 ${width} ${height}`} style={{ translate: shift }}><Letters svg={svg} /></svg> : null;
      })}
    </div>
  );
}

/** Our own engine's text, with every name in it escaped. */
const Letters = memo(function Letters({ svg }: { svg: DeskPage['lettering'][string] }) {
  return <g dangerouslySetInnerHTML={{ __html: svg }} />;
});

type Box = { x: number; y: number; width: number; height: number };

function shiftOf(pageWidth: number, from: Box, to: Box | undefined): string | undefined {
  if (!to) return undefined;
  const [dx, dy] = [to.x - from.x + (to.width - from.width) / 2, to.y - from.y + (to.height - from.height) / 2];
  return dx === 0 && dy === 0 ? undefined : `${(dx / pageWidth) * 100}cqw ${(dy / pageWidth) * 100}cqw`;
}
