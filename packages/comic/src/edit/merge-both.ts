/**
 * The rule of steps that say `rule: 'both'`: what two wrote in the same place stands there one behind the other, what is
 * stored first stands first. Where both replaced the same words, the later stands, and `isClash` says so.
 */
import { diff3Merge } from 'node-diff3';
import { apart, commonHead, commonTail, COMPARED_MAX, type Merged } from './merge-text.ts';
import { wordPieces } from './word-pieces.ts';

/** `theirs` is stored, `mine` comes behind it; both are made of `base`. */
export function mergeBoth(base: string, theirs: string, mine: string, { mayCompare = true } = {}): Merged {
  if (theirs === base || theirs === mine) return { text: mine, isClash: false };
  if (mine === base) return { text: theirs, isClash: false };
  const texts = { base: [...base], theirs: [...theirs], mine: [...mine] };
  const easy = apart(texts) ?? inserted(texts.base, texts.theirs, texts.mine);
  if (easy) return easy;
  if (!mayCompare) return { text: mine, isClash: true };
  return compared(wordPieces(base), wordPieces(theirs), wordPieces(mine)) ?? { text: mine, isClash: true };
}

/** Neither took anything away: no character of either is lost. */
function inserted(base: readonly string[], theirs: readonly string[], mine: readonly string[]): { text: string; isClash: false } | undefined {
  const [their, my] = [placesIn(base, theirs), placesIn(base, mine)];
  if (!their || !my) return undefined;
  let text = '';
  for (let i = 0; i <= base.length; i += 1) {
    const [first, second] = [between(theirs, their, i), between(mine, my, i)];
    text += `${first}${second === first ? '' : second}${base[i] ?? ''}`;
  }
  return { text, isClash: false };
}

/** What stands in `to` before the base's character `i`. */
function between(to: readonly string[], places: readonly number[], i: number): string {
  return to.slice(i === 0 ? 0 : places[i - 1]! + 1, places[i] ?? to.length).join('');
}

/** Where each character of the base stands in `to`; undefined when one is missing. */
export function placesIn(base: readonly string[], to: readonly string[]): number[] | undefined {
  const head = commonHead(base, to);
  const tail = commonTail(base, to, head);
  const places: number[] = [];
  let at = 0;
  for (let i = 0; i < base.length; i += 1) {
    if (i >= base.length - tail) at = to.length - (base.length - i);
    else if (i >= head) while (at < to.length - tail && to[at] !== base[i]) at += 1;
    if (to[at] !== base[i] || (i < base.length - tail && at >= to.length - tail)) return undefined;
    places.push(at);
    at += 1;
  }
  return places;
}

/** Word by word: letters of two words that replaced one would make a third that nobody wrote. Undefined when there are too many of them. */
function compared(base: readonly string[], theirs: readonly string[], mine: readonly string[]): Merged | undefined {
  const head = Math.min(commonHead(base, theirs), commonHead(base, mine));
  const tail = Math.min(commonTail(base, theirs, head), commonTail(base, mine, head));
  const [before, first, second] = [base, theirs, mine].map((pieces) => pieces.slice(head, pieces.length - tail)) as [string[], string[], string[]];
  if (Math.max(before.length, first.length, second.length) > COMPARED_MAX) return undefined;
  let isClash = false;
  const middle = diff3Merge(second, before, first, { excludeFalseConflicts: true }).flatMap((region) => {
    if (!region.conflict) return region.ok ?? [];
    const { a, o, b } = region.conflict;
    const [was, their, my] = [o, b, a].map((pieces) => [...pieces.join('')]) as [string[], string[], string[]];
    const both = inserted(was, their, my);
    isClash ||= !both;
    return both ? [both.text] : a;
  });
  return { text: [...base.slice(0, head), ...middle, ...base.slice(base.length - tail)].join(''), isClash, isCompared: true };
}
