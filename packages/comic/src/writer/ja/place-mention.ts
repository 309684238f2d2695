/** Makes a mention of a found word: with its honorific, and whether it does the deed of its clause. */
import type { Mention } from '../speakers/scene-types.ts';
import { clauseStart } from '../split/clauses.ts';
import { HONORIFICS, LEADS, SUBJECT_PARTICLE } from './words.ts';

/** `Xの顔が赤くなった`: what the face does, its owner does. */
const OWN_BODY = /^の(?:顔色?|目|眼|瞳|頬|ほほ|ほお|口|口もと|唇|手|指|肩|胸|体|身体|からだ|表情|足|髪|眉|涙|息|笑顔|返事|答え|声|ことば|言葉)(?:が|は|も(?!と)|から)/;
/** `三枝さんの早口が`, `男の、怒鳴るような声が`. */
const OWN_VOICE = /^の、?[^、。はがをも「」\n]{0,12}(?:声|聲|早口|口調|返事|叫び)[がはも]/;
/** `入ってきたのは、Xだった`. */
const IS_HE = /^(?:だった|でした|であっ|である|です|だ。|で、)/;
/** `吉公という子が` */
const NAMED_SO = /^(?:という|といふ|と云う|と言う|と云ふ|と呼ぶ)[^、。はがもを」「]{1,6}(?:は|が|も)/;
const TOPIC = /^(?:は|が|も|こそ|ったら|たちは|たちが|の声[がはも]|の声で|の方から|のほうから|の方[はがも]|のほう[はがも])/;

export function placeMention(text: string, start: number, end: number, fields: Omit<Mention, 'start' | 'end' | 'isSubject'>): Mention {
  const honorific = HONORIFICS.find(([word]) => text.startsWith(word, end))?.[0] ?? '';
  const tail = end + honorific.length;
  const after = text.slice(tail, tail + 5);
  const before = text.slice(clauseStart(text, start, Math.max(0, start - 40)), start);
  const isWhoItWas = IS_HE.test(after) && /のは、?[^。、\n]{0,24}$/.test(text.slice(Math.max(0, start - 30), start));
  const isOwner = OWN_BODY.test(text.slice(tail, tail + 8)) || OWN_VOICE.test(text.slice(tail, tail + 20));
  const isTopic = TOPIC.test(after) || isOwner || isWhoItWas || NAMED_SO.test(text.slice(tail, tail + 14));
  const isHead = before === '' || LEADS.test(before);
  return { start, end: tail, ...fields, isSubject: isTopic || (isHead && SUBJECT_PARTICLE.test(after)) };
}
