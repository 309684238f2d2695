const GRAPHEMES_MAX = 60;
/** Systems take 255 bytes for a name; endings and a draft's mark need room behind the stem. */
const BYTES_MAX = 180;

/** A file name without its ending that every system accepts, made from a title. */
export function fileStem(title: string): string {
  const short = trimEnds(shorten(trimEnds(title.toWellFormed().normalize('NFC').replace(UNSAFE, ' ').replace(/\s+/gu, ' '))));
  return short === '' || RESERVED.test(short) ? `comic ${short}`.trim() : short;
}

/** What Windows forbids, and marks that hide or turn a name. */
// oxlint-disable-next-line no-control-regex -- control characters are what is removed here
const UNSAFE = /[\u0000-\u001f\u007f-\u009f<>:"/\\|?*\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffd]/gu;
/** Names of devices, with any ending: `con.txt` opens the console on Windows. */
const RESERVED = /^(con|prn|aux|nul|conin\$|conout\$|com[\d¹²³]|lpt[\d¹²³])\s*(\.|$)/iu;

function trimEnds(name: string): string {
  return name.replace(/^[.\s]+|[.\s]+$/gu, '');
}

function shorten(name: string): string {
  const encoder = new TextEncoder();
  let [kept, bytes, count] = ['', 0, 0];
  // No title is read further than a name can reach; a single grapheme may be endless.
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(name.slice(0, 2000).toWellFormed().replace(/\ufffd$/u, ''))) {
    bytes += encoder.encode(segment).length;
    count += 1;
    if (bytes > BYTES_MAX || count > GRAPHEMES_MAX) break;
    kept += segment;
  }
  return kept;
}

/** Names that sort as the pages do: `001`, and more digits in books of more than 999 pages. */
export function numbered(number: number, total: number): string {
  return String(number).padStart(Math.max(3, String(total).length), '0');
}
