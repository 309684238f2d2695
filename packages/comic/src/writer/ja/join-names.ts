/** Makes persons of names: `田中さん`, `田中` and `田中一郎` are one. */
import { makePerson } from '../cast/make-person.ts';
import type { Person } from '../speakers/scene-types.ts';
import type { NameCandidate } from './find-names.ts';
import { personSuffix } from './person-suffix.ts';
import { HONORIFICS } from './words.ts';

/** Persons by every surface they are met under. */
export function joinNames(persons: Person[], names: readonly NameCandidate[], text: string): Map<string, Person> {
  const surfaces = new Map<string, Person>();
  for (const name of [...names].sort((a, b) => b.base.length - a.base.length || b.total - a.total)) {
    const isSame = ([surface, { kind }]: [string, Person]): boolean => (
      kind === 'name' && (isPartOf(surface, name.base) || stripHonorific(surface) === name.base)
    );
    const known = surfaces.get(name.base) ?? [...surfaces].find(isSame)?.[1];
    const gender = /^お[一-龯]{1,2}$/.test(name.surface) ? { gender: 'female' as const } : {};
    const person = known ?? makePerson(persons, { name: name.surface, kind: 'name', ...gender, ...honored(name.honorific) });
    if (!person.gender) Object.assign(person, honored(name.honorific));
    person.aliases.add(name.surface);
    if (name.total > person.mentionCount) {
      person.mentionCount = name.total;
      person.name = name.surface;
    }
    surfaces.set(name.surface, person);
    // `田中さん` is also met as `田中`.
    if (name.honorific !== undefined && name.base.length >= 2 && (/^[ぁ-ん]/.test(name.base) ? isFreeKana(text, name.base) : text.includes(name.base))) {
      person.aliases.add(name.base);
      surfaces.set(name.base, person);
    }
  }
  return surfaces;
}

/** まひろ of まひろちゃん stands at the head of a clause too. */
function isFreeKana(text: string, base: string): boolean {
  return base.length >= 3 && new RegExp(`(?<=[。、」\\n　])${base}(?=[はがの])`).test(text);
}

export function stripHonorific(surface: string): string {
  for (const [honorific] of HONORIFICS) if (surface.endsWith(honorific) && surface.length > honorific.length) return surface.slice(0, -honorific.length);
  return surface;
}

const GIVEN_END = /^(?:子|郎|吉|介|助|夫|江|代|美|太郎|次郎|之助|平|蔵|作|松|一|二|三|枝|造|雄|次|治)$/;

/** `ジョバンニ` of `ジョバンニ・ロッシ`; `太郎` of `山田太郎`; `ロシター` of `ロシター技師`. */
function isPartOf(whole: string, part: string): boolean {
  const bare = stripHonorific(whole);
  if (part.length < 2 || bare.length <= part.length) return false;
  if (/[・＝]/.test(bare)) return bare.split(/[・＝]/).includes(part);
  if (/^[ァ-ヴー]+$/.test(part) && bare.startsWith(part)) return /^[一-龯]{1,4}$/.test(bare.slice(part.length)) && personSuffix(bare) !== undefined;
  // とよちゃん of とよ子
  if (bare.startsWith(part) && GIVEN_END.test(bare.slice(part.length))) return true;
  return /^[一-龯々]+$/.test(bare) && /^[一-龯々]+$/.test(part) && bare.length >= 3 && (bare.endsWith(part) || bare.startsWith(part));
}

function honored(honorific: string | undefined): Pick<Person, 'gender' | 'age'> {
  const known = HONORIFICS.find(([word]) => word === honorific);
  return { ...(known?.[1] === undefined ? {} : { gender: known[1] }), ...(known?.[2] === undefined ? {} : { age: known[2] }) };
}
