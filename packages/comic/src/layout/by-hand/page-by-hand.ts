import type { PageByHand } from '../../model/hand-made.ts';
import type { LaidPage } from '../types.ts';
import { asHand } from './cut-tree.ts';

/**
 * Captures a page as it stands, under an id of the caller's (letters, digits, `-`, `_`): laid out again it has
 * the same polygons. Of a webtoon strip it keeps the heights and pairs of its bands; distances are computed.
 */
export function pageByHand(laid: LaidPage, id: string): PageByHand {
  return { ...asHand(laid), id };
}
