import { INKS, OUTFITS, type OutfitSpec } from '@komawari/comic';
import { useWords } from '../../../../language/use-words.ts';
import { useCast } from '../cast-context.ts';
import { INK_WORDS, OUTFIT_WORDS, PATTERN_WORDS } from '../look-words.ts';
import { LookChoice } from '../LookChoice.tsx';
import type { PartProps } from '../look-part.ts';
import { changeOutfit } from '../outfit-times.ts';
import { OutfitTimeline } from './OutfitTimeline.tsx';

const PATTERNS = ['plain', 'stripes', 'dots', 'checks', 'emblem'] as const satisfies readonly OutfitSpec['pattern'][];

/** What is worn from which scene on, and how the chosen outfit looks. */
export function ClothesPart({ person, worn, onWear }: PartProps) {
  const { say } = useWords('comics-cast');
  const { change } = useCast();
  const { outfit } = worn;
  const set = (part: Partial<OutfitSpec>, merge: string) => change((book) => {
    const now = book.bible.cast.find((one) => one.id === person.id);
    return now ? changeOutfit(now, worn.id, part) : [];
  }, { merge: `${worn.id}:${merge}` });
  const shared = { person, worn, shows: 'whole' as const };
  const dressed = (part: Partial<OutfitSpec>) => ({ pose: 'stand-relaxed' as const, outfit: { ...outfit, ...part } });
  return (
    <>
      <OutfitTimeline person={person} worn={worn} onWear={onWear} />
      <LookChoice {...shared} label={say('topInk')} value={outfit.topInk} values={INKS} words={INK_WORDS} wish={(topInk) => dressed({ topInk })} onChange={(topInk) => set({ topInk }, 'top')} />
      <LookChoice {...shared} label={say('bottomInk')} value={outfit.bottomInk} values={INKS} words={INK_WORDS} wish={(bottomInk) => dressed({ bottomInk })} onChange={(bottomInk) => set({ bottomInk }, 'bottom')} />
      <LookChoice {...shared} label={say('pattern')} value={outfit.pattern} values={PATTERNS} words={PATTERN_WORDS} wish={(pattern) => dressed({ pattern })} onChange={(pattern) => set({ pattern }, 'pattern')} />
      <LookChoice {...shared} label={say('outfitKind')} value={outfit.kind} values={OUTFITS} words={OUTFIT_WORDS} wish={(kind) => dressed({ kind })} onChange={(kind) => set({ kind }, 'kind')} />
    </>
  );
}
