import type { Panel } from '@komawari/comic';
import type { Comic, Take } from '@komawari/contract';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useEffectEvent, useRef, useState, type DragEvent, type KeyboardEvent } from 'react';
import { useShortcut } from '../../../frame/shortcuts/use-shortcut.ts';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { BackIcon, CheckIcon, CompareIcon, CropIcon, ForwardIcon, LockIcon, RejectIcon, UndoIcon, UnlockIcon } from '../../../ui/icons.ts';
import type { OpenBook } from '../book/use-book.ts';
import { isEnded } from '../overview/making.ts';
import { useOpenUpdate } from '../overview/making-context.ts';
import { useFrames } from '../overview/use-frames.ts';
import { CompareStage } from './CompareStage.tsx';
import { CropTool } from './CropTool.tsx';
import { OwnPicture } from './OwnPicture.tsx';
import { PanelTrouble } from './PanelTrouble.tsx';
import { RedrawForm } from './RedrawForm.tsx';
import { TakeFacts } from './TakeFacts.tsx';
import { TakeStage } from './TakeStage.tsx';
import { TakeStrip } from './TakeStrip.tsx';
import { besides, canCompare, isComing, lookedAt, numberOf, shownTake } from './take-order.ts';
import { useTakeActs } from './use-take-acts.ts';

const TAKES_MAX = 8;

type Props = { comic: Comic; panel: Panel; book: OpenBook; takes: readonly Take[]; reload: () => void };

