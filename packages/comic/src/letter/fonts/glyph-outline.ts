/** A glyph's outline in font units, y up, as numbers: quick to move and to write many times. */
export type GlyphOutline = { /** One letter per command: M L Q C Z. */ ops: string; values: Float32Array };

const OP_VALUES: Record<string, number> = { M: 2, L: 2, Q: 4, C: 6, Z: 0 };

export function outlineFromCommands(commands: readonly { type: string; values: readonly number[] }[]): GlyphOutline {
  return { ops: commands.map((c) => c.type).join(''), values: Float32Array.from(commands.flatMap((c) => [...c.values])) };
}

/** Parses absolute M L Q C Z path data (what this package writes). */
export function outlineFromPath(d: string): GlyphOutline {
  const commands = [...d.matchAll(/([MLQCZ])([^MLQCZ]*)/g)].map((m) => ({ type: m[1]!, values: (m[2]!.match(/-?\d*\.?\d+/g) ?? []).map(Number) }));
  return outlineFromCommands(commands);
}

export type Affine = { a: number; b: number; c: number; d: number; e: number; f: number };

/**
 * Writes an outline as SVG path data with whole, relative numbers: each coordinate is mapped by
 * `m` and rounded, so no error adds up along the path. With `isRelative` the path begins with a
 * relative move: it can be put after any point.
 */
export function writeOutline(outline: GlyphOutline, m: Affine, isRelative = false): string {
  const { ops, values } = outline;
  // Joined at the end: a string grown piece by piece keeps every piece, and many of these are kept.
  const out: (string | number)[] = [];
  let [k, px, py, sx, sy] = [0, 0, 0, 0, 0];
  for (let i = 0; i < ops.length; i++) {
    const op = ops[i]!;
    if (op === 'Z') {
      out.push('z');
      [px, py] = [sx, sy];
      continue;
    }
    const count = OP_VALUES[op] ?? 0;
    let [nx, ny] = [px, py];
    const isAbsolute = op === 'M' && !isRelative;
    out.push(isAbsolute ? 'M' : op.toLowerCase());
    for (let j = 0; j < count; j += 2) {
      const [x, y] = [values[k++]!, values[k++]!];
      nx = Math.round(m.a * x + m.c * y + m.e);
      ny = Math.round(m.b * x + m.d * y + m.f);
      const [vx, vy] = isAbsolute ? [nx, ny] : [nx - px, ny - py];
      out.push(j === 0 || vx < 0 ? '' : ' ', vx, vy < 0 ? '' : ' ', vy);
    }
    [px, py] = [nx, ny];
    if (op === 'M') [sx, sy] = [nx, ny];
  }
  return out.join('');
}
