import { useDraggable, useDroppable } from '@dnd-kit/core';
import type { KeyboardEvent, ReactNode } from 'react';
import { DragIcon } from '../../../ui/icons.ts';

export type DragKind = 'scene' | 'panel' | 'line';
export type DragData = { kind: DragKind; id: string; label: string; /** A panel without lines takes a line itself. */ isEmpty?: boolean };

/** Pulled by mouse, by long press, or moved by its arrow keys. Alone in its file so that a drag draws no row anew. */
export function DragHandle({ data, label, hint, onNudge }: { data: DragData; label: string; hint: string; onNudge: (by: 1 | -1) => void }) {
  const { setNodeRef, listeners } = useDraggable({ id: `drag-${data.id}`, data });
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : undefined;
    if (by === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    onNudge(by);
  };
  return <button type="button" ref={setNodeRef} {...listeners} className="script-handle" id={`handle-${data.id}`} aria-label={label} data-tip={hint} onKeyDown={onKeyDown}><DragIcon /></button>;
}

/** Where a thing may be dropped: in front of or behind this one, told by its upper and lower half. */
export function DropTarget({ data, className, children }: { data: DragData; className: string; children: ReactNode }) {
  const { setNodeRef } = useDroppable({ id: `drop-${data.id}`, data });
  return <div ref={setNodeRef} className={className} data-drop={data.id}>{children}</div>;
}
