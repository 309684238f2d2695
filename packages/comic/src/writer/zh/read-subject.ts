/**
 * Finds the noun phrase that opens a clause as its subject, whoever it is: what stands before the first word that
 * can only belong to a predicate. `上官金童鼓足了勇气说` -> 上官金童, `那穿灰布衫的接口道` -> 那穿灰布衫的.
 */
import type { Span } from '../split/sentences.ts';
import { isForeign } from './name-shapes.ts';
import { BODY_DEED, CONNECTION, DEED_CHAR, MANNER_TAIL, PREDICATE_CHAR, PREDICATE_WORD, SUBJECTLESS, VERB_TAIL } from './subject-words.ts';
import { COMPOUND_SURNAMES, PERSON_NOUNS, SURNAMES } from './words.ts';
import type { WordBounds } from './word-bounds.ts';

const LONGEST_SUBJECT = 14;
const LONGEST_CONNECTION = 4;

/**
 * The subject between `start` and `end` (a clause without marks), or undefined when the clause opens with its predicate.
 * `isOpening`: the clause opens its sentence; further on a bare word before 说 is rather a verb (`转过身，提醒道`).
 */
export function readSubject(text: string, { start, end }: Span, bounds: WordBounds, isOpening: boolean): Span | undefined {
  const from = skipConnections(text, start, end, bounds);
  const opening = text.slice(from, Math.min(end, from + 4));
  if (SUBJECTLESS.test(opening) && !COMPOUND_SURNAMES.test(opening)) return undefined;
  const limit = Math.min(end, from + LONGEST_SUBJECT + 1);
  for (let at = from; at < limit; at += Math.max(1, bounds.lengthAt(at))) {
    const word = text.slice(at, Math.min(end, at + (bounds.lengthAt(at) || 1)));
    const rest = text.slice(at + word.length, end);
    // `赵刚说`, `丁不四道`: a surname by itself is no subject unless it speaks at once.
    const mayGoOn = word.length < 3 && (!PREDICATE_WORD.has(word) || isDoubled(word));
    if (at === from + 1 && mayGoOn && SURNAMES.includes(text[from] ?? '') && !BARE_SPEECH.test(word + rest)) continue;
    if (startsPredicateWord(text, at, end)) return at > from ? { start: from, end: at } : undefined;
    // `那穿灰布衫的道`: behind 那 the words with 的 are the subject's.
    if (at > from && MANNER_TAIL.test(rest) && rest.startsWith('的') && /[那这這一]/.test(text[from] ?? '')) continue;
    const isSound = at > from && word.length > 1 && isForeign(text.slice(from, at + word.length));
    const isPredicate = at === from ? isPredicateHead(word, rest, isOpening) : !isSound && opensPredicate(word, rest);
    if (isPredicate) return at > from ? { start: from, end: at } : undefined;
    // `石道`, `天道`: the dictionary joins a name to the verb.
    if (word.length === 2 && word.endsWith('道') && rest === '') return { start: from, end: at + 1 };
  }
  return undefined;
}

/** `低声`, `忍不住`, wherever the dictionary cuts them. */
function startsPredicateWord(text: string, at: number, end: number): boolean {
  return [4, 3, 2].some((length) => at + length <= end && PREDICATE_WORD.has(text.slice(at, at + length)));
}

/** `于是`, `这时`, `只听`: what stands before the subject. */
function skipConnections(text: string, start: number, end: number, bounds: WordBounds): number {
  let from = start;
  for (;;) {
    let length = LONGEST_CONNECTION;
    while (length > 0 && !(from + length < end && (length > 1 || bounds.isEdge(from + length)) && CONNECTION.has(text.slice(from, from + length)))) length--;
    if (length === 0) return from;
    from += length;
  }
}

/** Whether the first word of a clause already belongs to its predicate: then it has no subject. */
function isPredicateHead(word: string, rest: string, isOpening: boolean): boolean {
  const first = word[0] ?? '';
  if (/^[一这這那某]/.test(word)) return false;
  if (PREDICATE_WORD.has(word) || (word.length === 1 && PREDICATE_CHAR.test(word))) return true;
  if (/.地$/.test(word)) return true;
  if (isDoubled(word) && (word.length > 2 || /^[的地]/.test(rest))) return true;
  if (!isOpening && word.length >= 2 && SPEAKS.test(rest)) return true;
  if (word.length >= 2 && (/[声聲]$/.test(word) || /^地/.test(rest))) return true;
  if (word.length >= 2 && !isOpening && SPEECH_NEXT.test(rest) && !isPersonal(word)) return true;
  if (!DEED_CHAR.test(first)) return false;
  return word.length === 1 ? VERB_TAIL.test(rest) && !SURNAMES.includes(first) : VERB_TAIL.test(word.slice(1)) || (VERB_TAIL.test(rest) && !isPersonal(word));
}

function opensPredicate(word: string, rest: string): boolean {
  const first = word[0] ?? '';
  if (PREDICATE_WORD.has(word) || (word.length === 1 && PREDICATE_CHAR.test(word))) return true;
  if (word.length >= 2) {
    if (/.地$/.test(word)) return true;
    if (/[声聲]$/.test(word) || /^一./.test(word) || (isDoubled(word) && !isPersonal(word))) return true;
    if (MANNER_TAIL.test(rest) && (rest.startsWith('地') || SPEAKS.test(rest))) return true;
    if (SPEECH_NEXT.test(rest) && !isPersonal(word)) return true;
    if (word.endsWith('道') && (DEED_CHAR.test(first) || PREDICATE_CHAR.test(first))) return true;
  }
  if (!DEED_CHAR.test(first)) return false;
  if (BODY_DEED.test(word.slice(1) + rest)) return true;
  return word.length === 1 ? VERB_TAIL.test(rest) : VERB_TAIL.test(word.slice(1)) || first === word[1] || word.slice(1) === `一${first}` || VERB_TAIL.test(rest);
}

/** `辩解说`: a whole word right before the bare verb is a verb too, unless it can be a person. */
const SPEECH_NEXT = /^[着著]?(?:说|說|道|问道|问|問)[着著了]?$/;
const BARE_SPEECH = /^(?:[笑又便问問答叹骂喝怒][说說道曰]|[说說道问問曰])[着著了]?$/;

/** `瞎子`, `画家`, `主任`: a word that names people. */
export function isPersonal(word: string): boolean {
  return PERSON_NOUNS.has(word) || /[人者员員手家师師长長子头頭儿兒生爷爺娘妈媽哥姐弟妹嫂叔伯婶姑姨舅公婆爹夫妇婦女男匠工商客贼匪兵官王后妃帝帅将僧道尼仙鬼神妖徒友民士主]$/.test(word);
}

/** `低低的说`: here 的 is an adverb's. */
const SPEAKS = /^的[^，。]{0,3}[说說道问問答喊叫笑骂嚷]/;

/** `笑嘻嘻`, `慢慢`, `吞吞吐吐`: doubled manner. */
function isDoubled(word: string): boolean {
  return /^(.)\1$|^.(.)\2$|^(.)\3(.)\4$/.test(word);
}
