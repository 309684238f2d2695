/** Small pictures of the choices, so that nobody has to know what "B5" means. */
import type { BookDirection, BookFormat, BookPalette } from './book-choices.ts';

const palettePictures = import.meta.glob<string>('./pictures/palette-*.webp', { eager: true, import: 'default', query: '?url' });

type Panel = readonly [x: number, y: number, width: number, height: number];

/** A page on a 48 x 56 field and its panels. */
const PAGES: Readonly<Record<BookFormat, { page: Panel; panels: readonly Panel[] }>> = {
  'manga-b5': { page: [6, 2, 36, 52], panels: [[9, 5, 30, 15], [9, 23, 13, 14], [24, 23, 15, 14], [9, 40, 30, 11]] },
  a4: { page: [5, 2, 38, 52], panels: [[8, 5, 32, 10], [8, 17, 15, 10], [25, 17, 15, 10], [8, 29, 10, 10], [20, 29, 20, 10], [8, 41, 32, 10]] },
  'us-comic': { page: [7, 2, 34, 52], panels: [[7, 2, 34, 24], [10, 29, 12, 22], [24.5, 29, 13.5, 10], [24.5, 41, 13.5, 10]] },
  square: { page: [4, 8, 40, 40], panels: [[7, 11, 16, 16], [25, 11, 16, 16], [7, 29, 34, 16]] },
  '4-koma': { page: [12, 2, 24, 52], panels: [[16, 5, 16, 10], [16, 17, 16, 10], [16, 29, 16, 10], [16, 41, 16, 10]] },
  webtoon: { page: [14, -4, 20, 64], panels: [[14, -4, 20, 16], [18, 17, 12, 9], [14, 31, 20, 18], [16, 53, 14, 8]] },
};

export function FormatPicture({ format }: { format: BookFormat }) {
  const { page, panels } = PAGES[format];
  return (
    <svg viewBox="0 0 48 56" aria-hidden="true" className="page-picture">
      <Rect panel={page} className="page-paper" />
      {panels.map((panel, index) => <Rect key={panel.join()} panel={panel} className={index % 3 === 1 ? 'page-dark' : index % 3 === 2 ? 'page-tone' : 'page-panel'} />)}
    </svg>
  );
}

function Rect({ panel: [x, y, width, height], className }: { panel: Panel; className: string }) {
  return <rect x={x} y={y} width={width} height={height} className={className} />;
}

/** Which way the eye goes over four panels. */
export function DirectionPicture({ direction }: { direction: BookDirection | 'auto' }) {
  const numbers = direction === 'rtl' ? [2, 1, 4, 3] : [1, 2, 3, 4];
  return (
    <svg viewBox="0 0 56 40" aria-hidden="true" className="page-picture">
      {numbers.map((number, index) => {
        const [x, y] = [index % 2 === 0 ? 4 : 29.5, index < 2 ? 3 : 21.5];
        return (
          <g key={number}>
            <rect x={x} y={y} width={22.5} height={15.5} className={number === 1 ? 'page-dark' : 'page-paper'} />
            <text x={x + 11.25} y={y + 11.8} className={number === 1 ? 'page-number on-dark' : 'page-number'}>{direction === 'auto' ? ['A', '文', 'あ', '?'][index] : number}</text>
          </g>
        );
      })}
    </svg>
  );
}

/** The same panel in each palette, by the built-in artist. */
export function PalettePicture({ palette }: { palette: BookPalette }) {
  return <img src={palettePictures[`./pictures/palette-${palette}.webp`]} alt="" width={144} height={108} />;
}
