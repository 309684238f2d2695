/** Who does what: narration cut into clauses, each given to its subject, so that only the one who jumps jumps. */
import type { Gender, Language } from '../model/kinds.ts';

/** A piece of narration with the voices the writer found in it. */
export type Telling = {
  text: string; mentions: readonly string[];
  /** Who acts where no subject is named: the speaker of the line that the words introduce. */ fallback?: string;
};

/** A clause with those who act in it and those it names besides. */
export type Deed = { text: string; subjects: string[]; others: string[] };

export type Actors = {
  /** Names and aliases of every voice. */
  names: ReadonlyMap<string, readonly string[]>;
  genders: ReadonlyMap<string, Gender>;
};

const CLAUSE_END: Record<Language, RegExp> = {
  en: /[,;:—]\s+(?:and |but |then )?|\s+(?:and|but)\s+(?=(?:he|she|they|then)\b)|\s+(?:until|while)\s+/iu,
  zh: /[，；：、—]+/u,
  ja: /[、，；]+/u,
};
const SENTENCE_END = /(?<=[。！？!?])|(?<=(?<!\b(?:Mr|Mrs|Ms|Dr|St))\.)\s+/u;

/** What may stand before a name that is no subject, and after it. */
const OBJECT_BEFORE: Record<Language, RegExp> = {
  en: /\b(?:to|at|with|for|of|from|behind|beside|on|by|into|round|around|near|past|towards?|over|gave|told|asked|handed|hugged|held|helped|pulled|pushed|saw|watched|kissed|followed|caught|shook|took)\s+(?:the |old |little |uncle |aunt )*$/iu,
  zh: /(?:把|对|向|给|朝|让|被|往|看着|望着|看|抱住|拉住|扶着|问|递给|交给|拉着|牵着|握住|搂住|在)$/u,
  ja: /(?!)/u,
};
const OBJECT_AFTER: Record<Language, RegExp> = { en: /^[’']s\b/u, zh: /^(?:的|身|旁|手|面前|怀|背|肩)/u, ja: /^(?!は|が|も|、|って|と.{1,8}(?:は|が|も))/u };

const MANY: Record<Language, RegExp> = {
  en: /^\W*(?:\w+\W+){0,2}?(?:they|we|both|together|the two|the three)\b/iu, zh: /^.{0,6}?(?:他们|她们|它们|我们|两人|二人|两个人|三个人|三人|大家|祖孙俩|父子俩|母女俩|姐妹俩|兄弟俩)/u,
  ja: /^.{0,6}?(?:二人|ふたり|三人|彼ら|みんな|私たち|僕たち)/u,
};
const SHE: Record<Language, RegExp> = { en: /^\W*(?:\w+\W+){0,2}?she\b/iu, zh: /^.{0,4}?她/u, ja: /^.{0,4}?彼女/u };
const HE: Record<Language, RegExp> = { en: /^\W*(?:\w+\W+){0,2}?he\b/iu, zh: /^.{0,4}?他/u, ja: /^.{0,4}?彼(?!女)/u };

/** Deeds in order. `recent` names those who acted before, the latest last; it decides pronouns. */
export function deedsOf(tellings: readonly Telling[], actors: Actors, recent: readonly string[], language: Language): Deed[] {
  const deeds: Deed[] = [];
  const acted = [...recent];
  for (const { text, mentions, fallback } of tellings) {
    for (const sentence of text.split(SENTENCE_END).filter((part) => part.trim() !== '')) {
      let subjects: string[] = [];
      sentence.split(CLAUSE_END[language]).filter(Boolean).forEach((clause, i) => {
        const found = subjectsOf(clause, { actors, acted, mentions, language });
        if (found.length > 0) subjects = found;
        else if (i === 0) subjects = fallback === undefined ? impliedBy(text, mentions, actors) : language !== 'en'
          || /^["'“‘,\s]*\p{Ll}/u.test(sentence) ? [fallback] : [];
        acted.push(...subjects);
        deeds.push({ text: clause.trim(), subjects, others: namedIn(clause, actors).map((hit) => hit.key).filter((key) => !subjects.includes(key)) });
      });
    }
  }
  return deeds;
}

/** All clauses of one person, joined. */
export function deedsOfOne(deeds: readonly Deed[], key: string): string {
  return deeds.filter((deed) => deed.subjects.includes(key)).map((deed) => deed.text).join('. ');
}

type Hit = { key: string; at: number; length: number };

function namedIn(clause: string, actors: Actors): Hit[] {
  const hits: Hit[] = [];
  for (const [key, names] of actors.names) {
    const found = names.filter(Boolean).map((name) => ({ key, at: clause.indexOf(name), length: name.length })).filter((hit) => hit.at >= 0);
    const first = found.sort((a, b) => a.at - b.at || b.length - a.length)[0];
    if (first) hits.push(first);
  }
  return hits.sort((a, b) => a.at - b.at || b.length - a.length);
}

function subjectsOf(clause: string, at: { actors: Actors; acted: readonly string[]; mentions: readonly string[]; language: Language }): string[] {
  const { actors, acted, language } = at;
  const named = namedIn(clause, actors);
  const subject = named
    .find((hit) => !OBJECT_BEFORE[language].test(clause.slice(0, hit.at)) && !OBJECT_AFTER[language].test(clause.slice(hit.at + hit.length)));
  const lead = (SHE[language].test(clause) || HE[language].test(clause) || MANY[language].test(clause)) && (subject === undefined || subject.at > 3);
  if (subject && !lead) return [subject.key, ...joinedTo(clause, subject, named)];
  if (MANY[language].test(clause)) return unique([...at.mentions, ...acted.toReversed()]).slice(0, /三|three/iu.test(clause) ? 3 : 2);
  const gender = SHE[language].test(clause) ? 'female' : HE[language].test(clause) ? 'male' : undefined;
  if (gender === undefined) return [];
  const meant = acted.findLast((key) => actors.genders.get(key) === gender) ?? at.mentions.find((key) => actors.genders.get(key) === gender);
  return meant === undefined ? [] : [meant];
}

/** "Ada and Pip", 小明和外婆, ミオとソラは: the second name acts as well. */
function joinedTo(clause: string, first: Hit, named: readonly Hit[]): string[] {
  const end = first.at + first.length;
  return named.filter((hit) => hit !== first && hit.at > end
    && /^\s*(?:and|&|和|与|跟|同|、|と)\s*(?:the |uncle |aunt |old |little )*$/iu.test(clause.slice(end, hit.at)))
    .map((hit) => hit.key);
}

/** A text that calls its one person by a description: "The old man took the letter." */
function impliedBy(text: string, mentions: readonly string[], actors: Actors): string[] {
  const literal = new Set(namedIn(text, actors).map((hit) => hit.key));
  const implied = mentions.filter((key) => !literal.has(key));
  return implied.length === 1 && literal.size === 0 ? implied : [];
}

function unique<T>(items: readonly T[]): T[] {
  return [...new Set(items)];
}
