/** How far the built-in artist draws each value of a style: what it can only hint at, picture models draw fully. */
import type { Art, CharacterStyle, CompositionStyle, LineStyle, StyleMood } from '../../model/kinds.ts';

export type Support = 'full' | 'hint';

type Table<T extends string> = Readonly<Record<T, Support>>;

export const STYLE_SUPPORT: { art: Table<Art>; mood: Table<StyleMood>; character: Table<CharacterStyle>; line: Table<LineStyle>; composition: Table<CompositionStyle> } = {
  art: { none: 'full', manga: 'full', realistic: 'hint', cartoon: 'full', watercolour: 'hint', oil: 'hint', sketch: 'full', digital: 'full', minimalist: 'full', vintage: 'full', comic: 'full' },
  mood: { none: 'full', happy: 'full', sad: 'full', mysterious: 'full', adventurous: 'full', romantic: 'full', dark: 'full', peaceful: 'full', energetic: 'full', nostalgic: 'full', dramatic: 'full' },
  character: { none: 'full', realistic: 'hint', chibi: 'full', heroic: 'full', elegant: 'full', cartoonish: 'full', 'detailed-face': 'hint', minimalist: 'full', 'expressive-eyes': 'full', 'dynamic-pose': 'hint' },
  line: { none: 'full', clean: 'full', sketchy: 'full', bold: 'full', soft: 'full', detailed: 'hint', minimal: 'full', crosshatch: 'full', smooth: 'full', sharp: 'full' },
  composition: { none: 'full', 'close-up': 'full', wide: 'full', action: 'full', portrait: 'full', landscape: 'full', 'dynamic-angle': 'full', centred: 'full', thirds: 'full', dramatic: 'full' },
};
