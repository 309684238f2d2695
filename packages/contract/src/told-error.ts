/** What went wrong, for a person. For servers and commands: the table of words is too much for a page's first load. */
import { sentenceOf, type ErrorCode, type UiLanguage } from './errors.ts';
import { ANSWER_WORDS } from './studio-answer-words.ts';
import { ABILITY_NAMES, PROBLEM_WORDS } from './studio-problem-words.ts';

/** As a problem stands in an error's detail: for programs, in no language. */
export function problemDetail({ code, limit }: { code: string; limit?: string }): string {
  return limit === undefined ? code : `${code} (${limit})`;
}

/** The sentence of an error. Where its detail names a problem that has words of its own, these instead of the name. */
export function toldError(code: ErrorCode, language: UiLanguage, detail?: string): string {
  const own = detail === undefined ? undefined : ownWords(code, language, detail);
  return own ?? sentenceOf(code, language, detail);
}

function ownWords(code: ErrorCode, language: UiLanguage, detail: string): string | undefined {
  const [, name = '', limit = ''] = /^([a-z][a-z.-]*)(?: \((.*)\))?$/s.exec(detail) ?? [];
  const words = wordsIn(code === 'studio.cannot' ? PROBLEM_WORDS : {}, name) ?? wordsIn(ANSWER_WORDS[code] ?? {}, name);
  // Whatever a limit holds stands as it is.
  return words?.[language].replace('{limit}', () => (name === 'ability' ? namesOf(limit, language) : limit));
}

function wordsIn(table: Readonly<Record<string, Record<UiLanguage, string>>>, name: string): Record<UiLanguage, string> | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

function namesOf(abilities: string, language: UiLanguage): string {
  return abilities.split(', ').map((ability) => wordsIn(ABILITY_NAMES, ability)?.[language] ?? ability).join(language === 'en' ? ', ' : '、') || '–';
}
