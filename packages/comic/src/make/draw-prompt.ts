/** A picture from its description, drawn as one panel. */
import { paintsFor } from '../draw/pen/palettes.ts';
import { num } from '../draw/pen/path.ts';
import { toneDefs } from '../draw/pen/tone.ts';
import { drawPanel } from '../draw/stage/draw-panel.ts';
import type { Painters } from '../draw/types.ts';
import { promptBook, type PromptOptions } from '../direct/prompt/prompt-book.ts';
import { directedBook } from './panel-facts.ts';
import { sceneOf } from './panel-scene.ts';

/** Of the side of a square picture, u: the pen is as heavy in it as in a large panel. */
const SIDE_U = 620;

/** A whole SVG document of `width` x `height` px, and whose drawings stand in it. The same prompt, size and seed give the same bytes. */
export function drawPrompt(painters: Painters, prompt: string, { width, height, ...options }: Omit<PromptOptions, 'aspect'> & { width: number; height: number }): { svg: string; isColour: boolean; credits: readonly string[] } {
  const { book, panelId, directions } = promptBook(prompt, { ...options, aspect: width / height });
  const directed = directedBook(book, panelId, directions);
  const scale = SIDE_U / Math.sqrt(width * height);
  const size = { width: width * scale, height: height * scale };
  const paints = paintsFor(book.style.palette);
  const { svg, credits } = drawPanel(painters, paints, sceneOf(directed, panelId), size, 0);
  return { svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${num(size.width)} ${num(size.height)}" width="${width}" height="${height}" preserveAspectRatio="none"><defs>${toneDefs()}</defs>${svg}</svg>`, isColour: paints.isColour, credits };
}
