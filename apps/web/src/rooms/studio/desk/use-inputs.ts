import { useCallback, useState } from 'react';
import { addInput } from '../../../api/studio.ts';
import type { HeldInput } from './draft.ts';
import { smallPictureOf } from './small-picture.ts';
import type { DraftChange } from './use-studio-draft.ts';

export type InputRole = 'source' | 'reference';
/** On its way to the server, or refused there. */
export type Coming = { key: number; name: string; role: InputRole; share: number; error: unknown };

let lastKey = 0;

/** Pictures that are given: sent at once, shown small, kept in the draft by their id. */
export function useInputs(change: (change: DraftChange) => void) {
  const [coming, setComing] = useState<readonly Coming[]>([]);
  const update = (key: number, part: Partial<Coming>) => setComing((before) => before.map((one) => (one.key === key ? { ...one, ...part } : one)));
  const drop = useCallback((key: number) => setComing((before) => before.filter((one) => one.key !== key)), []);

  const add = useCallback(async (file: Blob, name: string, role: InputRole): Promise<HeldInput | undefined> => {
    lastKey += 1;
    const key = lastKey;
    setComing((before) => [...before, { key, name, role, share: 0, error: undefined }]);
    try {
      const [thumb, stored] = await Promise.all([smallPictureOf(file), addInput(file, (share) => update(key, { share }))]);
      const held = { ...stored, thumb };
      change((before) => (role === 'source' ? { source: held } : { references: [...before.references, held] }));
      drop(key);
      return held;
    } catch (error) {
      update(key, { error });
      return undefined;
    }
  }, [change, drop]);

  return { coming, add, drop };
}

export type Inputs = ReturnType<typeof useInputs>;
