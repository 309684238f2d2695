/** Finds concepts in a sentence by word tables: one row a concept, its words in three languages. */
import type { Language } from '../../model/kinds.ts';

/** [concept, English words, Chinese words, Japanese words], words parted by `|`. English ones also match with s, es, ed, d, ing. */
export type WordRow<C extends string> = readonly [concept: C, en: string, zh: string, ja: string];

export type Match<C extends string> = {
  concept: C; /** UTF-16 offset of the first hit. */ at: number; /** Longer and more hits weigh more. */ score: number; word: string;
  /** Where its other words stand. */ again?: { at: number; word: string }[];
};

export type Matcher<C extends string> = (text: string) => Match<C>[];

const COLUMN: Record<Language, 1 | 2 | 3> = { en: 1, zh: 2, ja: 3 };

/** Builds a matcher; results stand best first, equal ones by place in the text. */
export function matcher<C extends string>(rows: readonly WordRow<C>[], language: Language): Matcher<C> {
  const patterns = rows.flatMap(([concept, ...columns]) => {
    const words = columns[COLUMN[language] - 1]!.split('|').filter(Boolean);
    return words.length === 0 ? [] : [{ concept, pattern: compile(words, language) }];
  });
  return (text) => {
    const found = new Map<C, Match<C>>();
    for (const { concept, pattern } of patterns) {
      for (const hit of text.matchAll(pattern)) {
        const score = language === 'en' ? hit[0].length / 4 : hit[0].length;
        const known = found.get(concept);
        if (known === undefined) found.set(concept, { concept, at: hit.index, score, word: hit[0] });
        else {
          known.score += score;
          (known.again ??= []).push({ at: hit.index, word: hit[0] });
        }
      }
    }
    return [...found.values()].sort((a, b) => b.score - a.score || a.at - b.at);
  };
}

function compile(words: readonly string[], language: Language): RegExp {
  // The longest first: alternatives of a regular expression are tried in order.
  const sorted = words.toSorted((a, b) => b.length - a.length).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return language === 'en' ? new RegExp(`\\b(?:${sorted.join('|')})(?:s|es|ed|d|ing)?\\b`, 'giu') : new RegExp(sorted.join('|'), 'gu');
}
