import type { QueueRow } from '@komawari/contract';
import type { ReactNode } from 'react';
import { useWords } from '../../../language/use-words.ts';
import { Tag } from '../../../ui/Tag.tsx';
import { aspectOfSize } from '../desk/shapes.ts';
import { briefPrompt } from '../history/brief-prompt.ts';
import { useTime } from '../providers/use-time.ts';

const SHAPE_PX = 50;
const STATES = { drawing: 'stateRunning', waiting: 'stateQueued', paused: 'queueStatePaused' } as const;
const TONES = { drawing: 'live', waiting: 'plain', paused: 'warn' } as const;
const ABILITIES = { generate: 'canGenerate', vary: 'canVary', edit: 'canEdit', inpaint: 'canInpaint', outpaint: 'canOutpaint', upscale: 'canUpscale', 'cut-out': 'canCutOut' } as const;

/** What a row is called: by its words, or by whose it is. */
export function useRowName(): (row: QueueRow) => string {
  const { say } = useWords('studio');
  return ({ own, ownerName }) => (own ? briefPrompt(own.prompt) || say('noWords') : ownerName === null ? say('queueSomebody') : say('queuePictureOf', { name: ownerName }));
}

/** One picture on its way: its shape, its words, who draws it, how far it is. */
export function QueueRowView({ row, start, children }: { row: QueueRow; start?: ReactNode; children?: ReactNode }) {
  const { say, language } = useWords('studio');
  const time = useTime();
  const nameOf = useRowName();
  const model = [row.modelName ?? undefined, row.providerName ?? undefined].filter((name) => name !== undefined).join(' · ');
  const ability = ABILITIES[row.ability];
  const aspect = row.own ? aspectOfSize(row.own.size) : 1;
  return (
    <>
      {start}
      <span className="queue-place number">{row.position ?? ''}</span>
      <span className="queue-shape" aria-hidden="true"><span className="queue-drawn" data-open={row.own === null} style={{ aspectRatio: aspect, [aspect < 1 ? 'height' : 'width']: SHAPE_PX }} /></span>
      <div className="queue-words">
        <p className="queue-name" data-foreign={row.own === null}>{nameOf(row)}</p>
        <p className="queue-facts hint"><Tag tone={TONES[row.state]}>{say(STATES[row.state])}</Tag><span>{model === '' ? say('queueNoModel') : <bdi>{model}</bdi>}</span>{row.own === null && <span>{say(ability)}</span>}<span className="number">{say('queueAsked', { time: time(row.createdAt) })}</span></p>
        {row.state === 'drawing' && <p className="queue-share"><progress value={row.share ?? undefined} max={1} aria-label={say('drawnShare')} />{row.share !== null && <span className="number">{row.share.toLocaleString(language, { style: 'percent' })}</span>}</p>}
      </div>
      <div className="queue-acts">{children}</div>
    </>
  );
}
