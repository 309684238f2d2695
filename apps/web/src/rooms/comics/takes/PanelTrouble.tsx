import type { Comic } from '@komawari/contract';
import { useState } from 'react';
import { decidePanel, drawTake } from '../../../api/comics-drawing.ts';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { AlertIcon } from '../../../ui/icons.ts';
import { useOpenUpdate } from '../overview/making-context.ts';

type Props = { comicId: string; panel: Comic['panelStates'][number] | undefined; /** A take was asked for, or something was decided. */ onActed: () => void };
type Act = 'check' | 'resend' | 'abandon' | 'storyboard';

/** Why a panel has no picture, and what can be done: only a person sends again what may be charged twice. */
export function PanelTrouble({ comicId, panel, onActed }: Props) {
  const { say, sayError } = useWords('comics-takes');
  const { update } = useOpenUpdate();
  const [busy, setBusy] = useState<Act>();
  const [fault, setFault] = useState<string>();
  if (panel?.state !== 'unknown' && panel?.state !== 'refused' && panel?.state !== 'failed') return null;

  const act = (name: Act) => async () => {
    setBusy(name);
    setFault(undefined);
    try {
      if (name === 'storyboard') {
        await drawTake(comicId, panel.id, { request: '', artist: 'storyboard' });
        update();
      } else await decidePanel(comicId, panel.id, name);
      onActed();
    } catch (error) {
      setFault(sayError(error));
    }
    setBusy(undefined);
  };
  const button = (name: Act, word: string, isQuiet = false) => <Button key={name} look={isQuiet ? 'quiet' : 'plain'} isBusy={busy === name} disabled={busy !== undefined && busy !== name} onClick={() => void act(name)()}>{word}</Button>;
  return (
    <section className="panel-trouble" aria-labelledby="panel-trouble-title">
      <h3 id="panel-trouble-title"><AlertIcon aria-hidden="true" />{say(panel.state === 'unknown' ? 'troubleUnknown' : panel.state === 'refused' ? 'troubleRefused' : 'troubleFailed')}</h3>
      <p>{panel.state === 'unknown' ? say('troubleUnknownWhy') : (panel.error?.message ?? '')}</p>
      <div className="panel-trouble-acts">
        {panel.state === 'unknown' && [button('check', say('check')), button('resend', say('resend')), button('abandon', say('giveUp'), true)]}
        {panel.state !== 'unknown' && button('storyboard', say('byStoryboardInstead'))}
      </div>
      {fault !== undefined && <p className="fault" role="alert">{fault}</p>}
    </section>
  );
}
