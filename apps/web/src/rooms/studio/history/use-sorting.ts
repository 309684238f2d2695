import type { Picture, PicturesChange } from '@komawari/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { createBoard } from '../../../api/studio.ts';
import { changeAll } from './change-all.ts';
import { withBoard, withTags } from './labels.ts';
import type { BoardLabel } from './use-labels.ts';
import { asShown, holdWalls, noteSorted, readAgain } from './use-wall.ts';

type TagChange = { add?: readonly string[]; remove?: readonly string[] };

/**
 * Tags and boards of pictures. Each call says what is added and what is taken away, not what there is, so that two tabs do not undo
 * one another. Shown before the server has answered; throws when it says no, and what it has is read again.
 * All give how many pictures stayed as they were.
 */
export function useSorting() {
  const client = useQueryClient();
  return useMemo(() => {
    const touched = () => { for (const name of ['tags', 'boards']) void client.invalidateQueries({ queryKey: ['studio', name] }); };
    const put = async (pictures: readonly Picture[], alter: (picture: Picture) => Picture, change: PicturesChange): Promise<number> => {
      if (pictures.length === 0) return 0;
      await holdWalls(client);
      noteSorted(client, asShown(client, pictures).map(alter));
      let isWhole = false;
      try {
        const skipped = await changeAll(pictures, change);
        isWhole = skipped === 0;
        return skipped;
      } finally {
        touched();
        if (!isWhole) readAgain(client);
      }
    };
    return {
      tag: (pictures: readonly Picture[], { add = [], remove = [] }: TagChange) => put(pictures, (picture) => withTags(picture, { add, remove }), { kind: 'tags', add: [...add], remove: [...remove] }),
      /** What is taken off a board that it was not on has not stayed where it was. */
      lay: async (pictures: readonly Picture[], boardId: BoardLabel['id'], isOn: boolean) => {
        const skipped = await put(pictures, (picture) => withBoard(picture, boardId, isOn), { kind: 'board', boardId, isOn });
        return isOn ? skipped : 0;
      },
      makeBoard: async (name: string): Promise<BoardLabel> => {
        const { id, name: word, count } = await createBoard(name);
        await client.invalidateQueries({ queryKey: ['studio', 'boards'] });
        return { id, word, count };
      },
    };
  }, [client]);
}
