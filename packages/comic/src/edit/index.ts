/** Editing a book: changes as data, with inverses, that merge. The only door of this folder. */
export { directedBook, panelFacts } from '../make/panel-facts.ts';
export { fitDrawing, guidedDrawing, pictureDrawing, placeInFrame, type Guide, type Size } from '../make/fit-drawing.ts';
export { promptFacts } from '../prompt/panel-prompt.ts';
export { applyEdit, ITEMS_MOST, type Applied } from './apply-edit.ts';
export { addCharacter, mergeCharacters, renameCharacter } from './cast-verbs.ts';
export { FIELDS } from './fields.ts';
export { EditError, EditOp, ITEM_KINDS, LINE_MAX, parseOps, STEP_OPS_MAX, withRule, type EditNotice, type ItemKind } from './ops.ts';
export { splitStep } from './split-step.ts';
export { mergeText } from './merge-text.ts';
export * from './verbs.ts';
