import { listQueue } from '../../../api/studio-queue.ts';
import { useCall } from '../../../api/use-call.ts';
import { useWords } from '../../../language/use-words.ts';
import { ButtonLink } from '../../../ui/Button.tsx';
import './queue.css';

const ASK_MS = 3000;

/** The way to the queue, with the number of one's pictures that wait. */
export function QueueLink({ isBusy }: { isBusy: boolean }) {
  const { say } = useWords('studio');
  const { data } = useCall(['studio', 'queue', 'count'], (signal) => listQueue('mine', signal, 1), isBusy ? { pollMs: ASK_MS } : {});
  const waiting = data?.waiting ?? 0;
  return <ButtonLink to="/studio/queue" look="quiet" aria-label={waiting > 0 ? say('queueCount', { count: waiting }) : undefined}>{say('queue')}{waiting > 0 && <span className="queue-count number">{waiting}</span>}</ButtonLink>;
}
