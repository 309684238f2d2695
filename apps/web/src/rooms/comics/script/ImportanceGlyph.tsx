/** Importance as the share of a page that a panel would like to have: a beat in a corner, a splash from edge to edge. */
const SHARES: readonly (readonly [x: number, y: number, width: number, height: number])[] = [[4, 4, 6, 6], [4, 4, 8, 8], [4, 4, 16, 8], [4, 4, 16, 12], [4, 4, 16, 18], [1.5, 1.5, 21, 29]];

export function ImportanceGlyph({ value, size = 24 }: { value: number; size?: number }) {
  const [x, y, width, height] = SHARES[Math.min(6, Math.max(1, value)) - 1] ?? [4, 4, 6, 6];
  return (
    <svg viewBox="0 0 24 32" width={size} height={(size * 4) / 3} aria-hidden className="script-importance">
      <rect x={1} y={1} width={22} height={30} rx={1.5} className="paper" />
      <rect x={x} y={y} width={width} height={height} className="share" />
    </svg>
  );
}
