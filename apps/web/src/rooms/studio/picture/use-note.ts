import type { PictureWithRecipe } from '@komawari/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { changePicture } from '../../../api/studio.ts';
import { keep, readKept } from '../../../frame/kept.ts';
import { holdWalls, noteNote } from '../history/use-wall.ts';
import { comesBack, noteKeeper, type NoteNow } from './note-keeping.ts';

/** The note of the picture that is shown: saved in pauses, when it is left, and when the line is back. For one picture as long as it is mounted. */
export function useNote({ id, note }: Pick<PictureWithRecipe, 'id' | 'note'>) {
  const client = useQueryClient();
  const [left] = useState(() => comesBack(readKept(nameOf(id)), note));
  const [now, setNow] = useState<NoteNow>(left === undefined ? { state: 'kept', text: undefined } : { state: 'waits', text: left });
  const [hasTyped, setHasTyped] = useState(false);
  const keeper = useMemo(() => noteKeeper({
    send: async (text, isParting) => {
      if (!isParting) await holdWalls(client);
      noteNote(client, id, (await changePicture(id, { note: text }, isParting)).note);
    },
    hold: (unsaved) => { keep(nameOf(id), unsaved && JSON.stringify(unsaved)); },
    tell: setNow,
  }), [client, id]);
  const [base] = useState(note);

  useEffect(() => {
    if (left !== undefined) keeper.type(left, base);
    const leave = () => void keeper.flush(true);
    const again = () => void keeper.flush();
    addEventListener('pagehide', leave);
    addEventListener('online', again);
    return () => {
      removeEventListener('pagehide', leave);
      removeEventListener('online', again);
      again();
    };
  }, [keeper, left, base]);

  return { now, text: now.text ?? note, hasTyped, flush: () => void keeper.flush(), type: (text: string) => { setHasTyped(true); keeper.type(text, note); } };
}

function nameOf(pictureId: string): string {
  return `koma.studio.note.${pictureId}`;
}
