/** Letters a page whose panels are drawn, and gathers it for reading and export. */
import { bubblesSvg, letterPage, textOfLine, type Fonts, type PageToLetter, type PanelToLetter } from '../letter/index.ts';
import type { LaidPage } from '../layout/index.ts';
import { paintsFor } from '../draw/pen/palettes.ts';
import { stylePainters } from '../draw/style/dressing.ts';
import type { Painters, PanelDrawing } from '../draw/types.ts';
import type { FinishedPage, PanelAlternative } from '../export/types.ts';
import type { Book } from '../model/book.ts';
import { PAGE_FORMATS, type Box, type Point } from '../model/geometry.ts';
import { describePanel } from '../page/describe-panel.ts';
import { artOf, pictureBox } from '../page/art-page.ts';
import { isMatter } from '../page/matter-kinds.ts';
import { drawMatter } from '../page/matter-pages.ts';
import { isVerticalBook } from '../page/vertical.ts';
import { untranslatedIn } from './in-language.ts';
import { sceneOf } from './panel-scene.ts';
import type { PagePlan } from './plan-pages.ts';

export type FinishInput = { book: Book; plan: PagePlan; drawings: ReadonlyMap<string, PanelDrawing>; painters: Painters; fonts: Fonts; /** Of the whole book, for the colophon; told from `drawings` when absent. */ credits?: readonly string[] };

/**
 * A page of a book, or of an edition of it (`inLanguage`): plan and drawings are those of the book itself.
 * A panel without a drawing keeps its place: its frame and its words are there. Throws RangeError for a page the plan has not.
 */
export function finishPage(input: FinishInput, pageNumber: number): FinishedPage {
  const { book, plan, drawings } = input;
  const laid = plan.pages.find((page) => page.number === pageNumber);
  if (!laid) throw new RangeError(`the plan has no page ${pageNumber}`);
  const paints = paintsFor(book.style.palette);
  const { bleed, safe } = PAGE_FORMATS[book.format];
  const ground = { bleed, paper: paints.paper, line: paints.line };
  if (isMatter(laid.template)) {
    const matter = drawMatter(laid.template, { book, page: laid, painters: stylePainters(input.painters, book.style), paints, fonts: input.fonts, credits: input.credits ?? creditsOf(drawings) });
    return { laid, bleed, art: artOf(laid, drawings, ground) + matter.art, lettering: matter.lettering, lettered: { bubbles: matter.bubbles, problems: [] }, role: laid.template === 'cover' ? 'cover' : 'colophon', alternative: [{ panelId: `matter-${laid.template}`, description: matter.alternative, lines: [] }] };
  }
  const lettered = letterPage(toLetter(input, laid, safe), input.fonts);
  return { laid, bleed, art: artOf(laid, drawings, ground), lettering: bubblesSvg(lettered, input.fonts, letteringInks(book)), lettered, role: 'story', alternative: alternativeOf(book, laid) };
}

/** What bubbles are drawn with on the pages of a book. */
export function letteringInks(book: Book): { ink: string; paper: string } {
  const paints = paintsFor(book.style.palette);
  return { ink: paints.line, paper: paints.isColour ? '#fff' : paints.paper };
}

/** What the lettering of a story page starts from: for the page editor, which letters one panel again and again. Throws RangeError for a page the plan has not. */
export function pageToLetter(input: Pick<FinishInput, 'book' | 'plan' | 'drawings'>, pageNumber: number): PageToLetter {
  const laid = input.plan.pages.find((page) => page.number === pageNumber);
  if (!laid) throw new RangeError(`the plan has no page ${pageNumber}`);
  return toLetter(input, laid, PAGE_FORMATS[input.book.format].safe);
}

function toLetter(input: Pick<FinishInput, 'book' | 'drawings'>, laid: LaidPage, safe: number): PageToLetter {
  const { book } = input;
  const untranslated = untranslatedIn(book);
  return {
    number: laid.number, width: laid.width, height: laid.height, safe, panels: laid.panels.map((panel) => panelToLetter(input, panel)), language: book.language, direction: book.direction,
    isVertical: isVerticalBook(book), seed: book.seed + laid.number, ...(untranslated.length > 0 ? { untranslated } : {}),
  };
}

/** The drawing's anchors, moved from the picture to the page. */
function panelToLetter(input: Pick<FinishInput, 'book' | 'drawings'>, laid: LaidPage['panels'][number]): PanelToLetter {
  const { panel } = sceneOf(input.book, laid.id);
  const drawing = input.drawings.get(laid.id);
  const { x, y } = pictureBox(laid);
  const box = (b: Box): Box => ({ ...b, x: b.x + x, y: b.y + y });
  const point = (p: Point): Point => ({ x: p.x + x, y: p.y + y });
  return {
    id: laid.id, polygon: laid.polygon, lines: panel.lines,
    people: (drawing?.people ?? []).map((person) => ({ id: person.id, faceBox: box(person.faceBox), headBox: box(person.headBox), bodyBox: box(person.bodyBox), mouth: point(person.mouth) })),
    keepFree: (drawing?.keepFree ?? []).map(box),
  };
}

function alternativeOf(book: Book, laid: LaidPage): PanelAlternative[] {
  return laid.panels.map((panel) => {
    const at = sceneOf(book, panel.id);
    return { panelId: panel.id, description: describePanel(book, at), lines: at.panel.lines.map((line) => ({ speaker: line.speaker, text: textOfLine(line, book.language), kind: line.kind })) };
  });
}

export function creditsOf(drawings: ReadonlyMap<string, PanelDrawing>): string[] {
  return [...new Set([...drawings.values()].flatMap((drawing) => drawing.credits))].sort();
}
