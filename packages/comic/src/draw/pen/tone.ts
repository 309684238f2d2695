/**
 * Screentone. Dots stand on a 45 degree lattice: a square tile with a dot in its centre and a quarter
 * dot in each corner needs no rotated pattern (rotated ones cost seconds in rasterisers).
 * The tile is 6 u, so dots fall on whole pixels at 150 and 300 dpi.
 */
export const TONE_STEPS = [10, 20, 30, 40, 55, 70] as const;
/** Percent of ink. */
export type ToneStep = (typeof TONE_STEPS)[number];

const TILE = 6;

/** Radius of a dot, u, for two dots per tile covering `percent` of it. */
function dotRadius(percent: number): number {
  return Math.sqrt(((percent / 100) * TILE * TILE) / (2 * Math.PI));
}

/** A sheer tone: dots without paper between them, to shade what is drawn already. */
export const SHEER_TONE = 'kts40';

export function toneId(step: ToneStep): string {
  return `kt${step}`;
}

/** `<pattern>` definitions for one page; every drawing of the page shares them. */
export function toneDefs(): string {
  const sheer = `<pattern id="${SHEER_TONE}" width="${TILE}" height="${TILE}" patternUnits="userSpaceOnUse">${dotsOf(40)}</pattern>`;
  return sheer + TONE_STEPS.map((step) => {
    const isDense = step > 50;
    const [ground, dot] = isDense ? ['#000', '#fff'] : ['#fff', '#000'];
    return `<pattern id="${toneId(step)}" width="${TILE}" height="${TILE}" patternUnits="userSpaceOnUse"><rect width="${TILE}" height="${TILE}" fill="${ground}"/><g fill="${dot}">${dotsOf(isDense ? 100 - step : step)}</g></pattern>`;
  }).join('');
}

function dotsOf(percent: number): string {
  const r = dotRadius(percent).toFixed(2);
  return [[3, 3], [0, 0], [6, 0], [0, 6], [6, 6]].map(([x, y]) => `<circle cx="${x}" cy="${y}" r="${r}"/>`).join('');
}
