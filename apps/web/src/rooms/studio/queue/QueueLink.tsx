import type { QueueList } from '@komawari/contract';
import { useQueryClient } from '@tanstack/react-query';
import { listQueue } from '../../../api/studio-queue.ts';
import { useCall } from '../../../api/use-call.ts';
import { useWords } from '../../../language/use-words.ts';
import { ButtonLink } from '../../../ui/Button.tsx';
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx';
import './queue.css';

const KEY = ['studio', 'queue', 'count'] as const;
const ASK_MS = 3000;
const IDLE_MS = 20_000;

/** The way to the queue, with the number of one's pictures that wait. */
export function QueueLink({ isBusy }: { isBusy: boolean }) {
  const { say } = useWords('studio');
  const known = useQueryClient().getQueryData<QueueList>(KEY)?.waiting ?? 0;
  const { data } = useCall(KEY, (signal) => listQueue('mine', signal, 1), { pollMs: isBusy || known > 0 ? ASK_MS : IDLE_MS });
  const waiting = data?.waiting ?? 0;
  return (
    <ButtonLink to="/studio/queue" look="quiet">
      {waiting === 0 ? say('queue') : <><span aria-hidden="true">{say('queue')}</span><span aria-hidden="true" className="queue-count number">{waiting}</span><VisuallyHidden>{say('queueCount', { count: waiting })}</VisuallyHidden></>}
    </ButtonLink>
  );
}
