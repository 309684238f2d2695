/** Expression and pose of a person, from the words round a line. */
import type { Expression, Language, Mood, Pose } from '../model/kinds.ts';
import type { Random } from '../model/random.ts';
import { EXPRESSION_WORDS } from './words/expressions.ts';
import { matcher, type Match, type Matcher } from './words/match.ts';
import { POSE_WORDS } from './words/poses.ts';

export type Actor = {
  expression(texts: { cue: string; said: string; told: string }, mood: Mood, random: Random): { expression: Expression; strength: number };
  pose(texts: { cue: string; said: string; told: string }): Pose | undefined;
  /** How the body rests by a text, whatever hands and head do besides: seated, lying. */
  seat(text: string): Pose | undefined;
};

/** Poses that words inside a speech do not prove: "I will run" is said standing. */
const FROM_SPEECH = new Set<Pose>(['wave', 'point', 'shrug', 'cheer', 'salute', 'phone']);

const RESTING = new Set<Pose>(['sit-chair', 'sit-ground', 'sit-seiza', 'lie', 'sleep']);

export function makeActor(language: Language): Actor {
  const expressions = matcher(EXPRESSION_WORDS, language);
  const poses = matcher(POSE_WORDS, language);
  return {
    expression: (texts, mood, random) => chooseExpression(expressions, texts, mood, random),
    seat: (text) => latest(poses(text).filter((hit) => RESTING.has(hit.concept)), text),
    pose: (texts) => latest(poses(texts.cue), texts.cue) ?? latest(poses(texts.told), texts.told) ?? poses(texts.said)
      .find((hit) => FROM_SPEECH.has(hit.concept))?.concept,
  };
}

/** Of several deeds the picture shows the last rather than the first. */
function latest(hits: readonly Match<Pose>[], text: string): Pose | undefined {
  return hits.toSorted((a, b) => b.score * (1 + (1.1 * b.at) / text.length) - a.score * (1 + (1.1 * a.at) / text.length))[0]?.concept;
}

function chooseExpression(
  match: Matcher<Expression>, texts: { cue: string; said: string; told: string }, mood: Mood, random: Random,
): { expression: Expression; strength: number } {
  const scores = new Map<Expression, number>();
  const add = (text: string, weight: number): void => {
    for (const hit of match(text)) scores.set(hit.concept, (scores.get(hit.concept) ?? 0) + Math.min(hit.score, 4) * weight);
  };
  add(texts.cue, 3);
  add(texts.said, 1.4);
  add(texts.told, 1);
  const [best] = [...scores].sort((a, b) => b[1] - a[1]);
  if (best !== undefined && best[1] >= 1.2) return { expression: best[0], strength: Math.min(1, best[1] / 8) };
  return { expression: fromPunctuation(texts.said, mood, random), strength: 0.15 };
}

const CALM_FACE: Record<Mood, readonly Expression[]> = {
  calm: ['neutral', 'smile', 'neutral'], happy: ['smile', 'neutral', 'smile'], sad: ['sad', 'worried', 'neutral'],
  tense: ['neutral', 'determined', 'worried'], dark: ['suspicious', 'neutral', 'worried'],
  romantic: ['smile', 'embarrassed', 'neutral'], comic: ['smirk', 'smile'], mysterious: ['suspicious', 'thinking'],
  dramatic: ['determined', 'neutral'], action: ['determined', 'neutral'],
};

function fromPunctuation(said: string, mood: Mood, random: Random): Expression {
  const isDark = mood === 'sad' || mood === 'dark' || mood === 'tense' || mood === 'action' || mood === 'dramatic';
  const isGlad = mood === 'happy' || mood === 'comic';
  if (/[!！].*[?？]|[?？].*[!！]|[⁉‼]/u.test(said)) return 'surprised';
  if (/[!！]/u.test(said)) return isDark ? random.pick(['worried', 'determined', 'surprised'] as const)
    : random.pick(isGlad ? (['grin', 'laugh', 'surprised'] as const) : (['determined', 'surprised', 'grin'] as const));
  if (/[?？]/u.test(said)) return isDark ? random.pick(['worried', 'suspicious'] as const) : random.pick(['thinking', 'surprised', 'neutral'] as const);
  if (/…|\.\.\./u.test(said)) return isDark ? 'sad' : random.pick(['thinking', 'worried', 'embarrassed'] as const);
  return random.pick(CALM_FACE[mood]);
}

/** How somebody looks who only listens. */
export function reactionTo(expression: Expression, random: Random): Expression {
  switch (expression) {
    case 'furious': return random.pick(['surprised', 'worried', 'afraid'] as const);
    case 'angry': return random.pick(['surprised', 'worried', 'neutral'] as const);
    case 'cry': case 'sad': case 'pained': return random.pick(['worried', 'sad'] as const);
    case 'laugh': case 'grin': case 'smile': return random.pick(['smile', 'smile', 'neutral'] as const);
    case 'loving': return random.pick(['embarrassed', 'smile', 'surprised'] as const);
    case 'shocked': case 'terrified': case 'surprised': return random.pick(['surprised', 'worried', 'thinking'] as const);
    default: return random.pick(['neutral', 'neutral', 'smile', 'thinking'] as const);
  }
}
