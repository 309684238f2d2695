import type { Comic } from '@komawari/contract';
import { useState } from 'react';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { Sheet } from '../../../ui/Dialog.tsx';
import { LockIcon, RedrawIcon } from '../../../ui/icons.ts';
import type { Redraw } from './redraw-wish.ts';

type Item = { panelId: string; page: number; isLocked: boolean; cost: number };
type Props = { comic: Comic; items: readonly Item[]; onClose: () => void; onRedraw: (redraw: Redraw) => void };

/** Which of the stale panels shall be drawn again, and what that costs. Locked ones are shown, and stay. */
export function StaleSheet({ comic, items, onClose, onRedraw }: Props) {
  const { say } = useWords('comics-overview');
  const open = items.filter((item) => !item.isLocked).map((item) => item.panelId);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const chosen = open.filter((id) => !left.has(id));
  const numbers = new Map(comic.panelStates.map((panel, index) => [panel.id, index + 1]));
  const pictures = new Map(comic.panelStates.map((panel) => [panel.id, panel.picture]));
  const cost = items.filter((item) => chosen.includes(item.panelId)).reduce((sum, item) => sum + item.cost, 0);

  const toggle = (id: string) => setLeft((before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]));
  const redraw = () => {
    onRedraw(chosen);
    onClose();
  };
  const foot = (
    <>
      <span className="stale-cost">{cost === 0 ? say('staleFree') : say('staleCost', { count: cost })}</span>
      <Button look="primary" icon={<RedrawIcon />} disabled={chosen.length === 0} onClick={redraw}>{say('staleRedraw', { count: chosen.length })}</Button>
    </>
  );
  return (
    <Sheet title={say('staleTitle')} isOpen onClose={onClose} foot={foot} widthPx={560}>
      <p>{say('staleText')}</p>
      <p className="stale-pick">
        <Button look="quiet" onClick={() => setLeft(new Set())}>{say('staleAll')}</Button>
        <Button look="quiet" onClick={() => setLeft(new Set(open))}>{say('staleNone')}</Button>
      </p>
      <ul className="stale-list">
        {items.map((item) => {
          const n = numbers.get(item.panelId) ?? 0;
          const picture = pictures.get(item.panelId);
          return (
            <li key={item.panelId}>
              <label className="stale-item" data-locked={item.isLocked}>
                <span className="stale-picture">{picture ? <img src={picture} alt="" loading="lazy" /> : null}{item.isLocked && <LockIcon aria-hidden="true" />}</span>
                <span className="stale-name">
                  <input type="checkbox" checked={!item.isLocked && !left.has(item.panelId)} disabled={item.isLocked} onChange={() => toggle(item.panelId)} />
                  {say('panelOnPage', { n, page: item.page })}
                </span>
                {item.isLocked && <span className="hint">{say('staleLocked')}</span>}
              </label>
            </li>
          );
        })}
      </ul>
    </Sheet>
  );
}
