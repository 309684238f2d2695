import { useMemo } from 'react';
import { listStyles } from '../../../api/studio-templates.ts';
import { useCall } from '../../../api/use-call.ts';
import { useWords } from '../../../language/use-words.ts';
import { STYLES } from '../desk/styles.ts';
import { styleOffers, type StyleOffer } from './style-list.ts';

export const STYLES_KEY = ['studio', 'styles'] as const;

/** All styles; until one's own are read (`isComing`), or where they can not be (`error`), those of the house. */
export function useStyles(isWanted: boolean): { offers: readonly StyleOffer[]; isComing: boolean; error: Error | null; again: () => void } {
  const { say } = useWords('studio');
  const { data, error, refetch } = useCall(STYLES_KEY, listStyles, { isOff: !isWanted });
  const offers = useMemo(() => styleOffers(data?.items ?? [], (style) => say(STYLES[style].word)), [data, say]);
  return { offers, isComing: isWanted && !data && !error, error: data ? null : error, again: () => void refetch() };
}
