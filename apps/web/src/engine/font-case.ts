/** The fonts that the worker has opened; each is fetched and opened once, whatever the books need together. */
import { loadFonts, type FontId, type Fonts } from '@komawari/comic/letter';
import { FONT_ADDRESSES } from './engine-assets.ts';
import { fetchAsset } from './fetch-asset.ts';

export type FontCase = {
  /** Throws EngineError `assets-unavailable` or `assets-missing`; the next call tries again. */
  open(ids: readonly FontId[]): Promise<Fonts>;
};

export function fontCase(): FontCase {
  const opened = new Map<FontId, Promise<Fonts>>();
  const openOne = (id: FontId): Promise<Fonts> => {
    let font = opened.get(id);
    if (!font) {
      opened.set(id, (font = fetchAsset(FONT_ADDRESSES[id]).then((bytes) => loadFonts(async () => bytes, [id]))));
      font.catch(() => opened.delete(id));
    }
    return font;
  };
  return { open: async (ids) => joinFonts(new Map(await Promise.all(ids.map(async (id) => [id, await openOne(id)] as const)))) };
}

/** One set of fonts out of several with one font each, in the order of `parts`. */
function joinFonts(parts: ReadonlyMap<FontId, Fonts>): Fonts {
  const get = (id: FontId): Fonts => {
    const font = parts.get(id);
    if (!font) throw new Error(`font ${id} is not loaded`);
    return font;
  };
  return {
    ids: [...parts.keys()],
    has: (id, codePoint) => parts.get(id)?.has(id, codePoint) ?? false,
    unit: (id, glyphId) => get(id).unit(id, glyphId),
    outline: (id, glyphId) => get(id).outline(id, glyphId),
    ink: (id, glyphId) => get(id).ink(id, glyphId),
    shape: (id, text) => get(id).shape(id, text),
    verticalGlyph: (id, codePoint) => get(id).verticalGlyph(id, codePoint),
  };
}
