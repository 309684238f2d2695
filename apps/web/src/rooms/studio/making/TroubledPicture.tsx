import type { Picture } from '@komawari/contract';
import { useState } from 'react';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import type { PictureActs } from '../history/use-picture-acts.ts';
import { mayRetry, STATE_WORDS } from './picture-states.ts';

type Props = { picture: Picture; acts: PictureActs; isTrash: boolean };

/** Why there is no picture, and what can be done. */
export function TroubledPicture({ picture, acts, isTrash }: Props) {
  const { say } = useWords('studio');
  return (
    <div className="troubled" data-unknown={picture.state === 'unknown'}>
      <p className="troubled-state">{say(STATE_WORDS[picture.state])}</p>
      <p className="troubled-why">{picture.state === 'unknown' ? say('unknownBrief') : (picture.error?.message ?? '')}</p>
      {!isTrash && <TroubleActs picture={picture} acts={acts} />}
    </div>
  );
}

/** For what failed: again. For what nobody knows: look, send again, give up; only a person may send it again. */
export function TroubleActs({ picture, acts }: Omit<Props, 'isTrash'>) {
  const { say } = useWords('studio');
  const [busy, setBusy] = useState<string>();
  const act = (name: string, run: () => Promise<unknown>) => async () => {
    setBusy(name);
    await run();
    setBusy(undefined);
  };
  if (picture.state === 'unknown') {
    return (
      <div className="troubled-acts">
        <Button isBusy={busy === 'check'} onClick={act('check', () => acts.decide(picture, 'check'))}>{say('check')}</Button>
        <Button isBusy={busy === 'resend'} onClick={act('resend', () => acts.decide(picture, 'resend'))}>{say('resend')}</Button>
        <Button look="quiet" isBusy={busy === 'abandon'} onClick={act('abandon', () => acts.decide(picture, 'abandon'))}>{say('abandon')}</Button>
      </div>
    );
  }
  if (!mayRetry(picture)) return null;
  return <div className="troubled-acts"><Button isBusy={busy === 'retry'} onClick={act('retry', () => acts.retry(picture))}>{say('drawAgain')}</Button></div>;
}
