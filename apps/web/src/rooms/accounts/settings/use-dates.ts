import { useMemo } from 'react';
import { useSession } from '../../../frame/use-session.ts';
import { useWords } from '../../../language/use-words.ts';

const STEPS = [['day', 86_400_000], ['hour', 3_600_000], ['minute', 60_000]] as const;

/** Moments as the reader writes them: `day` for a date, `ago` for how long it is, in their time zone. */
export function useDates(): { day: (at: string) => string; moment: (at: string) => string; ago: (at: string) => string } {
  const { language } = useWords();
  const { user } = useSession();
  const zone = user?.timeZone ?? undefined;
  return useMemo(() => {
    const days = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: zone });
    const moments = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone: zone });
    const since = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
    return {
      day: (at) => days.format(new Date(at)),
      moment: (at) => moments.format(new Date(at)),
      ago: (at) => {
        const passedMs = Date.now() - Date.parse(at);
        if (passedMs > 30 * 86_400_000) return days.format(new Date(at));
        const [unit, ms] = STEPS.find(([, size]) => passedMs >= size) ?? ['minute', 60_000];
        return since.format(-Math.floor(Math.max(0, passedMs) / ms), unit);
      },
    };
  }, [language, zone]);
}
