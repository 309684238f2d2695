import type { Picture } from '@komawari/contract';
import { useQueryClient } from '@tanstack/react-query';
import { createBoard, listPictures, removeBoard, renameBoard } from '../../../api/studio.ts';
import { useUndoable } from '../../../frame/undo/use-undoable.ts';
import { useWords } from '../../../language/use-words.ts';
import { changeAll } from './change-all.ts';
import type { BoardLabel } from './use-labels.ts';
import { readAgain } from './use-wall.ts';

/** So many pictures are put back on a board that was removed by mistake; for a larger one it is asked before. */
export const PUT_BACK_MAX = 2000;
const PAGE = 100;
const TOUCHES = [['studio', 'boards']] as const;

/** What can be done with a board itself; both can be taken back. */
export function useBoardActs() {
  const { say } = useWords('studio-keeping');
  const client = useQueryClient();
  const undoable = useUndoable();
  return {
    /** False when it could not be done; the reader has been told then. */
    rename: (board: BoardLabel, name: string) => undoable({ text: say('renamed', { name }), touches: TOUCHES, run: () => renameBoard(board.id, name), back: () => renameBoard(board.id, board.word) }),
    remove: (board: BoardLabel) => {
      let lay: Pick<Picture, 'id'>[] = [];
      return undoable({
        text: say('boardRemoved', { name: board.word }), touches: TOUCHES,
        run: async () => {
          lay = [...await picturesOn(board.id, 'false'), ...await picturesOn(board.id, 'true')];
          await removeBoard(board.id);
        },
        back: async () => {
          const { id } = await createBoard(board.word);
          await changeAll(lay, { kind: 'board', boardId: id, isOn: true });
          readAgain(client);
        },
      });
    },
    /** Throws when it could not be done. */
    removeForGood: async (board: BoardLabel) => {
      await removeBoard(board.id);
      await client.invalidateQueries({ queryKey: TOUCHES[0] });
    },
  };
}

/** Those in the trash lie on it too. */
async function picturesOn(boardId: string, trash: 'true' | 'false'): Promise<Pick<Picture, 'id'>[]> {
  const found: Pick<Picture, 'id'>[] = [];
  for (let after: string | undefined; ;) {
    const page = await listPictures({ boardId, trash, limit: PAGE, after }, new AbortController().signal);
    found.push(...page.items.map(({ id }) => ({ id })));
    if (page.next === null) return found;
    after = page.next;
  }
}
