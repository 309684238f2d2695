/** Files to keep, with what they were made of inside. The picture itself is not touched. */
import { pictureFormatOf } from '../../../../kernel/objects/picture-format.ts';
import { a1111Text, readA1111 } from './a1111-text.ts';
import { userCommentOf } from './exif-comment.ts';
import { readJpeg, rewriteJpeg } from './jpeg-segments.ts';
import { makingText, type Making } from './making.ts';
import { keywordOf, pngChunks, rewritePng, textChunk, textOf } from './png-chunks.ts';
import { readWebp, rewriteWebp } from './webp-chunks.ts';
import { xmpOfMaking, xmpPacket } from './xmp.ts';

export const OWN_KEYWORD = 'komawari';
export const A1111_KEYWORD = 'parameters';
export const XMP_KEYWORD = 'XML:com.adobe.xmp';
const BYTES_MAX = 4_000_000;

/** Under these, programs that draw write what they were asked. */
const TELLTALES: ReadonlySet<string> = new Set([OWN_KEYWORD, A1111_KEYWORD, 'prompt', 'workflow', 'invokeai_metadata', 'invokeai_workflow', 'invokeai_graph', 'sd-metadata', 'Dream', 'generation_data']);

/**
 * With `keeps`, prompt, model and seed are written into the file, for us and for other programs; without, they are not, and what
 * the provider wrote of them is taken out. That a model made it stands in the file in any case. A file that is not
 * built as its kind should be stays as it is.
 */
export function writeMaking(bytes: Uint8Array, making: Making, keeps: boolean): Uint8Array {
  switch (pictureFormatOf(bytes)) {
    case 'png': return inPng(bytes, making, keeps) ?? bytes;
    case 'jpeg': return inJpeg(bytes, making, keeps);
    case 'webp': return inWebp(bytes, making, keeps) ?? bytes;
    default: return bytes;
  }
}

function inPng(bytes: Uint8Array, making: Making, keeps: boolean): Uint8Array | undefined {
  const chunk = [...pngChunks(bytes)].find((one) => keywordOf(one) === XMP_KEYWORD);
  const packet = xmpPacket(making, { keeps: false, foreign: chunk && textOf(chunk, BYTES_MAX) });
  const told = keeps ? [textChunk(A1111_KEYWORD, a1111Text(making)), textChunk(OWN_KEYWORD, makingText(making), true)] : [];
  const replaced = new Set([OWN_KEYWORD, A1111_KEYWORD, XMP_KEYWORD]);
  return rewritePng(bytes, { without: (keyword) => replaced.has(keyword) || (!keeps && TELLTALES.has(keyword)), add: [...told, textChunk(XMP_KEYWORD, packet, true)] });
}

function inJpeg(bytes: Uint8Array, making: Making, keeps: boolean): Uint8Array {
  const { xmp, exif } = readJpeg(bytes, BYTES_MAX);
  // What is in pieces already is not taken apart.
  const foreign = xmp?.includes('HasExtendedXMP') ? undefined : xmp;
  const packet = xmpPacket(making, { keeps, foreign });
  const overflow = keeps ? { packet: xmpPacket(making, { keeps: false }), rest: xmpOfMaking(making) } : undefined;
  return rewriteJpeg(bytes, { packet, ...(overflow ? { overflow } : {}), dropsExif: !keeps && tells(exif) });
}

function inWebp(bytes: Uint8Array, making: Making, keeps: boolean): Uint8Array | undefined {
  const { xmp, exif } = readWebp(bytes, BYTES_MAX);
  return rewriteWebp(bytes, { packet: xmpPacket(making, { keeps, foreign: xmp }), dropsExif: !keeps && tells(exif), size: making });
}

function tells(exif: Uint8Array | undefined): boolean {
  const comment = exif && userCommentOf(exif, BYTES_MAX);
  return comment !== undefined && readA1111(comment) !== undefined;
}
