import { mayEnlarge } from '@komawari/contract/studio-check';
import type { Picture } from '@komawari/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { enlargePicture } from '../../../api/studio.ts';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { FitIcon } from '../../../ui/icons.ts';
import { addPictures } from '../history/use-wall.ts';

const FACTORS = [2, 4] as const;

/** Larger by Lanczos, free: a new picture, the newest of the wall. Only what can be made is offered. */
export function EnlargeButtons({ picture, onMade }: { picture: Picture; onMade: () => void }) {
  const { say, sayError } = useWords('studio');
  const client = useQueryClient();
  const [busy, setBusy] = useState<2 | 4>();
  const [fault, setFault] = useState('');
  const enlarge = async (factor: 2 | 4) => {
    setBusy(factor);
    setFault('');
    try {
      const generation = await enlargePicture(picture.id, factor);
      client.setQueryData(['studio', 'generation', generation.id], generation);
      addPictures(client, generation.pictures);
      onMade();
    } catch (error) {
      setFault(sayError(error));
    }
    setBusy(undefined);
  };
  const factors = FACTORS.filter((factor) => mayEnlarge(picture, factor));
  return (
    <>
      {factors.map((factor) => <Button key={factor} icon={<FitIcon />} isBusy={busy === factor} onClick={() => void enlarge(factor)}>{say('enlargeBy', { n: factor })}</Button>)}
      {factors.length === 0 && <p className="hint">{say('enlargeNone')}</p>}
      {fault !== '' && <p className="fault" role="alert">{fault}</p>}
    </>
  );
}
