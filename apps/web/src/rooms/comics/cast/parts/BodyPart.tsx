import { BUILDS } from '@komawari/comic';
import { useState } from 'react';
import { useWords } from '../../../../language/use-words.ts';
import { Slider } from '../../../../ui/Slider.tsx';
import { BUILD_WORDS } from '../look-words.ts';
import { LookChoice } from '../LookChoice.tsx';
import { useLook, type PartProps } from '../look-part.ts';

/** An average adult of the artist's. */
const ADULT_CM = 168;

export function BodyPart({ person, worn, onTry }: PartProps) {
  const { say } = useWords('comics-cast');
  const setLook = useLook(person);
  const [held, setHeld] = useState<number>();
  const { look } = person;
  return (
    <>
      <LookChoice label={say('build')} person={person} worn={worn} value={look.build} values={BUILDS} words={BUILD_WORDS} shows="figure" wish={(build) => ({ look: { ...look, build } })} onChange={(build) => setLook({ build }, 'build')} />
      <Slider
        label={say('height')} value={Math.round((held ?? look.height) * 100)} min={30} max={130} text={(value) => say('cm', { cm: Math.round((value / 100) * ADULT_CM) })}
        onChange={(value) => { setHeld(value / 100); onTry({ ...look, height: value / 100 }); }}
        onEnd={(value) => { setHeld(undefined); onTry(undefined); setLook({ height: value / 100 }, 'height'); }}
      />
    </>
  );
}
