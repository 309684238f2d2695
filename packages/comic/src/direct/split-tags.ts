/** Parts a speech tag from the narration it hangs on: who speaks is shown by the bubble, what else is told stays. */
import type { Language } from '../model/kinds.ts';
import type { Beat } from '../writer/types.ts';
import { isMereTag } from '../writer/beats/narration.ts';
import { splitSentences } from '../writer/split/sentences.ts';

type Told = Beat & { type: 'narration' };
/** Where the tag ends before, or begins after, what is told; with what closes the rest. */
type Cut = { at: number; close?: string };

const EN_VERB = '(?:said|says|asked|replied|answered|cried|whispered|shouted|murmured|muttered|exclaimed|added|called|remarked|began|repeated|yelled|sighed|growled|gasped|snapped|agreed|insisted|admitted|announced|explained|suggested|continued|went on)';
const EN_WHO = "(?:[Hh]e|[Ss]he|[Tt]hey|I|we|[Ii]t|[Tt]he (?:[a-z]+ ){0,2}[a-z]+|(?!No(?:body|ne)?\\b|Neither\\b|Never\\b)(?:[A-Z][\\w.’']*)(?: [A-Z][\\w.’']*){0,2})";
const EN_HOW = '(?: (?:[a-z]+ly|again|at last|back|aloud|to (?:him|her|them|me|us|himself|herself)))*';
const EN_AFTER = new RegExp(`^(?:${EN_WHO} ${EN_VERB}|${EN_VERB} ${EN_WHO})${EN_HOW}(?<!\\b(?:Mr|Mrs|Ms|Dr|St|Prof|Capt))([,;.!?—]+)\\s+(?=\\S)`);
const EN_RELATIVE = /^(?:who|whom|whose|which|that|where|and|but|or|nor|so|because|when|while|as|though|if)\b/;
const EN_SAID_A = new RegExp(`^${EN_VERB} (?=(?:an?|the|one|another|some) [^,.;!?]{1,60}, (?:who|whose|which)\\b)`);
const EN_BEFORE = new RegExp(`(?:,? (?:and|then|and then)(?: (?:he|she|they|I))?|,) ${EN_VERB}${EN_HOW}[,:]$`);
const ZH_VERB = '(?:说|說|问|問|答|喊|说道|說道|问道|問道|答道|喊道|叫道|笑道|叹道|回答|回答道|嘟囔|嘀咕|低声说|轻声说|小声说|大声说|大声喊)';
const ZH_WHO = '[^，。！？、：；“”「」不没未无]{0,6}?';
const ZH_AFTER = new RegExp(`^${ZH_WHO}${ZH_VERB}[，。：]`);
const ZH_BEFORE = new RegExp(`[，,](?:[他她它我]|又|便|就|才|忽然|轻轻地?|低声|大声|小声|笑着|问|跟着|接着)*${ZH_VERB}[：:，,。]?$`);
const JA_AFTER = /^と[^。、「」]{0,10}(?:言|云|答え|尋ね|聞い|訊|叫|つぶや|呟|ささや|囁|話し|怒鳴|いっ)[^。、「」]{0,6}。/;

/** The beat whole, or as its tag and its rest in the order of the text. `isAfter`: a speech stands right before it; `isBefore`: right behind. */
export function splitTags(beat: Told, beside: { isAfter: boolean; isBefore: boolean }, language: Language): Told[] {
  const parts: Told[] = [];
  let rest = beat;
  const head = beside.isAfter ? headTag(rest.text, language) : undefined;
  if (head) {
    parts.push(piece(rest, 0, head.at, true));
    rest = opened(piece(rest, head.at, rest.text.length, false), language);
  }
  const tail = beside.isBefore ? tailTag(rest.text, language) : undefined;
  if (!tail) return [...parts, rest];
  const told = piece(rest, 0, tail.at, false);
  return [...parts, { ...told, text: told.text.replace(/[\s，,]+$/u, '') + (tail.close ?? '') }, piece(rest, tail.at, rest.text.length, true)];
}

function headTag(text: string, language: Language): Cut | undefined {
  const sentence = firstSentenceEnd(text, language);
  if (sentence !== undefined && isOwnTag(text.slice(0, sentence).trim(), language)) return { at: sentence };
  if (language === 'zh') return within(ZH_AFTER.exec(text)?.[0].length, text);
  if (language === 'ja') return within(JA_AFTER.exec(text)?.[0].length, text);
  const tag = EN_AFTER.exec(text)?.[0];
  if (tag !== undefined && !EN_RELATIVE.test(text.slice(tag.length))) return within(tag.length, text);
  return within(EN_SAID_A.exec(text)?.[0].length, text);
}

function tailTag(text: string, language: Language): Cut | undefined {
  const last = lastSentenceStart(text, language);
  if (last !== undefined && /[,:，：]$/u.test(text.trim()) && isMereTag(text.slice(last).trim(), language)) return { at: last };
  const found = (language === 'zh' ? ZH_BEFORE : language === 'en' ? EN_BEFORE : undefined)?.exec(text.trimEnd());
  return found && found.index > 0 ? { at: found.index, close: language === 'zh' ? '。' : '.' } : undefined;
}

/** After a speech a tag begins small, with a name and its verb alone, or by the particle of speech. */
function isOwnTag(sentence: string, language: Language): boolean {
  if (!isMereTag(sentence, language)) return false;
  if (language === 'en') return /^\p{Ll}/u.test(sentence) || EN_AFTER.test(`${sentence} x`);
  return language === 'ja' ? JA_AFTER.test(sentence) : new RegExp(`^${ZH_WHO}${ZH_VERB}[。！]?$`).test(sentence);
}

function firstSentenceEnd(text: string, language: Language): number | undefined {
  const [, second] = splitSentences(text, { start: 0, end: text.length }, language);
  return second?.start;
}

function lastSentenceStart(text: string, language: Language): number | undefined {
  const sentences = splitSentences(text, { start: 0, end: text.length }, language);
  return sentences.length > 1 ? sentences.at(-1)?.start : undefined;
}

function within(at: number | undefined, text: string): Cut | undefined {
  return at !== undefined && at > 0 && /[\p{L}\p{N}]/u.test(text.slice(at)) ? { at } : undefined;
}

function piece(beat: Told, from: number, to: number, isTag: boolean): Told {
  const text = beat.text.slice(from, to);
  const lead = text.length - text.trimStart().length;
  return { ...beat, text: text.trim(), isTag, start: beat.start + from + lead, end: beat.start + to };
}

function opened(beat: Told, language: Language): Told {
  return language === 'en' ? { ...beat, text: beat.text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()) } : beat;
}
