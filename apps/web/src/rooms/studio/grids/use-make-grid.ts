import type { Generation, Grid, GridAxis, Recipe } from '@komawari/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { createGrid } from '../../../api/studio-grids.ts';
import { useWords } from '../../../language/use-words.ts';
import { newKey } from '../desk/use-make-pictures.ts';

/** Sends a grid. One that was sent and got no answer keeps its key, so that pressing again makes it once. */
export function useMakeGrid(onMade: (grid: Grid) => void) {
  const { sayError } = useWords('studio-grids');
  const client = useQueryClient();
  const [isBusy, setIsBusy] = useState(false);
  const [fault, setFault] = useState('');
  const sent = useRef<{ json: string; key: string }>(undefined);
  const make = async (asked: { recipe: Recipe; axes: readonly GridAxis[] }) => {
    if (isBusy) return;
    setIsBusy(true);
    setFault('');
    const json = JSON.stringify(asked);
    if (sent.current?.json !== json) sent.current = { json, key: newKey() };
    try {
      const grid = await createGrid({ ...asked, idempotencyKey: sent.current.key });
      sent.current = undefined;
      client.setQueryData(['studio', 'grid', grid.id], grid);
      client.setQueryData<Generation>(['studio', 'generation', grid.id], grid);
      void client.invalidateQueries({ queryKey: ['studio', 'grids'] });
      onMade(grid);
    } catch (error) {
      setFault(sayError(error));
    }
    setIsBusy(false);
  };
  return { make, isBusy, fault };
}
