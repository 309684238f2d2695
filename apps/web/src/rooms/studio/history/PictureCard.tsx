import type { Picture } from '@komawari/contract';
import { Link } from '@tanstack/react-router';
import { memo, useState, type MouseEvent } from 'react';
import { useWords } from '../../../language/use-words.ts';
import { FavouriteIcon } from '../../../ui/icons.ts';
import { Tag } from '../../../ui/Tag.tsx';
import { isComing, isThere } from '../making/picture-states.ts';
import { ComingPicture } from '../making/ComingPicture.tsx';
import { TroubledPicture } from '../making/TroubledPicture.tsx';
import { TrashTag } from '../retention/TrashTag.tsx';
import { briefPrompt } from './brief-prompt.ts';
import type { PictureActs } from './use-picture-acts.ts';

type Props = { picture: Picture; isPicked: boolean; isPicking: boolean; isTrash: boolean; acts: PictureActs; onPick: (id: string, reaches: boolean) => void };

/** A place on the wall: its picture, how far it is, or why there is none. While some are picked, a press picks too. */
export const PictureCard = memo(function PictureCard({ picture, isPicked, isPicking, isTrash, acts, onPick }: Props) {
  const { say } = useWords('studio');
  const name = briefPrompt(picture.prompt) || say('noWords');
  const press = (event: MouseEvent) => {
    const reaches = event.shiftKey;
    if (!isPicking && !reaches && !event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    onPick(picture.id, reaches);
  };
  return (
    <div role="listitem" className="wall-card" data-picture={picture.id} data-state={picture.state} data-picked={isPicked} data-favourite={picture.isFavourite}>
      <Link from="/studio" to="/studio/pictures/$pictureId" params={{ pictureId: picture.id }} search={(before) => before} resetScroll={false} className="wall-link" onClick={press}>
        <span className="unseen">{name}</span>
        {isThere(picture) && <Shown picture={picture} />}
      </Link>
      {isComing(picture) && <ComingPicture picture={picture} acts={acts} />}
      {!isComing(picture) && !isThere(picture) && <TroubledPicture picture={picture} acts={acts} isTrash={isTrash} />}
      {isTrash && <TrashTag picture={picture} />}
      {picture.isCached && !isTrash && <span className="wall-cached"><Tag tone="good">{say('cachedFree')}</Tag></span>}
      {!isComing(picture) && <label className="wall-pick"><input type="checkbox" checked={isPicked} aria-label={say('selectOf', { name })} onChange={(event) => onPick(picture.id, (event.nativeEvent as unknown as globalThis.MouseEvent).shiftKey)} /></label>}
      {isThere(picture) && !isTrash && <button type="button" className="wall-star" aria-pressed={picture.isFavourite} aria-label={say('favouriteOf', { name })} data-tip={say('favourite')} onClick={() => void acts.favourite([picture], !picture.isFavourite)}><FavouriteIcon aria-hidden="true" /></button>}
    </div>
  );
});

/** The small one; the whole one where none could be made or it does not come. */
function Shown({ picture }: { picture: Picture & { url: string } }) {
  const [isSmallGone, setIsSmallGone] = useState(false);
  return <img src={isSmallGone ? picture.url : (picture.thumbnailUrl ?? picture.url)} alt="" width={picture.width || undefined} height={picture.height || undefined} loading="lazy" decoding="async" draggable={false} onError={() => setIsSmallGone(true)} />;
}
