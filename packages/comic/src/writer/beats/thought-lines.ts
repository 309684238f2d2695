/** Thoughts without marks, told by their tags: `He thought, I can't do this.`, `他心想：完了。`, `もう帰ろう、と思った。` */
import type { Language } from '../../model/kinds.ts';
import { splitSentences, trimSpan } from '../split/sentences.ts';
import type { Span } from '../split/sentences.ts';
import type { OwnLine } from './own-lines.ts';

/** In order; `span` is narration: no quote lies in it. */
export function findThoughtLines(text: string, span: Span, language: Language): OwnLine[] {
  const sentences = splitSentences(text, span, language);
  if (language === 'en') return englishThoughts(text, sentences);
  return language === 'zh' ? chineseThoughts(text, sentences) : japaneseThoughts(text, sentences);
}

const thought = (text: string, words: Span, tags: { before?: Span; after?: Span }): OwnLine => {
  const inner = trimSpan(text, words);
  return { kind: 'thought', words: inner, outer: inner, ...tags };
};

/** The end of the last thing found, so that nothing is read twice. */
const endOf = (found: readonly OwnLine[]): number => Math.max(-1, ...found.slice(-1).map(({ outer, after }) => (after ?? outer).end));

const WHO = String.raw`(?:[Hh]e|[Ss]he|I|(?:[Tt]he|[Hh]is|[Hh]er|[Mm]y) \p{L}+|(?:(?:Mr|Mrs|Ms|Dr)\. )?\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)?)`;
/** `He thought, I ...`: a capital behind the comma and somebody who means himself, or a question or call. */
const TAG_FIRST = new RegExp(String.raw`^(${WHO} thought(?: to (?:him|her|my)self)?[,:]) (\p{Lu}.*)$`, 'u');
const TAG_LAST = new RegExp(String.raw`^thought ${WHO}(?: to (?:him|her|my)self)?[.!]$`, 'u');
const TAG_BEHIND = new RegExp(String.raw`^(\p{Lu}.*[,?!…]) (thought ${WHO}(?: to (?:him|her|my)self)?[.!])$`, 'u');
const OWN = /\b(?:I|I['’](?:m|ll|ve|d)|me|my|we|us|our)\b|[?!]$/u;
const HAS_MARKS = /[“”"«»*]/;

function englishThoughts(text: string, sentences: readonly Span[]): OwnLine[] {
  const found: OwnLine[] = [];
  sentences.forEach(({ start, end }, i) => {
    const sentence = text.slice(start, end);
    if (HAS_MARKS.test(sentence)) return;
    const ahead = TAG_FIRST.exec(sentence);
    const words = ahead?.[2];
    if (words !== undefined && OWN.test(words)) {
      const from = end - words.length;
      found.push(thought(text, { start: from, end }, { before: { start, end: start + (ahead?.[1]?.length ?? 0) } }));
      return;
    }
    const behind = TAG_BEHIND.exec(sentence);
    if (behind?.[1] !== undefined && behind[2] !== undefined) {
      found.push(thought(text, { start, end: start + behind[1].length }, { after: { start: end - behind[2].length, end } }));
      return;
    }
    const previous = sentences[i - 1];
    if (!previous || !TAG_LAST.test(sentence) || endOf(found) >= previous.end) return;
    const before = text.slice(previous.start, previous.end);
    if (/[?!…]$/.test(before) && !HAS_MARKS.test(before) && !text.slice(previous.end, start).includes('\n')) found.push(thought(text, previous, { after: { start, end } }));
  });
  return found;
}

const ZH_THINK = '(?:心想|心里想|心裡想|心里暗想|心裡暗想|心中暗想|心中想|暗想|暗自想|暗道|暗忖|心道|心说|心說|寻思|尋思|想道|思忖|思索道|默念|自忖|在心里说|在心里对自己说)(?:着|著|道)?';
const ZH_FIRST = new RegExp(`^([^“”「」：:*？！]{0,60}?(?:(?:${ZH_THINK}|[他她我]想|(?<![不也很都没沒设試试])想)[：:]|${ZH_THINK}[，,])) ?(\\S.*)$`, 'su');
const ZH_THINKS = `(?:[^，。！？“”：]{1,8}?${ZH_THINK}|(?:[他她我]|[小老阿]\\p{Script=Han}{1,2})(?:默默|暗暗|不禁|忍不住|在心里)?(?:想)(?:着|著|道)?)。`;
const ZH_INSIDE = new RegExp(`^(.{2,200}?[，,…])(${ZH_THINKS})$`, 'su');
const ZH_LAST = new RegExp(`^${ZH_THINKS}$`, 'u');
const ZH_GOES_ON = /[我咱？！?!]/;
const ZH_TELLS_ON = /^(?:他|她|突然|忽然|这时|這時|于是|於是|说着|說著|想到这|想到這|正想着|话音)|[“”「」：:]/;

function chineseThoughts(text: string, sentences: readonly Span[]): OwnLine[] {
  const found: OwnLine[] = [];
  sentences.forEach(({ start, end }, i) => {
    if (endOf(found) >= end) return;
    const sentence = text.slice(start, end);
    if (/[“”「」『』*]/.test(sentence)) return;
    const ahead = ZH_FIRST.exec(sentence);
    if (ahead?.[1] !== undefined && ahead[2] !== undefined && isMeant(ahead[2])) {
      let last = i;
      for (let next = sentences[i + 1]; next && isThoughtOn(text.slice(next.start, next.end)) && last - i < 4; next = sentences[last + 1]) last++;
      found.push(thought(text, { start: end - ahead[2].length, end: sentences[last]?.end ?? end }, { before: { start, end: start + ahead[1].length } }));
      return;
    }
    const inside = ZH_INSIDE.exec(sentence);
    if (inside?.[1] !== undefined && inside[2] !== undefined) {
      found.push(thought(text, { start, end: start + inside[1].replace(/[，,]$/, '').length }, { after: { start: start + inside[1].replace(/[，,]$/, '').length, end } }));
      return;
    }
    const previous = sentences[i - 1];
    if (!previous || !ZH_LAST.test(sentence) || endOf(found) >= previous.end) return;
    const before = text.slice(previous.start, previous.end);
    if (/[？！?!…]$|我/.test(before) && !/[“”「」『』*]/.test(before)) found.push(thought(text, previous, { after: { start, end } }));
  });
  return found;
}

/** What turns away from the thought (`但嘴上却说：`) is narration. */
const isMeant = (words: string): boolean => /\p{L}/u.test(words) && !/^(?:但|却|可|便|就|一面|于是|又)(?!是)|[：:]$|说[，。]?$/.test(words);

const isThoughtOn = (sentence: string): boolean => ZH_GOES_ON.test(sentence) && !ZH_TELLS_ON.test(sentence);

const JA_WHO = '(?:[^、。「」？！]{1,10}[はが]、?)?';
const JA_THINK = '(?:心の中で|心中で|内心で?|ふと|ぼんやりと?|ひそかに|思わず)?、?(?:思っ|思う|思い|考え|つぶやい|呟い|独りごち)[^。「」]{0,8}';
const JA_INSIDE = new RegExp(`^((?:[^、。「」]{1,12}は、)?)(.{2,120}?)([、…―—]+)(と、?${JA_WHO}${JA_THINK}。)$`, 'su');
const JA_LAST = new RegExp(`^と、?${JA_WHO}${JA_THINK}。$`, 'u');
const JA_FIRST = new RegExp(`^[^「」。]{0,24}(?:思った|考えた|心の中で(?:つぶやいた|呟いた|思った|叫んだ|言った))。$`, 'u');
const JA_OWN = /[？！?!]$|(?:かな|だろう|だろうか|のか|かも|たい|なきゃ|よう|まい|くそ)[。…]?$/;
const JA_DASH = /^[—―─]{1,2}(?=[^—―─])/;

function japaneseThoughts(text: string, sentences: readonly Span[]): OwnLine[] {
  const found: OwnLine[] = [];
  sentences.forEach(({ start, end }, i) => {
    if (endOf(found) >= end) return;
    const sentence = text.slice(start, end);
    if (/[「」『』*]/.test(sentence)) return;
    const previous = sentences[i - 1];
    const before = previous ? text.slice(previous.start, previous.end) : '';
    if (previous && JA_LAST.test(sentence) && /[？！?!…]$/.test(before) && !/[「」『』*]/.test(before) && endOf(found) < previous.end) {
      found.push(thought(text, previous, { after: { start, end } }));
      return;
    }
    const inside = JA_INSIDE.exec(sentence);
    if (inside?.[2] !== undefined && inside[4] !== undefined) {
      const from = start + (inside[1]?.length ?? 0);
      found.push(thought(text, { start: from, end: from + inside[2].length }, { ...(from > start ? { before: { start, end: from } } : {}), after: { start: from + inside[2].length, end } }));
      return;
    }
    const dash = JA_DASH.exec(sentence)?.[0].length ?? 0;
    const isTold = previous !== undefined && JA_FIRST.test(before) && endOf(found) < previous.end;
    if ((dash > 0 || isTold) && JA_OWN.test(sentence)) found.push({ ...thought(text, { start: start + dash, end }, isTold && previous ? { before: previous } : {}), outer: { start, end } });
  });
  return found;
}
