import type { PictureWithRecipe } from '@komawari/contract';
import { useEffect, useRef, useState, type CSSProperties } from 'react';
import { getPicture } from '../../../api/studio.ts';
import { useCall } from '../../../api/use-call.ts';
import { useWords } from '../../../language/use-words.ts';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { CloseIcon } from '../../../ui/icons.ts';
import { briefPrompt } from '../history/brief-prompt.ts';
import './lightbox.css';

/** Two pictures, one over the other, with a line between them that is drawn aside. */
export function ComparePictures({ pair, onClose }: { pair: readonly [string, string]; onClose: () => void }) {
  const { say } = useWords('studio');
  const dialog = useRef<HTMLDialogElement>(null);
  const [share, setShare] = useState(50);
  const one = useCall(['studio', 'picture', pair[0]], (signal) => getPicture(pair[0], signal));
  const other = useCall(['studio', 'picture', pair[1]], (signal) => getPicture(pair[1], signal));
  const error = one.error ?? other.error;
  useEffect(() => {
    const node = dialog.current;
    if (node && !node.open) node.showModal();
    node?.focus();
    return () => node?.close();
  }, []);
  return (
    <dialog ref={dialog} tabIndex={-1} className="lightbox lightbox-compare" aria-label={say('compare')} onCancel={(event) => { event.preventDefault(); onClose(); }} onClose={(event) => { if (!event.currentTarget.open) onClose(); }}>
      <div className="lightbox-close"><IconButton label={say('close')} icon={<CloseIcon />} onClick={onClose} /></div>
      {error ? <ErrorState error={error} onRetry={() => { void one.refetch(); void other.refetch(); }} /> : one.data && other.data && (
        <>
          <div className="compared" style={{ '--share': `${share}%`, '--ratio': ratioOf(one.data) } as CSSProperties}>
            <img src={one.data.url ?? ''} alt={briefPrompt(one.data.prompt)} />
            <img className="compared-over" src={other.data.url ?? ''} alt={briefPrompt(other.data.prompt)} />
            <span className="compared-line" aria-hidden="true" />
            <input type="range" className="compared-hand" min={0} max={100} value={share} aria-label={say('compareLine')} onChange={(event) => setShare(Number(event.target.value))} />
          </div>
          <div className="compared-names"><Named picture={one.data} /><Named picture={other.data} /></div>
        </>
      )}
    </dialog>
  );
}

function Named({ picture }: { picture: PictureWithRecipe }) {
  const { say } = useWords('studio');
  return <p><span className="compared-words" dir="auto">{briefPrompt(picture.prompt) || say('noWords')}</span><span className="number">{[picture.modelName ?? picture.model?.modelId, ...(picture.seed === null ? [] : [`${say('seed')} ${picture.seed}`]), `${picture.width} × ${picture.height}`].filter(Boolean).join(' · ')}</span></p>;
}

function ratioOf({ width, height }: PictureWithRecipe): number {
  return width > 0 && height > 0 ? width / height : 1;
}
