import type { ImageModelOffer } from '@komawari/contract';
import { GRID_CELLS_MAX } from '@komawari/contract/studio-grid-cells';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { keep, readKept } from '../../../frame/kept.ts';
import { useWords } from '../../../language/use-words.ts';
import { ButtonLink } from '../../../ui/Button.tsx';
import { AlertIcon } from '../../../ui/icons.ts';
import { offerOf } from '../desk/draft.ts';
import { problemWords } from '../desk/problem-words.ts';
import { aspectOfSize, nameOfSize } from '../desk/shapes.ts';
import { readDraft } from '../desk/use-studio-draft.ts';
import { useStyles } from '../templates/use-styles.ts';
import { AxisEditor } from './AxisEditor.tsx';
import { useAxisWords, type AxisWords } from './axis-words.ts';
import { costOfCells } from './cost-of-cells.ts';
import { askedGrid, offerOfCell, parseGrid, type AskedGrid, type GridDraft } from './grid-draft.ts';
import { useMakeGrid } from './use-make-grid.ts';

type Props = { userId: string; offers: readonly ImageModelOffer[] };

/** What stays, what changes, how many pictures that makes and what they cost. */
export function GridSetting({ userId, offers }: Props) {
  const { say, language } = useWords('studio-grids');
  const navigate = useNavigate();
  const name = `koma.grid.${userId}`;
  const [draft, setDraft] = useState(() => readDraft(userId));
  // The form that was just left keeps its last words after this page is there.
  useEffect(() => setDraft(readDraft(userId)), [userId]);
  const [grid, setGrid] = useState(() => parseGrid(readKept(name)));
  const words = useAxisWords(offers);
  const { make, isBusy, fault } = useMakeGrid(({ id }) => void navigate({ to: '/studio/grids/$generationId', params: { generationId: id } }));
  const offer = offerOf(draft, offers);
  const { offers: styles, isComing } = useStyles(true);
  const palette = useMemo(() => ({ offers, styles }), [offers, styles]);
  const problemOf = useProblemOf(words);
  const asked = useMemo(() => offer && askedGrid(grid, draft, offer, palette), [grid, draft, offer, palette]);
  if (!offer || !asked) return null;
  const change = (part: Partial<GridDraft>) => {
    const next = { ...grid, ...part };
    setGrid(next);
    keep(name, JSON.stringify(next));
  };
  const { recipe, axes, cells } = asked;
  // Without one's own styles the grid would be another one.
  const isWaiting = isComing && [grid.across, grid.down].some(({ kind }) => kind === 'style');
  const problem = isWaiting ? '' : problemOf(asked);
  const cost = costOfCells(cells.map((cell) => offerOfCell(cell.recipe, offers) ?? offer), language);
  const price = cost.kind === 'free' ? say('free') : cost.kind === 'about' ? say('about', { price: cost.text }) : say('priceUnknown');
  return (
    <form className="grid-setting" noValidate aria-label={say('newGrid')} onSubmit={(event) => { event.preventDefault(); if (problem === '' && !isWaiting) void make({ recipe, axes }); }}>
      <section className="grid-base" aria-label={say('base')}>
        <h2>{say('base')}</h2>
        <p className="grid-prompt" dir="auto">{recipe.prompt.trim() === '' ? say('noPrompt') : recipe.prompt}</p>
        <p className="hint"><bdi>{offer.model.name}</bdi> · {nameOfSize(recipe.size)}</p>
        <ButtonLink to="/studio">{say('changeBase')}</ButtonLink>
      </section>
      <div className="grid-axes">
        <AxisEditor label={say('across')} axis={grid.across} draft={draft} offer={offer} palette={palette} mayBeNone={false} onChange={(across) => change({ across })} />
        <AxisEditor label={say('down')} axis={grid.down} draft={draft} offer={offer} palette={palette} mayBeNone onChange={(down) => change({ down })} />
      </div>
      {cells.length > 0 && axes.length > 0 && <Preview asked={asked} words={words} />}
      <div className="grid-make">
        {(problem !== '' || fault !== '') && <p className="fault" role="alert"><AlertIcon aria-hidden="true" /><span>{problem || fault}</span></p>}
        <button type="submit" className="button primary big make-button" aria-busy={isBusy || undefined} aria-disabled={isBusy || isWaiting || problem !== '' || undefined}>
          <span>{say('draw', { count: cells.length })}</span>{cells.length > 0 && <span className="make-price number">{price}</span>}
        </button>
      </div>
    </form>
  );
}

/** The table with its headings and its shapes, before anything is drawn. */
function Preview({ asked: { axes, cells }, words }: { asked: AskedGrid; words: AxisWords }) {
  const { say } = useWords('studio-grids');
  const [across, down] = axes;
  const columns = across ? words.valuesOf(across) : [];
  const rows = down ? words.valuesOf(down) : [''];
  return (
    <section className="grid-preview" aria-label={say('preview')} tabIndex={0}>
      <table>
        <thead><tr>{down && <td />}{columns.map((word, column) => <th key={column} scope="col"><bdi>{word}</bdi></th>)}</tr></thead>
        <tbody>
          {rows.map((word, row) => (
            <tr key={row}>
              {down && <th scope="row"><bdi>{word}</bdi></th>}
              {columns.map((_, column) => <td key={column}><span className="grid-blank" style={{ aspectRatio: aspectOfSize((cells[row * columns.length + column] ?? cells[0] as (typeof cells)[number]).recipe.size) }} /></td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Why the grid cannot be drawn, in the reader's words; empty where it can. */
function useProblemOf(words: AxisWords): (asked: AskedGrid) => string {
  const { say } = useWords('studio-grids');
  const { say: sayStudio } = useWords('studio');
  return ({ axes, problem, refused, unfilled }) => {
    if (problem?.code === 'many') return say('many', { count: problem.count, max: GRID_CELLS_MAX });
    if (problem?.code === 'word') return say('wordMissing', { search: problem.search });
    if (problem) return say(problem.code);
    if (unfilled !== undefined) return say('unfilled', { variable: unfilled });
    if (!refused) return '';
    if (refused.problem.code === 'prompt-missing' && !axes.some(({ kind }) => kind === 'word')) return say('noPrompt');
    const { column, row } = refused.cell;
    const [across, down] = axes.map((axis) => words.valuesOf(axis));
    const cell = down ? say('cell', { column: across?.[column] ?? '', row: down[row] ?? '' }) : (across?.[column] ?? '');
    return say('inCell', { cell, problem: problemWords(refused.problem, sayStudio) });
  };
}
