/** Who is in a panel, where they stand and which way they look: the line of action is kept within a scene. */
import type { Direction, Facing, Language, Pose } from '../model/kinds.ts';
import { tellsOfTouch } from './contact.ts';
import type { Deed } from './deeds.ts';
import type { DraftPanel } from './draft-panels.ts';

/** Remembers the people of a scene in the order in which they came. */
export type SceneCast = {
  order: string[];
  /** Panels of one speaker alone since the last with a listener beside. */
  alone?: number;
  lastSpeaker?: string;
  previousSpeaker?: string;
  /** How each one stands or sits while nothing happens: kept, so that nobody fidgets. */
  resting: Map<string, Pose>;
  /** Who acted or spoke of late, the latest last: decides pronouns. */
  acted: string[];
};

export type Placed = { key: string; x: number; depth: number; facing: Facing };

export function castPanel(panel: DraftPanel, cast: SceneCast, options: { max: number; language: Language; deeds: readonly Deed[] }): string[] {
  const touches = options.deeds.some((deed) => tellsOfTouch(deed, options.language));
  const speakers = unique(panel.lines.flatMap((line) => (line.speakerKey !== undefined && !line.isOffPanel ? [line.speakerKey] : [])));
  const doers = options.deeds.flatMap((deed) => deed.subjects);
  const people = unique([...speakers, ...doers, ...panel.mentions]).slice(0, options.max);
  const isTalk = speakers.length > 0;
  if (people.length === 0) people.push(...meantBy(panel.told, cast, options.language));
  if (people.length === 1 && touches) {
    const other = [...cast.acted.toReversed(), ...cast.order.toReversed()].find((key) => key !== people[0]);
    if (other !== undefined) people.push(other);
  }
  if (people.length === 1 && isTalk) {
    const partner = [cast.lastSpeaker, cast.previousSpeaker].find((key) => key !== undefined && key !== people[0]);
    // Two-shot and single by turns: a page of pairs that stand side by side is dull.
    if (partner !== undefined && (cast.alone ?? 1) > 0) {
      people.push(partner);
      cast.alone = 0;
    } else cast.alone = (cast.alone ?? 0) + 1;
  }
  for (const key of people) if (!cast.order.includes(key)) cast.order.push(key);
  for (const key of speakers) {
    if (cast.lastSpeaker === key) continue;
    cast.previousSpeaker = cast.lastSpeaker;
    cast.lastSpeaker = key;
  }
  return people;
}

/**
 * Places people side by side in the scene's own order, so that nobody changes sides between panels.
 * In a right-to-left book the first of the scene stands on the right, where reading begins.
 */
export function placePeople(people: readonly string[], cast: SceneCast, direction: Direction): Placed[] {
  const inOrder = people.toSorted((a, b) => cast.order.indexOf(a) - cast.order.indexOf(b));
  const n = inOrder.length;
  return inOrder.map((key, i) => {
    const fromStart = n === 1 ? 0.5 : 0.24 + (0.52 * i) / (n - 1);
    const x = direction === 'rtl' ? 1 - fromStart : fromStart;
    return { key, x, depth: n > 3 && i % 2 === 1 ? 0.35 : 0.15, facing: facingOf(x, n, key, cast, direction) };
  });
}

function facingOf(x: number, count: number, key: string, cast: SceneCast, direction: Direction): Facing {
  if (count > 1) return x < 0.45 ? 'right' : x > 0.55 ? 'left' : 'front';
  // Alone in the picture: look to the side where the others of the scene are.
  const isFirst = cast.order.indexOf(key) % 2 === 0;
  return isFirst === (direction === 'ltr') ? 'right' : 'left';
}

const MANY: Record<Language, RegExp> = {
  en: /^(?:\w+ ){0,3}?(?:they|both|together|the two|we)\b/iu, zh: /^.{0,6}(?:他们|她们|两人|二人|大家|一起|我们)/u, ja: /^.{0,8}(?:二人|ふたり|彼ら|みんな|一緒)/u,
};
const ONE: Record<Language, RegExp> = { en: /^(?:\w+,? ){0,3}?(?:he|she|i)\b/iu, zh: /^.{0,6}(?:他|她|我)/u, ja: /^.{0,8}(?:彼|彼女|私|僕|俺)/u };

/** Whom a sentence without names means: those who acted last in the scene. */
function meantBy(told: string, cast: SceneCast, language: Language): string[] {
  const recent = [cast.lastSpeaker, cast.previousSpeaker].flatMap((key) => key ?? []);
  const known = recent.length > 0 ? recent : cast.order.slice(-2);
  if (MANY[language].test(told)) return known.slice(0, 2);
  return ONE[language].test(told) ? known.slice(0, 1) : [];
}

function unique<T>(items: readonly T[]): T[] {
  return [...new Set(items)];
}
