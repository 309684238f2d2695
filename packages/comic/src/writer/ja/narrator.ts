/** Who tells a story in the first person, and the pronouns of narration. */
import { makePerson } from '../cast/make-person.ts';
import type { Person, PronounKind } from '../speakers/scene-types.ts';

const SELF_WORDS = ['私', 'わたし', 'わたくし', '僕', 'ぼく', '俺', 'おれ', '余', '吾輩', 'わし', 'あたし', 'オレ', 'ボク', '予'] as const;
const PARTICLE = /[はがもにのをと、]/;

export type Narrator = { person: Person; word: string };

/** The word for "I" that the narration itself uses three times, or once behind a quote. */
export function findNarrator(persons: Person[], text: string, isQuoted: (at: number) => boolean): Narrator | undefined {
  let best: { word: string; count: number } | undefined;
  for (const word of SELF_WORDS) {
    let count = 0;
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
      if (isQuoted(at) || !PARTICLE.test(text[at + word.length] ?? '') || (word.length === 1 && /[一-龯]/.test(text[at - 1] ?? ''))) continue;
      // 「…」と私は言った: once is enough.
      count += /[」』]\s*と、?$/.test(text.slice(Math.max(0, at - 5), at)) && /[はが]/.test(text[at + word.length] ?? '') ? 3 : 1;
    }
    if (count >= 3 && count > (best?.count ?? 0)) best = { word, count };
  }
  return best ? { person: makePerson(persons, { name: best.word, kind: 'self' }), word: best.word } : undefined;
}

export function pronounAt(text: string, at: number, self: string | undefined): { kind: PronounKind; length: number } | undefined {
  if (text[at] === '彼') {
    if (text[at + 1] === '女') return { kind: 'she', length: 2 };
    if (/[ら等]/.test(text[at + 1] ?? '')) return { kind: 'they', length: 2 };
    return PARTICLE.test(text[at + 1] ?? '') ? { kind: 'he', length: 1 } : undefined;
  }
  // 「…」と私。
  const isElliptic = /[」』]\s*と、?$/.test(text.slice(Math.max(0, at - 4), at)) && text[at + (self?.length ?? 0)] === '。';
  if (self === undefined || !text.startsWith(self, at)) return undefined;
  return isElliptic || PARTICLE.test(text[at + self.length] ?? '') ? { kind: 'self', length: self.length } : undefined;
}

/** Whether `word` is called inside a quote: `森川。お前…`, `ねえ、雪ちゃん`. */
function countCalls(text: string, word: string, isQuoted: (at: number) => boolean): number {
  let count = 0;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
    if (isQuoted(at) && /[「『、。！？…　―]/.test(text[at - 1] ?? '') && /^[、。！？…」―!?]/.test(text.slice(at + word.length))) count++;
  }
  return count;
}

/** A name that is only called in quotes and never told of is the narrator's; returns its surfaces to the narrator. */
export function nameNarrator(
  narrator: Person, surfaces: Map<string, Person>, told: ReadonlySet<number>, text: string, isQuoted: (at: number) => boolean,
): void {
  const calls = new Map<Person, number>();
  for (const [surface, person] of surfaces) if (!told.has(person.id)) calls.set(person, (calls.get(person) ?? 0) + countCalls(text, surface, isQuoted));
  const [called] = [...calls].sort((a, b) => b[1] - a[1]);
  if (!called || called[1] === 0) return;
  for (const alias of called[0].aliases) narrator.aliases.add(alias);
  for (const [surface, person] of surfaces) if (person === called[0]) surfaces.set(surface, narrator);
}
