import type { Character } from '@komawari/comic';
import { useWords } from '../../../language/use-words.ts';
import type { WordKey } from '../../../language/namespaces.ts';
import { PictureChoice } from '../../../ui/PictureChoice.tsx';
import { useCast } from './cast-context.ts';
import type { Worn } from './outfit-times.ts';
import { Sketch } from './Sketch.tsx';
import { personSketch, type PersonWish } from './views.ts';

type Props<V extends string> = {
  label: string; person: Character; worn: Worn; value: V; values: readonly V[]; words: Readonly<Record<V, WordKey<'comics-cast'>>>;
  /** This person with that value. */
  wish: (value: V) => PersonWish;
  shows: 'face' | 'head' | 'whole' | 'figure'; onChange: (value: V) => void; isLabelHidden?: boolean;
};

/** One of several, each drawn on this very person. */
export function LookChoice<V extends string>({ label, person, worn, value, values, words, wish, shows, onChange, isLabelHidden = false }: Props<V>) {
  const { say } = useWords('comics-cast');
  const { open } = useCast();
  const shape = shows === 'figure' || shows === 'whole' ? 'figure' : 'head';
  return (
    <PictureChoice<V>
      label={label} isLabelHidden={isLabelHidden} value={value} onChange={onChange} cardWidthPx={shape === 'head' ? 92 : 84}
      options={values.map((one) => ({ value: one, word: say(words[one]), picture: <Sketch shape={shape} sketch={personSketch(person, open.book.style, { outfit: worn.outfit, shows, ...wish(one) })} /> }))}
    />
  );
}
