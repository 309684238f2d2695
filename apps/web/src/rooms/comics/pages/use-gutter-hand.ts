/** A hand on a gutter. Frames follow at once; the book hears of it when the hand lets go. */
import type { PointerEvent } from 'react';
import { asHand, moveGutter, slantGutter, type Gutter, type PageByHand, type Point } from '@komawari/comic/by-hand';
import { useWords } from '../../../language/use-words.ts';
import { usePageDesk } from './desk-context.ts';
import { startDrag } from './drag.ts';
import { laidByHand } from './laid-by-hand.ts';
import { putPage } from './page-ops.ts';

/** `from` and `to` are the ends of the gutter's line: pulled alone, they slant it. */
export type GutterPull = 'move' | 'from' | 'to';

export function useGutterHand() {
  const desk = usePageDesk();
  const { say } = useWords('comics-pages');
  const { page, ground, scale } = desk;

  const keep = (hand: PageByHand, words: string, merge?: string): void => {
    desk.desk.book.change((book) => putPage(book, hand), merge === undefined ? {} : { merge });
    desk.announce(words);
  };
  const showing = (hand: PageByHand): void => desk.setDraft((before) => ({ ...before, panels: { hand, laid: laidByHand(page.laid, hand, ground) } }));

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
        if (end === 'done') keep(to, say('gutterSet'));
        else desk.setDraft({});
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
    keep(to, say(how === 'move' ? 'gutterMoved' : 'gutterSlanted', { mm: Math.round((along / 150) * 254) / 10 }), `gutter ${keyOf(gutter)} ${how}`);
  };
  return { pull, nudge };
}

export function keyOf({ path, index }: Pick<Gutter, 'path' | 'index'>): string {
  return `${path.join('.')}:${index}`;
}

/** One end goes by `along`, so the other goes the other way: the middle stays. Positive slants lean towards the reading's end. */
function slantBy(gutter: Gutter, end: 'from' | 'to', along: number, direction: 'ltr' | 'rtl'): number {
  const isEnd = gutter.type === 'rows' && direction === 'rtl' ? end === 'from' : end === 'to';
  return gutter.slant + (isEnd ? 2 : -2) * along;
}
