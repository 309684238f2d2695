/** How a picture on its way is shown. Pure. */
import type { Becoming } from '@komawari/contract';

const BLUR_MAX_PX = 10;
/** Where nobody says how far it is, each preview is taken for a part of the rest. */
const SHARE_OF_REST = 0.25;

/** The answer with the preview that was there already, where nothing newer came. */
export function withPreview(answer: Becoming, known: Becoming | undefined): Becoming {
  return answer.webpB64 === null && answer.at !== null && known?.at === answer.at ? { ...answer, webpB64: known.webpB64 } : answer;
}

/** Less and less: a preview is rough, and is not to be taken for the picture. In pixels. */
export function blurOf({ share, count }: Pick<Becoming, 'share' | 'count'>): number {
  const left = share === null ? (1 - SHARE_OF_REST) ** count : 1 - Math.min(1, Math.max(0, share));
  return Math.round(left * BLUR_MAX_PX * 10) / 10;
}
