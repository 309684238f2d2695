import { useMemo } from 'react';
import { useSession } from '../../../frame/use-session.ts';
import { useWords } from '../../../language/use-words.ts';

/** The time of day in the reader's zone, as their language writes it. */
export function useTime(): (at: string) => string {
  const { language } = useWords();
  const zone = useSession().user?.timeZone ?? undefined;
  return useMemo(() => {
    const times = new Intl.DateTimeFormat(language, { timeStyle: 'short', timeZone: zone });
    return (at) => times.format(new Date(at));
  }, [language, zone]);
}
