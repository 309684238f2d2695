import { memo } from 'react';
import type { DeskPage } from '../../../../engine/client.ts';
import { usePageDesk, panelsNow } from '../desk-context.ts';

/** The bubbles above the pictures: outlines of the engine's own, the same as in every file. */
export function PageLettering() {
  const desk = usePageDesk();
  const { page, draft } = desk;
  const { width, height } = page.laid;
  const panels = panelsNow(desk);
  return (
    <svg className="pe-layer pe-letters" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {page.laid.panels.map((panel) => {
        const moved = draft.panels ? shiftOf(panel.box, panels.find(({ id }) => id === panel.id)?.box) : undefined;
        return <g key={panel.id} transform={moved}><Letters svg={draft.lettering?.panelId === panel.id ? draft.lettering.svg : page.lettering[panel.id]} /></g>;
      })}
    </svg>
  );
}

/** Our own engine's text, with every name in it escaped. */
const Letters = memo(function Letters({ svg }: { svg: DeskPage['lettering'][string] | undefined }) {
  return svg === undefined ? null : <g dangerouslySetInnerHTML={{ __html: svg }} />;
});

type Box = { x: number; y: number; width: number; height: number };

function shiftOf(from: Box, to: Box | undefined): string | undefined {
  if (!to) return undefined;
  const [dx, dy] = [to.x - from.x + (to.width - from.width) / 2, to.y - from.y + (to.height - from.height) / 2];
  return dx === 0 && dy === 0 ? undefined : `translate(${dx} ${dy})`;
}
