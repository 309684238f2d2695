/**
 * A tone that grows along y, as the graded film of a manga studio: one column of dots of the 45 degree
 * lattice as a tall pattern tile, so that a whole sky costs a few kilobytes. In colour a plain gradient.
 */
import { hashText } from '../../../model/random.ts';
import type { Paints } from '../../pen/pen.ts';
import { num } from '../../pen/path.ts';

export type Grade = {
  /** Picture y of the two ends, u; `from` above `to`. */
  from: number;
  to: number;
  /** Percent of ink, 0..100, at the two ends. */
  dark: [number, number];
  colours: [string, string];
  /** Dots without paper between them, to lie over other things. */
  isSheer?: boolean;
};

/** The definition and the paint that names it. The name follows from the content: equal grades share it. */
export function gradedTone(paints: Paints, grade: Grade): { def: string; paint: string } {
  const [from, to] = [Math.round(grade.from / 6) * 6, Math.max(Math.round(grade.from / 6) * 6 + 6, Math.round(grade.to / 6) * 6)];
  const id = `kg${hashText(`${paints.id}${from},${to},${grade.dark.join()},${grade.colours.join()}${grade.isSheer ? 's' : ''}`).toString(36)}`;
  if (paints.isColour) {
    const stops = grade.colours.map((colour, i) => `<stop offset="${i}" stop-color="${paints.flat?.(30, colour) ?? paints.tone(30, colour)}"/>`).join('');
    return { def: `<linearGradient id="${id}" gradientUnits="userSpaceOnUse" x1="0" y1="${from}" x2="0" y2="${to}">${stops}</linearGradient>`, paint: `url(#${id})` };
  }
  if (paints.flat) {
    const stop = (i: 0 | 1): string => `<stop offset="${i}" stop-color="${grade.isSheer ? paints.line : paints.flat!(grade.dark[i])}" stop-opacity="${grade.isSheer ? (grade.dark[i] / 130).toFixed(2) : 1}"/>`;
    return { def: `<linearGradient id="${id}" gradientUnits="userSpaceOnUse" x1="0" y1="${from}" x2="0" y2="${to}">${stop(0)}${stop(1)}</linearGradient>`, paint: `url(#${id})` };
  }
  let dots = '';
  for (let y = from; y <= to + 6; y += 3) {
    const t = Math.max(0, Math.min(1, (y - from) / (to - from)));
    const percent = grade.dark[0] + (grade.dark[1] - grade.dark[0]) * t;
    if (percent < 2) continue;
    if (paints.isRuled) {
      if (Math.round(y / 3) % 2 === 0) dots += `<rect x="0" y="${num(y - from)}" width="1800" height="${(0.5 + percent * 0.055).toFixed(2)}"/>`;
      continue;
    }
    const r = percent > 96 ? 3.2 : Math.sqrt((percent / 100) * 5.73) * (1 + Math.max(0, percent - 70) / 160);
    const isOdd = Math.round(y / 3) % 2 !== 0;
    for (const x of isOdd ? [3] : [0, 6]) dots += `<circle cx="${x}" cy="${num(y - from)}" r="${r.toFixed(2)}"/>`;
  }
  // The margin keeps the pattern's repetition out of a fill that reaches a little too far.
  const height = to - from + 60;
  const ground = grade.isSheer ? '' : `<path d="M0 0H${paints.isRuled ? 1800 : 6}V${height}H0Z" fill="${paints.paper}"/>`;
  const width = paints.isRuled ? 1800 : 6;
  return { def: `<pattern id="${id}" y="${from}" width="${width}" height="${height}" patternUnits="userSpaceOnUse">${ground}<g fill="${paints.line}">${dots}</g></pattern>`, paint: `url(#${id})` };
}
