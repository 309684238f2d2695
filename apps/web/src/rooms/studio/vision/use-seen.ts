import { UI_LANGUAGES, type ModelRef, type Seen, type SeenKind } from '@komawari/contract';
import { useEffect, useRef, useState } from 'react';
import { seePicture } from '../../../api/studio-vision.ts';
import { useWords } from '../../../language/use-words.ts';

/** Asks a model what is on a picture, one question at a time; what it said of each kind stays. Leaving ends the question. */
export function useSeen(pictureId: string) {
  const { sayError, language } = useWords('studio-vision');
  const [asking, setAsking] = useState<SeenKind>();
  const [fault, setFault] = useState('');
  const [seen, setSeen] = useState<Partial<Record<SeenKind, Seen>>>({});
  const out = useRef<AbortController>(undefined);
  useEffect(() => () => out.current?.abort(), []);

  const ask = async (kind: SeenKind, model: ModelRef | undefined) => {
    out.current?.abort();
    const control = new AbortController();
    out.current = control;
    setAsking(kind);
    setFault('');
    try {
      const known = UI_LANGUAGES.find((one) => one === language);
      const answer = await seePicture(pictureId, { kind, isFresh: false, ...(known ? { language: known } : {}), ...(model ? { model } : {}) }, control.signal);
      if (!control.signal.aborted) setSeen((before) => ({ ...before, [kind]: answer }));
    } catch (error) {
      if (!control.signal.aborted) setFault(sayError(error));
    }
    if (out.current === control) setAsking(undefined);
  };
  const stop = () => {
    out.current?.abort();
    setAsking(undefined);
  };
  return { asking, fault, seen, ask, stop };
}
