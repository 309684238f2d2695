/** What the page editor's worker needs beside the other doors: one page lettered again and again, takes fitted to their frames. */
export { toneDefs } from '../draw/pen/tone.ts';
export { paintsFor } from '../draw/pen/palettes.ts';
export { bubblesOfLine, bubblesSvg, letterByHand, letterPage, refitBubble, type Bubble, type Fonts, type PageToLetter } from '../letter/index.ts';
export { isMatter } from '../page/matter-kinds.ts';
export { pictureBox } from '../page/art-page.ts';
export { textAreaOf } from '../page/panels-to-lay.ts';
export { fitDrawing, pictureDrawing, placeInFrame } from './fit-drawing.ts';
export { letteringInks, pageToLetter } from './finish-page.ts';
export { directedBook, panelFacts } from './panel-facts.ts';
