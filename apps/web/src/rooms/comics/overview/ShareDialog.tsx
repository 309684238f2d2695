import { useState } from 'react';
import { getShare, shareComic, unshareComic } from '../../../api/comics-shelf.ts';
import { useCall, useSend } from '../../../api/use-call.ts';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { CopyIcon, ShareIcon } from '../../../ui/icons.ts';
import { Skeleton, Tone } from '../../../ui/Skeleton.tsx';

/** The link by which others may read a comic: made, copied, taken back. */
export function ShareDialog({ comicId, onClose }: { comicId: string; onClose: () => void }) {
  const { say, sayError } = useWords('comics-overview');
  const key = ['comics', comicId, 'share'] as const;
  const { data, error, refetch } = useCall(key, (signal) => getShare(comicId, signal));
  const make = useSend(() => shareComic(comicId), { touches: [key] });
  const takeBack = useSend(() => unshareComic(comicId), { touches: [key] });
  const [isCopied, setIsCopied] = useState(false);
  const link = data?.token ? `${location.origin}/read/${data.token}` : undefined;
  const fault = make.error ?? takeBack.error;

  const copy = async () => {
    if (link !== undefined) await navigator.clipboard.writeText(link);
    setIsCopied(true);
  };
  return (
    <Dialog title={say('shareTitle')} isOpen onClose={onClose}>
      {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : !data ? <Skeleton><Tone /><Tone widthPercent={60} /></Skeleton> : link === undefined ? (
        <>
          <p>{say('shareNone')}</p>
          <p><Button look="primary" icon={<ShareIcon />} isBusy={make.isPending} onClick={() => make.mutate(undefined)}>{say('shareMake')}</Button></p>
        </>
      ) : (
        <>
          <p>{say('shareText')}</p>
          <input className="share-link" readOnly value={link} aria-label={say('shareTitle')} onFocus={(event) => event.target.select()} />
          <p className="share-acts">
            {'clipboard' in navigator && <Button look="primary" icon={<CopyIcon />} onClick={() => void copy().catch(() => undefined)}>{say(isCopied ? 'shareCopied' : 'shareCopy')}</Button>}
            <Button look="danger" isBusy={takeBack.isPending} onClick={() => takeBack.mutate(undefined)}>{say('shareEnd')}</Button>
          </p>
        </>
      )}
      {fault !== null && <p className="fault" role="alert">{sayError(fault)}</p>}
    </Dialog>
  );
}
