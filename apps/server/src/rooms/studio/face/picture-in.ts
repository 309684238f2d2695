/** A picture in a message: what stands in a `data:` address. */
import { AppError } from '../../../kernel/errors.ts';
import { seePicture, type SeeingTools } from '../text/see-picture.ts';
import type { SeenPicture } from '../text/text-ask.ts';
import { invalid } from './openai-refusal.ts';

const HEAD = /^data:image\/[a-z0-9.+-]{1,40};base64,/i;

/** Throws OpenaiRefusal with the place at which the picture stands. */
export async function pictureIn(tools: SeeingTools, url: string, place: string): Promise<SeenPicture> {
  const head = HEAD.exec(url.slice(0, 100))?.[0];
  if (head === undefined) throw invalid(place, 'Send the picture itself as data:image/png;base64,… (PNG, JPEG or WebP). Addresses of pictures elsewhere are not opened.', 'invalid_image_url');
  try {
    return await seePicture(tools, Buffer.from(url.slice(head.length), 'base64'));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    throw invalid(place, error.code === 'pictures.too-many-pixels' ? 'The picture has more than 100 million pixels.' : 'This is no PNG, JPEG or WebP that can be read.', 'invalid_image');
  }
}
