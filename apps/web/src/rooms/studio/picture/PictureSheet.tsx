import type { PictureWithRecipe } from '@komawari/contract';
import { useState } from 'react';
import { addInput as giveInput } from '../../../api/studio.ts';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { AgainIcon, CopyIcon, DownloadIcon, FavouriteIcon, PictureIcon, TrashIcon, UndoIcon } from '../../../ui/icons.ts';
import { Tag } from '../../../ui/Tag.tsx';
import { SeenWords } from '../craft/SeenWords.tsx';
import { ExtendButton } from '../canvas/ExtendButton.tsx';
import { CutOutButton } from '../cut-out/CutOutButton.tsx';
import { offerOf } from '../desk/draft.ts';
import { EnlargeButtons } from '../enlarge/EnlargeButtons.tsx';
import { isThere, STATE_WORDS } from '../making/picture-states.ts';
import { useIsRunning } from '../making/running.ts';
import { useStudio } from '../studio-context.ts';
import { MoreLikeThis } from '../vary/MoreLikeThis.tsx';
import { WhatIsOnIt } from '../vision/WhatIsOnIt.tsx';
import { blobOfPicture, giveAsSource } from './bytes-of-picture.ts';
import { PictureFacts } from './PictureFacts.tsx';
import { PictureLabels } from './PictureLabels.tsx';
import { RecallChoice } from './RecallChoice.tsx';

type Props = { picture: PictureWithRecipe; onClose: () => void; onGone: () => void };

/** What a picture was made of, what the form can take of it, and what can be done with it. */
export function PictureSheet({ picture, onClose, onGone }: Props) {
  const { say, sayError } = useWords('studio');
  const { acts, make, addInput, draft, change, offers } = useStudio();
  const [isAsking, setIsAsking] = useState(false);
  const [busy, setBusy] = useState<'again' | 'source'>();
  const [fault, setFault] = useState('');
  const isTrash = picture.deletedAt !== null;
  const isDrawn = useIsRunning(picture.taskId);
  const work = (name: 'again' | 'source', run: () => Promise<unknown>) => async () => {
    setBusy(name);
    setFault('');
    await run().then(onClose, (error: unknown) => setFault(sayError(error)));
    setBusy(undefined);
  };
  const again = () => make(anew(picture));
  const asSource = () => giveAsSource(picture, say('picture'), addInput);
  return (
    <>
      <section className="sheet-words">
        <p className="sheet-tags">{picture.state !== 'done' && <Tag tone="warn">{say(STATE_WORDS[isDrawn && picture.state === 'queued' ? 'running' : picture.state])}</Tag>}{picture.isCached && <Tag tone="good">{say('cachedFree')}</Tag>}</p>
        <p className="sheet-prompt" dir="auto">{picture.prompt || say('noWords')}</p>
        {picture.prompt !== '' && <Button look="quiet" icon={<CopyIcon />} onClick={() => void acts.copyPrompt(picture)}>{say('copyPrompt')}</Button>}
      </section>
      {isTrash ? (
        <div className="sheet-acts">
          <Button icon={<UndoIcon />} onClick={() => { onGone(); void acts.restore([picture]); }}>{say('restore')}</Button>
          <Button look="danger" onClick={() => setIsAsking(true)}>{say('removeForGood')}</Button>
        </div>
      ) : (
        <>
          {isThere(picture) && (
            <div className="sheet-acts">
              <Button icon={<FavouriteIcon />} aria-pressed={picture.isFavourite} onClick={() => void acts.favourite([picture], !picture.isFavourite)}>{say(picture.isFavourite ? 'isFavourite' : 'favourite')}</Button>
              <Button icon={<DownloadIcon />} onClick={() => acts.download(picture)}>{say('download')}</Button>
              <Button icon={<AgainIcon />} isBusy={busy === 'again'} onClick={work('again', again)}>{say('regenerate')}</Button>
              <Button icon={<PictureIcon />} isBusy={busy === 'source'} onClick={work('source', asSource)}>{say('asSource')}</Button>
              <MoreLikeThis picture={picture} onMade={onClose} />
              <ExtendButton picture={picture} onTaken={onClose} />
              <CutOutButton picture={picture} onMade={onClose} />
              <EnlargeButtons picture={picture} onMade={onClose} />
            </div>
          )}
          {isThere(picture) && (
            <SeenWords current={draft.prompt} charactersMax={offerOf(draft, offers)?.model.promptMax ?? 2000} onWords={(prompt) => change({ prompt })} onTaken={onClose}
              inputOf={async () => (await giveInput(await blobOfPicture(picture), () => undefined)).id} />
          )}
          <RecallChoice picture={picture} onApplied={onClose} />
          {isThere(picture) && <WhatIsOnIt picture={picture} />}
        </>
      )}
      {fault !== '' && <p className="fault" role="alert">{fault}</p>}
      {!isTrash && <PictureLabels picture={picture} />}
      <PictureFacts picture={picture} />
      {!isTrash && picture.state !== 'queued' && picture.state !== 'running' && <p className="sheet-end"><Button look="quiet" icon={<TrashIcon />} onClick={() => { onGone(); void acts.trash([picture]); }}>{say('toTrash')}</Button></p>}
      <ConfirmDialog isOpen={isAsking} title={say('removeTitle', { count: 1 })} text={say('removeText')} action={say('removeForGood')} onClose={() => setIsAsking(false)} onConfirm={async () => { await acts.removeForGood([picture]); onGone(); }} />
    </>
  );
}

/** The same recipe once, with another seed. */
function anew({ recipe: { seed: _seed, ...recipe }, model }: PictureWithRecipe): PictureWithRecipe['recipe'] {
  return { ...recipe, count: 1, isFresh: true, ...(recipe.model === undefined && model ? { model } : {}) };
}
