/** What ends a line or steers a terminal: C0 and C1 controls, and the line and paragraph separators. */
const CONTROLS = /[\p{Cc}\u2028\u2029]+/gu;
/** What turns the direction of writing: marks, embeddings, overrides and isolates. */
const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
/** What takes no room: soft hyphen, fillers, zero width space and non-joiner, word joiner, invisible operators, byte order mark. */
const ZERO_WIDTH = /[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u200c\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]/g;
/** A joiner binds a family or a profession out of several emoji; anywhere else it only hides. */
const LONE_JOINER = /(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f])\u200d|\u200d(?!\p{Extended_Pictographic})/gu;

/** A name as it may be shown in lists, file names and a terminal: one line, with nothing in it that is not seen. */
export function oneLine(text: string): string {
  return text.toWellFormed().replace(CONTROLS, ' ').replace(BIDI, '').replace(ZERO_WIDTH, '').replace(LONE_JOINER, '').trim();
}
