import { memo, type CSSProperties } from 'react';
import type { LaidPanel } from '@komawari/comic/by-hand';
import type { DeskPage, DeskPanel } from '../../../../engine/client.ts';
import { croppedPlace, WHOLE, type Crop } from '../crop.ts';
import { panelsNow, useDraft } from '../desk-context.ts';
import type { PanelPictureAt } from '../use-desk.ts';

/** The frame's line, u: as the engine draws it. */
const FRAME = 3.4;

/**
 * Pictures and frames of a page. Every picture is a layer of its own that the browser paints once: a dragged frame
 * moves and clips it and scales it to cover, and it is drawn anew when the hand has let go.
 */
export const PageArt = memo(function PageArt({ page, pictures }: { page: DeskPage; pictures: ReadonlyMap<string, PanelPictureAt> }) {
  const draft = useDraft();
  return (
    <div className="pe-layer" style={{ background: page.paper }} aria-hidden="true">
      {panelsNow({ page }, draft).map((panel) => {
        const drawn = page.panels.find(({ id }) => id === panel.id);
        const rest = page.laid.panels.find(({ id }) => id === panel.id) ?? panel;
        return <PanelArt key={panel.id} page={page} rest={rest} now={panel} drawn={drawn} address={drawn?.href ?? pictures.get(panel.id)?.url} crop={draft.crop?.panelId === panel.id ? draft.crop.crop : undefined} />;
      })}
    </div>
  );
});

type Props = { page: Pick<DeskPage, 'laid' | 'ink'>; rest: LaidPanel; now: LaidPanel; drawn: DeskPanel | undefined; address: string | undefined; crop: Crop | undefined };

function PanelArt({ page, rest, now, drawn, address, crop }: Props) {
  const { width } = page.laid;
  const { box } = now;
  return (
    <>
      <div className="pe-art" style={{ ...onPage(width, box), ...(isUpright(now) ? {} : { clipPath: clipOf(now) }) }}>
        {drawn && address !== undefined && <img src={address} alt="" draggable={false} decoding="async" style={pictureStyle(width, drawn, { rest, now, crop })} />}
      </div>
      <svg className="pe-frame" style={onPage(width, { x: box.x - FRAME, y: box.y - FRAME, width: box.width + 2 * FRAME, height: box.height + 2 * FRAME })} viewBox={`${box.x - FRAME} ${box.y - FRAME} ${box.width + 2 * FRAME} ${box.height + 2 * FRAME}`} preserveAspectRatio="none">
        <path d={outlineOf(now)} fill="none" stroke={page.ink} strokeWidth={FRAME} strokeLinejoin="miter" />
      </svg>
    </>
  );
}

/** Laid out where it rests; what a hand does to it is a transform, which costs no painting. */
function pictureStyle(pageWidth: number, { inner, size, place }: DeskPanel, { rest, now, crop }: { rest: LaidPanel; now: LaidPanel; crop: Crop | undefined }): CSSProperties {
  const [from, to] = [wholeBox(rest), wholeBox(now)];
  const isMoved = crop !== undefined || to.width !== size.width || to.height !== size.height;
  const at = isMoved ? croppedPlace(inner, to, crop ?? WHOLE) : place;
  const settled = { x: from.x - rest.box.x + place.x, y: from.y - rest.box.y + place.y };
  const wanted = { x: to.x - now.box.x + at.x, y: to.y - now.box.y + at.y };
  const laid = onPage(pageWidth, { ...settled, width: inner.width * place.scale, height: inner.height * place.scale });
  return isMoved ? { ...laid, translate: `${part(pageWidth, wanted.x - settled.x)} ${part(pageWidth, wanted.y - settled.y)}`, scale: `${at.scale / place.scale}` } : laid;
}

type Box = { x: number; y: number; width: number; height: number };

/** In hundredths of the paper's width: it holds at every zoom, inside of a frame as well. */
function onPage(pageWidth: number, { x, y, width, height }: Box): CSSProperties {
  return { left: part(pageWidth, x), top: part(pageWidth, y), width: part(pageWidth, width), height: part(pageWidth, height) };
}

function part(pageWidth: number, length: number): string {
  return `${(length / pageWidth) * 100}cqw`;
}

/** Whole units, as the artist draws it. */
function wholeBox({ box }: LaidPanel): Box {
  const [x, y] = [Math.floor(box.x), Math.floor(box.y)];
  return { x, y, width: Math.ceil(box.x + box.width) - x, height: Math.ceil(box.y + box.height) - y };
}

/** A frame without a slant needs no mask, only an edge. */
function isUpright({ polygon, box }: LaidPanel): boolean {
  const isEdge = (value: number, low: number, length: number): boolean => Math.abs(value - low) < 0.01 || Math.abs(value - low - length) < 0.01;
  return polygon.length === 4 && polygon.every(({ x, y }) => isEdge(x, box.x, box.width) && isEdge(y, box.y, box.height));
}

function clipOf({ polygon, box }: LaidPanel): string {
  return `polygon(${polygon.map(({ x, y }) => `${round(((x - box.x) / box.width) * 100)}% ${round(((y - box.y) / box.height) * 100)}%`).join(', ')})`;
}

function outlineOf({ polygon }: Pick<LaidPanel, 'polygon'>): string {
  return `M${polygon.map(({ x, y }) => `${round(x)} ${round(y)}`).join('L')}Z`;
}

const round = (value: number): number => Math.round(value * 100) / 100;
