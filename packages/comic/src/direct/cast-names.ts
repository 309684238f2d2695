/** Takes the names of the cast out of a text: 小雪 is no weather, Mr. Frost no winter. */
import type { Language } from '../model/kinds.ts';
import type { Voice } from '../writer/types.ts';

const HONORIFIC = /(?:さん|ちゃん|くん|君|様|さま|先生|氏|殿|小姐|老师|同学)$/u;
const TITLE = /^(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lady|Lord|Aunt|Uncle|Old|Little|The|Captain|Professor|St|Madame|King|Queen)\.?$/u;

/** A name as the cast shows it: English stories call people "captain" and "old man", a label says "Captain". */
export function shownName(name: string, language: Language): string {
  return language === 'en' ? name.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()) : name;
}

/** The name as the story has it, of somebody of the cast: beside a shown one it is kept as an alias. */
export function toldName({ name, aliases }: { name: string; aliases: readonly string[] }): string {
  return aliases.find((alias) => alias !== name && alias.toLowerCase() === name.toLowerCase()) ?? name;
}

/** A function that blanks names and aliases and keeps every offset (UTF-16). */
export function nameBlanker(voices: readonly Pick<Voice, 'name' | 'aliases'>[], language: Language): (text: string) => string {
  const names = new Set(voices.flatMap((voice) => [voice.name, ...voice.aliases]).flatMap((name) => formsOf(name, language)));
  if (names.size === 0) return (text) => text;
  const choices = [...names].sort((a, b) => b.length - a.length).map((name) => name.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')).join('|');
  const pattern = language === 'en' ? new RegExp(`(?<![\\p{L}\\p{N}])(?:${choices})(?![\\p{L}\\p{N}])`, 'gu') : new RegExp(choices, 'gu');
  // A sign that no word list has, so that what stands before and after a name makes no new word.
  return (text) => text.replace(pattern, (name) => '_'.repeat(name.length));
}

/** The name, and what of it may stand alone: Frost of "Mr. Frost", 影山 of 影山さん. */
function formsOf(name: string, language: Language): string[] {
  const whole = name.trim();
  if (language !== 'en') return [whole, whole.replace(HONORIFIC, '')].filter(Boolean);
  // A name in small letters tells what somebody is ("the night watchman"): its words are ordinary words.
  const words = whole.split(/\s+/u);
  const isProper = words.every((word) => /^\p{Lu}/u.test(word));
  return [whole, ...(isProper ? words.filter((word) => word.length > 1 && !TITLE.test(word)) : [])].filter((form) => /^\p{Lu}/u.test(form));
}
