import { FACIAL_HAIR, type Look } from '@komawari/comic';
import { useState } from 'react';
import { useWords } from '../../../../language/use-words.ts';
import { Slider } from '../../../../ui/Slider.tsx';
import { useCast } from '../cast-context.ts';
import { BEARD_WORDS, FACE_WORDS } from '../look-words.ts';
import { LookChoice } from '../LookChoice.tsx';
import { useLook, type PartProps } from '../look-part.ts';
import { Sketch } from '../Sketch.tsx';
import { personSketch } from '../views.ts';

type Feature = keyof Look['face'];
const FEATURES = Object.keys(FACE_WORDS) as Feature[];
const MARKS = ['none', 'freckles', 'scar', 'both'] as const;
const MARK_WORDS = { none: 'noMarks', freckles: 'freckles', scar: 'scar', both: 'bothMarks' } as const;

export function FacePart({ person, worn, onTry }: PartProps) {
  const { say } = useWords('comics-cast');
  const setLook = useLook(person);
  const { look } = person;
  const mark = look.freckles ? (look.scar ? 'both' : 'freckles') : look.scar ? 'scar' : 'none';
  return (
    <>
      <fieldset className="cast-features">
        <legend>{say('faceShape')}</legend>
        {FEATURES.map((feature) => <FeatureSlider key={feature} feature={feature} person={person} worn={worn} onTry={onTry} onKeep={(value) => setLook({ face: { ...look.face, [feature]: value } }, `face-${feature}`)} />)}
      </fieldset>
      <LookChoice label={say('marks')} person={person} worn={worn} value={mark} values={MARKS} words={MARK_WORDS} shows="face" wish={(one) => ({ look: { ...look, ...marksOf(one) } })} onChange={(one) => setLook(marksOf(one), 'marks')} />
      <LookChoice label={say('facialHair')} person={person} worn={worn} value={look.facialHair} values={FACIAL_HAIR} words={BEARD_WORDS} shows="face" wish={(facialHair) => ({ look: { ...look, facialHair } })} onChange={(facialHair) => setLook({ facialHair }, 'beard')} />
    </>
  );
}

function marksOf(mark: (typeof MARKS)[number]): Pick<Look, 'freckles' | 'scar'> {
  return { freckles: mark === 'freckles' || mark === 'both', scar: mark === 'scar' || mark === 'both' };
}

/** The two ends are drawn on this face; the large picture follows the hand, and the book takes what it lets go at. */
function FeatureSlider({ feature, person, worn, onTry, onKeep }: Pick<PartProps, 'person' | 'worn' | 'onTry'> & { feature: Feature; onKeep: (value: number) => void }) {
  const { say } = useWords('comics-cast');
  const { open } = useCast();
  const { look } = person;
  const [held, setHeld] = useState<number>();
  const withValue = (value: number): Look => ({ ...look, face: { ...look.face, [feature]: value } });
  const end = (value: number) => <Sketch shape="head" sketch={personSketch(person, open.book.style, { look: withValue(value), outfit: worn.outfit, shows: 'face' })} />;
  return (
    <div className="cast-feature">
      {end(0)}
      <Slider
        label={say(FACE_WORDS[feature])} value={Math.round((held ?? look.face[feature]) * 100)} min={0} max={100} step={5}
        onChange={(value) => { setHeld(value / 100); onTry(withValue(value / 100)); }}
        onEnd={(value) => { setHeld(undefined); onTry(undefined); onKeep(value / 100); }}
      />
      {end(1)}
    </div>
  );
}
