/** Which of the persons told of before a described one is: `その男`, `妹のさやか`, `男の子` behind `少年`. */
import type { SurfaceIndex } from '../cast/surface-index.ts';
import type { Mention, Person } from '../speakers/scene-types.ts';
import type { Narrator } from './narrator.ts';
import type { Looks } from './noun-key.ts';
import type { PersonWord } from './person-nouns.ts';
import { isWholeNoun } from './word-bounds.ts';

/** What the search through a text has found so far. */
export type Finder = {
  text: string;
  persons: Person[];
  names: SurfaceIndex<Person>;
  nouns: SurfaceIndex<PersonWord>;
  /** Described persons and groups by their key. */
  described: Map<string, Person>;
  looks: Looks;
  narrator: Narrator | undefined;
  /** What was found before. */
  mentions: Mention[];
  /** Where each described person was met last. */
  lastAt: Map<Person, number>;
  freeNouns: Map<string, boolean>;
  /** Who was met last with a title behind the name. */
  titled: Map<string, Person>;
};

/** `妹のさやかが`: what may stand behind the name. */
export const APPOSED = /^(?:[はがもにをと、]|さん|ちゃん|くん|君|先生|先輩)/;

/** 妹 is さやか before and from then on. */
export function joinApposed({ described, mentions }: Finder, key: string, person: Person): void {
  const old = described.get(key);
  if (old === person) return;
  if (old?.kind === 'noun' && (old.gender === undefined || person.gender === undefined || old.gender === person.gender)) {
    for (const mention of mentions) if (mention.personId === old.id) mention.personId = person.id;
    if (person.gender === undefined && old.gender !== undefined) person.gender = old.gender;
  }
  person.aliases.add(key);
  described.set(key, person);
}

/** 少年 and 男の子, when one was told of, are one. */
const SAME: readonly (readonly string[])[] = [
  ['少年', '男の子'], ['少女', '女の子'], ['老人', 'お爺さん', 'おじいさん', '爺さん', '老爺'], ['老婆', 'お婆さん', 'おばあさん', '婆さん'], ['医者', '医師', 'お医者さん', 'お医者さま'],
  ['巡査', 'お巡りさん', 'おまわりさん', '警官'], ['お母さん', 'おかあさん', '母', '母親'], ['お父さん', 'おとうさん', '父', '父親'],
];

export function findSame({ described, lastAt }: Finder, key: string, at: number): Person | undefined {
  const words = SAME.find((group) => group.includes(key));
  const known = (words ?? []).flatMap((word) => described.get(word) ?? []).filter((person) => at - (lastAt.get(person) ?? -Infinity) < POINTS_BACK);
  return known[0];
}

/** その男, この老人: somebody who was told of before. */
export function isPointedAt(text: string, at: number): boolean {
  return /(?:その|この|あの|くだんの)$/.test(text.slice(Math.max(0, at - 4), at));
}

/** その男: the man told of before, or a pronoun for somebody with a name. */
export function pointedAt(finder: Finder, noun: string, at: number, word: PersonWord): Person | 'he' | 'she' | undefined {
  const near = nearestOf(finder, noun, at);
  if (near) return near;
  return isOnlyPointedAt(finder, noun) || followsDoer(finder, at) ? pronounFor(word) : undefined;
}

/** How many characters `その` reaches back to a person of the same noun. */
const POINTS_BACK = 800;

function nearestOf({ described, lastAt }: Finder, noun: string, at: number): Person | undefined {
  const near = [...described].flatMap(([key, person]): [number, Person][] => {
    const met = lastAt.get(person);
    return key.endsWith(noun) && met !== undefined && at - met < POINTS_BACK ? [[met, person]] : [];
  });
  return near.sort((a, b) => b[0] - a[0])[0]?.[1];
}

/** その男 in the middle of a paragraph that tells of somebody. */
function followsDoer({ text, mentions }: Finder, at: number): boolean {
  const last = mentions.findLast(({ isSubject }) => isSubject);
  return last !== undefined && at - last.end < 160 && !text.slice(last.end, at).includes('\n');
}

/** Whether the noun stands for nobody of its own anywhere: 男 only as その男. */
function isOnlyPointedAt({ text, freeNouns }: Finder, noun: string): boolean {
  const known = freeNouns.get(noun);
  if (known !== undefined) return known;
  let free = 0;
  for (let at = text.indexOf(noun); at >= 0 && free < 2; at = text.indexOf(noun, at + noun.length)) {
    if (!isPointedAt(text, at) && isWholeNoun(text, at, noun)) free++;
  }
  freeNouns.set(noun, free < 2);
  return free < 2;
}

/** Nobody of that noun was told of: somebody with a name is meant. */
function pronounFor({ gender, being }: PersonWord): 'he' | 'she' | undefined {
  if (being !== undefined) return undefined;
  return gender === 'male' ? 'he' : gender === 'female' ? 'she' : undefined;
}

/** `老人` behind `白い服の老人` is the same where no other old man is told of. */
export function findByHead(described: ReadonlyMap<string, Person>, key: string, noun: string): Person | undefined {
  if ((/^(?:母さん|父さん|子)./.test(key) && key !== noun) || noun === '者' || noun === '人') return undefined;
  const same = new Set([...described].filter(([known]) => known.endsWith(noun) && (known === noun || key === noun)).map(([, person]) => person));
  return same.size === 1 ? [...same][0] : undefined;
}
