/**
 * The description of a cover or a colophon begins with the title and goes on with all that is set there, the title among it, on a
 * cover cut into its lines: who listens would hear it twice. Pages that are stored say it so, too.
 */
export function saidOnce(description: string): string {
  const pieces = description.split(BETWEEN);
  for (let count = Math.floor(pieces.length / 2); count >= 1; count -= 1) {
    const again = findRun(pieces, count, squeezed(pieces.slice(0, count)));
    if (again) return [...pieces.slice(0, again.from), ...pieces.slice(again.to)].join(BETWEEN);
  }
  return description;
}

const BETWEEN = '. ';

/** The first pieces from `start` on that together read as `wanted`. */
function findRun(pieces: readonly string[], start: number, wanted: string): { from: number; to: number } | undefined {
  for (let from = start; from < pieces.length; from += 1) {
    for (let to = from + 1; to <= pieces.length; to += 1) {
      const run = squeezed(pieces.slice(from, to));
      if (run === wanted) return { from, to };
      if (!wanted.startsWith(run)) break;
    }
  }
  return undefined;
}

/** Without what a line break or the joint of two pieces adds or takes. */
function squeezed(pieces: readonly string[]): string {
  return pieces.join('').replaceAll(/[\s.]/gu, '');
}
