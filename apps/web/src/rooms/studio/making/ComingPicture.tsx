import type { Picture } from '@komawari/contract';
import { useWords } from '../../../language/use-words.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { CloseIcon } from '../../../ui/icons.ts';
import type { PictureActs } from '../history/use-picture-acts.ts';
import { blurOf } from './becoming.ts';
import './becoming.css';
import { useIsRunning } from './running.ts';
import { useBecoming } from './use-becoming.ts';

/** A picture on its way: whether it waits or is drawn, how far and how it looks where that is known, and the way to stop it. */
export function ComingPicture({ picture, acts }: { picture: Picture; acts: PictureActs }) {
  const { say, language } = useWords('studio');
  const isRunning = useIsRunning(picture.taskId) || picture.state === 'running';
  const becoming = useBecoming(picture, isRunning);
  const share = becoming?.share ?? undefined;
  return (
    <div className="coming" data-running={isRunning}>
      {becoming?.webpB64 && <span className="becoming-frame"><img className="becoming" src={`data:image/webp;base64,${becoming.webpB64}`} alt="" decoding="sync" style={{ filter: `blur(${blurOf(becoming)}px)` }} /></span>}
      <p className="coming-words"><span role="status">{say(isRunning ? 'stateRunning' : 'stateQueued')}</span>{share !== undefined && <span className="number">{share.toLocaleString(language, { style: 'percent' })}</span>}</p>
      <progress className="coming-bar" value={share} max={1} aria-label={say('drawnShare')} />
      <span className="coming-stop"><IconButton label={say('stop')} icon={<CloseIcon />} onClick={() => void acts.cancel(picture)} /></span>
    </div>
  );
}
