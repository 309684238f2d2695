import type { Board } from '@komawari/contract';
import { useMemo } from 'react';
import { listBoards, listTags } from '../../../api/studio.ts';
import { useCall } from '../../../api/use-call.ts';
import type { Label } from './labels.ts';

export type BoardLabel = Label & Pick<Board, 'id' | 'count'>;

/** All tags and boards of one's pictures; `boards` is undefined until they are known. */
export function useLabels(): { tags: readonly (Label & { count: number })[]; boards: readonly BoardLabel[] | undefined } {
  const { data: tags } = useCall(['studio', 'tags'], listTags);
  const { data: boards } = useCall(['studio', 'boards'], listBoards);
  return useMemo(() => ({
    tags: (tags?.items ?? []).map(({ tag, count }) => ({ id: tag, word: tag, count })),
    boards: boards?.items.map(({ id, name, count }) => ({ id, word: name, count })),
  }), [tags, boards]);
}
