/**
 * The weights of the turn solver, in the unit of clue scores (a tag with a name is about 40, a deed beside the quote
 * about 12). They were tuned together on the annotated texts of all three languages (docs/speakers.md).
 */
export type TurnWeights = {
  /** Factor of a clue on the side that the custom of the text favours; the other side keeps the rest to 2. */
  favoured: number;
  /** Gain of a clue whose side the words themselves tell, where the custom agrees. */
  sureSide: number;
  /** How fast the share of a pronoun clue falls with the likelihood that it means the person: the power of their ratio. */
  pronounSharp: number;
  /** Share of a pronoun clue that depends on how clearly it means the person. */
  pronounDoubt: number;
  /** Whoever is called by name in the line does not speak it. */
  called: number;
  /** Whoever was called in the line before answers. */
  answers: number;
  /** Whoever has the gender of sir or madam in the line before answers it, and who has the other does not. */
  answersCall: number;
  answersNoCall: number;
  /** Against bystanders while two others are heard: they hardly fall into the talk without a word. */
  unheard: number;
  /** Factor and bound of speaking habits that a person shares with the line. */
  likeness: number;
  likenessBound: number;
  /** Per doubling of how often a person is mentioned. */
  known: number;
  /** Against a group that speaks with one voice. */
  group: number;
  /** The line gets nobody. */
  nobody: number;
  /** Whoever thinks goes on thinking in the next quote. */
  thinksOn: number;
  /** Wording that fits, or does not fit, the gender of a person. */
  voiceFits: number;
  voiceClashes: number;
  /** The line gives the person's name as the speaker's own. */
  introduced: number;
  /** The narrator's own word for I. */
  narratorVoice: number;
  /** Factor of the coming back of the partner after narration, score of it after long narration and in one paragraph. */
  backAfterNarration: number;
  backFar: number;
  backInParagraph: number;
};

export const TURN_WEIGHTS: TurnWeights = {
  favoured: 1.5, sureSide: 5, pronounSharp: 0.6, pronounDoubt: 0.3, called: -27, answers: 6, answersCall: 1.5, answersNoCall: -3, unheard: 3, likeness: 0.8, likenessBound: 4,
  known: 0.15, group: -2, nobody: -3.5, thinksOn: 5, voiceFits: 1.5, voiceClashes: -4, introduced: 10, narratorVoice: 3, backAfterNarration: 0.6, backFar: 0.5, backInParagraph: 1,
};
