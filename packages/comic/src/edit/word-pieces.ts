/**
 * A text in words, spaces and signs. Signs of scripts without spaces stand alone. By code points, not by tables of
 * Unicode: the browser and the server have to find the same, whichever version each of them knows.
 */
export function wordPieces(text: string): string[] {
  return text.match(PIECES) ?? [];
}

const PIECES = /(?:[A-Za-z0-9\u00c0-\u1fff]|(?<=[A-Za-z\u00c0-\u1fff])['\u2019](?=[A-Za-z\u00c0-\u1fff]))+|[\s\S]/gu;
