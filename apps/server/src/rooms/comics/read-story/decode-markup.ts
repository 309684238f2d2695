/** XML and HTML say their encoding themselves, more or less. */
import { decodeText } from '../decode-text.ts';

/** A byte order mark, then what the file says of itself when its bytes agree, then the same guess as for plain text. Throws AppError `comics.not-text`. */
export function decodeMarkup(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  const said = /<\?xml[^>]{0,200}?encoding=["']([\w.:-]{1,40})["']/i.exec(head)?.[1] ?? /<meta[^>]{0,200}?charset=["']?([\w.:-]{1,40})/i.exec(head)?.[1];
  const hasMark = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff) || (bytes[0] === 0xef && bytes[1] === 0xbb);
  return (said === undefined || hasMark ? undefined : asSaid(bytes, said)) ?? decodeText(bytes);
}

function asSaid(bytes: Uint8Array, label: string): string | undefined {
  try {
    // What is called UTF-16 in a header that was read byte by byte is none.
    return /utf-?16/i.test(label) ? undefined : new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
