import type { Picture } from '@komawari/contract';
import { useUndoable } from '../../../frame/undo/use-undoable.ts';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { LayoutIcon, TagIcon } from '../../../ui/icons.ts';
import { Popover } from '../../../ui/Popover.tsx';
import { showToast } from '../../../ui/toast.ts';
import { LabelField } from './LabelField.tsx';
import { sharedBy, type Label } from './labels.ts';
import { useLabels, type BoardLabel } from './use-labels.ts';
import { useSorting } from './use-sorting.ts';

const TAG_LETTERS = 60;
const BOARD_LETTERS = 120;

/** Boards and tags of all that is picked, at once; each change can be taken back. */
export function PickedLabels({ picked }: { picked: readonly Picture[] }) {
  const { say } = useWords('studio-keeping');
  const { tags, boards = [] } = useLabels();
  const sorting = useSorting();
  const undoable = useUndoable();
  const onBoards = sharedBy(picked, ({ boardIds }) => boardIds);
  const ofTags = sharedBy(picked, (picture) => picture.tags);
  const notAll = (count: number) => (count === picked.length ? '' : say('ofCount', { count, total: picked.length }));
  const told = (word: 'tagsUnchanged' | 'boardsUnchanged') => (count: number) => { if (count > 0) showToast({ text: say(word, { count }), isFault: true }); };

  const lay = (board: BoardLabel, isOn: boolean) => {
    const moved = picked.filter(({ boardIds }) => boardIds.includes(board.id) !== isOn);
    return undoable({ text: say(isOn ? 'laid' : 'lifted', { count: moved.length, name: board.word }), touches: [], run: () => sorting.lay(moved, board.id, isOn).then(told('boardsUnchanged')), back: () => sorting.lay(moved, board.id, !isOn) });
  };
  const tag = (words: readonly string[], isOn: boolean) => {
    const changedBy = (word: string) => picked.filter((picture) => picture.tags.includes(word) !== isOn);
    const changed = picked.filter((picture) => words.some((word) => changedBy(word).includes(picture)));
    return undoable({
      text: say(isOn ? 'tagged' : 'untagged', { count: changed.length, name: words.join(' · ') }), touches: [],
      run: () => sorting.tag(changed, isOn ? { add: words } : { remove: words }).then(told('tagsUnchanged')),
      back: async () => { for (const word of words) await sorting.tag(changedBy(word), isOn ? { remove: [word] } : { add: [word] }); },
    });
  };
  const boardOf = ({ id }: Label) => boards.find((board) => board.id === id);

  return (
    <>
      <Popover side="top" title={say('toBoard')} trigger={<Button icon={<LayoutIcon />}>{say('toBoard')}</Button>}>
        <div className="picked-labels">
          <LabelField label={say('boards')} wish={say('boardAdd')} isFieldFirst has={boards.filter(({ id }) => onBoards.has(id))} known={boards} lettersMax={BOARD_LETTERS} newWord={(word) => say('boardNew', { word })} noteOf={({ id }) => notAll(onBoards.get(id) ?? 0)}
            onAdd={async (labels, fresh) => {
              for (const label of labels) { const board = boardOf(label); if (board) await lay(board, true); }
              for (const name of fresh) await lay(await sorting.makeBoard(name), true);
            }} onRemove={async (label) => { const board = boardOf(label); if (board) await lay(board, false); }} />
        </div>
      </Popover>
      <Popover side="top" title={say('tagPicked')} trigger={<Button icon={<TagIcon />}>{say('tagPicked')}</Button>}>
        <div className="picked-labels">
          <LabelField label={say('tags')} wish={say('tagAdd')} isMany isFieldFirst has={[...ofTags.keys()].map((word) => ({ id: word, word }))} known={tags} lettersMax={TAG_LETTERS} newWord={(word) => say('tagNew', { word })} noteOf={({ word }) => notAll(ofTags.get(word) ?? 0)}
            onAdd={(labels, fresh) => tag([...labels.map(({ word }) => word), ...fresh], true)} onRemove={({ word }) => tag([word], false)} />
        </div>
      </Popover>
    </>
  );
}
