import type { Crop } from '@komawari/comic';
import type { Take } from '@komawari/contract';
import { useRef, useState } from 'react';
import { drawTake, judgeTake, uploadTake } from '../../../api/comics-drawing.ts';
import { useWords } from '../../../language/use-words.ts';
import type { OpenBook } from '../book/use-book.ts';
import { useOpenUpdate } from '../overview/making-context.ts';

type Given = { comicId: string; panelId: string; book: OpenBook; reload: () => void; onNew: (take: Take) => void };

/** What can be done with the takes of a panel. Faults are sentences, by the place where they are shown. */
export function useTakeActs({ comicId, panelId, book, reload, onNew }: Given) {
  const { sayError } = useWords('comics-takes');
  const { update } = useOpenUpdate();
  const [busy, setBusy] = useState<'draw' | 'judge'>();
  const [faults, setFaults] = useState<{ draw?: string; own?: string; judge?: string }>({});
  const [share, setShare] = useState<number>();
  const sending = useRef<AbortController>(undefined);

  const set = (field: string, value: unknown) => book.change([{ op: 'set', kind: 'panel', id: panelId, field, value } as never]);
  const adopt = (take: Take) => {
    set('adoptedTakeId', take.id);
    update();
  };
  const crop = (next: Crop | undefined) => {
    set('crop', next ?? null);
    update();
  };
  const lock = (isLocked: boolean) => void set('isLocked', isLocked);

  const draw = async (request: string, parentId: string | undefined, artist: string | undefined): Promise<boolean> => {
    setFaults({});
    setBusy('draw');
    try {
      onNew(await drawTake(comicId, panelId, { request, ...(parentId !== undefined && request !== '' ? { parentId } : {}), ...(artist === undefined ? {} : { artist }) }));
      reload();
      return true;
    } catch (error) {
      setFaults({ draw: sayError(error) });
      return false;
    } finally {
      setBusy(undefined);
    }
  };

  const judge = async (take: Take, isRejected: boolean) => {
    setFaults({});
    setBusy('judge');
    await judgeTake(comicId, panelId, take.id, isRejected).then(reload, (error: unknown) => setFaults({ judge: sayError(error) }));
    setBusy(undefined);
  };

  const send = async (file: Blob) => {
    setFaults({});
    setShare(0);
    sending.current = new AbortController();
    const { signal } = sending.current;
    try {
      onNew(await uploadTake(comicId, panelId, file, { onProgress: setShare, signal }));
      reload();
    } catch (error) {
      if (!signal.aborted) setFaults({ own: sayError(error) });
    }
    setShare(undefined);
  };

  return { adopt, crop, lock, draw, judge, send, cancelSending: () => sending.current?.abort(), busy, faults, share };
}
