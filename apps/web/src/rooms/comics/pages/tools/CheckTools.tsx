import { useEffect, useRef, useState } from 'react';
import type { Problem } from '@komawari/comic/by-hand';
import { useShortcut } from '../../../../frame/shortcuts/use-shortcut.ts';
import { useWords } from '../../../../language/use-words.ts';
import { Button } from '../../../../ui/Button.tsx';
import { CheckIcon } from '../../../../ui/icons.ts';
import { usePageDesk } from '../desk-context.ts';
import { countKinds, problemsOfBook, rowsOf, type Place } from '../problems.ts';

/** What the readability meter found: by kind, and each place to jump to. */
export function CheckTools() {
  const desk = usePageDesk();
  const { say } = useWords('comics-pages');
  const { page, goTo } = desk;
  const seen = useRef(new Map<number, readonly Problem[]>());
  seen.current.set(page.laid.number, page.problems);
  const all = problemsOfBook(desk.desk.comic.problems, seen.current, desk.desk.changed, page.laid.number);
  const [at, setAt] = useState(-1);
  const waiting = useRef<Place>(undefined);

  const show = (place: Place) => {
    setAt(all.indexOf(place));
    if (place.page === page.laid.number) flash(place);
    else {
      waiting.current = place;
      goTo(place.page);
    }
  };
  const flash = (place: Place) => {
    const box = place.box ?? page.laid.panels.find(({ id }) => id === place.panelId)?.box;
    if (place.lineId !== '' && page.bubbles.some(({ lineId }) => lineId === place.lineId)) desk.select({ kind: 'bubble', lineId: place.lineId });
    if (box) desk.showBox(box);
    desk.announce(`${say(`problem-${place.code}`)}. ${say('pageN', { n: place.page })}`);
  };
  useEffect(() => {
    if (waiting.current?.page !== page.laid.number) return;
    flash(waiting.current);
    waiting.current = undefined;
  });
  const isShown = (place: Place, count: number): boolean => (count > 1 ? all[at]?.code === place.code : all[at] === place);
  const step = (by: number) => {
    const next = all[(at + by + all.length) % all.length];
    if (next) show(next);
  };
  useShortcut('comics-pages.problem', ']', () => step(1), { word: say('nextProblem'), isOff: all.length === 0 });
  useShortcut('comics-pages.problemBack', '[', () => step(-1), { word: say('previousProblem'), isOff: all.length === 0 });

  if (all.length === 0) return <p className="good"><CheckIcon />{say('allReadable')}</p>;
  return (
    <div className="pe-tool">
      <ul className="pe-kinds">{countKinds(all).map(({ code, count }) => <li key={code}><span className="number">{count}</span> {say(`problem-${code}`)}</li>)}</ul>
      <div className="pe-buttons"><Button onClick={() => step(-1)}>{say('previousProblem')}</Button><Button onClick={() => step(1)}>{say('nextProblem')}</Button></div>
      <ol className="pe-problems">
        {rowsOf(all).slice(0, 200).map(({ place, count }, i) => (
          <li key={`${place.page} ${place.code} ${place.lineId} ${place.panelId} ${i}`}>
            <button type="button" className="pe-line" aria-current={isShown(place, count) || undefined} onClick={() => show(place)}><span>{say(`problem-${place.code}`)}</span><span className="number hint">{count > 1 ? say('problemFrom', { count, n: place.page }) : say('pageN', { n: place.page })}</span></button>
          </li>
        ))}
      </ol>
      <p className="hint">{say('problemsHint')}</p>
    </div>
  );
}
