/** English for the built-in writer. */
import type { LanguageReader, PersonId, Scenes, Paragraph } from '../speakers/scene-types.ts';
import type { Quote } from '../split/quotes.ts';
import { findEnglishCast } from './find-mentions.ts';
import type { EnglishCast } from './find-mentions.ts';
import { readEnglishClues } from './read-tags.ts';
import { findNameRuns, isCalled } from './name-runs.ts';
import { readEnglishIntroduction } from './read-introduction.ts';
import { surfaceOf } from './name-people.ts';
import { tokenize } from './tokens.ts';
import { SPEECH_VERBS } from './words.ts';

export const readEnglish: LanguageReader = {
  habits: { sureMargin: 8, sameInNextParagraph: -4.8, sameAfterNarration: -0.6, sameInParagraph: 6, back: 3.9 },
  isUtterance: isEnglishUtterance,
  findCast: findEnglishCast,
  readClues: readEnglishClues,
  findAddressees: (text, cast) => findCalled(text, cast as EnglishCast),
  readIntroduction: readEnglishIntroduction,
  readHearerGender: (text) => (CALLED_HIM.test(text) ? 'male' : CALLED_HER.test(text) ? 'female' : undefined),
  readHabits: (text) => HABITS.filter(([, pattern]) => pattern.test(text)).map(([name]) => name),
  isDescription: (sentence) => LOOKS.test(sentence),
};

const HABITS: readonly (readonly [string, RegExp])[] = [
  ['sir', /\bsir\b/i], ['dropped-g', /\b\w{2,}in['’](?!\w)/], ["ain't", /\bain['’]t\b/i], ['thee', /\b(?:thee|thou|thy)\b/i], ['dialect', /\b(?:ye|yer|wot|ter|dat|dis|de|dey|suh|massa)\b/],
];

/** Set off like somebody spoken to: `Nineteen, sir.` `And you are, madam?` */
const CALLED_HIM = /(?:^|[,;—–] ?|\b(?:yes|no|well|oh|ah|good) )(?:sir|son|lad|laddie|mister|my (?:dear )?(?:boy|man|fellow)|young man|old (?:man|chap|fellow|boy))(?=[,.!?;—–]|$)/i;
const CALLED_HER = /(?:^|[,;—–] ?|\b(?:yes|no|well|oh|ah|good) )(?:madam|ma['’]am|miss|lass|my (?:dear )?(?:girl|lady|woman)|young lady)(?=[,.!?;—–]|$)/i;

const LOOKS = /\b(?:hair|haired|beard|bearded|moustache|mustache|eyes|eyed|face|faced|tall|short|thin|fat|stout|slim|slender|old|young|aged|years old|bald|spectacles|glasses|pale|dark|blond|blonde|wore|wearing|dressed|coat|cloak|hat|cap|dress|gown|suit|uniform|scar|freckles|freckled|handsome|beautiful|pretty|ugly|wrinkled|grey|gray|nose)\b/i;

/** A quote inside a sentence that ends no thought of its own is a term, a title or a nickname. */
function isEnglishUtterance(scenes: Scenes, paragraph: Paragraph, quote: Quote): boolean {
  if (!quote.isClosed || quote.open === '—') return true;
  const { text } = scenes;
  const inner = text.slice(quote.innerStart, quote.innerEnd);
  const before = text.slice(Math.max(paragraph.start, quote.start - 60), quote.start).trimEnd();
  const after = text.slice(quote.end, Math.min(paragraph.end, quote.end + 60));
  if (before === '' || /[.!?:—…”"’。！？：」』]$/.test(before)) return !isSubjectTerm(inner, after);
  const lastWord = /([\p{L}'’]+),?$/u.exec(before)?.[1]?.toLowerCase() ?? '';
  const previous = paragraph.spoken.at(-1);
  if (previous && quote.start - previous.end < 40 && /^\p{Ll}/u.test(inner) && /(?:then|and|later|,)$/.test(before)) return true;
  if (/[.!?…,—-]$/.test(inner) && isTagged(after)) return true;
  if (/[.!?…,;—。！？-]$/.test(inner)) return !isTitle(inner, before) && !isTermAtPause(inner, before, lastWord);
  if (SPEECH_VERBS.has(lastWord) && !/^(?:called|call|read|sang|wrote)$/.test(lastWord)) return true;
  const words = inner.split(/\s+/).length;
  return /,$/.test(before) && words >= 3 && /^\s*$/.test(after);
}

/** ` said Jill`, ` she whispered`, ` Mr. Orme replied` follow. */
function isTagged(after: string): boolean {
  const words = /^\s+([\p{L}.'’-]+)(?:\s+([\p{L}.'’-]+))?(?:\s+([\p{L}.'’-]+))?/u.exec(after);
  if (!words) return false;
  const [, first = '', second = '', third = ''] = words;
  if (SPEECH_VERBS.has(first)) return true;
  return /^(?:\p{Lu}|(?:he|she|they|it|we)$)/u.test(first) && (SPEECH_VERBS.has(second) || (/^\p{Lu}/u.test(second) && SPEECH_VERBS.has(third)));
}

/** `"Hope" was all that was left`: a quoted subject at the start of a paragraph. */
function isSubjectTerm(inner: string, after: string): boolean {
  return inner.split(/\s+/).length <= 3 && !/[.!?…,;—-]$/.test(inner) && /^ (?:was|is|were|are|had|has|means|meant)\b/.test(after);
}

/** American printers put the stop of the sentence inside the marks of a mere term: `little strips called “places.”` */
function isTermAtPause(inner: string, before: string, lastWord: string): boolean {
  return /[.,;]$/.test(inner) && inner.split(/\s+/).length <= 3 && !/[,:;—-]$/.test(before) && !(SPEECH_VERBS.has(lastWord) && !/^(?:called|call)$/.test(lastWord));
}

/** `the play "Oh!," ` or `the sign "Closed,"`: American commas inside the marks of a term. */
function isTitle(inner: string, before: string): boolean {
  return /,$/.test(inner) && inner.split(/\s+/).length <= 4 && /\b(?:the|a|an|of|called|named|his|her|their|word|words|title|titled|entitled)$/i.test(before);
}

function findCalled(text: string, cast: EnglishCast): PersonId[] {
  const tokens = tokenize(text);
  const found: PersonId[] = [];
  for (const run of findNameRuns(tokens)) {
    const person = cast.surfaces.get(surfaceOf(run));
    const [first, last] = [tokens[run.from], tokens[run.from + run.length - 1]];
    if (person && first && last && isCalled(`“${text}”`, { ...first, start: first.start + 1 }, { ...last, end: last.end + 1 })) found.push(person.id);
  }
  return found;
}
