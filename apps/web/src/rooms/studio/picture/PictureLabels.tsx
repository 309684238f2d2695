import type { PictureWithRecipe } from '@komawari/contract';
import { useWords } from '../../../language/use-words.ts';
import { LabelField } from '../history/LabelField.tsx';
import { useLabels, type BoardLabel } from '../history/use-labels.ts';
import { useSorting } from '../history/use-sorting.ts';
import { PictureNote } from './PictureNote.tsx';

/** As the server takes them. */
const TAGS_MAX = 50;
const TAG_LETTERS = 60;
const BOARD_LETTERS = 120;

/** Where one keeps it: boards, tags, and a note of one's own. */
export function PictureLabels({ picture }: { picture: PictureWithRecipe }) {
  const { say } = useWords('studio-keeping');
  const { tags, boards = [] } = useLabels();
  const sorting = useSorting();
  const on = boards.filter(({ id }) => picture.boardIds.includes(id));
  const boardOf = (id: string) => boards.find((board) => board.id === id);
  const lay = async (board: BoardLabel | undefined, isOn: boolean) => { if (board) await sorting.lay([picture], board.id, isOn); };
  return (
    <section className="sheet-labels">
      <LabelField label={say('boards')} wish={say('boardAdd')} has={on} known={boards} lettersMax={BOARD_LETTERS} newWord={(word) => say('boardNew', { word })}
        onAdd={async (labels, fresh) => {
          for (const { id } of labels) await lay(boardOf(id), true);
          for (const name of fresh) await lay(await sorting.makeBoard(name), true);
        }} onRemove={({ id }) => lay(boardOf(id), false)} />
      <LabelField label={say('tags')} wish={say('tagAdd')} isMany has={picture.tags.map((tag) => ({ id: tag, word: tag }))} known={tags} lettersMax={TAG_LETTERS} newWord={(word) => say('tagNew', { word })} full={picture.tags.length >= TAGS_MAX ? say('tagFull', { most: TAGS_MAX }) : ''}
        onAdd={(labels, fresh) => sorting.tag([picture], { add: [...labels.map(({ word }) => word), ...fresh] })} onRemove={({ word }) => sorting.tag([picture], { remove: [word] })} />
      <PictureNote picture={picture} />
    </section>
  );
}
