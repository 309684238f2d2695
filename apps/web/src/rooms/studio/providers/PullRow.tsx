import type { ModelPull } from '@komawari/contract';
import { startPull, stopPull } from '../../../api/studio-hosts.ts';
import { useSend, type CallKey } from '../../../api/use-call.ts';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { AgainIcon } from '../../../ui/icons.ts';
import '../../../ui/progress.css';
import { bytesText, isOpen } from './pull-facts.ts';
import { useSecondsLeft } from './use-host.ts';

type Props = { providerId: string; pull: ModelPull; touches: readonly CallKey[] };

/** A model on its way, or one that did not arrive. */
export function PullRow({ providerId, pull, touches }: Props) {
  const { say, sayError, language } = useWords('studio-providers');
  const { model, state, isStopping, doneBytes, totalBytes, error } = pull;
  const secondsLeft = useSecondsLeft(pull);
  const stop = useSend(() => stopPull(providerId, model), { touches });
  const again = useSend(() => startPull(providerId, model), { touches });
  const label = say('fetching', { name: model });
  const failed = stop.error ?? again.error;
  const hasTotal = totalBytes > 0;
  return (
    <li className="progress">
      <p className="progress-words">
        <strong><bdi>{isOpen(pull) ? label : model}</bdi></strong>
        {state === 'running' && secondsLeft !== undefined && !isStopping && <span className="number">{secondsLeft < 90 ? say('secondsLeft', { count: Math.max(1, Math.round(secondsLeft)) }) : say('minutesLeft', { count: Math.round(secondsLeft / 60) })}</span>}
        {isOpen(pull) && hasTotal && <span className="number">{say('progressOf', { done: bytesText(doneBytes, language), total: bytesText(totalBytes, language) })}</span>}
        {isOpen(pull) && <Button look="quiet" aria-label={say('stopFetch', { name: model })} isBusy={stop.isPending || isStopping} onClick={() => stop.mutate(undefined)}>{say(isStopping ? 'stopping' : 'stop')}</Button>}
        {!isOpen(pull) && <Button look="quiet" icon={<AgainIcon />} aria-label={say('fetchAgainThing', { name: model })} isBusy={again.isPending} onClick={() => again.mutate(undefined)}>{say('fetchAgain')}</Button>}
      </p>
      {isOpen(pull) && <progress value={hasTotal ? doneBytes : undefined} max={hasTotal ? totalBytes : undefined} aria-label={label} data-live={state === 'running'} />}
      {!isOpen(pull) && <p className={error ? 'fault' : 'hint'}>{error?.message ?? say('fetchStopped')}</p>}
      {state === 'queued' && hasTotal && <p className="hint">{say('fetchWaits')}</p>}
      {failed && <p className="fault" role="alert">{sayError(failed)}</p>}
    </li>
  );
}
