import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { followStream } from '../../../api/follow-stream.ts';
import { getGeneration } from '../../../api/studio.ts';
import { useCall } from '../../../api/use-call.ts';
import { notePictures } from '../history/use-wall.ts';
import { noteRunning, runningIn } from './running.ts';

const POLL_MS = 3000;

/** Keeps what is being drawn up to date: by its stream where it has one, by asking again where not. Shows nothing itself. */
export function FollowedGeneration({ generationId, isStreamed }: { generationId: string; isStreamed: boolean }) {
  const client = useQueryClient();
  const [isLost, setIsLost] = useState(false);
  const { data, isFetchedAfterMount } = useCall(['studio', 'generation', generationId], (signal) => getGeneration(generationId, signal), !isStreamed || isLost ? { pollMs: POLL_MS } : {});

  useEffect(() => {
    // What was known when it ended the last time is older than the wall, where it is drawn again.
    if (data && isFetchedAfterMount) notePictures(client, data.pictures);
  }, [client, data, isFetchedAfterMount]);

  useEffect(() => {
    if (!isStreamed) return undefined;
    return followStream(generationId, {
      onEvents(events) {
        const { running, hasEnded } = runningIn(events.map(({ event }) => event));
        noteRunning(running);
        if (hasEnded) void client.invalidateQueries({ queryKey: ['studio', 'generation', generationId] });
      },
      onLost: setIsLost,
    });
  }, [client, generationId, isStreamed]);
  return null;
}
