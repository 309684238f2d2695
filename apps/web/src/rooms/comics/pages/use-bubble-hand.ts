/** A hand on a bubble: every step is set anew by the engine and shown; the book hears of it when the hand lets go. */
import { useRef, type PointerEvent } from 'react';
import { aimTail, boxOf, moveBubble, moveTail, PAGE_FORMATS, resizeBubble, type BubbleByHand, type Point } from '@komawari/comic/by-hand';
import { engine, type DeskBubble, type RefitOptions } from '../../../engine/client.ts';
import { useWords } from '../../../language/use-words.ts';
import { bubblesOf, handSeen, letterOps } from './bubble-ops.ts';
import { usePageDesk } from './desk-context.ts';
import { startDrag } from './drag.ts';
import { guidesFor, holdToGuides } from './guides.ts';
import { lineOf } from './page-ops.ts';
import { useGuides } from './use-guides.ts';

export type BubblePull = 'move' | 'measure' | 'scale' | 'tail';
/** CSS pixels within which a guide holds a bubble. */
const REACH = 6;

export function useBubbleHand(comicId: string) {
  const desk = usePageDesk();
  const { say } = useWords('comics-pages');
  const { show } = useGuides();
  const refitting = useRef<{ isBusy: boolean; next: RefitOptions | undefined }>({ isBusy: false, next: undefined });
  const { page, language, scale } = desk;
  const book = desk.desk.book;

  /** Where the hand finds the bubble: as set by hand, else as seen. */
  const grip = (lineId: string): { hand: BubbleByHand; bubble: DeskBubble; panel: { box: ReturnType<typeof boxOf> } } | undefined => {
    const at = lineOf(book.book, lineId);
    const shown = desk.draftNow().lettering?.bubbles ?? page.bubbles;
    const bubbles = bubblesOf(shown.some((bubble) => bubble.lineId === lineId) ? shown : page.bubbles, lineId);
    const panel = page.laid.panels.find(({ id }) => id === at?.panel.id);
    const bubble = bubbles.find((one) => one.lineId === lineId);
    if (!at || !panel || !bubble) return undefined;
    const set = at.line.letter?.[language];
    return { hand: set?.at ? set : handSeen(bubbles, panel, at.line, language), bubble, panel };
  };

  const refit = (lineId: string, hand: BubbleByHand): void => {
    const line = refitting.current;
    line.next = { pageNumber: page.laid.number, lineId, hand, ...(language === book.book.language ? {} : { language }) };
    if (line.isBusy) return;
    line.isBusy = true;
    const run = async (): Promise<void> => {
      while (line.next) {
        const wish = line.next;
        line.next = undefined;
        const set = await engine.refitBubble(`desk ${comicId}`, wish).catch(() => undefined);
        if (set) desk.setDraft((before) => ({ ...before, lettering: { panelId: set.panelId, svg: set.lettering, bubbles: set.bubbles } }));
      }
      line.isBusy = false;
    };
    void run();
  };

  const keep = (lineId: string, hand: BubbleByHand | undefined, words: string, merge?: string): void => {
    const isThere = lineOf(book.book, lineId) !== undefined;
    const options = merge === undefined ? {} : { merge };
    if (isThere) book.change((now) => letterOps(now, lineId, language, hand), options);
    desk.announce(isThere ? words : say('lineGone'));
  };

  const pull = (event: PointerEvent<Element>, lineId: string, how: BubblePull, part: number): void => {
    const held = grip(lineId);
    if (!held) return;
    event.stopPropagation();
    const { hand: from, panel } = held;
    const bubble = page.bubbles.find((one) => one.lineId === lineId && one.part === part) ?? held.bubble;
    const middle = { x: bubble.box.x + bubble.box.width / 2, y: bubble.box.y + bubble.box.height / 2 };
    const paper = event.currentTarget.closest('.pe-paper')?.getBoundingClientRect();
    const { safe } = PAGE_FORMATS[book.book.format];
    const { width, height } = page.laid;
    let to = from;
    desk.select({ kind: 'bubble', lineId });
    startDrag(event, {
      onMove: (dx, dy, now) => {
        const by: Point = { x: dx / scale, y: dy / scale };
        if (how === 'move') {
          const hold = now.altKey ? { by } : holdToGuides(bubble.box, by, guidesFor({ width, height, safe }, panel.box), { near: { x: safe, y: safe }, far: { x: width - safe, y: height - safe } }, REACH / scale);
          show(hold);
          to = moveBubble(from, hold.by, panel, part);
        } else if (how === 'tail') to = aimTail(from, paper ? { x: (now.clientX - paper.x) / scale, y: (now.clientY - paper.y) / scale } : middle, panel);
        else if (how === 'measure') to = resizeBubble(from, { measure: measureOf(from, bubble, part) + 2 * (bubble.isVertical ? by.y : by.x) }, part);
        else to = resizeBubble(from, { scale: (from.scale ?? 1) * Math.max(0.2, 1 + (by.x / Math.max(20, bubble.box.width) + by.y / Math.max(20, bubble.box.height))) });
        refit(lineId, to);
      },
      onEnd: (end) => {
        show(undefined);
        if (end === 'done') keep(lineId, to, say('bubbleSet'));
        else {
          refitting.current.next = undefined;
          desk.setDraft({});
        }
      },
    });
  };

  /** By keys: the step is kept at once, and a row of steps is one step of undo. */
  const nudge = (lineId: string, how: BubblePull, by: Point, part: number): void => {
    const held = grip(lineId);
    if (!held) return;
    const { hand, bubble, panel } = held;
    const to = how === 'move' ? moveBubble(hand, by, panel, part) : how === 'tail' ? moveTail(hand, { ...bubble, glyphs: [] }, by, panel)
      : how === 'measure' ? resizeBubble(hand, { measure: measureOf(hand, bubble, part) + by.x - by.y }, part) : resizeBubble(hand, { scale: Math.round(((hand.scale ?? 1) + (by.x - by.y) / 80) * 100) / 100 });
    refit(lineId, to);
    keep(lineId, to, how === 'scale' ? say('sizePercent', { percent: Math.round((to.scale ?? 1) * 100) }) : say('bubbleSet'), `${how} ${lineId} ${part}`);
  };

  return { pull, nudge, refit, keep, grip };
}

function measureOf(hand: BubbleByHand, bubble: DeskBubble, part: number): number {
  return (part > 0 ? hand.parts?.[part - 1]?.measure : hand.measure) ?? (bubble.isVertical ? bubble.box.height : bubble.box.width);
}
