export * from './model/book.ts';
export * from './model/hand-made.ts';
export * from './model/kinds.ts';
export * from './model/geometry.ts';
export { hashText, seededRandom, type Random } from './model/random.ts';
