import type { PictureWithRecipe } from '@komawari/contract';
import { useState } from 'react';
import { addInput } from '../../../api/studio.ts';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { CropIcon } from '../../../ui/icons.ts';
import { costOf } from '../desk/cost.ts';
import { blobOfPicture } from '../picture/bytes-of-picture.ts';
import { useStudio } from '../studio-context.ts';
import { canCutOut, chosenOffer, cutOutRecipe } from './cut-out.ts';

/** A new picture without the background, and what it costs; where no model can, who could. */
export function CutOutButton({ picture, onMade }: { picture: PictureWithRecipe; onMade: () => void }) {
  const { say, sayError, language } = useWords('studio-canvas');
  const { draft, offers, make } = useStudio();
  const [isBusy, setIsBusy] = useState(false);
  const [note, setNote] = useState('');
  const offer = chosenOffer(picture, draft, offers, canCutOut);
  const cutOut = async () => {
    if (!offer) return setNote(say('cutOutNone'));
    setIsBusy(true);
    setNote('');
    try {
      const source = await addInput(await blobOfPicture(picture), () => undefined);
      await make(cutOutRecipe(picture, offer, source.id));
      onMade();
    } catch (error) {
      setNote(sayError(error));
    }
    setIsBusy(false);
  };
  const cost = offer && costOf(offer, 1, language);
  return (
    <>
      <Button icon={<CropIcon />} isBusy={isBusy} onClick={() => void cutOut()}>{cost?.kind === 'about' ? say('cutOutAbout', { price: cost.text }) : say('cutOut')}</Button>
      {note !== '' && <p className={offer ? 'fault sheet-note' : 'hint sheet-note'} role={offer ? 'alert' : 'status'}>{note}</p>}
    </>
  );
}
