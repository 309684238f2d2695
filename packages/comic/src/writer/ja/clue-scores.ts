/** Scores of the clues beside a Japanese quote, in the unit of the turn solver; tuned on the annotated texts. */
export const CLUES = {
  /** 「…」とXは言った; with a pronoun. */
  named: 40,
  pronoun: 24,
  /** `Xは…、「`: the sentence runs into the quote, in its paragraph or from the one above; with a pronoun. */
  openBefore: 36,
  openAbove: 32,
  openAbovePronoun: 20,
  /** `Xはこう言った。`, `そう言って、Xは` behind the quote; with a pronoun; when it names nobody, the doer above. */
  thatSaid: 30,
  thatSaidPronoun: 20,
  thatSaidByNobody: 12,
  /** 「…」Xは笑った。 in the paragraph of the quote, with a word of speaking, and when X only hears. */
  deedBehind: 24,
  spokenDeedBehind: 26,
  hearsBehind: 4,
  /** A paragraph of its own below: X comes into sight, X's voice, a word of speaking, any deed. */
  comesBelow: 13,
  wasBelow: 14,
  voiceBelow: 12,
  spokenBelow: 9,
  deedBelow: 4,
  /** The same where more narration follows: it cannot tell of a quote below. */
  deedBelowFree: 4,
  /** `Xは振り返った。「…」`: with a word of speaking, a single sentence, an open sentence that names nobody, else. */
  spokenBefore: 18,
  deedBefore: 14,
  openByNobody: 14,
  doerBefore: 9,
  /** The paragraph above: says what comes, may tell of either side, any deed, a deed behind another quote. */
  announced: 14,
  announcedPronoun: 10,
  spokenAbove: 9,
  deedAbove: 4,
  /** The same where more narration stands above: it cannot tell of a quote there. */
  deedAboveFree: 4,
  deedBesideQuoteAbove: 2,
  /** 「…」と言いながら…、「…」: the one who spoke above goes on. */
  goesOn: 20,
  /** Whoever is named with さん or ちゃん in the quote does not speak it. */
  honoredInQuote: -5,
  /** The narrator was told of shortly before, and nothing tells of another; how many characters count, back, and ahead at the beginning. */
  narrator: 3.5,
  narratorBack: 500,
  narratorAhead: 900,
};
