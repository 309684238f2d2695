/** Addresses of gzipped files, put in when the app is built (`apps/web/scripts/engine-assets.ts`): the name holds a hash. */
import type { FontId } from '@komawari/comic/letter';

const fonts: string = import.meta.env.KOMA_ENGINE_FONTS;

export const FONT_ADDRESSES: Readonly<Record<FontId, string>> = JSON.parse(fonts);
/** JSON of `{ [pack]: IconPack }` with the icons that the engine can ask for. */
export const ICONS_ADDRESS: string = import.meta.env.KOMA_ENGINE_ICONS;
