import { GLASSES, HEADWEARS } from '@komawari/comic';
import { useWords } from '../../../../language/use-words.ts';
import { GLASSES_WORDS, HEADWEAR_WORDS } from '../look-words.ts';
import { LookChoice } from '../LookChoice.tsx';
import { useLook, type PartProps } from '../look-part.ts';

export function WearPart({ person, worn }: PartProps) {
  const { say } = useWords('comics-cast');
  const setLook = useLook(person);
  const { look } = person;
  return (
    <>
      <LookChoice label={say('glasses')} person={person} worn={worn} value={look.glasses} values={GLASSES} words={GLASSES_WORDS} shows="face" wish={(glasses) => ({ look: { ...look, glasses } })} onChange={(glasses) => setLook({ glasses }, 'glasses')} />
      <LookChoice label={say('headwear')} person={person} worn={worn} value={look.headwear} values={HEADWEARS} words={HEADWEAR_WORDS} shows="head" wish={(headwear) => ({ look: { ...look, headwear } })} onChange={(headwear) => setLook({ headwear }, 'headwear')} />
    </>
  );
}
