import { useEffect, useRef } from 'react';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { PictureIcon } from '../../../ui/icons.ts';
import { ProgressBar } from '../../../ui/ProgressBar.tsx';

const ACCEPTED = 'image/png,image/jpeg,image/webp,image/avif,image/gif';

type Props = { onFile: (file: Blob) => void; share: number | undefined; isFull: boolean; fault: string | undefined; onCancel: () => void };

/** A picture of one's own as a take: chosen, dropped anywhere on the sheet, or pasted. */
export function OwnPicture({ onFile, share, isFull, fault, onCancel }: Props) {
  const { say } = useWords('comics-takes');
  const input = useRef<HTMLInputElement>(null);
  const latest = useRef(onFile);
  useEffect(() => {
    latest.current = onFile;
  });
  useEffect(() => {
    if (isFull) return undefined;
    const onPaste = (event: ClipboardEvent) => {
      const file = [...(event.clipboardData?.files ?? [])].find((one) => one.type.startsWith('image/'));
      if (!file) return;
      event.preventDefault();
      latest.current(file);
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, [isFull]);
  return (
    <div className="own-picture">
      {share === undefined ? (
        <>
          <Button icon={<PictureIcon />} disabled={isFull} onClick={() => input.current?.click()}>{say('own')}</Button>
          <span className="hint">{say('ownHint')}</span>
          <input ref={input} type="file" accept={ACCEPTED} hidden onChange={(event) => { const [file] = event.target.files ?? []; if (file) onFile(file); event.target.value = ''; }} />
        </>
      ) : <ProgressBar label={say('ownSending')} done={Math.round(share * 100)} total={100}><Button look="quiet" onClick={onCancel}>{say('cancel')}</Button></ProgressBar>}
      {fault !== undefined && <p className="fault" role="alert">{fault}</p>}
    </div>
  );
}
