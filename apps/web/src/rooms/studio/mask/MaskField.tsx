import { useState } from 'react';
import { addInput } from '../../../api/studio.ts';
import { useWords } from '../../../language/use-words.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { CloseIcon, RedrawIcon } from '../../../ui/icons.ts';
import type { Draft, HeldInput, HeldMask } from '../desk/draft.ts';
import { smallPictureOf } from '../desk/small-picture.ts';
import { keptDeeds, NO_WORK, type MaskWork, type Size } from './mask-deeds.ts';
import { MaskEditor } from './MaskEditor.tsx';
import { exportMask } from './paint-mask.ts';

type Props = { source: HeldInput; mask: HeldMask | null; onChange: (part: Partial<Draft>) => void };

/** Which part of the picture is drawn anew: painted over it, kept with the draft, changed whenever one likes. What was painted and not used is there when it is opened again. */
export function MaskField({ source, mask, onChange }: Props) {
  const { say, sayError } = useWords('studio');
  const [isOpen, setIsOpen] = useState(false);
  const [work, setWork] = useState<MaskWork>(() => ({ deeds: mask?.deeds ?? [], undone: [] }));
  const [isBusy, setIsBusy] = useState(false);
  const [fault, setFault] = useState('');

  const use = async (size: Size) => {
    setIsBusy(true);
    setFault('');
    try {
      const deeds = keptDeeds(work.deeds);
      const drawn = await exportMask(deeds, size).catch(() => null);
      if (drawn === null) return setFault(say('maskTooLarge'));
      if (!drawn) onChange({ mask: null });
      else {
        const [thumb, stored] = await Promise.all([smallPictureOf(drawn), addInput(drawn, () => undefined)]);
        // One that was called back from the history is measured here for the first time.
        onChange({ source: { ...source, ...size }, mask: { ...stored, thumb, sourceId: source.id, deeds } });
      }
      setIsOpen(false);
    } catch (error) {
      setFault(sayError(error));
    } finally {
      setIsBusy(false);
    }
  };

  return (
    <section className="tray" aria-label={say('mask')} onKeyDown={(event) => { if (isOpen && event.key === 'Enter') event.stopPropagation(); }}>
      <p className="desk-label">{say('mask')}</p>
      <ul className="tray-list">
        {mask && (
          <li className="given mask-given">
            {source.thumb !== '' && <img src={source.thumb} alt="" />}
            <img src={mask.thumb} alt={say('mask')} />
            <span className="given-acts"><IconButton label={say('removeOf', { name: say('mask') })} icon={<CloseIcon />} onClick={() => { setWork(NO_WORK); onChange({ mask: null }); }} /></span>
          </li>
        )}
        <li><button type="button" className="tray-add" onClick={() => setIsOpen(true)}><RedrawIcon aria-hidden="true" /><span>{say(mask ? 'maskChange' : 'maskDraw')}</span></button></li>
      </ul>
      {isOpen && <MaskEditor sourceId={source.id} work={work} isBusy={isBusy} fault={fault} onWork={setWork} onDone={(size) => void use(size)} onClose={() => setIsOpen(false)} />}
    </section>
  );
}
