/** Names written with foreign letters: `C夫人`, `阿Q`, `Tom`, `K`. */
import { AFTER_SUBJECT } from './words.ts';

const LETTERS = /(?:[小老阿])?[A-ZＡ-Ｚ](?:[A-Za-zａ-ｚ]{0,11}|[A-Z.]{0,4})(?:夫人|太太|先生|小姐|女士|君|医生|博士|教授|老师|少爷|姑娘|哥|姐|叔|嫂|妈)?/g;
const HEAD_BEFORE = /[，。！？；：、\n…—”」“「 　]$|^$/;
const LEAST = 2;

/** Those that are at least twice the subject of a clause outside speech. */
export function listLetterNames(text: string, isQuoted: (at: number) => boolean): string[] {
  const counts = new Map<string, number>();
  for (const { 0: name, index } of text.matchAll(LETTERS)) {
    if (isQuoted(index) || !HEAD_BEFORE.test(text.slice(Math.max(0, index - 1), index))) continue;
    if (AFTER_SUBJECT.test(text.slice(index + name.length, index + name.length + 2))) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].filter(([, count]) => count >= LEAST).map(([name]) => name);
}
