import type { Grid, Picture } from '@komawari/contract';
import { gridSize } from '@komawari/contract/studio-grid-cells';
import { Link } from '@tanstack/react-router';
import type { CSSProperties } from 'react';
import { useWords } from '../../../language/use-words.ts';
import { briefPrompt } from '../history/brief-prompt.ts';
import type { PictureActs } from '../history/use-picture-acts.ts';
import { ComingPicture } from '../making/ComingPicture.tsx';
import { isComing, isThere } from '../making/picture-states.ts';
import { TroubledPicture } from '../making/TroubledPicture.tsx';
import '../history/wall.css';
import type { AxisWords } from './axis-words.ts';

type Props = { axes: Grid['axes']; pictures: readonly Picture[]; words: AxisWords; aspectOf: (slot: number) => number; acts: PictureActs };

/** The values as headings, and in each cell its picture, how far it is, or why there is none. */
export function GridTable({ axes, pictures, words, aspectOf, acts }: Props) {
  const { say } = useWords('studio-grids');
  const [across, down] = axes;
  const { columns, rows } = gridSize(axes);
  const bySlot = new Map(pictures.map((picture) => [picture.slot, picture]));
  const [acrossWords, downWords] = [across ? words.valuesOf(across) : [], down ? words.valuesOf(down) : []];
  const name = across && down ? say('table', { across: words.nameOf(across), down: words.nameOf(down) }) : say('tableOne', { across: across ? words.nameOf(across) : '' });
  const cellName = (row: number, column: number) => (down ? say('cell', { column: acrossWords[column] ?? '', row: downWords[row] ?? '' }) : (acrossWords[column] ?? ''));
  return (
    <div className="grid-scroll" tabIndex={0} role="region" aria-label={name}>
      <table className="grid-table" style={{ '--columns': columns } as CSSProperties}>
        <caption className="unseen">{name}</caption>
        {down && <colgroup><col className="grid-side" /></colgroup>}
        <thead>
          <tr>
            {down && <td className="grid-corner"><span>{across && words.nameOf(across)} →</span><span>{words.nameOf(down)} ↓</span></td>}
            {acrossWords.map((word, column) => <th key={column} scope="col"><bdi>{word}</bdi></th>)}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: rows }, (_, row) => (
            <tr key={row}>
              {down && <th scope="row"><bdi>{downWords[row]}</bdi></th>}
              {Array.from({ length: columns }, (_cell, column) => <td key={column}><Cell name={cellName(row, column)} picture={bySlot.get(row * columns + column)} aspect={aspectOf(row * columns + column)} acts={acts} /></td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ name, picture, aspect, acts }: { name: string; picture: Picture | undefined; aspect: number; acts: PictureActs }) {
  const { say } = useWords('studio-grids');
  if (!picture) return <div className="grid-cell" data-state="gone" style={{ aspectRatio: aspect }}><p className="hint">{say('gone')}</p></div>;
  const size = picture.width > 0 && picture.height > 0 ? picture.width / picture.height : aspect;
  return (
    <div className="grid-cell" data-state={picture.state} style={{ aspectRatio: size }}>
      <Link to="/studio/pictures/$pictureId" params={{ pictureId: picture.id }} className="grid-open" aria-label={`${name}: ${briefPrompt(picture.prompt) || say('without')}`}>
        {isThere(picture) && <img src={picture.thumbnailUrl ?? picture.url} alt="" width={picture.width || undefined} height={picture.height || undefined} loading="lazy" decoding="async" draggable={false} />}
      </Link>
      {isComing(picture) && <ComingPicture picture={picture} acts={acts} />}
      {!isComing(picture) && !isThere(picture) && <TroubledPicture picture={picture} acts={acts} isTrash={false} />}
    </div>
  );
}
