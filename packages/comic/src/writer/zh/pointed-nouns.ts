/** Persons known only by a noun with 那 or 这 before it: `那贼躺在榻上，喊…`. */
import { HAN } from './name-shapes.ts';
import { isPersonal, readSubject } from './read-subject.ts';
import type { WordBounds } from './word-bounds.ts';
import { PERSON_NOUNS } from './words.ts';

const POINTED = /^[那这這](?:个|個|位|名)?/;
/** What only people do; speaking counts double. */
const SPEAKS = /^[^，。！？]{0,6}(?:[说說问問答喊叫嚷骂罵]|(?<![知味])道)/;
const ACTS = /^[^，。！？]{0,4}(?:[笑哭叹嘆想听聽看望瞧瞪坐站躺跪走跑]|点头|點頭|摇头|搖頭|抬头|抬頭|低头|低頭|回头|回頭|转身|轉身|伸手|拿|接过|不禁|忍不住)/;
const ENOUGH = 2;

export function listPointedNouns(text: string, isQuoted: (at: number) => boolean, bounds: WordBounds): string[] {
  const scores = new Map<string, number>();
  for (let at = 0; at < text.length; at++) {
    if (!/[那这這]/.test(text[at] ?? '') || !isClauseHead(text, at) || isQuoted(at)) continue;
    const subject = readSubject(text, { start: at, end: clauseEnd(text, at) }, bounds, true);
    const noun = subject ? text.slice(at, subject.end).replace(POINTED, '') : '';
    if (!subject || noun.length > 4 || !HAN.test(noun) || PERSON_NOUNS.has(noun) || NO_NOUN.test(noun) || !isPersonal(noun)) continue;
    const deed = text.slice(subject.end, subject.end + 12);
    scores.set(noun, (scores.get(noun) ?? 0) + (SPEAKS.test(deed) ? ENOUGH : ACTS.test(deed) ? 1 : 0));
  }
  return [...scores].filter(([, score]) => score >= ENOUGH).map(([noun]) => noun);
}

const NO_NOUN = /^[些么麼条條只隻股幅句道次篇件种種天时時二两兩三四五六七八九十几幾也不才就可还還怎并或匣样樣]|[的他她它我你]|[风風雪火水光声聲心手]$/;

function isClauseHead(text: string, at: number): boolean {
  return at === 0 || /[，。！？；：、,.!?;:\n…—」』”’“「『（） 　]/.test(text[at - 1] ?? '');
}

function clauseEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && end < at + 40 && !/[，。！？；：,!?;:\n…—“”「」『』]/.test(text[end] ?? '')) end++;
  return end;
}
