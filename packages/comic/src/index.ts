export * from './model/book.ts';
export * from './model/hand-made.ts';
export * from './model/kinds.ts';
export * from './model/geometry.ts';
export { STYLE_PRESETS, styleFor, type StyleAxes, type StyleWish } from './direct/style/presets.ts';
export { STYLE_SUPPORT, type Support } from './draw/style/style-support.ts';
export { hashText, seededRandom, type Random } from './model/random.ts';
