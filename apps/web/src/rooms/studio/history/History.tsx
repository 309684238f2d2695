import type { Picture } from '@komawari/contract';
import { useCallback, useDeferredValue, useState } from 'react';
import { useShortcut } from '../../../frame/shortcuts/use-shortcut.ts';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { Skeleton, Tone } from '../../../ui/Skeleton.tsx';
import { FromFile } from '../picture/FromFile.tsx';
import { ComparePictures } from '../picture/ComparePictures.tsx';
import { BoardHead } from './BoardHead.tsx';
import { PickedBar } from './PickedBar.tsx';
import { PictureCard } from './PictureCard.tsx';
import { PictureWall } from './PictureWall.tsx';
import { OwnRoom } from '../retention/OwnRoom.tsx';
import { useLabels } from './use-labels.ts';
import type { PictureActs } from './use-picture-acts.ts';
import { focusedPicture, usePicking } from './use-picking.ts';
import type { useWall } from './use-wall.ts';
import { isNarrowed, pairOf, type WallSearch } from './wall-search.ts';
import './wall.css';
import { WallTools } from './WallTools.tsx';

type Props = {
  wall: ReturnType<typeof useWall>; search: WallSearch; aspectOf: (picture: Picture) => number; acts: PictureActs; canMake: boolean;
  onGo: (change: { [K in keyof WallSearch]: WallSearch[K] | undefined }) => void;
};

const ALL = { q: undefined, model: undefined, show: undefined, since: undefined, board: undefined, tag: undefined };
const NONE: readonly Picture[] = [];

/** All that was drawn, newest first: found, narrowed, picked, compared. */
export function History({ wall, search, aspectOf, acts, canMake, onGo }: Props) {
  const { say } = useWords('studio');
  const { say: sayLabel } = useWords('studio-keeping');
  const { boards } = useLabels();
  const board = boards?.find(({ id }) => id === search.board);
  const pictures = useDeferredValue(wall.pictures) ?? NONE;
  const picking = usePicking(pictures);
  const [isEmptying, setIsEmptying] = useState(false);
  const isTrash = search.show === 'trash';
  const narrowed = isNarrowed(search);
  const pair = pairOf(search.compare);
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = wall;
  const more = useCallback(() => { if (hasNextPage && !isFetchingNextPage && !isFetchNextPageError) void fetchNextPage(); }, [hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage]);
  const isThere = wall.pictures !== undefined;
  const focused = () => pictures.filter(({ id }) => id === focusedPicture());
  useShortcut('studio.trash', 'Delete', () => {
    const chosen = picking.picked.length > 0 ? picking.picked : focused();
    picking.none();
    if (chosen.length > 0 && !isTrash) void acts.trash(chosen);
  }, { word: say('keyTrash') });

  return (
    <section className="history" aria-label={say('history')} data-picking={picking.isPicking}>
      {(pictures.length > 0 || narrowed) && (
        <div className="history-head">
          <WallTools search={search} onGo={onGo} />
          <div className="history-acts">
            {canMake && <FromFile />}
            {isTrash && pictures.length > 0 && <Button look="danger" onClick={() => setIsEmptying(true)}>{say('emptyTrash')}</Button>}
            {pictures.length > 0 && <Button look="quiet" aria-pressed={picking.isPicking} onClick={() => picking.setIsPicking(!picking.isPicking)}>{say(picking.isPicking ? 'pickDone' : 'pick')}</Button>}
          </div>
        </div>
      )}
      {(pictures.length > 0 || narrowed) && <OwnRoom />}
      {board && <BoardHead key={board.id} board={board} onGone={() => onGo({ board: undefined })} />}
      {isTrash && <p className="hint">{say('trashHint')}</p>}
      {!isThere && wall.error !== null && <ErrorState error={wall.error} onRetry={() => void wall.refetch()} />}
      {!isThere && wall.error === null && <Skeleton><div className="wall-skeleton">{[150, 220, 180, 240, 160, 200].map((height) => <Tone key={height} shape="block" heightPx={height} />)}</div></Skeleton>}
      {isThere && pictures.length === 0 && !narrowed && canMake && <EmptyState picture="blank-page" title={say('historyEmpty')} text={say('historyEmptyNext')}><FromFile /></EmptyState>}
      {isThere && pictures.length === 0 && board?.count === 0 && !isTrash && <EmptyState picture="blank-page" title={sayLabel('boardEmpty')} text={sayLabel('boardEmptyNext')}><Button onClick={() => onGo(ALL)}>{say('showEverything')}</Button></EmptyState>}
      {isThere && pictures.length === 0 && narrowed && (board?.count !== 0 || isTrash) && <EmptyState picture={isTrash ? 'empty-trash' : 'nothing-found'} title={isTrash ? say('trashEmpty') : search.board !== undefined && boards && !board ? sayLabel('boardGoneTitle') : say('noneFound')}><Button onClick={() => onGo(ALL)}>{say('showEverything')}</Button></EmptyState>}
      {pictures.length > 0 && (
        <PictureWall pictures={pictures} label={say('history')} isGrid={search.look === 'grid'} aspectOf={aspectOf} onEnd={more}
          render={(picture) => <PictureCard picture={picture} isPicked={picking.ids.has(picture.id)} isPicking={picking.isPicking} isTrash={isTrash} acts={acts} onPick={picking.pick} />} />
      )}
      {isFetchNextPageError && <div className="history-more"><Button onClick={() => void fetchNextPage()}>{say('more')}</Button></div>}
      {picking.picked.length > 0 && <PickedBar picking={picking} acts={acts} isTrash={isTrash} onCompare={(one, other) => onGo({ compare: `${one}~${other}` })} />}
      {pair && <ComparePictures key={search.compare} pair={pair} onClose={() => onGo({ compare: undefined })} />}
      <ConfirmDialog isOpen={isEmptying} title={say('emptyTitle')} text={say('removeText')} action={say('emptyTrash')} onClose={() => setIsEmptying(false)} onConfirm={acts.emptyTrash} />
    </section>
  );
}
