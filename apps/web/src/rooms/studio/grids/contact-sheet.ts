/** A grid as one picture with its headings, put together in the browser, which has letters for every script. */
import type { Picture } from '@komawari/contract';

export type SheetFacts = { columns: readonly string[]; rows: readonly string[]; /** Width over height of a cell. */ aspect: number };
export type SheetLayout = { widthPx: number; heightPx: number; cell: { widthPx: number; heightPx: number }; gapPx: number; headPx: number; sidePx: number; letterPx: number };

const CELL_PX = 512;
/** What every browser holds. */
const SIDE_MAX_PX = 8192;
const AREA_MAX_PX = 32_000_000;

/** As large as small pictures are, unless the whole would be too large. Pure. */
export function sheetLayout({ columns, rows, aspect }: SheetFacts): SheetLayout {
  const at = (scale: number): SheetLayout => {
    const px = (share: number) => Math.max(1, Math.round(CELL_PX * scale * share));
    const cell = { widthPx: px(Math.min(1, aspect)), heightPx: px(Math.min(1, 1 / aspect)) };
    const [gapPx, headPx, sidePx, letterPx] = [px(0.03), px(0.12), rows.length > 1 || rows[0] ? px(0.42) : 0, px(0.055)];
    return { cell, gapPx, headPx, sidePx, letterPx, widthPx: sidePx + columns.length * (cell.widthPx + gapPx) + gapPx, heightPx: headPx + rows.length * (cell.heightPx + gapPx) + gapPx };
  };
  for (let scale = 1; scale > 0.05; scale *= 0.9) {
    const layout = at(scale);
    if (Math.max(layout.widthPx, layout.heightPx) <= SIDE_MAX_PX && layout.widthPx * layout.heightPx <= AREA_MAX_PX) return layout;
  }
  return at(0.05);
}

/** Cells that are not there stay empty. Throws where the browser makes no picture of that size. */
export async function drawSheet(facts: SheetFacts, pictures: readonly (Picture | undefined)[]): Promise<Blob> {
  const layout = sheetLayout(facts);
  const { cell, gapPx, headPx, sidePx, letterPx } = layout;
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: layout.widthPx, height: layout.heightPx });
  const paint = canvas.getContext('2d');
  if (!paint) throw new Error('no canvas');
  const style = getComputedStyle(document.documentElement);
  paint.fillStyle = style.getPropertyValue('--page-white');
  paint.fillRect(0, 0, layout.widthPx, layout.heightPx);
  paint.fillStyle = style.getPropertyValue('--page-ink');
  paint.strokeStyle = paint.fillStyle;
  paint.font = `600 ${letterPx}px ${style.getPropertyValue('--text')}`;
  const xOf = (column: number) => sidePx + gapPx + column * (cell.widthPx + gapPx);
  const yOf = (row: number) => headPx + row * (cell.heightPx + gapPx);
  facts.columns.forEach((word, column) => write(paint, word, { x: xOf(column), y: gapPx, widthPx: cell.widthPx, heightPx: headPx - gapPx, letterPx }));
  if (sidePx > 0) facts.rows.forEach((word, row) => write(paint, word, { x: gapPx, y: yOf(row), widthPx: sidePx - gapPx, heightPx: cell.heightPx, letterPx }));
  for (const [slot, picture] of pictures.entries()) {
    const [x, y] = [xOf(slot % facts.columns.length), yOf(Math.floor(slot / facts.columns.length))];
    const image = picture?.url ? await load(picture.thumbnailUrl ?? picture.url) : undefined;
    if (image) {
      const scale = Math.min(cell.widthPx / image.naturalWidth, cell.heightPx / image.naturalHeight);
      const [width, height] = [image.naturalWidth * scale, image.naturalHeight * scale];
      paint.drawImage(image, x + (cell.widthPx - width) / 2, y + (cell.heightPx - height) / 2, width, height);
    }
    paint.strokeRect(x + 0.5, y + 0.5, cell.widthPx - 1, cell.heightPx - 1);
  }
  return new Promise((resolve, reject) => { canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the picture is too large'))), 'image/png'); });
}

type Room = { x: number; y: number; widthPx: number; heightPx: number; letterPx: number };

/** In the middle of its room, on as many lines as fit. */
function write(paint: CanvasRenderingContext2D, word: string, { x, y, widthPx, heightPx, letterPx }: Room): void {
  const lines: string[] = [];
  let line = '';
  for (const letter of word) {
    if (line !== '' && paint.measureText(line + letter).width > widthPx) {
      lines.push(line);
      line = letter.trim();
    } else line += letter;
  }
  lines.push(line);
  const shown = lines.slice(0, Math.max(1, Math.floor(heightPx / (letterPx * 1.25))));
  Object.assign(paint, { textAlign: 'center', textBaseline: 'middle' });
  shown.forEach((text, at) => paint.fillText(text, x + widthPx / 2, y + heightPx / 2 + (at - (shown.length - 1) / 2) * letterPx * 1.25));
}

/** Undefined for one that does not come. */
async function load(url: string): Promise<HTMLImageElement | undefined> {
  const image = new Image();
  image.src = url;
  return image.decode().then(() => image, () => undefined);
}
