import { expect, test } from 'vitest';
import { INKS, PALETTES } from '../../model/kinds.ts';
import { paintsFor, parseHex } from './palettes.ts';
import { TONE_STEPS } from './tone.ts';

test.each(PALETTES)('%s answers every role with a paint', (palette) => {
  const paints = paintsFor(palette);
  for (const ink of INKS) for (const colour of [undefined, '#336699', '#fff', 'nonsense']) expect(paints.ink(ink, colour)).toMatch(/^#[0-9a-f]{3,6}$|^url\(#kt\d+\)$/);
  for (const step of TONE_STEPS) expect(paints.tone(step, '#88aa44')).toMatch(/^#[0-9a-f]{6}$|^url\(#kt\d+\)$/);
  expect(paints.skin()).toMatch(/^#/);
});

test('monochrome has no hue, sepia is warm', () => {
  const [r, g, b] = parseHex(paintsFor('monochrome').tone(30, '#2266cc'));
  expect(r === g && g === b).toBe(true);
  const [sr, , sb] = parseHex(paintsFor('sepia').tone(30, '#2266cc'));
  expect(sr).toBeGreaterThan(sb);
});
