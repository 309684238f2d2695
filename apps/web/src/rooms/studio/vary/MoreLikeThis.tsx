import type { PictureWithRecipe } from '@komawari/contract';
import { useState } from 'react';
import { addInput } from '../../../api/studio.ts';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { LayersIcon } from '../../../ui/icons.ts';
import { blobOfPicture } from '../picture/bytes-of-picture.ts';
import { useStudio } from '../studio-context.ts';
import { variationOf, variationOffer } from './variation.ts';

/** Four more like this one; not there where no model can. */
export function MoreLikeThis({ picture, onMade }: { picture: PictureWithRecipe; onMade: () => void }) {
  const { say, sayError } = useWords('studio');
  const { draft, offers, make } = useStudio();
  const [isBusy, setIsBusy] = useState(false);
  const [fault, setFault] = useState('');
  const offer = variationOffer(picture, draft, offers);
  if (!offer) return null;
  const vary = async () => {
    setIsBusy(true);
    setFault('');
    try {
      const source = await addInput(await blobOfPicture(picture), () => undefined);
      await make(variationOf(picture, offer, source.id));
      onMade();
    } catch (error) {
      setFault(sayError(error));
    }
    setIsBusy(false);
  };
  return (
    <>
      <Button icon={<LayersIcon />} isBusy={isBusy} onClick={() => void vary()}>{say('moreLikeThis')}</Button>
      {fault !== '' && <p className="fault" role="alert">{fault}</p>}
    </>
  );
}
