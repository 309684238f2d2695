/**
 * What published systems made of the same novels, from the repository of Vishnubhotla et al. 2023: BookNLP (BERT) and
 * GutenTag (rules). A checkout of it is not part of the project.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

/** Quotations in the order of the text with the name of the speaker that the system chose. */
export type Attributed = readonly (readonly [words: string, speaker: string])[];

const BOOKNLP_NAMES: ReadonlyMap<string, string> = new Map([
  ['AHandfulOfDust', 'HandfulOfDust'], ['AlicesAdventuresInWonderland', 'AliceInWonderland'], ['TheAgeOfInnocence', 'AgeOfInnocence'], ['TheSignOfTheFour', 'SignOfFour'],
]);

type BookCharacter = { id: number; mentions: Record<'proper' | 'common', { n: string }[]> };

/** A character is shown by its commonest name, else by its commonest description. */
export function readBookNlp(peers: string, novel: string): Attributed {
  const name = BOOKNLP_NAMES.get(novel) ?? novel;
  const folder = join(peers, 'booknlpen', 'pdnc_output', name);
  if (!existsSync(join(folder, `${name}.quotes`))) return [];
  const { characters } = JSON.parse(readFileSync(join(folder, `${name}.book`), 'utf8')) as { characters: BookCharacter[] };
  const names = new Map(characters.map(({ id, mentions }) => [String(id), (mentions.proper[0] ?? mentions.common[0])?.n ?? '']));
  const rows = parse(readFileSync(join(folder, `${name}.quotes`), 'utf8'), { columns: true, delimiter: '\t', quote: null, relax_column_count: true }) as Record<string, string>[];
  return rows.map((row) => [row['quote'] ?? '', names.get(row['char_id'] ?? '') ?? row['mention_phrase'] ?? '']);
}

export function readGutenTag(peers: string, novel: string): Attributed {
  const folder = join(peers, 'gutentag', 'data');
  const file = existsSync(folder) ? readdirSync(folder).find((name) => letters(name).includes(letters(novel))) : undefined;
  if (file === undefined) return [];
  const xml = readFileSync(join(folder, file), 'utf8');
  const names = new Map([...xml.matchAll(/<person xml:id="([^"]+)">\s*<persName>([^<]*)/g)].map((match) => [match[1] ?? '', (match[2] ?? '').trim()]));
  return [...xml.matchAll(/<said(?: who="#([^"]*)")?>(.*?)<\/said>/gs)].map((match) => [(match[2] ?? '').replace(/<[^>]+>|&\w+;/g, ''), names.get(match[1] ?? '') ?? '']);
}

/** What is compared of words and names: letters and digits alone, small. */
export function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
