import type { Generation, Recipe } from '@komawari/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { generatePictures } from '../../../api/studio.ts';
import { useWords } from '../../../language/use-words.ts';

export type MakePictures = {
  make: (recipe: Recipe) => Promise<void>;
  /** The same, for whoever says by itself what went wrong. */
  send: (recipe: Recipe) => Promise<void>;
  isBusy: boolean;
  fault: string;
  /** Somebody has pressed the button. */
  wasTried: boolean;
  noteTry: () => void;
};

/** Sends a recipe. One that was sent and got no answer keeps its key, so that pressing again makes it once. */
export function useMakePictures(onMade: (generation: Generation) => void): MakePictures {
  const { sayError } = useWords('studio');
  const client = useQueryClient();
  const [isBusy, setIsBusy] = useState(false);
  const [fault, setFault] = useState('');
  const [wasTried, setWasTried] = useState(false);
  const sent = useRef<{ json: string; key: string }>(undefined);
  const isOut = useRef(false);

  const send = useCallback(async (recipe: Recipe) => {
    const json = JSON.stringify(recipe);
    if (sent.current?.json !== json) sent.current = { json, key: newKey() };
    const generation = await generatePictures({ recipe, idempotencyKey: sent.current.key });
    sent.current = undefined;
    client.setQueryData(['studio', 'generation', generation.id], generation);
    onMade(generation);
  }, [client, onMade]);

  const make = async (recipe: Recipe) => {
    if (isOut.current) return;
    isOut.current = true;
    setIsBusy(true);
    setFault('');
    await send(recipe).then(() => setWasTried(false), (error: unknown) => setFault(sayError(error)));
    isOut.current = false;
    setIsBusy(false);
  };
  return { make, send, isBusy, fault, wasTried, noteTry: () => setWasTried(true) };
}

/** `crypto.randomUUID` is missing on plain http; random bytes are not. */
export function newKey(): string {
  return `web-${[...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
