export { applyTemplate, previewOf, templateOf, templatesFor, type TemplateChoice } from './page-templates.ts';
export { guttersOf, slantsAllowed, type Gutter } from './gutters-of.ts';
export { mergeCells, setBleed, splitPanelCell, swapCells } from './edit-cells.ts';
export { movePanelToPage } from './move-panel-to-page.ts';
export { moveGutter, slantGutter, type Travel } from './move-gutter.ts';
export { pageByHand } from './page-by-hand.ts';
export { edgesOf, type PageGround } from './page-ground.ts';
