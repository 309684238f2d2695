import { HAIR_STYLES, INKS } from '@komawari/comic';
import { useWords } from '../../../../language/use-words.ts';
import { HAIR_WORDS, INK_WORDS } from '../look-words.ts';
import { LookChoice } from '../LookChoice.tsx';
import { useLook, type PartProps } from '../look-part.ts';

/** Cut and ink. Hats are taken off, or one would not see what is chosen. */
export function HairPart({ person, worn }: PartProps) {
  const { say } = useWords('comics-cast');
  const setLook = useLook(person);
  const { look } = person;
  const bare = { ...look, headwear: 'none' as const };
  return (
    <>
      <LookChoice label={say('hairInk')} person={person} worn={worn} value={look.hairInk} values={INKS} words={INK_WORDS} shows="head" wish={(hairInk) => ({ look: { ...bare, hairInk } })} onChange={(hairInk) => setLook({ hairInk }, 'hair-ink')} />
      <LookChoice label={say('hair')} person={person} worn={worn} value={look.hair} values={HAIR_STYLES} words={HAIR_WORDS} shows="head" wish={(hair) => ({ look: { ...bare, hair } })} onChange={(hair) => setLook({ hair }, 'hair')} />
    </>
  );
}
