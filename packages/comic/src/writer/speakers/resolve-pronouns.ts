/** Whom a pronoun means: persons of a fitting gender, the nearest and the doers first. */
import { genderOf } from './scene-types.ts';
import type { Cast, Mention, Person, PersonId, PronounKind, Scenes } from './scene-types.ts';
import { indexMentions } from './mention-index.ts';

export type Ranked = { personId: PersonId; weight: number };

export type PronounResolver = {
  /** Best first; weights fall from about 1 to 0. */
  rank(mention: Mention, recentSpeakers: readonly PersonId[]): Ranked[];
};

/** Weights of the resolver, tuned on annotated texts; shares multiply, the rest is added. */
export const PRONOUN_WEIGHTS = {
  /** Share of those who do not do the deed of their clause. */
  object: 0.6,
  /** Share of those whose gender no word has told, for she and for the rest. */
  unknownShe: 0.4,
  unknown: 0.85,
  /** Share in a clause that hangs on another. */
  aside: 0.6,
  /** Share of described persons, as doers and else. */
  nounDoer: 0.8,
  noun: 0.3,
  /** Named as the doer in the paragraph of the pronoun. */
  sameParagraph: 0.25,
  /** Every further mention, by nearness. */
  again: 0.05,
  /** The same pronoun shortly before meant the person. */
  sameBreath: 0.45,
  /** The person spoke last; a half, a third before. */
  spoke: 0.4,
  /** Characters after which a mention has lost half its pull: factor for languages that need fewer characters. */
  denseReach: 0.45,
};

const WEIGHTS = PRONOUN_WEIGHTS;
const LOOK_BACK = 40;

/** Fills `personId` of plain pronoun mentions in order, so that later ones can lean on earlier ones. */
export function resolvePronouns(cast: Cast, { text, language }: Pick<Scenes, 'text' | 'language'>): PronounResolver {
  const reach = language === 'en' ? 1 : WEIGHTS.denseReach;
  partFromPartners(cast, text);
  const index = indexMentions(cast.mentions);
  const rank = (mention: Mention, recentSpeakers: readonly PersonId[]): Ranked[] => {
    const self = cast.persons.find((person) => person.kind === 'self');
    if (mention.pronoun === 'self') return self ? [{ personId: self.id, weight: 1 }] : [];
    const weights = new Map<PersonId, number>();
    const paragraphStart = text.lastIndexOf('\n', mention.start) + 1;
    index.before(mention.start, LOOK_BACK).forEach((earlier) => {
      const person = earlier.personId === undefined ? undefined : cast.persons[earlier.personId];
      if (!person || !fits(person, mention.pronoun) || person.id === mention.notPerson) return;
      const distance = distanceOf(earlier, mention);
      const near = 1 / (1 + distance / (NEAR[mention.pronoun ?? 'he'] * reach));
      const weight = near * (earlier.isSubject ? 1 : WEIGHTS.object) * doubtOf(person, mention) * (earlier.isAside ? WEIGHTS.aside : 1) * standing(person)
        * (person.kind === 'noun' ? (earlier.isSubject ? WEIGHTS.nounDoer : WEIGHTS.noun) : 1);
      const isHere = earlier.isSubject && earlier.pronoun === undefined && earlier.start >= paragraphStart;
      weights.set(person.id, Math.max(weights.get(person.id) ?? 0, weight + (isHere ? WEIGHTS.sameParagraph : 0)) + WEIGHTS.again * near);
    });
    // `she ... she` in one breath is one person.
    const same = index.before(mention.start, 4).find((earlier) => earlier.pronoun === mention.pronoun && mention.start - earlier.end < 160);
    if (same?.personId !== undefined) weights.set(same.personId, (weights.get(same.personId) ?? 0) + WEIGHTS.sameBreath);
    recentSpeakers.forEach((id, ago) => {
      const person = cast.persons[id];
      if (person && fits(person, mention.pronoun)) weights.set(id, (weights.get(id) ?? 0) + WEIGHTS.spoke / (1 + ago));
    });
    return [...weights].map(([personId, weight]) => ({ personId, weight })).sort((a, b) => b.weight - a.weight);
  };
  for (const mention of cast.mentions) {
    if (mention.pronoun && mention.personId === undefined && mention.pronoun !== 'zero') {
      const [best, second] = rank(mention, []);
      if (!best) continue;
      mention.personId = best.personId;
      const person = cast.persons[best.personId];
      // A clear case teaches the gender of whom no word has told it.
      if (person && person.gender === undefined && best.weight > 1.4 * (second?.weight ?? 0)) {
        if (mention.pronoun === 'he') person.votes.male += 0.5;
        if (mention.pronoun === 'she') person.votes.female += 0.5;
      }
    }
  }
  return { rank };
}

/** `他对王姥姥说`, `he told John`: whoever is named in the same clause is somebody else. */
function partFromPartners(cast: Cast, text: string): void {
  cast.mentions.forEach((mention, i) => {
    const next = cast.mentions[i + 1];
    if (!mention.pronoun || !mention.isSubject || mention.notPerson !== undefined || !next || next.personId === undefined || next.pronoun !== undefined) return;
    if (next.start - mention.end <= SAME_CLAUSE && !/[\p{P}\n]/u.test(text.slice(mention.end, next.start))) mention.notPerson = next.personId;
  });
}

const SAME_CLAUSE = 30;

function doubtOf(person: Person, { pronoun }: Mention): number {
  return genderOf(person) !== undefined ? 1 : pronoun === 'she' ? WEIGHTS.unknownShe : WEIGHTS.unknown;
}

/** Words of speech between count a quarter where the language tells narration apart. */
function distanceOf(earlier: Mention, later: Mention): number {
  const plain = later.start - earlier.end;
  if (earlier.told === undefined || later.told === undefined) return plain;
  const told = Math.max(0, later.told - earlier.told - (earlier.end - earlier.start));
  return told + Math.max(0, plain - told) / 4;
}

/** Who is spoken of often is meant oftener. */
function standing(person: Person): number {
  return Math.min(1.2, 0.85 + 0.06 * Math.log2(1 + person.mentionCount));
}

/** Characters after which a mention has lost half its pull. */
const NEAR: Record<PronounKind, number> = { he: 250, she: 250, it: 120, they: 200, self: 1000, zero: 80, any: 200 };

function fits(person: Person, pronoun: PronounKind | undefined): boolean {
  if (person.kind === 'self') return pronoun === 'self' || pronoun === 'zero';
  if (person.kind === 'group') return pronoun === 'they' || pronoun === 'zero';
  const isBeast = person.being !== undefined && person.kind === 'noun' && !person.speaks;
  if (isBeast && pronoun !== 'it') return false;
  const gender = genderOf(person);
  switch (pronoun) {
    case 'he': return gender !== 'female';
    case 'she': return gender !== 'male';
    case 'it': return person.being !== undefined || gender === 'neutral';
    case 'they': return false;
    default: return true;
  }
}
