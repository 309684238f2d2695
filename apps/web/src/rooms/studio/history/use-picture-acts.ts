import type { Picture, PicturesChange } from '@komawari/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import { cancelPicture, decideLost, downloadAddress, emptyStudioTrash, retryPicture, zipPictures } from '../../../api/studio.ts';
import { useUndoable } from '../../../frame/undo/use-undoable.ts';
import { useWords } from '../../../language/use-words.ts';
import { showToast } from '../../../ui/toast.ts';
import { KEEPING_KEY } from '../retention/use-keeping.ts';
import { BULK_MAX, changeAll as changeEach } from './change-all.ts';
import { saveAddress } from './save-address.ts';
import { addPictures, holdWalls, notePictures, readAgain, takeDown } from './use-wall.ts';

export type PictureActs = ReturnType<typeof usePictureActs>;

/** What can be done with pictures, one or many at a time. The wall shows it before the server has answered. */
export function usePictureActs() {
  const { say, sayError } = useWords('studio');
  const client = useQueryClient();
  const undoable = useUndoable();
  // It is another one each time; the acts stay the same, so that the wall is not drawn anew.
  const undo = useRef(undoable);
  useEffect(() => { undo.current = undoable; });

  return useMemo(() => {
    const tell = (error: unknown) => {
      showToast({ text: sayError(error), isFault: true });
      readAgain(client);
    };
    const changeAll = async (pictures: readonly Picture[], change: PicturesChange) => {
      const skipped = await changeEach(pictures, change);
      if (skipped > 0) {
        showToast({ text: say('skipped', { count: skipped }), isFault: true });
        readAgain(client);
      }
    };
    const attempt = async (run: () => Promise<unknown>) => { await run().catch(tell); };
    const renew = (ask: () => Promise<Picture>) => attempt(async () => {
      const picture = await ask();
      notePictures(client, [picture]);
      void client.invalidateQueries({ queryKey: ['studio', 'generation', picture.generationId] });
      void client.invalidateQueries({ queryKey: ['studio', 'picture', picture.id] });
    });
    /** Each wall loses what is no longer on it, and the one that shows everything gets back what is: none is read anew for that. */
    const moveAll = async (pictures: readonly Picture[], kind: 'trash' | 'restore') => {
      await holdWalls(client);
      takeDown(client, pictures.map(({ id }) => id));
      try {
        await changeAll(pictures, { kind });
        if (kind === 'restore') addPictures(client, pictures.map((picture) => ({ ...picture, deletedAt: null, deletedBy: null })));
      } catch (error) {
        readAgain(client);
        throw error;
      }
    };
    const away = (pictures: readonly Picture[], kind: 'trash' | 'restore', text: string) => undo.current({
      text, touches: [['studio', 'newest'], ['studio', 'picture'], KEEPING_KEY],
      run: () => moveAll(pictures, kind),
      back: () => moveAll(pictures, kind === 'trash' ? 'restore' : 'trash'),
    });
    return {
      favourite: async (pictures: readonly Picture[], isFavourite: boolean) => {
        await holdWalls(client);
        notePictures(client, pictures.map((picture) => ({ ...picture, isFavourite })));
        await attempt(async () => {
          await changeAll(pictures, { kind: 'favourite', isFavourite });
          for (const { id } of pictures) void client.invalidateQueries({ queryKey: ['studio', 'picture', id] });
        });
      },
      trash: (pictures: readonly Picture[]) => away(pictures, 'trash', say('movedToTrash', { count: pictures.length })),
      restore: (pictures: readonly Picture[]) => away(pictures, 'restore', say('restored', { count: pictures.length })),
      /** There is no way back: asked for before. Throws when it could not be done. */
      removeForGood: async (pictures: readonly Picture[]) => {
        await changeAll(pictures, { kind: 'remove' });
        void client.invalidateQueries({ queryKey: KEEPING_KEY });
        takeDown(client, pictures.map(({ id }) => id));
      },
      emptyTrash: async () => {
        await emptyStudioTrash();
        void client.invalidateQueries({ queryKey: KEEPING_KEY });
        readAgain(client);
      },
      /** So many at once are one file; more are several. */
      zip: (pictures: readonly Picture[]) => attempt(async () => {
        for (let at = 0; at < pictures.length; at += BULK_MAX) saveAddress((await zipPictures(pictures.slice(at, at + BULK_MAX).map(({ id }) => id))).url);
      }),
      download: (picture: Picture) => saveAddress(downloadAddress(picture.id)),
      copyPrompt: (picture: Picture) => attempt(async () => {
        await navigator.clipboard.writeText(picture.prompt);
        showToast({ text: say('copied') });
      }),
      retry: (picture: Picture) => renew(() => retryPicture(picture.id)),
      decide: (picture: Picture, decision: 'check' | 'resend' | 'abandon') => renew(() => decideLost(picture.id, decision)),
      cancel: (picture: Picture) => attempt(async () => {
        await cancelPicture(picture.taskId);
        void client.invalidateQueries({ queryKey: ['studio', 'generation', picture.generationId] });
      }),
    };
  }, [client, say, sayError]);
}
