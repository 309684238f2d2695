/**
 * Reads the Project Dialogism Novel Corpus (Vishnubhotla, Hammond, Hirst 2022): English novels in which others have
 * written down who says every quotation. A checkout of it is not part of the project.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

export type QuoteType = 'Explicit' | 'Anaphoric' | 'Implicit';
/** `words` are those of its first part, as far as a tag interrupts it; `at` counts characters of the novel. */
export type Quotation = { words: string; at: number; speaker: string; type: QuoteType };
export type Novel = { name: string; text: string; quotations: Quotation[]; aliases: ReadonlyMap<string, readonly string[]> };

/** The narrator of a first-person novel is `I` to a reader of one chapter. */
const NARRATORS: ReadonlyMap<string, string> = new Map([
  ['TheSunAlsoRises', 'Jake Barnes'], ['TheGambler', 'Alexis Ivanovitch'], ['TheMysteriousAffairAtStyles', 'Mr. Hastings'], ['TheSignOfTheFour', 'Dr. Watson'],
]);

export function listNovels(corpus: string): string[] {
  const data = join(corpus, 'data');
  return readdirSync(data).filter((name) => existsSync(join(data, name, 'novel_text.txt')) && existsSync(join(data, name, 'quotation_info.csv'))).sort();
}

export function readNovel(corpus: string, name: string): Novel {
  const folder = join(corpus, 'data', name);
  const rows = (file: string): Record<string, string>[] => parse(readFileSync(join(folder, file), 'utf8'), { columns: true, relax_quotes: true });
  const quotations = rows('quotation_info.csv').flatMap((row): Quotation[] => {
    const words = listStrings(row['subQuotationList'] ?? '')[0];
    const at = Number(/\d+/.exec(row['quoteByteSpans'] ?? '')?.[0] ?? Number.NaN);
    const type = row['quoteType'];
    return words === undefined || Number.isNaN(at) ? [] : [{ words, at, speaker: row['speaker'] ?? '', type: type === 'Explicit' || type === 'Anaphoric' ? type : 'Implicit' }];
  });
  const narrator = NARRATORS.get(name);
  const aliases = new Map(rows('character_info.csv').map((row): [string, string[]] => {
    const main = row['Main Name'] ?? '';
    return [main, [main, ...listStrings(row['Aliases'] ?? ''), ...(main === narrator ? ['I', 'Narrator'] : [])]];
  }));
  return { name, text: readFileSync(join(folder, 'novel_text.txt'), 'utf8'), quotations: quotations.sort((a, b) => a.at - b.at), aliases };
}

/** The strings of a Python list or set literal: `['it is', "don't"]`. */
export function listStrings(literal: string): string[] {
  return [...literal.matchAll(/'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"/gs)].map((match) => (match[1] ?? match[2] ?? '').replace(/\\(.)/gs, (_, char: string) => (char === 'n' ? '\n' : char)));
}
