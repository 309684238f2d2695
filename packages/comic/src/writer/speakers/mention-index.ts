/** Mentions by place in the text, found by binary search. */
import type { Mention } from './scene-types.ts';
import type { Span } from '../split/sentences.ts';

export type MentionIndex = {
  within(span: Span): Mention[];
  /** The last `count` mentions that start before `at`, nearest first. */
  before(at: number, count: number): Mention[];
};

/** `mentions` must be in order of `start`. */
export function indexMentions(mentions: readonly Mention[]): MentionIndex {
  const firstFrom = (at: number): number => {
    let low = 0;
    let high = mentions.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((mentions[middle]?.start ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    within: ({ start, end }) => mentions.slice(firstFrom(start), firstFrom(end)),
    before: (at, count) => {
      const end = firstFrom(at);
      return mentions.slice(Math.max(0, end - count), end).reverse();
    },
  };
}
