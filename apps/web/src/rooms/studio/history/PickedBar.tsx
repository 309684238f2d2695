import type { Picture } from '@komawari/contract';
import { useState } from 'react';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { CompareIcon, DownloadIcon, FavouriteIcon, TrashIcon, UndoIcon } from '../../../ui/icons.ts';
import { isThere } from '../making/picture-states.ts';
import { PickedLabels } from './PickedLabels.tsx';
import type { PictureActs } from './use-picture-acts.ts';
import type { usePicking } from './use-picking.ts';

type Props = { picking: ReturnType<typeof usePicking<Picture>>; acts: PictureActs; isTrash: boolean; onCompare: (one: string, other: string) => void };

/** What can be done with the pictures that are picked; at the foot of the window while there are some. */
export function PickedBar({ picking, acts, isTrash, onCompare }: Props) {
  const { say } = useWords('studio');
  const [isAsking, setIsAsking] = useState(false);
  const { picked } = picking;
  const drawn = picked.filter(isThere);
  const [one, other] = drawn;
  const isAllFavourite = drawn.every(({ isFavourite }) => isFavourite);
  const act = (run: (pictures: readonly Picture[]) => unknown) => () => { const pictures = picked; picking.none(); void run(pictures); };
  return (
    <div className="picked-bar" role="region" aria-label={say('picked', { count: picked.length })}>
      <strong className="number" role="status">{say('picked', { count: picked.length })}</strong>
      <div className="picked-acts">
        {isTrash ? (
          <>
            <Button icon={<UndoIcon />} onClick={act(acts.restore)}>{say('restore')}</Button>
            <Button look="danger" onClick={() => setIsAsking(true)}>{say('removeForGood')}</Button>
          </>
        ) : (
          <>
            <Button icon={<FavouriteIcon />} disabled={drawn.length === 0} onClick={() => void acts.favourite(drawn, !isAllFavourite)}>{say(isAllFavourite ? 'unfavourite' : 'favourite')}</Button>
            <Button icon={<DownloadIcon />} disabled={drawn.length === 0} onClick={() => void acts.zip(drawn)}>{say('zip')}</Button>
            {picked.length === 2 && one && other && <Button icon={<CompareIcon />} onClick={() => onCompare(one.id, other.id)}>{say('compare')}</Button>}
            <PickedLabels picked={picked} />
            <Button icon={<TrashIcon />} onClick={act(acts.trash)}>{say('toTrash')}</Button>
          </>
        )}
      </div>
      <div className="picked-acts"><Button look="quiet" onClick={picking.all}>{say('pickAll')}</Button><Button look="quiet" onClick={picking.none}>{say('pickNone')}</Button></div>
      <ConfirmDialog isOpen={isAsking} title={say('removeTitle', { count: picked.length })} action={say('removeForGood')} onClose={() => setIsAsking(false)} onConfirm={async () => { await acts.removeForGood(picked); picking.none(); }} text={say('removeText')} />
    </div>
  );
}
