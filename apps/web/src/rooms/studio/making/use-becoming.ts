import type { Becoming } from '@komawari/contract';
import { useQueryClient } from '@tanstack/react-query';
import { getBecoming } from '../../../api/studio-previews.ts';
import { useCall } from '../../../api/use-call.ts';
import { withPreview } from './becoming.ts';

const ASK_MS = 1000;

/** How far a picture is and how it looks by now, asked again and again while it is drawn. */
export function useBecoming(pictureId: string, isRunning: boolean): Becoming | undefined {
  const client = useQueryClient();
  const key = ['studio', 'becoming', pictureId] as const;
  const { data } = useCall(key, async (signal) => {
    const known = client.getQueryData<Becoming>(key);
    return withPreview(await getBecoming(pictureId, known?.webpB64 ? (known.at ?? 0) : 0, signal), known);
  }, { isOff: !isRunning, pollMs: ASK_MS });
  return isRunning ? data : undefined;
}