export function PanelTakes({ comic, panel, book, takes, reload }: Props) {
  const { say } = useWords('comics-takes');
  const search = useSearch({ from: '/comics/$comicId/panels/$panelId' });
  const navigate = useNavigate({ from: '/comics/$comicId/panels/$panelId' });
  const { isWaiting, isSending } = useOpenUpdate();
  const frames = useFrames(comic);
  const [isCropping, setIsCropping] = useState(false);
  const [isOver, setIsOver] = useState(false);
  const request = useRef<HTMLInputElement>(null);

  const look = (next: { take?: string; compare?: string[] }) => void navigate({ search: next, replace: true, resetScroll: false });
  const acts = useTakeActs({ comicId: comic.id, panelId: panel.id, book, reload, onNew: (take) => look({ take: take.id }) });
  const take = lookedAt(takes, search.take, panel.adoptedTakeId);
  const shown = shownTake(takes, panel.adoptedTakeId);
  const frame = frameOf(panel.id, frames) ?? { width: take?.width || 4, height: take?.height || 3 };
  const nameOf = (one: Take) => say(one.provider === 'own' ? 'takeOwn' : 'takeNumber', { n: numberOf(takes, one.id) });
  const isFull = takes.filter((one) => !one.isRejected && (one.state === 'done' || !isEnded(one.state))).length >= TAKES_MAX;
  const canAdopt = take !== undefined && take.state === 'done' && !take.isRejected && take.id !== shown?.id && !panel.isLocked;

  const at = comic.panelStates.findIndex((one) => one.id === panel.id);
  const goTo = (step: 1 | -1) => {
    const next = comic.panelStates[at + step];
    if (next) void navigate({ to: '/comics/$comicId/panels/$panelId', params: { comicId: comic.id, panelId: next.id }, search: {}, replace: true, resetScroll: false });
  };
  const compared = search.compare;
  const select = (one: Take) => {
    setIsCropping(false);
    if (!compared) return look({ take: one.id });
    look({ ...search, compare: compared.includes(one.id) ? compared.filter((id) => id !== one.id) : [...compared, one.id] });
  };
  const adopt = () => { if (canAdopt) acts.adopt(take); };
  const keys = { adopt: useShortcut('takes.adopt', 'A', adopt, { word: say('adopt'), inDialog: true }), lock: useShortcut('takes.lock', 'L', () => acts.lock(!panel.isLocked), { word: say('lock'), inDialog: true }) };
  useShortcut('takes.redraw', 'R', () => request.current?.focus(), { word: say('redraw'), inDialog: true });
  useShortcut('takes.next-panel', ']', () => goTo(1), { word: say('nextPanel'), inDialog: true });
  useShortcut('takes.previous-panel', '[', () => goTo(-1), { word: say('previousPanel'), inDialog: true });

  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : undefined;
    const isElsewhere = event.target instanceof HTMLInputElement || (event.target as HTMLElement).closest('[role=slider], [role=radiogroup]') !== null;
    if (step === undefined || isElsewhere || compared || isCropping) return;
    event.preventDefault();
    const next = besides(takes, take?.id, step);
    if (next) select(next);
  };
  // Before the sheet hears of it: one step back is out of what was opened last.
  const back = useEffectEvent((event: globalThis.KeyboardEvent) => {
    if (event.key !== 'Escape' || event.isComposing || (!isCropping && !compared)) return;
    event.stopPropagation();
    event.preventDefault();
    if (isCropping) setIsCropping(false);
    else look(take ? { take: take.id } : {});
  });
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => back(event);
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, []);
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    const file = event.dataTransfer.files[0];
    if (file && !isFull) void acts.send(file);
  };
  const words = panel.lines.map((line) => line.text[book.book.language] ?? '').filter((text) => text !== '').join(' / ');
  return (
    <div className="takes" data-over={isOver} onKeyDown={onKeyDown} onDrop={onDrop} onDragOver={(event) => { event.preventDefault(); setIsOver(true); }} onDragLeave={(event) => { if (event.currentTarget === event.target) setIsOver(false); }}>
      <div className="takes-bar">
        <IconButton label={say('previousPanel')} shortcut="[" icon={<BackIcon />} disabled={at <= 0} onClick={() => goTo(-1)} />
        <IconButton label={say('nextPanel')} shortcut="]" icon={<ForwardIcon />} disabled={at >= comic.panelStates.length - 1} onClick={() => goTo(1)} />
        <p className="takes-script">{words || panel.action}</p>
        <IconButton label={say(panel.isLocked ? 'unlock' : 'lock')} shortcut={keys.lock} icon={panel.isLocked ? <LockIcon /> : <UnlockIcon />} aria-pressed={panel.isLocked} onClick={() => acts.lock(!panel.isLocked)} />
      </div>
      <PanelTrouble comicId={comic.id} panel={comic.panelStates[at]} onActed={reload} />
      {panel.isLocked && <p className="takes-note">{say('lockedNote')}</p>}
      {take === undefined ? <EmptyState picture="blank-page" title={say('noTake')} text={say('noTakeText')} />
        : compared ? <CompareStage takes={takes.filter((one) => compared.includes(one.id))} frame={frame} crop={panel.crop} nameOf={nameOf} />
          : isCropping ? <CropTool key={take.id} take={take} frame={frame} crop={panel.crop} onCancel={() => setIsCropping(false)} onDone={(crop) => { setIsCropping(false); acts.crop(crop); }} />
            : <div className="takes-view"><TakeStage take={take} frame={frame} crop={panel.crop} alt={nameOf(take)}>{take.picture === null && <span className="takes-coming" data-failed={!isComing(take)} role="status">{say(isComing(take) ? 'takeComing' : 'takeFailed')}</span>}</TakeStage></div>}
      <TakeStrip takes={takes} selectedId={take?.id} shownId={shown?.id} nameOf={nameOf} onSelect={select} {...(compared ? { compared } : {})} />
      {take !== undefined && !isCropping && (
        <div className="takes-acts">
          {!compared && (take.id === shown?.id ? <span className="takes-is-shown"><CheckIcon aria-hidden="true" />{say('isShown')}</span> : <Button look="primary" icon={<CheckIcon />} disabled={!canAdopt} onClick={adopt}>{say('adopt')}</Button>)}
          {!compared && take.isRejected && <Button icon={<UndoIcon />} isBusy={acts.busy === 'judge'} onClick={() => void acts.judge(take, false)}>{say('takeBack')}</Button>}
          {!compared && !take.isRejected && take.id !== shown?.id && <Button look="quiet" icon={<RejectIcon />} isBusy={acts.busy === 'judge'} onClick={() => void acts.judge(take, true)}>{say('reject')}</Button>}
          {!compared && canCompare(take) && <Button look="quiet" icon={<CropIcon />} disabled={panel.isLocked} onClick={() => setIsCropping(true)}>{say('crop')}</Button>}
          {takes.filter(canCompare).length > 1 && <Button look="quiet" icon={<CompareIcon />} aria-pressed={compared !== undefined} onClick={() => look({ take: take.id, ...(compared ? {} : { compare: comparedFirst(takes, take, shown) }) })}>{say(compared ? 'compareEnd' : 'compare')}</Button>}
          {(isWaiting || isSending || !isEnded(comic.state)) && <span className="hint" role="status">{say('pageFollows')}</span>}
        </div>
      )}
      {acts.faults.judge !== undefined && <p className="fault" role="alert">{acts.faults.judge}</p>}
      {take !== undefined && !compared && <TakeFacts take={take} book={book.book} name={say(take.artistName !== '' ? 'byModel' : take.provider === 'own' ? 'byOwn' : 'byStoryboard', { n: numberOf(takes, take.id), artist: take.artistName })} />}
      <RedrawForm field={request} isFull={isFull} isBusy={acts.busy === 'draw'} fault={acts.faults.draw} from={take && take.provider !== 'own' && take.state === 'done' ? nameOf(take) : undefined} onDraw={(wish, artist) => acts.draw(wish, take && take.provider !== 'own' && take.state === 'done' ? take.id : undefined, artist)} />
      <OwnPicture isFull={isFull} share={acts.share} fault={acts.faults.own} onCancel={acts.cancelSending} onFile={(file) => void acts.send(file)} />
    </div>
  );
}

/** The one that is looked at beside the one that is shown, or its neighbour. */
function comparedFirst(takes: readonly Take[], take: Take, shown: Take | undefined): string[] {
  const can = takes.filter(canCompare);
  const first = canCompare(take) ? take : can[0];
  const other = shown && shown.id !== first?.id ? shown : (can[can.findIndex((one) => one.id === first?.id) - 1] ?? can.find((one) => one.id !== first?.id));
  return [first?.id, other?.id].filter((id): id is NonNullable<typeof id> => id !== undefined);
}

/** Whole units, as the artist draws it. */
function frameOf(panelId: string, frames: ReturnType<typeof useFrames>): { width: number; height: number } | undefined {
  const frame = [...(frames?.values() ?? [])].flat().find((one) => one.id === panelId);
  return frame && { width: Math.ceil(frame.x + frame.width) - Math.floor(frame.x), height: Math.ceil(frame.y + frame.height) - Math.floor(frame.y) };
}
