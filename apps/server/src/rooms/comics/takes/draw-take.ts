/** Draws what a take was asked for, as the script lays its panel out. */
import type { Directions } from '@komawari/comic';
import type { Size } from '@komawari/comic/edit';
import type { PanelDrawing } from '@komawari/comic/make';
import type { ObjectKey } from '@komawari/contract';
import type { App } from '../../../kernel/app.ts';
import type { ComicEngine } from '../engine.ts';
import { putJson, putText, type Script } from '../objects.ts';
import type { TakeRow } from './take-store.ts';

export type DrawAt = { app: App; engine: ComicEngine; script: Script; panelId: string; frame: Size };
export type Drawn = { drawn: PanelDrawing; drawingKey: ObjectKey; pictureKey: ObjectKey };

export async function drawDirected({ engine, script, panelId, frame }: Omit<DrawAt, 'app'>, directions: Directions | null): Promise<PanelDrawing> {
  const { directedBook, fitDrawing } = await import('@komawari/comic/edit');
  const drawing = await engine.drawPanelOf(directedBook(script.book, panelId, directions ?? undefined), script.plan, panelId);
  return fitDrawing(drawing, frame, frame, { isMirrored: directions?.isMirrored });
}

/** Drawn, and kept in the store. */
export async function drawToKeep(at: DrawAt, directions: Directions | null, signal: AbortSignal): Promise<Drawn> {
  const { app, engine, script, panelId } = at;
  const drawn = await drawDirected(at, directions);
  signal.throwIfAborted();
  const [drawingKey, pictureKey] = await Promise.all([putJson(app, drawn), putText(app, await engine.panelDocument(script.book, script.plan, panelId, drawn))]);
  return { drawn, drawingKey, pictureKey };
}

/** What a take's row says of its drawing. */
export function drawnColumns({ frame }: Pick<DrawAt, 'frame'>, { drawingKey, pictureKey }: Drawn, inputsHash: string): Pick<TakeRow, 'inputs_hash' | 'width' | 'height' | 'drawing_key' | 'picture_key' | 'picture_type'> {
  return { inputs_hash: inputsHash, ...frame, drawing_key: drawingKey, picture_key: pictureKey, picture_type: 'image/svg+xml' };
}
