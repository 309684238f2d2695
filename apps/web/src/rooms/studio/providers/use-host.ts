import type { ModelPull } from '@komawari/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { listPulls, showHost } from '../../../api/studio-hosts.ts';
import { useCall, type CallKey } from '../../../api/use-call.ts';
import { isOpen, secondsLeftOf, withSample, type Sample } from './pull-facts.ts';
import { PROVIDERS_KEY } from './use-providers.ts';

const hostKey = (providerId: string): CallKey => ['studio', 'host', providerId];
const pullsKey = (providerId: string): CallKey => ['studio', 'pulls', providerId];

/** A machine is asked itself each time; others may load models there too. */
const HOST_MS = 15_000;
const PULLS_MS = 10_000;
const MOVING_MS = 1000;

/** What a provider's machine has and fetches. Nothing is asked of one that is switched off. */
export function useHost(providerId: string, isOff: boolean) {
  const client = useQueryClient();
  const [pollMs, setPollMs] = useState(PULLS_MS);
  const host = useCall(hostKey(providerId), (signal) => showHost(providerId, signal), { isOff, pollMs: HOST_MS });
  const pulls = useCall(pullsKey(providerId), (signal) => listPulls(providerId, signal), { isOff: isOff || host.data?.canFetch !== true, pollMs });
  const open = (pulls.data?.items ?? []).filter(isOpen).map(({ taskId }) => taskId).join(' ');
  const before = useRef(open);
  useEffect(() => {
    setPollMs(open === '' ? PULLS_MS : MOVING_MS);
    const hasEnded = before.current.split(' ').some((taskId) => taskId !== '' && !open.includes(taskId));
    before.current = open;
    // What has arrived is on the disk, and offered.
    if (hasEnded) for (const queryKey of [hostKey(providerId), PROVIDERS_KEY]) void client.invalidateQueries({ queryKey });
  }, [open, client, providerId]);
  return { host: host.data, retry: () => void host.refetch(), pulls: pulls.data?.items ?? [], touches: [hostKey(providerId), pullsKey(providerId)] };
}

/** Seconds until a model is there, by how fast it came while this page looked. */
export function useSecondsLeft({ taskId, doneBytes, totalBytes }: ModelPull): number | undefined {
  const [seen, setSeen] = useState<{ taskId: string; samples: readonly Sample[] }>({ taskId, samples: [] });
  useEffect(() => {
    setSeen((known) => ({ taskId, samples: withSample(known.taskId === taskId ? known.samples : [], { atMs: performance.now(), doneBytes }) }));
  }, [taskId, doneBytes]);
  return secondsLeftOf(seen.samples, totalBytes);
}
