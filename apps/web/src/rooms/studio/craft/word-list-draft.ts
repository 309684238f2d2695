/** A list of words as it is typed: one line each. Pure. */

/** Lines that say something, without their ends. */
export function linesOf(text: string): string[] {
  return text.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== '');
}

/** A name as it will stand between the underscores; empty for one that can not. */
export function nameOf(typed: string): string {
  const name = typed.trim().replace(/^__|__$/g, '').normalize('NFC').toLowerCase().replace(/\s+/g, '-');
  return /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]|_(?!_|$)){0,39}$/u.test(name) ? name : '';
}
