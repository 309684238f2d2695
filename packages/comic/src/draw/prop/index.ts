/** Things and hands of the storyboard artist. */
export { makeDrawHeld, makeDrawProp } from './draw-prop.ts';
export { loadPropIcons, slimPack, type IconPack, type PropIcons } from './icons.ts';
export { isHoldable, propHeightCm, wantsRaisedHand, type PackId } from './catalogue.ts';
export { SHOWN_BY_PLACE } from './shown-by-place.ts';
export { drawHandInsert } from './hand-insert.ts';
