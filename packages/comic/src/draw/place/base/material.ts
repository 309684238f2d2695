/** What things are made of: a colour for colour books and a level of grey for ink books. */

/** Level 0 paper, 1-6 the tones 10 to 70, 7 ink. */
export type Material = { colour: string; level: number };

const of = (level: number, colour: string): Material => ({ level, colour });

export const PLASTER = of(0, '#f1e9d9');
export const WALLPAPER = of(0, '#e6dcc3');
export const WHITE = of(0, '#fbfaf6');
export const PALE = of(0, '#dfe3e6');
export const CONCRETE = of(0, '#c9c7c1');
export const GREY = of(1, '#a9abae');
export const STEEL = of(2, '#8b939b');
export const IRON = of(6, '#474a52');
export const INK = of(7, '#24222b');
export const WOOD_LIGHT = of(0, '#d9b382');
export const WOOD = of(1, '#b98550');
export const WOOD_DARK = of(5, '#6b452c');
export const BEAM = of(6, '#4d3322');
export const BRICK = of(2, '#b5694e');
export const STONE = of(0, '#bdb6a8');
export const STONE_DARK = of(4, '#7d776d');
export const ROCK = of(2, '#a49a8b');
export const EARTH = of(0, '#cdb48c');
export const SAND = of(0, '#eedcae');
export const GRASS = of(0, '#9cc46b');
export const LEAF = of(3, '#5f9b47');
export const LEAF_DARK = of(6, '#2f5f39');
export const BLOSSOM = of(1, '#f7c3d0');
export const AUTUMN = of(2, '#dd8a3c');
export const BARK = of(5, '#6d5140');
export const SNOW = of(0, '#f5f9fd');
export const ROOF = of(5, '#565f72');
export const ROOF_RED = of(4, '#b5573f');
export const THATCH = of(2, '#c6a35d');
export const ASPHALT = of(1, '#8d9096');
export const PAVING = of(0, '#d8d4ca');
export const WATER = of(2, '#6fb0cf');
export const WATER_DEEP = of(4, '#3d7fa8');
export const CLOTH = of(1, '#d8c3b0');
export const CLOTH_RED = of(4, '#b3443f');
export const CLOTH_BLUE = of(3, '#5b7fae');
export const BOARD = of(6, '#2f5a4a');
export const GOLD = of(1, '#e9c353');
export const HULL = of(1, '#d6dbe2');
export const LAMP = of(0, '#fff3c4');

/** Multiplies a colour by a factor per channel and mixes it towards white by `fade` 0..1. */
export function tint(hex: string, factor: readonly [number, number, number], fade = 0): string {
  const channel = (at: number, k: number): string => {
    const value = parseInt(hex.slice(at, at + 2), 16) * k;
    return Math.max(0, Math.min(255, Math.round(value + (238 - value) * fade))).toString(16).padStart(2, '0');
  };
  return `#${channel(1, factor[0])}${channel(3, factor[1])}${channel(5, factor[2])}`;
}
