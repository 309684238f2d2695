/** What a grid is made of: each cell a recipe of its own, found before anything is asked for. Pure. */
import type { GridAxis } from './studio-grids.ts';
import type { Recipe } from './studio.ts';

/** Pictures of one grid. */
export const GRID_CELLS_MAX = 64;

/** From the top left; the first axis goes across, the second down. */
export type GridCell = { column: number; row: number; recipe: Recipe };

export type GridProblem =
  | { code: 'few' } | { code: 'many'; count: number } | { code: 'kinds' }
  /** The word of this axis does not stand in the prompt. */
  | { code: 'word'; axis: number; search: string }
  /** Two cells would be the same picture. */
  | { code: 'same' };

/** Row by row, one picture each. */
export function gridCells(recipe: Recipe, axes: readonly GridAxis[]): GridCell[] {
  const [across, down] = axes;
  const { columns, rows } = gridSize(axes);
  return Array.from({ length: rows * columns }, (_, slot) => {
    const [column, row] = [slot % columns, Math.floor(slot / columns)];
    const chosen = [...(across ? [{ axis: across, at: column }] : []), ...(down ? [{ axis: down, at: row }] : [])];
    return { column, row, recipe: cellRecipe(recipe, chosen) };
  });
}

export function gridSize([across, down]: readonly GridAxis[]): { columns: number; rows: number } {
  return { columns: across?.values.length ?? 1, rows: down?.values.length ?? 1 };
}

/** Why there can be no such grid, whatever the models can do; undefined where there can. */
export function gridProblem(recipe: Recipe, axes: readonly GridAxis[]): GridProblem | undefined {
  const { columns, rows } = gridSize(axes);
  const count = columns * rows;
  if (count < 2) return { code: 'few' };
  if (count > GRID_CELLS_MAX) return { code: 'many', count };
  const [across, down] = axes;
  if (across && down && nameOfAxis(across) === nameOfAxis(down)) return { code: 'kinds' };
  for (const [axis, one] of axes.entries()) if (one.kind === 'word' && replaceWords(recipe.prompt, [{ search: one.search, by: '' }]) === recipe.prompt) return { code: 'word', axis, search: one.search };
  const known = new Set(gridCells(recipe, axes).map((cell) => JSON.stringify(cell.recipe)));
  return known.size < count ? { code: 'same' } : undefined;
}

/** The prompt as it is sent: the words, then those of the style. */
export function promptWith(prompt: string, styleWords: string): string {
  const [words, style] = [prompt.trim(), styleWords.trim()];
  if (words === '' || style === '') return words;
  return /[,，、.。!！?？;；]$/.test(words) ? `${words} ${style}` : `${words}, ${style}`;
}

type Swap = { search: string; by: string };
type Chosen = { axis: GridAxis; at: number };

/** Words first and the style behind them; then the shape and its size. Whichever way round the axes lie, the recipe is the same. */
function cellRecipe(recipe: Recipe, chosen: readonly Chosen[]): Recipe {
  const swaps = chosen.flatMap(({ axis, at }): Swap[] => (axis.kind === 'word' ? [{ search: axis.search, by: axis.values[at] ?? '' }] : []));
  const made: Recipe = { ...recipe, count: 1, prompt: swaps.length > 0 ? tidied(replaceWords(recipe.prompt, swaps)) : recipe.prompt };
  for (const { axis, at } of chosen) {
    switch (axis.kind) {
      case 'word': break;
      case 'style': addStyle(made, axis.values[at]); break;
      case 'model': made.model = axis.values[at]; break;
      case 'shape': made.size = withSize(axis.values[at] ?? made.size, made.size); break;
      case 'resolution': if (made.size.kind === 'ratio') made.size = { ...made.size, resolution: axis.values[at] }; break;
      default: made[axis.kind] = axis.values[at];
    }
  }
  return made;
}

/** A style without words, or without a name, is none to be found by. */
function addStyle(made: Recipe, style: { id: string; words: string } | undefined): void {
  delete made.style;
  if (!style || style.words.trim() === '') return;
  made.prompt = promptWith(made.prompt, style.words);
  if (style.id !== '') made.style = { id: style.id, words: style.words.trim() };
}

/** A ratio keeps the resolution that is there, unless it brings its own. */
function withSize(size: Recipe['size'], before: Recipe['size']): Recipe['size'] {
  if (size.kind === 'pixels' || size.resolution !== undefined || before.kind === 'pixels' || before.resolution === undefined) return size;
  return { ...size, resolution: before.resolution };
}

/** Scripts that part their words by spaces: there, a word is a whole one. */
const LETTER = String.raw`[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}\p{M}]`;
const isLetter = new RegExp(LETTER, 'u');

/** All at once, the longest first where two begin at one place, so that what is put in is never replaced itself. */
export function replaceWords(prompt: string, swaps: readonly Swap[]): string {
  const given = swaps.filter(({ search }) => search !== '').toSorted((one, other) => other.search.length - one.search.length);
  if (given.length === 0) return prompt;
  const words = new Map(given.map(({ search, by }) => [search, by]));
  return prompt.replace(new RegExp(given.map(({ search }) => patternOf(search)).join('|'), 'gu'), (found) => words.get(found) ?? found);
}

function patternOf(search: string): string {
  const letters = [...search];
  const [first = '', last = ''] = [letters[0], letters.at(-1)];
  return `${isLetter.test(first) ? `(?<!${LETTER})` : ''}${search.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')}${isLetter.test(last) ? `(?!${LETTER})` : ''}`;
}

/** A word that was left out leaves a gap. */
function tidied(prompt: string): string {
  return prompt.replace(/[ \t]{2,}/g, ' ').replace(/ ([,，、.。])/g, '$1').replace(/,(?: ?,)+/g, ',').trim();
}

function nameOfAxis(axis: GridAxis): string {
  return axis.kind === 'word' ? `word ${axis.search}` : axis.kind;
}
