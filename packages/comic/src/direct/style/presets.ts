/** Named styles: sets of axis values that go well together. */
import type { Style } from '../../model/book.ts';
import type { PaletteId, PresetId } from '../../model/kinds.ts';

export type StyleAxes = Omit<Style, 'preset' | 'notes'>;

const of = (palette: PaletteId, axes: Partial<StyleAxes>): StyleAxes => ({ art: 'none', mood: 'none', character: 'none', line: 'none', composition: 'none', ...axes, palette });

export const STYLE_PRESETS: Record<PresetId, StyleAxes> = {
  storyboard: of('black-and-white', {}),
  shonen: of('black-and-white', { art: 'manga', mood: 'energetic', character: 'dynamic-pose', composition: 'action' }),
  'slice-of-life': of('pastel', { line: 'clean', mood: 'peaceful', composition: 'thirds' }),
  noir: of('black-and-white', { art: 'comic', mood: 'dramatic', character: 'realistic', composition: 'dramatic' }),
  'picture-book': of('warm', { art: 'watercolour', character: 'cartoonish', composition: 'wide' }),
  gag: of('black-and-white', { art: 'cartoon', character: 'chibi', composition: 'centred' }),
  shojo: of('black-and-white', { art: 'manga', mood: 'romantic', character: 'expressive-eyes', composition: 'close-up' }),
  horror: of('black-and-white', { line: 'crosshatch', mood: 'dark', character: 'detailed-face', composition: 'close-up' }),
  newspaper: of('sepia', { art: 'vintage', character: 'cartoonish', composition: 'landscape' }),
  'watercolour-tale': of('earth', { art: 'watercolour', mood: 'nostalgic', line: 'soft', composition: 'landscape' }),
};

export type StyleWish = Partial<StyleAxes> & { preset?: string; notes?: string };

/** The style of a book: its preset, and over it each axis that was chosen by itself. A preset of another program keeps its name only. */
export function styleFor({ preset = 'storyboard', notes = '', ...axes }: StyleWish): Style {
  const named = Object.hasOwn(STYLE_PRESETS, preset) ? STYLE_PRESETS[preset as PresetId] : STYLE_PRESETS.storyboard;
  const chosen = Object.fromEntries(Object.entries(axes).filter(([, value]) => value !== undefined));
  return { ...named, ...chosen, preset: preset.slice(0, 60), notes: notes.slice(0, 2000) };
}
