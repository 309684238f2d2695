/** Scores of the clues beside an English quote, in the unit of the turn solver; tuned with its weights on annotated texts. */
export const CLUES = {
  /** `said Tom`, `Tom said`. */
  named: 40,
  /** `he said`. */
  pronoun: 24,
  /** A mere doer before the quote where a tag stands behind it. */
  overruled: 5,
  /** A deed behind the quote in its paragraph: by a name, by a pronoun; more where the quote runs on into it and per word before. */
  deedBehind: 25,
  deedBehindPronoun: 5.5,
  runsOn: 4,
  perWordBefore: 1,
  /** The doer one sentence earlier, where the last names nobody: open towards the quote, or closed. */
  earlierOpen: 14,
  earlierClosed: 4,
  /** An unfinished sentence before the quote. */
  openNamed: 26,
  openPronoun: 10,
  /** A finished sentence before the quote in its paragraph. */
  deedBefore: 14,
  deedBeforePronoun: 5,
  /** The same in a paragraph of its own: less by this where it is unfinished. */
  apart: -4,
  /** A paragraph of narration above: its last doer, where the last sentence tells of speaking, and else. */
  speakingAbove: 5.7,
  doerAbove: 3,
  /** More where the very last sentence tells of the doer. */
  lastDoerAbove: 2.8,
  /** More where the doer has not been spoken of for a while. */
  freshDoer: 3,
};
