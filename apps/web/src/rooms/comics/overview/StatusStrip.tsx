import { useState } from 'react';
import { cancelComic, continueComic } from '../../../api/comics.ts';
import { decideScript, pauseComic } from '../../../api/comics-drawing.ts';
import { useSend } from '../../../api/use-call.ts';
import type { WordKey } from '../../../language/namespaces.ts';
import { useWords, type Say } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { AlertIcon, AgainIcon, PauseIcon, PlayIcon, StopIcon } from '../../../ui/icons.ts';
import { ProgressBar } from '../../../ui/ProgressBar.tsx';
import { countDrawn, countReady, doingOf, isEnded, secondsLeft, type Doing, type Making } from './making.ts';

type Props = { making: Making; isLost: boolean; onChanged: () => void; onUpdate: () => void };

/** What is happening or why it has ended, how far it is, and the one thing to do now. Nothing when the book is finished. */
export function StatusStrip({ making, isLost, onChanged, onUpdate }: Props) {
  const { say, sayError } = useWords('comics-overview');
  const { comic } = making;
  const act = useSend((action: (comicId: string) => Promise<unknown>) => action(comic.id), { touches: [['comics', 'list']], onDone: onChanged });
  // What is being drawn may take some seconds to end: until then nothing else can be asked for.
  const [isStopping, setIsStopping] = useState(false);
  const hasEnded = isEnded(comic.state);
  if (isStopping && hasEnded) setIsStopping(false);
  const stop = () => {
    setIsStopping(true);
    act.mutate(cancelComic, { onError: () => setIsStopping(false) });
  };
  if (comic.state === 'done' || (comic.isScriptOnly && comic.state === 'incomplete')) return null;

  const isScriptLost = comic.revision === 0 && (comic.state === 'unknown' || comic.error?.code === 'tasks.unknown');
  const mayContinue = comic.state === 'incomplete' || comic.state === 'cancelled' || comic.revision === 0;
  const goOn = () => (mayContinue ? act.mutate(continueComic) : onUpdate());
  return (
    <section className="status-strip" data-state={comic.state}>
      <Progress making={making} isLost={isLost} isStopping={isStopping} />
      <div className="status-acts">
        {!hasEnded && !comic.isPaused && <Button icon={<PauseIcon />} isBusy={act.isPending || isStopping} onClick={() => act.mutate(pauseComic)}>{say('pause')}</Button>}
        {!hasEnded && !comic.isPaused && <Button look="quiet" icon={<StopIcon />} isBusy={act.isPending || isStopping} onClick={stop}>{say('stopMaking')}</Button>}
        {hasEnded && isScriptLost && <Button isBusy={act.isPending} onClick={() => act.mutate((id) => decideScript(id, 'resend'))}>{say('scriptResend')}</Button>}
        {hasEnded && isScriptLost && <Button look="quiet" isBusy={act.isPending} onClick={() => act.mutate((id) => decideScript(id, 'abandon'))}>{say('scriptGiveUp')}</Button>}
        {hasEnded && !isScriptLost && comic.state !== 'refused' && (
          <Button look="primary" icon={mayContinue ? <PlayIcon /> : <AgainIcon />} isBusy={act.isPending} onClick={goOn}>{say(comic.isPaused ? 'goOn' : mayContinue && comic.revision > 0 ? 'continueUnfinished' : 'tryAgain')}</Button>
        )}
      </div>
      {hasEnded && isScriptLost && <p className="hint">{say('scriptLostWhy')}</p>}
      {comic.error && hasEnded && comic.state !== 'cancelled' && <p className="fault" role="alert"><AlertIcon aria-hidden="true" />{comic.error.code === 'server.error' ? say('endOurFault') : comic.error.message}</p>}
      {act.error !== null && <p className="fault" role="alert"><AlertIcon aria-hidden="true" />{sayError(act.error)}</p>}
    </section>
  );
}

function Progress({ making, isLost, isStopping }: { making: Making; isLost: boolean; isStopping: boolean }) {
  const { say } = useWords('comics-overview');
  const { comic } = making;
  const doing = doingOf(making);
  const counted = 'total' in doing ? doing : countReady(comic);
  const isLive = doing.step !== 'ended' && !comic.isPaused && !isStopping;
  const words = isStopping && doing.step !== 'ended' ? say('stopping') : isLost && isLive ? say('reconnecting') : sayDoing(making, doing, say);
  return <ProgressBar label={words} done={counted.done} total={doing.step === 'planning' ? 0 : counted.total} secondsLeft={isLive ? secondsLeft(making) : undefined} isLive={isLive} />;
}

const STEPS: Readonly<Record<Doing['step'], WordKey<'comics-overview'>>> = { queued: 'doQueued', writing: 'doWriting', planning: 'doPlanning', drawing: 'doDrawing', lettering: 'doLettering', ended: 'endIncomplete' };
const ENDS: Readonly<Record<string, WordKey<'comics-overview'>>> = { incomplete: 'endIncomplete', failed: 'endFailed', refused: 'endRefused', cancelled: 'endCancelled', unknown: 'endUnknown' };

function sayDoing({ comic }: Making, doing: Doing, say: Say<'comics-overview'>): string {
  const { done, total } = countDrawn(comic);
  if (doing.step === 'ended' && comic.state === 'incomplete' && !comic.isPaused && total > 0 && done >= total) return say('endPagesMissing');
  if (doing.step === 'ended') return say(comic.isPaused ? 'endPaused' : (ENDS[comic.state] ?? 'endIncomplete'));
  if (comic.isPaused) return say('pausing');
  return say(STEPS[doing.step], 'n' in doing ? { n: doing.n } : {});
}
