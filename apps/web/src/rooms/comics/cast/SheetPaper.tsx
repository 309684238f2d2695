import type { Character, Expression, Facing } from '@komawari/comic';
import type { CSSProperties } from 'react';
import { useWords } from '../../../language/use-words.ts';
import { useCast } from './cast-context.ts';
import { OUTFIT_WORDS, VIEW_WORDS } from './look-words.ts';
import type { Worn } from './outfit-times.ts';
import { Sketch } from './Sketch.tsx';
import { personSketch } from './views.ts';

const FACINGS = ['front', 'left', 'left-profile', 'back'] as const satisfies readonly Facing[];
/** The lines of height behind the figures. */
const LINES_CM = [0, 50, 100, 150];
const EXPRESSIONS = ['neutral', 'smile', 'laugh', 'sad', 'angry', 'surprised', 'embarrassed', 'determined'] as const satisfies readonly Expression[];

type Props = { person: Character; worn: Worn; number: number; onWear: (outfitId: string) => void };

/** The sheet as a studio pins it up: turnaround on lines of height, faces, wardrobe, and the block with the name. */
export function SheetPaper({ person, worn, number, onWear }: Props) {
  const { say } = useWords('comics-cast');
  const { say: sayTerm } = useWords('comics-terms');
  const { open } = useCast();
  const { style, title } = open.book;
  const { outfit } = worn;
  return (
    <section className="cast-sheet-paper" aria-label={say('sheetOf', { name: person.name })}>
      <div className="cast-sheet-pegs" aria-hidden="true"><span /><span /><span /></div>
      <div className="cast-sheet-turn cast-height-lines" role="group" aria-label={say('turnaround')}>
        <div className="cast-sheet-scale number" aria-hidden="true">{LINES_CM.map((cm, index) => <span key={cm} style={{ '--line-at': index } as CSSProperties}>{cm}</span>)}</div>
        {FACINGS.map((facing) => (
          <figure key={facing}>
            <Sketch shape="figure" sketch={personSketch(person, style, { shows: 'figure', facing, outfit })} alt={`${person.name}: ${say(VIEW_WORDS[facing])}`} />
            <figcaption>{say(VIEW_WORDS[facing])}</figcaption>
          </figure>
        ))}
      </div>
      <div className="cast-sheet-faces" role="group" aria-label={say('expressions')}>
        {EXPRESSIONS.map((expression) => (
          <figure key={expression}>
            <Sketch shape="head" sketch={personSketch(person, style, { expression, outfit })} alt={`${person.name}: ${sayTerm(`expression-${expression}`)}`} />
            <figcaption>{sayTerm(`expression-${expression}`)}</figcaption>
          </figure>
        ))}
      </div>
      <div className="cast-sheet-wardrobe" role="group" aria-label={say('outfits')}>
        {person.outfits.map((one, index) => (
          <button key={one.id} type="button" className="cast-sheet-outfit" aria-pressed={one.id === worn.id} aria-label={`${say('outfitNumber', { n: index + 1 })}: ${say(OUTFIT_WORDS[one.outfit.kind])}`} onClick={() => onWear(one.id)}>
            <Sketch shape="figure" sketch={personSketch(person, style, { shows: 'whole', pose: 'stand-relaxed', outfit: one.outfit })} />
          </button>
        ))}
      </div>
      <div className="cast-sheet-block">
        <span className="cast-sheet-block-title"><bdi>{title}</bdi></span>
        <h2><bdi>{person.name}</bdi></h2>
        <span className="cast-sheet-block-number number">{String(number).padStart(2, '0')}</span>
      </div>
    </section>
  );
}
