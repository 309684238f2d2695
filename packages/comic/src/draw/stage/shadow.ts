/** Shadow on the ground under a figure or thing: what holds it to its place. */
import type { DayTime } from '../../model/kinds.ts';
import { path } from '../pen/path.ts';
import { shape, type Pen } from '../pen/pen.ts';

/** `width` is the width of the contact, u; the shadow falls away from the light. */
export function groundShadow(pen: Pen, contact: { x: number; y: number; width: number }, options: { time: DayTime; isIndoors: boolean; flatness: number }): string {
  const long = !options.isIndoors && (options.time === 'dusk' || options.time === 'dawn');
  const rx = Math.max(6, contact.width * (long ? 0.95 : 0.62));
  const ry = Math.max(2.5, rx * options.flatness);
  const shift = long ? rx * 0.55 : rx * 0.12;
  const d = path().ellipse(contact.x + shift, contact.y, rx, ry).d;
  const core = path().ellipse(contact.x + shift * 0.3, contact.y, rx * 0.62, ry * 0.55).d;
  return shape(pen, d, pen.paints.tone(options.time === 'night' ? 70 : 40, '#8b8078'), 0) + shape(pen, core, rx > 90 || pen.paints.isColour ? pen.paints.tone(70, '#5f564f') : '#000', 0);
}
