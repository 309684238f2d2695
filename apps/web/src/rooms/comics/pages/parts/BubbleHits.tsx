import type { KeyboardEvent } from 'react';
import type { DeskBubble } from '../../../../engine/client.ts';
import { useWords } from '../../../../language/use-words.ts';
import { bubblesNow, useDraft, usePageDesk } from '../desk-context.ts';
import { arrowStep } from '../drag.ts';
import { lineOf, speakerOf } from '../page-ops.ts';
import { placeOn } from '../place-on.ts';
import { useBubbleHand, type BubblePull } from '../use-bubble-hand.ts';

/** What can be taken hold of: each bubble, and the handles of the chosen one. */
export function BubbleHits({ comicId }: { comicId: string }) {
  const desk = usePageDesk();
  const { say } = useWords('comics-pages');
  const hand = useBubbleHand(comicId);
  const { page, language, selection, select, type, typing } = desk;
  const draft = useDraft();
  const book = desk.desk.book.book;
  const bubbles = bubblesNow(desk, draft);
  const chosen = selection?.kind === 'bubble' ? selection.lineId : undefined;

  const keys = (event: KeyboardEvent, bubble: DeskBubble, how: BubblePull) => {
    const by = arrowStep(event);
    if (by) hand.nudge(hostOf(bubbles, bubble).lineId, how, by, bubble.part);
    else if (how === 'move' && event.key === 'Enter') type(bubble.lineId);
    else if (how === 'move' && event.key === 'Escape') select(undefined);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <>
      {bubbles.map((bubble) => {
        const line = lineOf(book, bubble.lineId)?.line;
        const host = hostOf(bubbles, bubble);
        const isChosen = chosen === bubble.lineId;
        return (
          <button
            key={`${bubble.lineId} ${bubble.part}`} type="button" className="pe-bubble" data-chosen={isChosen} data-inside={bubble.isInside || undefined} data-line={bubble.lineId} aria-pressed={isChosen}
            aria-label={say('bubbleOf', { speaker: speakerOf(line) || say(line?.kind === 'sfx' ? 'kind-sfx' : 'narrator'), text: line?.text[language] ?? line?.text[book.language] ?? '' })}
            style={placeOn(page.laid, bubble.box)}
            onPointerDown={(event) => { if (typing !== bubble.lineId) hand.pull(event, host.lineId, 'move', bubble.part); }}
            onClick={() => { select({ kind: 'bubble', lineId: bubble.lineId }); desk.openTool('bubble'); }}
            onDoubleClick={() => type(bubble.lineId)} onKeyDown={(event) => keys(event, bubble, 'move')}
          />
        );
      })}
      {typing === undefined && bubbles.filter((bubble) => chosen === bubble.lineId && !bubble.isInside).map((bubble) => (
        <span key={`grips ${bubble.lineId} ${bubble.part}`}>
          {bubble.kind !== 'sfx' && grip(say('gripMeasure'), bubble.isVertical ? 'bottom' : 'side', bubble.isVertical ? { x: bubble.box.x + bubble.box.width / 2, y: bubble.box.y + bubble.box.height } : { x: bubble.box.x + bubble.box.width, y: bubble.box.y + bubble.box.height / 2 }, 'measure', bubble)}
          {bubble.part === 0 && grip(say('gripScale'), 'corner', { x: bubble.box.x + bubble.box.width, y: bubble.box.y + bubble.box.height }, 'scale', bubble)}
          {bubble.tailTip && grip(say('gripTail'), 'tail', bubble.tailTip, 'tail', bubble)}
        </span>
      ))}
    </>
  );

  // No component of its own: made anew with each step of a drag, it would lose the hand.
  function grip(label: string, kind: string, at: { x: number; y: number }, how: BubblePull, bubble: DeskBubble) {
    return <button type="button" className="pe-grip" data-kind={kind} aria-label={label} data-tip={label} style={placeOn(page.laid, { ...at, width: 0, height: 0 })} onPointerDown={(event) => hand.pull(event, bubble.lineId, how, bubble.part)} onKeyDown={(event) => keys(event, bubble, how)} />;
  }
}

/** A line inside another's bubble moves with it. */
function hostOf(bubbles: readonly DeskBubble[], bubble: DeskBubble): DeskBubble {
  if (!bubble.isInside) return bubble;
  const at = bubbles.indexOf(bubble);
  return bubbles.slice(0, at).findLast((other) => !other.isInside) ?? bubble;
}
