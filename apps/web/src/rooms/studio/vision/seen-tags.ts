/** Which of the tags that a model proposes a picture can still take. Pure. */
import { PICTURE_TAGS_MAX } from '@komawari/contract';

export type ProposedTag = { tag: string; isThere: boolean };

/** In their order; what the picture has already is marked, however it is spelt in large and small letters. */
export function proposedTags(proposed: readonly string[], has: readonly string[]): ProposedTag[] {
  const known = new Set(has.map((tag) => tag.toLowerCase()));
  return proposed.map((tag) => ({ tag, isThere: known.has(tag.toLowerCase()) }));
}

/** Those that are not there, as many as there is room for. */
export function addable(proposed: readonly ProposedTag[], has: readonly string[]): string[] {
  return proposed.filter(({ isThere }) => !isThere).map(({ tag }) => tag).slice(0, Math.max(0, PICTURE_TAGS_MAX - has.length));
}
