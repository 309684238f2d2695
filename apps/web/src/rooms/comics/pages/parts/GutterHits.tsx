import { useMemo, useState } from 'react';
import { guttersOf, type Gutter } from '@komawari/comic/by-hand';
import { useWords } from '../../../../language/use-words.ts';
import { useDraft, usePageDesk } from '../desk-context.ts';
import { arrowStep } from '../drag.ts';
import { placeOn } from '../place-on.ts';
import { keyOf, useGutterHand, type GutterPull } from '../use-gutter-hand.ts';

/** The white lines between panels: dragged as a whole, or slanted by their ends. */
export function GutterHits() {
  const desk = usePageDesk();
  const { say } = useWords('comics-pages');
  const { page, ground, selection, comicId } = desk;
  const hand = useGutterHand(comicId);
  const draft = useDraft();
  // By Tab one only passes: what is chosen stays, so that its tools can be reached.
  const [heldKey, setHeldKey] = useState<string>();
  const shown = useMemo(() => (draft.panels ? { ...page.laid, panels: draft.panels.laid, cut: draft.panels.hand.cut, handId: draft.panels.hand.id } : page.laid), [page.laid, draft.panels]);
  const isDragged = draft.panels !== undefined;
  const before = useMemo(() => guttersOf(page.laid, ground), [page.laid, ground]);
  const gutters = useMemo(() => (isDragged ? guttersOf(shown, ground, { withTravel: false }) : before), [shown, ground, isDragged, before]);
  const isStrip = ground.format.id === 'webtoon';

  return gutters.map((gutter, i) => {
    const from = before[i] ?? gutter;
    const isChosen = heldKey === keyOf(gutter) || (selection?.kind === 'gutter' && selection.key === keyOf(gutter));
    const middle = { x: (gutter.from.x + gutter.to.x) / 2, y: (gutter.from.y + gutter.to.y) / 2 };
    const place = placeOn(page.laid, { ...middle, width: 0, height: 0 });
    return (
      <span key={keyOf(gutter)} onFocus={() => setHeldKey(keyOf(gutter))} onBlur={(event) => { if (!event.currentTarget.contains(event.relatedTarget)) setHeldKey(undefined); }}>
        <span
          className="pe-gutter" data-type={gutter.type} data-chosen={isChosen} role="separator" tabIndex={0} aria-orientation={gutter.type === 'rows' ? 'horizontal' : 'vertical'}
          aria-label={say('gutterBetween', { a: i + 1 })} aria-valuemin={Math.round(gutter.travel.min)} aria-valuemax={Math.round(gutter.travel.max)} aria-valuenow={0} aria-valuetext={say('gutterAt', { mm: Math.round(((gutter.type === 'rows' ? middle.y : middle.x) / 150) * 25.4) })}
          style={{ ...place, ...lengthOf(gutter, page.laid) }}
          onPointerDown={(event) => hand.pull(event, from, 'move')} onClick={() => desk.select({ kind: 'gutter', key: keyOf(gutter) })}
          onKeyDown={(event) => nudge(event, from, 'move')}
        />
        {isChosen && !isStrip && (['from', 'to'] as const).map((end) => (
          <button key={end} type="button" className="pe-grip" data-kind="slant" aria-label={say('gripSlant')} data-tip={say('gripSlant')} style={placeOn(page.laid, { ...gutter[end], width: 0, height: 0 })} onPointerDown={(event) => hand.pull(event, from, end)} onKeyDown={(event) => nudge(event, from, end)} />
        ))}
      </span>
    );
  });

  function nudge(event: React.KeyboardEvent, gutter: Gutter, how: GutterPull): void {
    if (event.key === 'Escape') desk.select(undefined);
    const by = arrowStep(event);
    if (!by) return;
    event.preventDefault();
    event.stopPropagation();
    hand.nudge(gutter, how, by);
  }
}

/** A gutter's handle is as long as its line, turned with it. */
function lengthOf({ from, to }: Gutter, page: { width: number }): React.CSSProperties {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  return { '--length': `${(length / page.width) * 100}cqw`, rotate: `${Math.atan2(to.y - from.y, to.x - from.x)}rad` } as React.CSSProperties;
}
