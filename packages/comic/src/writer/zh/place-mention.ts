/** A mention at its place in the text: whether it does the deed of its clause. */
import type { Mention } from '../speakers/scene-types.ts';
import type { Span } from '../split/sentences.ts';
import { clauseStart } from '../split/clauses.ts';
import { KIN } from './pronouns.ts';
import { readSubject } from './read-subject.ts';
import { BODY_DEED, DEED_CHAR, VERB_TAIL } from './subject-words.ts';
import type { WordBounds } from './word-bounds.ts';
import { AFTER_SUBJECT, LEADS, OBJECT_MARKS, STRONG_SPEECH_VERB } from './words.ts';

export function placeMention(text: string, bounds: WordBounds, { start, end }: Span, fields: Omit<Mention, 'start' | 'end' | 'isSubject'>): Mention {
  return { start, end, ...fields, isSubject: isSubject(text, start, end) || endsSubject(text, start, end, bounds) };
}

/** `那烟酒店老板睁着眼`: the subject of the clause ends with the mention, whatever stands before it. */
function endsSubject(text: string, start: number, end: number, bounds: WordBounds): boolean {
  const head = headOf(text, start);
  if (start === head || start - head > LONGEST_MODIFIER || text[end] === '的') return false;
  const subject = readSubject(text, { start: head, end: clauseEnd(text, end) }, bounds, true);
  return subject?.end === end && !/[他她它我你您]/.test(text.slice(head, start));
}

const LONGEST_MODIFIER = 10;

function clauseEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && end < from + 20 && !/[，。！？；：,!?;:\n…—“”「」『』]/.test(text[end] ?? '')) end++;
  return end;
}

const SPEAKS_AT_ONCE = new RegExp(`^[^，。]{0,3}${STRONG_SPEECH_VERB.source}`);

function isSubject(text: string, start: number, end: number): boolean {
  const before = text.slice(headOf(text, start), start).replace(KIN.test(text.slice(start, end)) ? /[他她我它]的?$/ : /$/, '');
  const after = text.slice(end, end + 12);
  // `三角脸的拿起茶碗`: here 的 makes a person of a nickname.
  if (/^的(?!声音|聲音|话|話|[拿说說问問走站坐端笑])/.test(after) && !BODY.test(after)) return false;
  if (/^(?:家|家里|家裡|屋里|屋裡|那里|那裡|这边|那边)(?:的|[，。])/.test(after)) return false;
  if (/(?:见|見|看)$/.test(before) && !AFTER_SUBJECT.test(after)) return false;
  if (before === '' || LEADS.test(before) || /^.{1,9}的$/.test(before)) return true;
  // `闯进了一个满脸横肉的人`: who comes in goes on acting.
  if (/(?:来|來|进|進|出|走|站|坐|有|跑|立)(?:着|著|了|来|來|过|過)?$/.test(before) && /^[一个個位那]/.test(text.slice(start, start + 1))) return true;
  if (/(?:只见|只見|只听|只聽|听得|聽得|听见|聽見|忽见|却见|时|時|后|後|了)$/.test(before) && !/(?:见了|見了|听了|聽了|对了|看了)$/.test(before)) return AFTER_SUBJECT.test(after);
  if (OBJECT_MARKS.test(before) || VERB_BEFORE.test(before) || HOLDING.test(before)) return false;
  // An epithet before the name: `红鼻子老拱手里擎了一碗黄酒`.
  if (before.length <= 4 && !/[看见見对對向给給把被问問叫说說听聽跟和与與是在到从從了着著有让讓请請拉等]/.test(before) && (AFTER_SUBJECT.test(after) || opensDeed(after))) return true;
  return SPEAKS_AT_ONCE.test(after);
}

/** `王三胜的眼珠几乎掉出来`, `老头子的黄胡子一动`: a part of the body moves. */
export const BODY = /^的[^，。的]{0,4}?(?:手|眼睛?|眼珠|眼眶|眼圈|眼泪|目光|视线|脸|脸色|面孔|嘴角?|嘴唇|眉头|眉毛|胡子|鬍子|头|頭|身子|身体|声音|聲音|喉咙|心|喉头|牙|脚|腿|肩膀?|神气|神情|神色|表情|语气|口气|态度|笑容|臉|臉色|眉頭|腳)(?![上里裡中下前后後边旁人发髮])/;
/** `凤英还埋怨着春义说`. */
const HOLDING = /[\u3400-\u9fff]{2}[着著]$/;
/** `摇醒婆婆说`, `拉住她问`: who stands behind such a verb is its object. */
const VERB_BEFORE = new RegExp(`^${DEED_CHAR.source}(?:[醒住着著了到过過起开開上下出来來去进進回向对對给給倒坏走跑掉动動紧緊]+)$`);

/** `披着衣裳`, `站起身`: a deed begins. */
export function opensDeed(after: string): boolean {
  return DEED_CHAR.test(after[0] ?? '') && (VERB_TAIL.test(after.slice(1)) || BODY_DEED.test(after.slice(1)));
}

export function headOf(text: string, at: number): number {
  return clauseStart(text, at, Math.max(0, at - 60));
}
