import type { Me } from '@komawari/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { chooseTheme } from '../../../frame/theme.ts';
import { changeSession } from '../../../frame/use-session.ts';
import { speak } from '../../../language/i18n.ts';
import { useWords } from '../../../language/use-words.ts';
import { showToast } from '../../../ui/toast.ts';
import { safeNext } from './rules.ts';

/** The end of every way in: to the second step, the mail, the waiting room, or where the visitor wanted to go. */
export function useEnter(): (me: Me, next?: string) => Promise<void> {
  const { say } = useWords('accounts');
  const client = useQueryClient();
  const router = useRouter();
  return async (me, next) => {
    if (me.nextStep === 'second-factor') return router.navigate({ to: '/sign-in/code', search: { next } });
    if (me.nextStep === 'check-mail') return router.navigate({ to: '/check-mail', replace: true });
    await changeSession(client, me);
    if (me.user?.language) await speak(me.user.language);
    if (me.user && me.user.theme !== 'system') chooseTheme(me.user.theme);
    if (me.notice === 'deletion-cancelled') showToast({ text: say('deletionCancelled'), stayMs: 15_000 });
    if (me.pendingApproval) return router.navigate({ to: '/waiting', replace: true });
    router.history.replace(safeNext(next));
  };
}
