import { useState } from 'react';
import { getShare, shareComic, unshareComic } from '../../../api/comics-shelf.ts';
import { useCall, useSend } from '../../../api/use-call.ts';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { Sheet } from '../../../ui/Dialog.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { CopyIcon, LinkOutIcon, ShareIcon } from '../../../ui/icons.ts';
import { Skeleton, Tone } from '../../../ui/Skeleton.tsx';
import './downloads.css';
import { embedCodeOf, isOnlyHere } from './embed-code.ts';
import { QrPicture } from './QrPicture.tsx';

type Props = { comicId: string; isOutdated: boolean; isOpen: boolean; onClose: () => void };

/** A link for readers: made, copied, shown as QR, put into a page, taken back. */
export function ShareSheet({ comicId, isOutdated, isOpen, onClose }: Props) {
  const { say } = useWords('comics-downloads');
  return <Sheet title={say('shareTitle')} isOpen={isOpen} onClose={onClose}>{isOpen && <ShareBody comicId={comicId} isOutdated={isOutdated} />}</Sheet>;
}

function ShareBody({ comicId, isOutdated }: { comicId: string; isOutdated: boolean }) {
  const { say, sayError, language } = useWords('comics-downloads');
  const { data, error, refetch } = useCall(['comics', comicId, 'share'], (signal) => getShare(comicId, signal));
  const touches = [['comics', comicId, 'share']] as const;
  const share = useSend(() => shareComic(comicId), { touches });
  const unshare = useSend(() => unshareComic(comicId), { touches });
  const [isAsking, setAsking] = useState(false);

  if (!data) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton><Tone /><Tone shape="block" heightPx={180} /></Skeleton>;
  if (data.token === null) {
    return (
      <>
        <p>{say('shareNone')}</p>
        <p className="hint">{say('shareSees')}</p>
        <div><Button look="primary" icon={<ShareIcon />} isBusy={share.isPending} onClick={() => share.mutate(undefined)}>{say('shareMake')}</Button></div>
        {share.error && <p className="fault" role="alert">{sayError(share.error)}</p>}
      </>
    );
  }
  const address = `${location.origin}/read/${data.token}`;
  const since = data.createdAt === null ? '' : new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(new Date(data.createdAt));
  return (
    <>
      <p>{say('shareSince', { date: since })} {say('shareSees')}</p>
      {isOnlyHere(location.hostname) && <p className="hint">{say('shareLocal')}</p>}
      {isOutdated && <p className="hint">{say('shareOutdated')}</p>}
      <CopyField label={say('shareLink')} text={address} />
      <div className="share-ways">
        <QrPicture text={address} label={say('shareQr')} />
        <a className="button" href={address} target="_blank" rel="noopener"><LinkOutIcon />{say('shareLook')}</a>
      </div>
      <CopyField label={say('shareEmbed')} text={embedCodeOf(location.origin, data.token)} isLong />
      <p className="hint">{say('shareEmbedHint')}</p>
      <div><Button look="danger" onClick={() => setAsking(true)}>{say('shareEnd')}</Button></div>
      <ConfirmDialog title={say('shareEndTitle')} text={say('shareEndText')} action={say('shareEnd')} isOpen={isAsking} onClose={() => setAsking(false)} onConfirm={async () => { await unshare.mutateAsync(undefined); }} />
    </>
  );
}

function CopyField({ label, text, isLong = false }: { label: string; text: string; isLong?: boolean }) {
  const { say } = useWords('comics-downloads');
  const [isCopied, setCopied] = useState(false);
  const copy = () => navigator.clipboard.writeText(text).then(() => setCopied(true), () => undefined);
  // Over plain HTTP browsers give no clipboard: the text is selected instead, ready for the keys.
  const canCopy = 'clipboard' in navigator;
  return (
    <div className="share-copy">
      <label>{label}{isLong ? <textarea readOnly rows={4} value={text} onFocus={(event) => event.target.select()} /> : <input readOnly value={text} onFocus={(event) => event.target.select()} />}</label>
      {canCopy && <Button icon={<CopyIcon />} onClick={() => void copy()}><span role="status">{say(isCopied ? 'copied' : 'copy')}</span></Button>}
    </div>
  );
}
