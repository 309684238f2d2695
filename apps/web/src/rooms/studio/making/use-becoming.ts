import type { Becoming, Picture } from '@komawari/contract';
import { useQueryClient } from '@tanstack/react-query';
import { getBecoming } from '../../../api/studio-previews.ts';
import { useCall } from '../../../api/use-call.ts';
import { withPreview } from './becoming.ts';
import { noteRunning } from './running.ts';

const ASK_MS = 1000;

/** How far a picture is and how it looks by now, asked again and again while it is drawn. */
export function useBecoming({ id, taskId }: Pick<Picture, 'id' | 'taskId'>, isRunning: boolean): Becoming | undefined {
  const client = useQueryClient();
  const key = ['studio', 'becoming', id] as const;
  const { data } = useCall(key, async (signal) => {
    const known = client.getQueryData<Becoming>(key);
    const answer = await getBecoming(id, known?.webpB64 ? (known.at ?? 0) : 0, signal);
    // It went back to wait, which no event tells.
    if (!answer.isBegun) noteRunning(new Map([[taskId, false]]));
    return withPreview(answer, known);
  }, { isOff: !isRunning, pollMs: ASK_MS });
  return isRunning ? data : undefined;
}
