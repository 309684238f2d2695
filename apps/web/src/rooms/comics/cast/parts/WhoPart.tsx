import { AGES, BEINGS, GENDERS, type Age, type Being, type Character, type Look } from '@komawari/comic';
import { renameCharacter } from '@komawari/comic/edit';
import { useWords } from '../../../../language/use-words.ts';
import { useCast } from '../cast-context.ts';
import { DraftField } from '../DraftField.tsx';
import { AGE_WORDS, ANIMAL_WORDS, BEING_WORDS, GENDER_WORDS } from '../look-words.ts';
import { LookChoice } from '../LookChoice.tsx';
import { useLook, type PartProps } from '../look-part.ts';
import { Aliases } from './Aliases.tsx';
import { VoiceChoice } from './VoiceChoice.tsx';

type Animal = keyof typeof ANIMAL_WORDS;
const ANIMALS = Object.keys(ANIMAL_WORDS) as Animal[];
const NAME_MAX = 200;
/** How tall the artist draws each age; the slider of the body goes on from there. */
const AGE_HEIGHT: Record<Age, number> = { child: 0.66, teen: 0.95, adult: 1, old: 0.95 };
const ANIMAL_HEIGHT: Partial<Record<Animal, number>> = { mouse: 0.46, frog: 0.46, bird: 0.48, owl: 0.54, rabbit: 0.56, turtle: 0.5, cat: 0.6, wolf: 0.84, tiger: 0.9, bear: 0.98, panda: 0.9, lion: 0.9, horse: 1, cow: 0.95, dragon: 1.1 };

/** Name, other names, and what somebody is before any hair is combed. */
export function WhoPart({ person, worn }: PartProps) {
  const { say } = useWords('comics-cast');
  const { change } = useCast();
  const setLook = useLook(person);
  const { look } = person;
  const animal = ANIMALS.find((one) => one === look.animal) ?? 'fox';
  return (
    <>
      <DraftField label={say('name')} hint={say('nameHint')} emptyFault={say('nameEmpty')} value={person.name} most={NAME_MAX} onKeep={(name) => change((book) => renameCharacter(book, person.id, name))} />
      <Aliases person={person} />
      <LookChoice label={say('age')} person={person} worn={worn} value={look.age} values={AGES} words={AGE_WORDS} shows="figure" wish={(age) => ({ look: aged(look, age) })} onChange={(age) => setLook(aged(look, age), 'age')} />
      <LookChoice label={say('gender')} person={person} worn={worn} value={look.gender} values={GENDERS} words={GENDER_WORDS} shows="figure" wish={(gender) => ({ look: { ...look, gender } })} onChange={(gender) => setLook({ gender }, 'gender')} />
      <LookChoice label={say('being')} person={person} worn={worn} value={look.being} values={BEINGS} words={BEING_WORDS} shows="head" wish={(being) => ({ look: become(look, being, animal) })} onChange={(being) => setLook(become(look, being, animal), 'being')} />
      {look.being === 'animal' && <LookChoice label={say('animal')} person={person} worn={worn} value={animal} values={ANIMALS} words={ANIMAL_WORDS} shows="head" wish={(one) => ({ look: become(look, 'animal', one) })} onChange={(one) => setLook(become(look, 'animal', one), 'being')} />}
      <VoiceChoice person={person} />
    </>
  );
}

function aged(look: Look, age: Age): Look {
  return { ...look, age, height: look.being === 'animal' ? look.height : AGE_HEIGHT[age] };
}

/** Small animals stay small; who is a person again is as tall as people of that age. */
function become(look: Character['look'], being: Being, animal: Animal): Look {
  const { animal: _, ...rest } = look;
  if (being === 'animal') return { ...rest, being, animal, height: ANIMAL_HEIGHT[animal] ?? 0.68 };
  return { ...rest, being, height: look.being === 'animal' ? AGE_HEIGHT[look.age] : look.height };
}
