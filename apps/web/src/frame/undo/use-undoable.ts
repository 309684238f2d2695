import { useQueryClient } from '@tanstack/react-query';
import type { CallKey } from '../../api/use-call.ts';
import { useWords } from '../../language/use-words.ts';
import { closeToast, showToast } from '../../ui/toast.ts';
import { onSessionChange } from '../use-session.ts';
import { forgetSteps, pushStep, takeStep } from './undo-stack.ts';

onSessionChange(forgetSteps);

type Act = {
  /** What was done, for the toast: "“The last bus” lies in the trash." */
  text: string;
  run: () => Promise<unknown>;
  back: () => Promise<unknown>;
  /** Read again when it is done, undone, or has failed. */
  touches: readonly CallKey[];
};

/**
 * Does it at once and offers to take it back, by the toast or by Ctrl+Z: instead of asking whether one is sure. Resolves to
 * false when it could not be done; the reader has been told then.
 */
export function useUndoable(): (act: Act) => Promise<boolean> {
  const client = useQueryClient();
  const { say, sayError } = useWords();
  return async ({ text, run, back, touches }) => {
    const settle = () => touches.forEach((queryKey) => void client.invalidateQueries({ queryKey }));
    const attempt = async (work: () => Promise<unknown>) => {
      try {
        await work();
        return true;
      } catch (error) {
        showToast({ text: sayError(error), isFault: true });
        return false;
      } finally {
        settle();
      }
    };
    if (!(await attempt(run))) return false;
    const stepId = pushStep(async () => {
      closeToast(toastId);
      await attempt(back);
    }, () => closeToast(toastId));
    const toastId = showToast({ text, action: { word: say('undo'), onChoose: () => void takeStep(stepId)?.back() } });
    return true;
  };
}
