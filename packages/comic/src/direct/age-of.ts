/** A voice's age: from its name and what stands in apposition to it. */
import type { Age, Language } from '../model/kinds.ts';
import type { Voice } from '../writer/types.ts';
import type { LookHint } from './words/looks.ts';

/** The age of a voice; whoever is told by nothing is an adult, or a teen in a story of school. */
export function ageOf(voice: Voice, hints: ReadonlySet<LookHint>, options: { language: Language; isSchool: boolean }): Age {
  const named = ageByName(voice, options.language) ?? voice.age ?? ageByYears(voice);
  if (named) return named;
  if (hints.has('old') || isOld(voice)) return 'old';
  if (hints.has('child') || isLittle(voice)) return 'child';
  if (hints.has('teen') || hints.has('student')) return 'teen';
  return options.isSchool && !hints.has('teacher') && !isTitled(voice.name) ? 'teen' : 'adult';
}

const NUMBERS = [
  'zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen',
  'sixteen', 'seventeen', 'eighteen',
];
const HAN_DIGITS = '零一二三四五六七八九';

/** Years told beside the name: 八岁的小满, 十二歳のミオ, "Nora, a girl of nine", "ten-year-old Tim". */
function ageByYears(voice: Voice): Age | undefined {
  const name = voice.name.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
  const told = new RegExp([
    `([\\d一二三四五六七八九十]{1,3})[岁歳才]的?の?${name}`, `${name}(?:今年|は|，|、|才|刚){0,2}([\\d一二三四五六七八九十]{1,3})[岁歳才]`,
    `\\b([a-z]+|\\d+)[- ]years?[- ]old ${name}\\b`, `${name}(?:,| was)? (?:an? )?(?:(?:boy|girl|child) of ([a-z]+|\\d+)|([a-z]+|\\d+) years old)`,
  ].join('|'), 'iu');
  for (const text of voice.descriptions) {
    const found = told.exec(text)?.slice(1).find((group) => group !== undefined);
    const years = found === undefined ? undefined : yearsOf(found.toLowerCase());
    if (years !== undefined) return years <= 12 ? 'child' : years <= 18 ? 'teen' : years >= 62 ? 'old' : 'adult';
  }
  return undefined;
}

function yearsOf(text: string): number | undefined {
  if (/^\d+$/u.test(text)) return Number(text);
  if (NUMBERS.includes(text)) return NUMBERS.indexOf(text);
  if (!/^[一二三四五六七八九十]+$/u.test(text)) return undefined;
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text];
  return (text.includes('十') ? (tens === '' ? 1 : HAN_DIGITS.indexOf(tens!)) * 10 : 0) + (ones ? HAN_DIGITS.indexOf(ones) : 0);
}

/** A grandson is a child whatever else is told: the name itself says so. */
function ageByName(voice: Voice, language: Language): Age | undefined {
  if (voice.age === 'child' || voice.age === 'teen' || voice.age === 'old') return undefined;
  return CHILD_NAME[language].test(voice.name) ? 'child' : undefined;
}

const CHILD_NAME: Record<Language, RegExp> = {
  en: /\b(?:grandson|granddaughter|little (?:boy|girl)|cabin boy|kid|child|toddler)\b/iu,
  zh: /孙子|孙女|小孩|孩子|男孩|女孩|宝宝|娃/u,
  ja: /孫|子ども|子供|男の子|女の子|坊や|坊主/u,
};

/** "Old Tom", "Mr. Barlow, the old keeper": age told by apposition. */
function isOld(voice: Voice): boolean {
  const name = voice.name.toLowerCase();
  return voice.descriptions.some((text) => {
    const lower = text.toLowerCase();
    const after = lower.indexOf(`${name},`);
    return lower.includes(`old ${name}`)
      || (after >= 0 && /^,? (?:the|an|a) (?:\w{1,12} )?(?:old|aged|elderly|grey|white-haired) /u.test(lower.slice(after + name.length)));
  });
}

function isLittle(voice: Voice): boolean {
  return voice.descriptions.some((text) => text.toLowerCase().includes(`little ${voice.name.toLowerCase()}`));
}

/** Grown-ups are called by a title: Mr. Barlow, 王先生, 田中先生. */
function isTitled(name: string): boolean {
  return /^(?:mr|mrs|ms|miss|dr|sir|lady|captain|professor)\b|先生$|女士$|太太$|老师$|おじ|おば|さん$|部長|社長/iu.test(name);
}
