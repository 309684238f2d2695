/** Names that hold a word of grammar (向高, 二里半, 有二伯): only that they open sentence after sentence betrays them. */
import { HAN } from './name-shapes.ts';
import { DEED_CHAR, PREDICATE_CHAR, PREDICATE_WORD } from './subject-words.ts';
import { isDictionaryWord } from './word-bounds.ts';
import { CLEAR_SURNAMES, COMPOUND_SURNAMES, NOT_NAMES, NO_NAME_CHAR, PERSON_NOUNS, SURNAMES } from './words.ts';

const LEAST_HEADS = 4;
const LEAST_FOLLOWERS = 3;
const LEAST_TAGS = 2;

type Head = { count: number; tags: number; predicates: number; followers: Set<string> };

/** Strings of two to four characters, with a character no plain name has, that open sentences and speak. */
export function listFrequentHeads(text: string, isQuoted: (at: number) => boolean): string[] {
  const heads = new Map<string, Head>();
  for (let at = 0; at < text.length; at++) {
    if (!(at === 0 || /[。！？”」』\n　 ]/.test(text[at - 1] ?? '')) || isQuoted(at)) continue;
    for (let length = 2; length <= 4; length++) noteHead(heads, text, at, length);
  }
  const names = [...heads].filter(([name, head]) => isName(text, name, head)).map(([name]) => name);
  // `二里` and `二里半`: the longer where it is nearly always the longer.
  const kept = names.filter((name) => !names.some((other) => other.startsWith(name) && other !== name && countOf(text, other) >= 0.7 * countOf(text, name))
    && !names.some((other) => name.startsWith(other) && name !== other && countOf(text, other) > 1.4 * countOf(text, name)));
  return kept.flatMap((name) => [name, ...withSurname(text, name)]);
}

function noteHead(heads: Map<string, Head>, text: string, at: number, length: number): void {
  const name = text.slice(at, at + length);
  if (!HAN.test(name) || NOT_AT_HEAD.test(name) || NEVER.test(name) || ![...name].some((char) => NO_NAME_CHAR.test(char) || /[一二两三四五六七八九十]/.test(char))) return;
  const head = heads.get(name) ?? { count: 0, tags: 0, predicates: 0, followers: new Set<string>() };
  heads.set(name, head);
  const rest = text.slice(at + length, at + length + 14);
  head.count++;
  head.followers.add(rest[0] ?? '');
  if (SPEAKS.test(rest)) head.tags++;
  if (PREDICATE_CHAR.test(rest[0] ?? '') || DEED_CHAR.test(rest[0] ?? '') || PREDICATE_WORD.has(rest.slice(0, 2)) || /^[的，]/.test(rest)) head.predicates++;
}

const NOT_AT_HEAD = /^[一这這那他她它我你您咱俺不没沒只当當每各几幾在从從和与與但而就便又也还還再却卻则則于於是因所如虽雖若]|[说說道问問了着著的地得们們不上听聽笑见見想]$/;
const NEVER = /[的了着著是他她它我你们們这這那]/;
const SPEAKS = /^[^，。！？”“]{0,8}(?:[说說问問喊嚷骂罵叫答喝]|(?<![知味])道)(?:[：:，,。！]|了|着|道|一)/;

function isName(text: string, name: string, { count, tags, predicates, followers }: Head): boolean {
  // `金刚`: a surname in front needs less.
  const isFamiliar = SURNAMES.includes(name[0] ?? '') && name.length <= 3 && tags > 0 && countOf(text, name) >= 2 * LEAST_HEADS;
  if (count < LEAST_HEADS || predicates < 0.4 * count || (tags < LEAST_TAGS && !isFamiliar)) return false;
  if (followers.size < (tags > LEAST_TAGS ? 2 : LEAST_FOLLOWERS)) return false;
  if (NOT_NAMES.has(name) || PERSON_NOUNS.has(name)) return false;
  return (!isDictionaryWord(name) || isFamiliar || tags >= 2 * LEAST_TAGS || withSurname(text, name).length > 0);
}

/** `刘向高` beside 向高. */
function withSurname(text: string, name: string): string[] {
  if (name.length !== 2) return [];
  const found = new Set<string>();
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    if (CLEAR_SURNAMES.includes(text[at - 1] ?? '-')) found.add(text.slice(at - 1, at + name.length));
    if (COMPOUND_SURNAMES.test(text.slice(Math.max(0, at - 2), at))) found.add(text.slice(at - 2, at + name.length));
  }
  return [...found];
}

function countOf(text: string, words: string): number {
  return text.split(words).length - 1;
}
