/** Which kanji a Japanese font is sure to have. */

let known: Set<string> | undefined;

/** True when all Han characters of a text belong to JIS X 0208, which every Japanese font covers. */
export function isInJapaneseFonts(text: string): boolean {
  known ??= readJis();
  for (const [character] of text.matchAll(/\p{Script=Han}/gu)) if (!known.has(character)) return false;
  return true;
}

/** All two-byte characters of Shift_JIS, as the platform's own decoder knows them. */
function readJis(): Set<string> {
  const bytes: number[] = [];
  for (let lead = 0x81; lead <= 0xef; lead++) {
    if (lead > 0x9f && lead < 0xe0) continue;
    for (let trail = 0x40; trail <= 0xfc; trail++) if (trail !== 0x7f) bytes.push(lead, trail);
  }
  return new Set(new TextDecoder('shift_jis').decode(new Uint8Array(bytes)));
}
