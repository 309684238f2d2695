import { memo } from 'react';
import type { LaidPanel } from '@komawari/comic/by-hand';
import type { DeskPage, DeskPanel } from '../../../../engine/client.ts';
import type { Draft } from '../desk-context.ts';
import type { PanelPictureAt } from '../use-desk.ts';
import { croppedPlace, WHOLE } from '../crop.ts';

/** The frame's line, u: as the engine draws it. */
const FRAME = 3.4;

type Props = { page: DeskPage; panels: readonly LaidPanel[]; pictures: ReadonlyMap<string, PanelPictureAt>; crop: Draft['crop'] };

/** Pictures and frames of a page. While a frame is dragged, its picture is scaled to cover it; it is drawn anew afterwards. */
export const PageArt = memo(function PageArt({ page, panels, pictures, crop }: Props) {
  const { width, height, number } = page.laid;
  return (
    <svg className="pe-layer" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <rect width={width} height={height} fill={page.paper} />
      {panels.map((panel) => {
        const d = outlineOf(panel);
        const drawn = page.panels.find(({ id }) => id === panel.id);
        const clip = `pe-clip-${number}-${panel.id}`;
        return (
          <g key={panel.id}>
            <clipPath id={clip}><path d={d} /></clipPath>
            <g clipPath={`url(#${clip})`}>{drawn && <Picture drawn={drawn} panel={panel} picture={pictures.get(panel.id)} crop={crop?.panelId === panel.id ? crop.crop : undefined} />}</g>
            <path d={d} fill="none" stroke={page.ink} strokeWidth={FRAME} strokeLinejoin="miter" />
          </g>
        );
      })}
    </svg>
  );
});

function Picture({ drawn, panel, picture, crop }: { drawn: DeskPanel; panel: LaidPanel; picture: PanelPictureAt | undefined; crop: { x: number; y: number; zoom: number } | undefined }) {
  const { inner, size } = drawn;
  const href = drawn.href ?? picture?.url;
  if (href === undefined) return null;
  const box = wholeBox(panel);
  const isMoved = box.width !== size.width || box.height !== size.height;
  const at = crop || isMoved ? croppedPlace(inner, box, crop ?? WHOLE) : drawn.place;
  return <image href={href} x={box.x + at.x} y={box.y + at.y} width={inner.width * at.scale} height={inner.height * at.scale} preserveAspectRatio="none" />;
}

/** Whole units, as the artist draws it. */
function wholeBox({ box }: LaidPanel): { x: number; y: number; width: number; height: number } {
  const [x, y] = [Math.floor(box.x), Math.floor(box.y)];
  return { x, y, width: Math.ceil(box.x + box.width) - x, height: Math.ceil(box.y + box.height) - y };
}

export function outlineOf({ polygon }: Pick<LaidPanel, 'polygon'>): string {
  return `M${polygon.map(({ x, y }) => `${round(x)} ${round(y)}`).join('L')}Z`;
}

const round = (value: number): number => Math.round(value * 100) / 100;
