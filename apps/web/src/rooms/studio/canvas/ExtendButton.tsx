import { wayToExtend } from '@komawari/contract/studio-canvas';
import type { PictureWithRecipe } from '@komawari/contract';
import { useState } from 'react';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { FullscreenIcon } from '../../../ui/icons.ts';
import { chosenOffer } from '../cut-out/cut-out.ts';
import { giveAsSource } from '../picture/bytes-of-picture.ts';
import { useStudio } from '../studio-context.ts';
import { extending } from './extending.ts';

/** Onto the desk, with room around it and the words that it was drawn with; not there where no model can go on from it. */
export function ExtendButton({ picture, onTaken }: { picture: PictureWithRecipe; onTaken: () => void }) {
  const { say, sayError } = useWords('studio-canvas');
  const { draft, offers, change, addInput } = useStudio();
  const [isBusy, setIsBusy] = useState(false);
  const [fault, setFault] = useState('');
  const offer = chosenOffer(picture, draft, offers, (model) => wayToExtend(model) !== undefined);
  if (!offer) return null;
  const extend = async () => {
    setIsBusy(true);
    setFault('');
    try {
      await giveAsSource(picture, say('canvas'), addInput);
      change((before) => extending(picture, offer, before));
      onTaken();
    } catch (error) {
      setFault(sayError(error));
    }
    setIsBusy(false);
  };
  return (
    <>
      <Button icon={<FullscreenIcon />} isBusy={isBusy} onClick={() => void extend()}>{say('extend')}</Button>
      {fault !== '' && <p className="fault" role="alert">{fault}</p>}
    </>
  );
}
