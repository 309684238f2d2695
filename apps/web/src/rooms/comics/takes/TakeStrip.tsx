import type { Take } from '@komawari/contract';
import { useEffect, useRef, type CSSProperties } from 'react';
import { useWords } from '../../../language/use-words.ts';
import { AlertIcon, CheckIcon, RejectIcon } from '../../../ui/icons.ts';
import { canCompare, isComing } from './take-order.ts';
import { cardRatio, rowHeight } from './strip-shape.ts';
import { useEdges } from './use-edges.ts';

type Props = {
  takes: readonly Take[]; selectedId: string | undefined; shownId: string | undefined; nameOf: (take: Take) => string; onSelect: (take: Take) => void;
  /** While comparing: the takes that are compared. */
  compared?: readonly string[];
};

/** All takes of a panel as pictures; the one the page shows is marked. */
export function TakeStrip({ takes, selectedId, shownId, nameOf, onSelect, compared }: Props) {
  const { say } = useWords('comics-takes');
  const list = useRef<HTMLUListElement>(null);
  useEdges(list, takes.length);
  useEffect(() => {
    list.current?.querySelector('[aria-pressed=true]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [selectedId]);
  return (
    <ul className="takes-strip" ref={list} aria-label={say('takes')} style={{ '--row-height': `${rowHeight(takes)}px` } as CSSProperties}>
      {takes.map((take) => {
        const isPressed = compared ? compared.includes(take.id) : take.id === selectedId;
        return (
          <li key={take.id}>
            <button type="button" className="takes-card" aria-pressed={isPressed} disabled={compared !== undefined && !canCompare(take)} data-state={take.state} data-rejected={take.isRejected} style={{ '--ratio': cardRatio(take) } as CSSProperties} onClick={() => onSelect(take)}>
              <span className="takes-thumb">
                {take.picture !== null ? <img src={take.picture} alt="" /> : !isComing(take) ? <AlertIcon aria-hidden="true" /> : null}
                {take.id === shownId && <span className="takes-mark"><CheckIcon aria-hidden="true" />{say('shown')}</span>}
                {take.isRejected && <span className="takes-mark" data-tone="soft"><RejectIcon aria-hidden="true" />{say('aside')}</span>}
              </span>
              <span className="takes-name"><strong>{nameOf(take)}</strong> {isComing(take) ? say('takeComing') : take.error ? say('takeFailed') : take.request}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
