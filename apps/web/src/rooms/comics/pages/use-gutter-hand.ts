/** A hand on a gutter. Frames follow at once; the book hears of it when the hand lets go. */
import { useEffect, useRef, useState, type PointerEvent } from 'react';
import { asHand, moveGutter, slantGutter, type Gutter, type LaidPanel, type PageByHand, type Point } from '@komawari/comic/by-hand';
import { engine, type RefittedPanel } from '../../../engine/client.ts';
import { useWords } from '../../../language/use-words.ts';
import { usePageDesk, type Draft } from './desk-context.ts';
import { startDrag } from './drag.ts';
import { laidByHand } from './laid-by-hand.ts';
import { putPage } from './page-ops.ts';
import { reletterLine, type ReletterLine } from './reletter-line.ts';

/** `from` and `to` are the ends of the gutter's line: pulled alone, they slant it. */
export type GutterPull = 'move' | 'from' | 'to';

export function useGutterHand(comicId: string) {
  const desk = usePageDesk();
  const { say } = useWords('comics-pages');
  const { page, ground, scale } = desk;
  const line = useLetters(comicId);

  const keep = (hand: PageByHand, words: string, merge?: string): void => {
    desk.desk.book.change((book) => putPage(book, hand), merge === undefined ? {} : { merge });
    desk.announce(words);
  };
  const showing = (hand: PageByHand): void => {
    const laid = laidByHand(page.laid, hand, ground);
    desk.setDraft(({ relettered, ...before }) => ({ ...before, panels: { hand, laid }, ...(before.panels && relettered ? { relettered } : {}) }));
    line.want(laid.filter((panel) => !isSameFrame(panel, page.laid.panels.find(({ id }) => id === panel.id))));
  };

  const pull = (event: PointerEvent<Element>, gutter: Gutter, how: GutterPull): void => {
    event.stopPropagation();
    desk.select({ kind: 'gutter', key: keyOf(gutter) });
    let to: PageByHand = asHand(page.laid);
    startDrag(event, {
      onMove: (dx, dy) => {
        const along = (dx * gutter.toward.x + dy * gutter.toward.y) / scale;
        to = how === 'move' ? moveGutter(page.laid, gutter.path, gutter.index, along, ground) : slantGutter(page.laid, gutter.path, gutter.index, slantBy(gutter, how, along, ground.direction), ground);
        showing(to);
      },
      onEnd: (end) => {
        if (end === 'done') {
          line.letGo();
          keep(to, say('gutterSet'));
        } else {
          line.drop();
          desk.setDraft({});
        }
      },
    });
  };

  const nudge = (gutter: Gutter, how: GutterPull, by: Point): void => {
    const from = desk.draftNow().panels?.hand ?? page.laid;
    const along = by.x * gutter.toward.x + by.y * gutter.toward.y;
    if (along === 0) return;
    const to = how === 'move' ? moveGutter(from, gutter.path, gutter.index, along, ground) : slantGutter(from, gutter.path, gutter.index, slantBy(gutter, how, along, ground.direction), ground);
    const isStill = JSON.stringify(to.cut) === JSON.stringify(asHand(from).cut);
    if (isStill) return desk.announce(say('gutterEnd'));
    showing(to);
    line.letGo();
    keep(to, say(how === 'move' ? 'gutterMoved' : 'gutterSlanted', { mm: Math.round((along / 150) * 254) / 10 }), `gutter ${keyOf(gutter)} ${how}`);
  };
  return { pull, nudge };
}

/** What panels say goes along with their frames: set anew by the engine for each step, upon the pictures as they will be drawn while the hand rests. */
function useLetters(comicId: string): ReletterLine {
  const { page, language, desk, setDraft } = usePageDesk();
  const facts = { pageNumber: page.laid.number, ...(language === desk.book.book.language ? {} : { language }) };
  const now = useRef(facts);
  useEffect(() => {
    now.current = facts;
  });
  const [line] = useState(() => reletterLine<readonly RefittedPanel[]>({
    set: (panels, isDrawnAnew, signal) => engine.reletterPanels(`desk ${comicId}`, { ...now.current, panels, isDrawnAnew }, { signal }),
    // The page itself may have come meanwhile.
    show: (letters, panels) => setDraft((before) => (before.panels ? { ...before, relettered: byPanel(letters, panels) } : before)),
  }));
  useEffect(() => () => line.drop(), [line]);
  return line;
}

function byPanel(letters: readonly RefittedPanel[], panels: readonly LaidPanel[]): NonNullable<Draft['relettered']> {
  const boxes = new Map(panels.map(({ id, box }) => [id, box]));
  return new Map(letters.flatMap(({ panelId, lettering, bubbles }) => {
    const box = boxes.get(panelId);
    return box ? [[panelId, { box, svg: lettering, bubbles }] as const] : [];
  }));
}

function isSameFrame(one: LaidPanel, other: LaidPanel | undefined): boolean {
  return other !== undefined && JSON.stringify(one.polygon) === JSON.stringify(other.polygon);
}

export function keyOf({ path, index }: Pick<Gutter, 'path' | 'index'>): string {
  return `${path.join('.')}:${index}`;
}

/** One end goes by `along`, so the other goes the other way: the middle stays. Positive slants lean towards the reading's end. */
function slantBy(gutter: Gutter, end: 'from' | 'to', along: number, direction: 'ltr' | 'rtl'): number {
  const isEnd = gutter.type === 'rows' && direction === 'rtl' ? end === 'from' : end === 'to';
  return gutter.slant + (isEnd ? 2 : -2) * along;
}
