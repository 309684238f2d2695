/** A voice's age: from its name and what stands in apposition to it. */
import type { Age, Language } from '../model/kinds.ts';
import type { Voice } from '../writer/types.ts';
import type { LookHint } from './words/looks.ts';

/** The age of a voice; whoever is told by nothing is an adult, or a teen in a story of school. */
export function ageOf(voice: Voice, hints: ReadonlySet<LookHint>, options: { language: Language; isSchool: boolean }): Age {
  const named = ageByName(voice, options.language) ?? voice.age;
  if (named) return named;
  if (hints.has('old') || isOld(voice)) return 'old';
  if (hints.has('child') || isLittle(voice)) return 'child';
  if (hints.has('teen') || hints.has('student')) return 'teen';
  return options.isSchool && !hints.has('teacher') && !isTitled(voice.name) ? 'teen' : 'adult';
}

/** A grandson is a child whatever else is told: the name itself says so. */
function ageByName(voice: Voice, language: Language): Age | undefined {
  if (voice.age === 'child' || voice.age === 'teen' || voice.age === 'old') return undefined;
  return CHILD_NAME[language].test(voice.name) ? 'child' : undefined;
}

const CHILD_NAME: Record<Language, RegExp> = {
  en: /\b(?:grandson|granddaughter|little (?:boy|girl)|kid|child|toddler)\b/iu,
  zh: /孙子|孙女|小孩|孩子|男孩|女孩|宝宝|娃/u,
  ja: /孫|子ども|子供|男の子|女の子|坊や|坊主/u,
};

/** "Old Tom", "Mr. Barlow, the old keeper": age told by apposition. */
function isOld(voice: Voice): boolean {
  const name = voice.name.toLowerCase();
  return voice.descriptions.some((text) => {
    const lower = text.toLowerCase();
    const after = lower.indexOf(`${name},`);
    return lower.includes(`old ${name}`) || (after >= 0 && /^,? (?:the|an|a) (?:\w{1,12} )?(?:old|aged|elderly|grey|white-haired) /u.test(lower.slice(after + name.length)));
  });
}

function isLittle(voice: Voice): boolean {
  return voice.descriptions.some((text) => text.toLowerCase().includes(`little ${voice.name.toLowerCase()}`));
}

/** Grown-ups are called by a title: Mr. Barlow, 王先生, 田中先生. */
function isTitled(name: string): boolean {
  return /^(?:mr|mrs|ms|miss|dr|sir|lady|captain|professor)\b|先生$|女士$|太太$|老师$|おじ|おば|さん$|部長|社長/iu.test(name);
}
