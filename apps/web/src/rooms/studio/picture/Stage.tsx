import type { Picture } from '@komawari/contract';
import { useRef, useState, type CSSProperties } from 'react';
import { useShortcut } from '../../../frame/shortcuts/use-shortcut.ts';
import { useWords } from '../../../language/use-words.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { AddIcon, FitIcon, LessIcon } from '../../../ui/icons.ts';
import { useGestures } from '../../comics/reader/use-gestures.ts';
import { ZOOM_STEP } from '../../comics/reader/zoom.ts';
import { briefPrompt } from '../history/brief-prompt.ts';
import { ComingPicture } from '../making/ComingPicture.tsx';
import { isComing, isThere, STATE_WORDS } from '../making/picture-states.ts';
import { TroubleActs } from '../making/TroubledPicture.tsx';
import { useStudio } from '../studio-context.ts';

/** The picture itself: looked at closer by wheel, fingers, two taps or keys; a swipe goes on. */
export function Stage({ picture, isClear, onSwipe }: { picture: Picture; /** What shines through it is seen on squares. */ isClear: boolean; onSwipe: (dx: number) => void }) {
  const { say } = useWords('studio');
  const { acts } = useStudio();
  const stage = useRef<HTMLDivElement>(null);
  const [isSharp, setIsSharp] = useState(false);
  const { zoom, reset, closer, handlers } = useGestures(stage, { swipe: (dx, dy) => { if (Math.abs(dx) > 50 && Math.abs(dx) > Math.abs(dy)) onSwipe(dx); }, tap: () => undefined });
  useShortcut('studio.closer', '+', () => closer(ZOOM_STEP), { word: say('closer'), inDialog: true });
  useShortcut('studio.farther', '-', () => closer(1 / ZOOM_STEP), { word: say('farther'), inDialog: true });
  useShortcut('studio.whole', '0', reset, { word: say('whole'), inDialog: true });
  if (!isThere(picture)) {
    return (
      <div className="stage stage-none">
        {isComing(picture) ? <div className="stage-coming"><ComingPicture picture={picture} acts={acts} /></div> : (
          <div className="stage-trouble">
            <p className="troubled-state">{say(STATE_WORDS[picture.state])}</p>
            <p>{picture.state === 'unknown' ? say('unknownWhy') : picture.error?.message}</p>
            {picture.deletedAt === null && <TroubleActs picture={picture} acts={acts} />}
          </div>
        )}
      </div>
    );
  }
  return (
    <>
      <div ref={stage} className="stage" data-zoomed={zoom.scale > 1} {...handlers}>
        <div className="stage-move" style={{ transform: `translate(${zoom.x}px, ${zoom.y}px) scale(${zoom.scale})` }}>
          {!isSharp && picture.thumbnailUrl !== null && <img className="stage-picture" src={picture.thumbnailUrl} alt="" draggable={false} width={picture.width} height={picture.height} />}
          <img className="stage-picture" data-waits={!isSharp} data-clear={isClear} style={isClear ? ({ '--ratio': picture.width / picture.height } as CSSProperties) : undefined} src={picture.url} alt={briefPrompt(picture.prompt) || say('noWords')} draggable={false} width={picture.width} height={picture.height} onLoad={() => setIsSharp(true)} />
        </div>
      </div>
      <div className="stage-zoom">
        <IconButton label={say('farther')} icon={<LessIcon />} disabled={zoom.scale <= 1} onClick={() => closer(1 / ZOOM_STEP)} />
        <output className="number">{Math.round(zoom.scale * 100)} %</output>
        <IconButton label={say('closer')} icon={<AddIcon />} onClick={() => closer(ZOOM_STEP)} />
        <IconButton label={say('whole')} icon={<FitIcon />} disabled={zoom.scale <= 1} onClick={reset} />
      </div>
    </>
  );
}
