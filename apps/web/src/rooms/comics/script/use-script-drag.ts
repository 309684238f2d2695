import { MouseSensor, TouchSensor, useSensor, useSensors, type Collision, type CollisionDetection, type DragEndEvent, type DragMoveEvent, type DragStartEvent } from '@dnd-kit/core';
import { useRef, useState } from 'react';
import type { DragData } from './dragging.tsx';
import { dropLine, dropPanelsAt, dropPanelsInto, dropScene } from './moves.ts';
import { meant } from './panel-steps.ts';
import { focusId, type ScriptActions } from './script-context.ts';

type Spot = { data: DragData; isAfter: boolean };

/** Dragging by mouse or long press; where it will fall is marked on the page itself, without drawing a row anew. */
export function useScriptDrag(script: ScriptActions) {
  const [dragged, setDragged] = useState<DragData>();
  const marked = useRef<HTMLElement | null>(null);
  const sensors = useSensors(useSensor(MouseSensor, { activationConstraint: { distance: 5 } }), useSensor(TouchSensor, { activationConstraint: { delay: 220, tolerance: 8 } }));
  const mark = (spot: Spot | undefined) => {
    marked.current?.removeAttribute('data-fall');
    marked.current = spot ? document.querySelector<HTMLElement>(`[data-drop="${spot.data.id}"]`) : null;
    marked.current?.setAttribute('data-fall', spot?.data.kind === 'panel' && spot.data.isEmpty && dragged?.kind === 'line' ? 'in' : spot?.isAfter ? 'after' : 'before');
  };
  const end = () => {
    mark(undefined);
    setDragged(undefined);
  };
  return {
    dragged, sensors, collisionDetection: nearestSpot,
    onDragStart({ active }: DragStartEvent) {
      script.drafts.flush();
      const data = dataOf(active.data.current);
      setDragged(data);
      if (data.kind !== 'scene') script.refuses([{ op: 'move', kind: data.kind, id: data.id, parentId: 'x', afterId: null }]);
    },
    onDragMove: ({ collisions }: DragMoveEvent) => mark(spotOf(collisions)),
    onDragCancel: end,
    onDragEnd({ active, collisions }: DragEndEvent) {
      const data = dataOf(active.data.current);
      const spot = spotOf(collisions);
      end();
      if (spot) drop(script, data, spot);
    },
  };
}

function drop(script: ScriptActions, { kind, id }: DragData, { data: over, isAfter }: Spot): void {
  const to = { overId: over.id, isAfter };
  if (kind === 'line') {
    if (script.change((book) => dropLine(book, id, over.kind === 'panel' ? { panelId: over.id } : to))) script.focus(focusId.line(id));
  } else if (kind === 'panel') {
    const ids = meant(script, id);
    if (script.change((book) => (over.kind === 'scene' ? dropPanelsInto(book, ids, over.id) : dropPanelsAt(book, ids, to)))) script.focus(focusId.panel(id));
  } else if (script.change((book) => dropScene(book, id, to))) script.focus(focusId.scene(id));
}

/** The fitting row nearest to the pointer; its upper half means in front of it. */
const nearestSpot: CollisionDetection = ({ active, droppableContainers, droppableRects, pointerCoordinates, collisionRect }) => {
  const y = pointerCoordinates?.y ?? collisionRect.top + collisionRect.height / 2;
  const dragged = dataOf(active.data.current);
  let best: { collision: Collision; distance: number } | undefined;
  for (const container of droppableContainers) {
    const over = dataOf(container.data.current);
    const rect = droppableRects.get(container.id);
    if (!rect || !takes(over, dragged)) continue;
    const distance = y < rect.top ? rect.top - y : Math.max(0, y - rect.top - rect.height);
    if (best && best.distance <= distance) continue;
    const isAfter = over.kind === 'scene' && dragged.kind === 'panel' ? true : y > rect.top + rect.height / 2;
    best = { distance, collision: { id: container.id, data: { spot: { data: over, isAfter } satisfies Spot } } };
  }
  return best ? [best.collision] : [];
};

function takes(over: DragData, dragged: DragData): boolean {
  if (dragged.kind === 'line') return over.kind === 'line' || (over.kind === 'panel' && over.isEmpty === true);
  return dragged.kind === 'panel' ? over.kind !== 'line' : over.kind === 'scene';
}

function spotOf(collisions: readonly Collision[] | null): Spot | undefined {
  const found: unknown = collisions?.[0]?.data?.['spot'];
  return found as Spot | undefined;
}

/** Every handle and target of this editor carries one. */
function dataOf(data: unknown): DragData {
  return data as DragData;
}
