/** What the panels of a comic show, for a frame of any shape. */
import type { Guide, Size } from '@komawari/comic/edit';
import type { Book, Crop } from '@komawari/comic';
import type { PanelDrawing } from '@komawari/comic/make';
import type { ObjectKey } from '@komawari/contract';
import type { App } from '../../../kernel/app.ts';
import { STORYBOARD } from '../making/plan-work.ts';
import { getBytes, getJson } from '../objects.ts';
import { listShownPanels, listTakes, type TakeRow } from './take-store.ts';

/** Nothing for panels that the artist may draw anew in the new frame: those neither chosen, cropped, locked nor stale. */
export async function shownTakes(app: App, comicId: string, book: Book): Promise<(panelId: string, frame: Size) => Promise<PanelDrawing | undefined>> {
  const [{ listPanels }, { fitDrawing }] = await Promise.all([import('@komawari/comic'), import('@komawari/comic/edit')]);
  const takes = new Map((await listTakes(app.client.db, comicId)).map((take) => [take.id, take]));
  const shown = new Map((await listShownPanels(app.client.db, comicId)).map(({ panelId, takeId, inputsHash }) => [panelId, { take: takes.get(takeId ?? ''), inputsHash }]));
  const panels = new Map(listPanels(book).map((panel) => [panel.id, panel]));
  return async (panelId, frame) => {
    const { take, inputsHash } = shown.get(panelId) ?? {};
    const panel = panels.get(panelId);
    if (!take) return undefined;
    if (take.provider !== STORYBOARD) return pictureInFrame(app, take, frame, panel?.crop);
    const isPlain = take.directions === null && panel?.crop === undefined && !panel?.isLocked && take.inputs_hash === inputsHash;
    if (isPlain || take.drawing_key === null) return undefined;
    return fitDrawing(await getJson<PanelDrawing>(app, take.drawing_key as ObjectKey), sizeOf(take), frame, { crop: panel?.crop });
  };
}

/** A take that is a picture: the author's own, or drawn by a model after a storyboard that says who stands where. */
export async function pictureInFrame(app: App, take: TakeRow, frame: Size, crop: Crop | undefined): Promise<PanelDrawing> {
  const { guidedDrawing } = await import('@komawari/comic/edit');
  const guide = take.drawing_key === null ? undefined : await getJson<Guide>(app, take.drawing_key as ObjectKey);
  return guidedDrawing(await dataAddress(app, take), sizeOf(take), frame, { crop, guide });
}

/** A picture inside a drawing: files and pictures in the browser load nothing from elsewhere. */
async function dataAddress(app: App, take: TakeRow): Promise<string> {
  const bytes = await getBytes(app, take.picture_key as ObjectKey);
  return `data:${take.picture_type ?? 'image/png'};base64,${Buffer.from(bytes).toString('base64')}`;
}

export function sizeOf(take: TakeRow): Size {
  return { width: take.width, height: take.height };
}
