/** From prose to pictures: what the drawing itself tells is not written above it again. */
import type { Language } from '../model/kinds.ts';
import type { Beat } from '../writer/types.ts';
import { EXPRESSION_WORDS } from './words/expressions.ts';
import { splitTags } from './split-tags.ts';
import { matcher } from './words/match.ts';
import { POSE_WORDS } from './words/poses.ts';
import { textWeight } from './text-weight.ts';

/** A sentence this short beside a speech, with a movement or a look in it, is acted and not told. */
const ACTED_MAX = 18;

/** Half a sentence is short; what is longer tells something of its own. */
const FRAGMENT_MAX = 40;

/** Beats with tags and acted sentences told apart: a tag is not shown, and still tells the artist what happens. */
export function adaptBeats(beats: readonly Beat[], language: Language): Beat[] {
  const poses = matcher(POSE_WORDS, language);
  const faces = matcher(EXPRESSION_WORDS, language);
  const isActed = (text: string): boolean => textWeight(text) <= ACTED_MAX && (poses(text).length > 0 || faces(text).length > 0);
  const parted = beats.flatMap((beat, i) => (beat.type !== 'narration' || beat.isTag ? beat : splitTags(beat, { isAfter: isRightAfter(beat, beats[i - 1]), isBefore: isRightBefore(beat, beats[i + 1]) }, language)));
  return parted.map((beat, i) => {
    if (beat.type === 'line') return language === 'en' && isClosedByTag(beat, parted.slice(i + 1, i + 4)) ? { ...beat, isClosedByTag: true } : beat;
    if (beat.type !== 'narration' || beat.isTag) return beat;
    const [before, after] = [parted[i - 1], parted[i + 1]];
    if ((isRightAfter(beat, before) || isRightBefore(beat, after)) && isFragment(beat.text)) return { ...beat, isTag: true };
    const isBeside = [before, after].some((next) => next?.type === 'line' && next.speakerKey !== undefined && beat.mentions.includes(next.speakerKey));
    return isBeside && isActed(beat.text) ? { ...beat, isTag: true } : beat;
  });
}

/** `"Come here," said Tom.` is whole; `"Well," he said, "let us go."` goes on in the next quote. */
function isClosedByTag(beat: Beat & { type: 'line' }, following: readonly Beat[]): boolean {
  if (!beat.isQuoted || !/,$/u.test(beat.text.trim())) return false;
  const next = following.find((one) => one.type !== 'narration' || !one.isTag);
  return !(next?.type === 'line' && next.speakerKey === beat.speakerKey && /^[^\p{L}]*\p{Ll}/u.test(next.text));
}

/** Nothing but quotation marks and spaces lies between it and the speech before it. */
function isRightAfter(beat: Beat, before: Beat | undefined): boolean {
  return before?.type === 'line' && beat.start - before.end <= 3;
}

function isRightBefore(beat: Beat, after: Beat | undefined): boolean {
  return after?.type === 'line' && after.start - beat.end <= 3;
}

/** Half a sentence left over between two quotes. */
function isFragment(text: string): boolean {
  if (textWeight(text) > FRAGMENT_MAX) return false;
  return /[，,：:、]$/u.test(text.trim()) || /^\p{Ll}/u.test(text.trim()) || /^と(?!ころ|きどき|きに|ても|つぜん|うとう|なり|も|お|け|び|ん)[^。]{0,30}。$/u.test(text.trim());
}
