import type { Picture, QueueList } from '@komawari/contract';
import { useState, type ReactNode } from 'react';
import { RequireUser } from '../../../frame/RequireUser.tsx';
import { usePageTitle } from '../../../frame/use-page-title.ts';
import { useWords } from '../../../language/use-words.ts';
import { Button, ButtonLink } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { BackIcon, CloseIcon, PauseIcon, PlayIcon, StopIcon } from '../../../ui/icons.ts';
import { SegmentedChoice } from '../../../ui/SegmentedChoice.tsx';
import { Skeleton, Tone } from '../../../ui/Skeleton.tsx';
import { briefPrompt } from '../history/brief-prompt.ts';
import { mayRetry, STATE_WORDS } from '../making/picture-states.ts';
import { isOwn, type OwnRow } from './queue-order.ts';
import { QueueRowView, useRowName } from './QueueRowView.tsx';
import { useQueue, useQueueActs, type QueueActs, type Whose } from './use-queue.ts';
import { WaitingRows } from './WaitingRows.tsx';
import './queue.css';

/** Pictures on their way: what is being drawn, what waits, and in what order. */
export function QueuePage() {
  return <RequireUser><Inside /></RequireUser>;
}

function Inside() {
  const { say } = useWords('studio');
  usePageTitle(say('queue'));
  const [whose, setWhose] = useState<Whose>('mine');
  const acts = useQueueActs();
  const queue = useQueue(whose);
  const { data } = queue;
  return (
    <div className="queue">
      <header className="queue-head">
        <div><ButtonLink to="/studio" look="quiet" icon={<BackIcon />}>{say('studio')}</ButtonLink><h1>{say('queue')}</h1></div>
        <SegmentedChoice label={say('queueWhose')} isLabelHidden value={whose} options={[{ value: 'mine', word: say('queueMine') }, { value: 'all', word: say('queueAll') }]} onChange={setWhose} />
        {whose === 'mine' && data && (data.isPaused
          ? <Button look="primary" icon={<PlayIcon />} onClick={() => void acts.pause(false)}>{say('queueResume')}</Button>
          : <Button icon={<PauseIcon />} onClick={() => void acts.pause(true)}>{say('queuePause')}</Button>)}
      </header>
      {data?.isPaused && whose === 'mine' && <div className="queue-paused" role="status"><strong>{say('queuePausedTitle')}</strong><p>{say('queuePausedText')}</p></div>}
      {whose === 'all' && <p className="hint">{say('queueAllHint')}</p>}
      {queue.error ? <ErrorState error={queue.error} onRetry={() => void queue.refetch()} />
        : !data ? <Skeleton><Tone shape="block" heightPx={84} /><Tone shape="block" heightPx={84} /><Tone shape="block" heightPx={84} /></Skeleton>
          : whose === 'all' ? <Everybody list={data} acts={acts} /> : <Own list={data} acts={acts} />}
    </div>
  );
}

function Own({ list, acts }: { list: QueueList; acts: QueueActs }) {
  const { say } = useWords('studio');
  const nameOf = useRowName();
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const rows = list.items.filter(isOwn);
  const drawn = rows.filter(({ state }) => state === 'drawing');
  const waiting = rows.filter(({ state }) => state !== 'drawing');
  const chosen = waiting.filter(({ own }) => picked.has(own.pictureId)).map(({ own }) => own.pictureId);
  const pick = (id: string, isPicked: boolean) => setPicked((before) => { const next = new Set(before); if (isPicked) next.add(id); else next.delete(id); return next; });
  const pickAll = (of: readonly OwnRow[]) => setPicked(new Set(of.map(({ own }) => own.pictureId)));
  return (
    <>
      {rows.length === 0 && <EmptyState picture="waiting" title={say('queueEmpty')} text={say('queueEmptyText')}><ButtonLink to="/studio" look="primary">{say('queueToStudio')}</ButtonLink></EmptyState>}
      {drawn.length > 0 && <Part title={say('queueDrawing')} count={drawn.length}>
        <ul className="queue-list">{drawn.map((row) => <li key={row.own.pictureId} className="queue-row" data-picture={row.own.pictureId} data-state="drawing"><QueueRowView row={row}><IconButton label={say('queueStopOf', { name: nameOf(row) })} icon={<CloseIcon />} onClick={() => void acts.stop([row.own.pictureId])} /></QueueRowView></li>)}</ul>
      </Part>}
      {waiting.length > 0 && <Part title={say('queueWaiting')} count={waiting.length} tools={<>
        <Button look="quiet" onClick={() => pickAll(chosen.length === waiting.length ? [] : waiting)}>{say(chosen.length === waiting.length ? 'pickNone' : 'pickAll')}</Button>
        {chosen.length > 0 && <Button look="danger" icon={<StopIcon />} onClick={() => void acts.stop(chosen).then(() => setPicked(new Set()))}>{say('queueStopPicked', { count: chosen.length })}</Button>}
      </>}>
        <WaitingRows rows={waiting} picked={picked} acts={acts} onPick={pick} />
      </Part>}
      {list.ended.length > 0 && <Part title={say('queueEnded')} count={list.ended.length}><ul className="queue-list">{list.ended.map((picture) => <Ended key={picture.id} picture={picture} acts={acts} />)}</ul></Part>}
    </>
  );
}

function Everybody({ list, acts }: { list: QueueList; acts: QueueActs }) {
  const { say } = useWords('studio');
  return (
    <>
      {list.providers.length > 0 && <ul className="queue-providers">{list.providers.map(({ id, name, isPaused }) => <li key={id}><Button icon={isPaused ? <PlayIcon /> : <PauseIcon />} onClick={() => void acts.pauseProvider(id, !isPaused)}>{say(isPaused ? 'queueProviderResume' : 'queueProviderPause', { name })}</Button></li>)}</ul>}
      {list.items.length === 0 ? <EmptyState picture="waiting" title={say('queueEmpty')} text={say('queueEmptyAll')} />
        : <ol className="queue-list">{list.items.map((row, index) => <li key={row.own?.pictureId ?? `${row.createdAt} ${index}`} className="queue-row" data-state={row.state}><QueueRowView row={row} /></li>)}</ol>}
    </>
  );
}

function Part({ title, count, tools, children }: { title: string; count: number; tools?: ReactNode; children: ReactNode }) {
  return <section className="queue-part"><div className="queue-part-head"><h2>{title} <span className="queue-count number">{count}</span></h2>{tools}</div>{children}</section>;
}

function Ended({ picture, acts }: { picture: Picture; acts: QueueActs }) {
  const { say } = useWords('studio');
  const name = briefPrompt(picture.prompt) || say('noWords');
  return (
    <li className="queue-row queue-over" data-state={picture.state}>
      <div className="queue-words"><p className="queue-name">{name}</p><p className="hint">{say(STATE_WORDS[picture.state])}{picture.error && `: ${picture.error.message}`}</p></div>
      <div className="queue-acts">
        {mayRetry(picture) ? <Button aria-label={say('queueAgainOf', { name })} onClick={() => void acts.again(picture.id)}>{say('drawAgain')}</Button>
          : <ButtonLink to="/studio/pictures/$pictureId" params={{ pictureId: picture.id }}>{say('check')}</ButtonLink>}
      </div>
    </li>
  );
}
