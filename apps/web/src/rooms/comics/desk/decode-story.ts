/** Reads a text file whose encoding nobody named: UTF-8, UTF-16 by its mark, else the likelier of GB18030 and Shift_JIS. */

/** Returns undefined when the bytes are no text. */
export function decodeStory(bytes: Uint8Array): string | undefined {
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
  const text = marked ? decode(bytes, marked) : (decode(bytes, 'utf-8') ?? likelier(decode(bytes, 'gb18030'), decode(bytes, 'shift_jis')));
  return text === undefined || isBinary(text) ? undefined : text.replace(/\r\n?/g, '\n');
}

function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Japanese prose is full of kana, Chinese prose of 的 and 了; half-width kana and rare signs betray the wrong table. */
function likelier(chinese: string | undefined, japanese: string | undefined): string | undefined {
  if (chinese === undefined || japanese === undefined) return chinese ?? japanese;
  return score(japanese, /[ぁ-ゖァ-ヶ。、「」]/g) > score(chinese, /[的了一是不我在有他这。，“”]/g) ? japanese : chinese;
}

function score(text: string, usual: RegExp): number {
  const good = text.match(usual)?.length ?? 0;
  const odd = text.match(/[｡-ﾟ\ue000-\uf8ff]/g)?.length ?? 0;
  return (good - odd) / text.length;
}

function isBinary(text: string): boolean {
  const control = text.match(/[\u0000-\u0008\u000e-\u001f\u007f\ufffd]/g)?.length ?? 0;
  return control > 0 && control > text.length * 0.01;
}
