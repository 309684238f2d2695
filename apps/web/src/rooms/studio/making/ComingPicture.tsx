import type { Picture } from '@komawari/contract';
import { getTask } from '../../../api/comics.ts';
import { useCall } from '../../../api/use-call.ts';
import { useWords } from '../../../language/use-words.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { CloseIcon } from '../../../ui/icons.ts';
import type { PictureActs } from '../history/use-picture-acts.ts';
import { useIsRunning } from './running.ts';

const ASK_MS = 1000;

/** A picture on its way: whether it waits or is drawn, how far where that is known, and the way to stop it. */
export function ComingPicture({ picture, acts }: { picture: Picture; acts: PictureActs }) {
  const { say, language } = useWords('studio');
  const isRunning = useIsRunning(picture.taskId) || picture.state === 'running';
  const { data: task } = useCall(['studio', 'task', picture.taskId], () => getTask(picture.taskId), { isOff: !isRunning, pollMs: ASK_MS });
  const { done, total } = task?.progress ?? { done: 0, total: 0 };
  const share = total > 0 ? done / total : undefined;
  return (
    <div className="coming" data-running={isRunning}>
      <p className="coming-words"><span role="status">{say(isRunning ? 'stateRunning' : 'stateQueued')}</span>{share !== undefined && <span className="number">{share.toLocaleString(language, { style: 'percent' })}</span>}</p>
      <progress className="coming-bar" value={share} max={1} aria-label={say('drawnShare')} />
      <span className="coming-stop"><IconButton label={say('stop')} icon={<CloseIcon />} onClick={() => void acts.cancel(picture)} /></span>
    </div>
  );
}
