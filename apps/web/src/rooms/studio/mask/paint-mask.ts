/** A mask on paper: at the size of the screen while it is drawn, in the pixels of its picture where it is sent. */
import type { Deed, Size } from './mask-deeds.ts';

type Paper = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** Long side of the paper on the screen: more would be slower, and not be seen. */
const SCREEN_SIDE_PX = 1600;

export function screenSize({ width, height }: Size): Size {
  const scale = Math.min(1, SCREEN_SIDE_PX / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** All of it anew, on paper of `sheet` pixels; `size` is the picture's. */
export function paintMask(paper: Paper, deeds: readonly Deed[], { size, sheet, colour }: { size: Size; sheet: Size; colour: string }): void {
  paper.clearRect(0, 0, sheet.width, sheet.height);
  for (const deed of deeds) paintDeed(paper, deed, { size, sheet, colour });
}

/** One deed more. A stroke that grows may be painted again and again: it covers itself. */
export function paintDeed(paper: Paper, deed: Deed, { size, sheet, colour }: { size: Size; sheet: Size; colour: string }): void {
  paper.save();
  paper.fillStyle = colour;
  paper.strokeStyle = colour;
  if (deed.kind === 'clear') paper.clearRect(0, 0, sheet.width, sheet.height);
  else if (deed.kind === 'invert') {
    paper.globalCompositeOperation = 'xor';
    paper.fillRect(0, 0, sheet.width, sheet.height);
  } else {
    paper.scale(sheet.width / size.width, sheet.height / size.height);
    if (deed.kind === 'erase') paper.globalCompositeOperation = 'destination-out';
    if (deed.kind === 'lasso') trace(paper, deed.points, 'fill');
    else paintBrush(paper, deed.points, deed.radius);
  }
  paper.restore();
}

function paintBrush(paper: Paper, points: readonly number[], radius: number): void {
  const [x = 0, y = 0] = points;
  // A path that goes nowhere has no ends to be round.
  if (points.length <= 2) {
    paper.beginPath();
    paper.arc(x, y, radius, 0, Math.PI * 2);
    return paper.fill();
  }
  paper.lineWidth = radius * 2;
  paper.lineCap = 'round';
  paper.lineJoin = 'round';
  trace(paper, points, 'stroke');
}

function trace(paper: Paper, points: readonly number[], end: 'fill' | 'stroke'): void {
  paper.beginPath();
  for (let at = 0; at + 1 < points.length; at += 2) paper.lineTo(points[at] ?? 0, points[at + 1] ?? 0);
  if (end === 'fill') paper.fill();
  else paper.stroke();
}

/** The mask as a PNG in the pixels of its picture: white is drawn anew, all else black. Undefined where nothing is white. Throws where the browser has no paper of that size. */
export async function exportMask(deeds: readonly Deed[], size: Size): Promise<Blob | undefined> {
  const sheet = typeof OffscreenCanvas === 'undefined' ? elementOf(size) : new OffscreenCanvas(size.width, size.height);
  const paper = sheet.getContext('2d') as Paper | null;
  if (!paper) throw new Error('no paper for the mask');
  paintMask(paper, deeds, { size, sheet: size, colour: 'white' });
  if (isBlank(deeds, size)) return undefined;
  paper.globalCompositeOperation = 'destination-over';
  paper.fillStyle = 'black';
  paper.fillRect(0, 0, size.width, size.height);
  if (!(sheet instanceof HTMLCanvasElement)) return sheet.convertToBlob({ type: 'image/png' });
  return new Promise((resolve, reject) => { sheet.toBlob((blob) => { if (blob) resolve(blob); else reject(new Error('no picture of the mask')); }, 'image/png'); });
}

/** Looked at small: what is not seen there would change nothing. */
function isBlank(deeds: readonly Deed[], size: Size): boolean {
  const sheet = screenSize(size);
  const paper = elementOf(sheet).getContext('2d', { willReadFrequently: true });
  if (!paper) return deeds.length === 0;
  paintMask(paper, deeds, { size, sheet, colour: 'white' });
  const { data } = paper.getImageData(0, 0, sheet.width, sheet.height);
  for (let at = 3; at < data.length; at += 4) if ((data[at] ?? 0) > 127) return false;
  return true;
}

function elementOf({ width, height }: Size): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width, height];
  return canvas;
}
