/** Made by the plugin in `apps/web/scripts/engine-assets.ts`: addresses of gzipped files with a hash in their name. */
declare module 'virtual:engine-assets' {
  import type { FontId } from '@komawari/comic/letter';
  export const FONT_ADDRESSES: Readonly<Record<FontId, string>>;
  /** JSON of `{ [pack]: IconPack }` with the icons that the engine can ask for. */
  export const ICONS_ADDRESS: string;
}
