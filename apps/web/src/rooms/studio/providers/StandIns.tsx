import type { ChainJob, Provider } from '@komawari/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { listChains, setChain, type ChainModel } from '../../../api/studio-chains.ts';
import { useCall } from '../../../api/use-call.ts';
import { useUndoable } from '../../../frame/undo/use-undoable.ts';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { ComboboxField } from '../../../ui/ComboboxField.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { CloseIcon, DownIcon, UpIcon } from '../../../ui/icons.ts';
import { Panel } from '../../../ui/Panel.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { Skeleton, Tone } from '../../../ui/Skeleton.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import { candidatesToStandIn, isSameModel, JOBS, moved, rowsOf, type ChainRow } from './chains.ts';

const KEY = ['studio', 'model-chains'] as const;

/** Who is asked instead, and in which order, where a model is out of order, busy, or without money. */
export function StandIns({ providers }: { providers: readonly Provider[] }) {
  const { say } = useWords('studio-providers');
  const client = useQueryClient();
  const undoable = useUndoable();
  const [job, setJob] = useState<ChainJob>('picture');
  const { data, error, refetch } = useCall(KEY, listChains);
  const chain = data?.items.find((one) => one.job === job)?.models ?? null;
  const put = (models: readonly ChainModel[] | null) => setChain(job, models).then((now) => { client.setQueryData(KEY, now); });
  const save = (models: readonly ChainModel[] | null) => void undoable({ text: say('chainSaved', { job: say(`chain-${job}`) }), run: () => put(models), back: () => put(chain), touches: [KEY] });
  const candidates = candidatesToStandIn(job, providers, chain ?? []);
  return (
    <Panel aria-labelledby="prov-chains">
      <div><h2 id="prov-chains">{say('chains')}</h2><p className="hint">{say('chainsLead')}</p></div>
      <SelectField label={say('chainJob')} value={job} options={JOBS.map((value) => ({ value, word: say(`chain-${value}`) }))} onChange={setJob} />
      {error && !data ? <ErrorState error={error} onRetry={() => void refetch()} /> : !data ? <Skeleton><Tone shape="block" heightPx={60} /></Skeleton> : (
        <>
          <p className="hint">{say(chain === null ? 'chainUsual' : chain.length === 0 ? 'chainNobody' : 'chainOrder')}</p>
          {chain !== null && chain.length > 0 && <Order rows={rowsOf(job, chain, providers)} label={say(`chain-${job}`)} onMove={(at, by) => save(moved(chain, at, by))} onRemove={(at) => save(chain.toSpliced(at, 1))} />}
          {chain === null ? <p><Button onClick={() => save([])}>{say('chainChoose')}</Button></p> : (
            <>
              {candidates.length > 0 && <ComboboxField label={say('chainAdd')} value={null} options={candidates.map((one) => ({ value: `${one.providerId} ${one.modelId}`, word: `${one.modelName} · ${one.providerName}` }))} placeholder={say('chainAddWhich')} none={say('noneFits')} onChange={(value) => { const one = candidates.find(({ providerId, modelId }) => `${providerId} ${modelId}` === value); if (one) save([...chain, { providerId: one.providerId, modelId: one.modelId }]); }} />}
              <p><Button look="quiet" onClick={() => save(null)}>{say('chainBack')}</Button></p>
            </>
          )}
        </>
      )}
    </Panel>
  );
}

type OrderProps = { rows: readonly ChainRow[]; label: string; onMove: (at: number, by: -1 | 1) => void; onRemove: (at: number) => void };

/** Moved by its buttons, or by Alt and the arrow keys anywhere in a row; the focus goes along, and to the neighbour of one that is taken out. */
function Order({ rows, label, onMove, onRemove }: OrderProps) {
  const { say } = useWords('studio-providers');
  const list = useRef<HTMLOListElement>(null);
  const follow = useRef<{ row: ChainRow; button: number; other: number } | null>(null);
  useLayoutEffect(() => {
    const wish = follow.current;
    const at = wish ? rows.findIndex((row) => isSameModel(row, wish.row)) : -1;
    if (!wish || at < 0) return;
    follow.current = null;
    const buttons = list.current?.children[at]?.querySelectorAll<HTMLButtonElement>('button');
    (buttons?.[wish.button]?.disabled === false ? buttons[wish.button] : buttons?.[wish.other])?.focus();
  }, [rows]);
  const move = (at: number, by: -1 | 1) => {
    const [row] = rows.slice(at, at + 1);
    if (!row || at + by < 0 || at + by >= rows.length) return;
    follow.current = by < 0 ? { row, button: 0, other: 1 } : { row, button: 1, other: 0 };
    onMove(at, by);
  };
  const remove = (at: number) => {
    const neighbour = rows[at + 1] ?? rows[at - 1];
    if (neighbour) follow.current = { row: neighbour, button: 2, other: 2 };
    else list.current?.closest('section')?.querySelector('select')?.focus();
    onRemove(at);
  };
  const byKeys = (event: KeyboardEvent, at: number) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    move(at, event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    <ol className="prov-order" ref={list} aria-label={label}>
      {rows.map((row, at) => (
        <li key={`${row.providerId} ${row.modelId}`} onKeyDown={(event) => byKeys(event, at)}>
          <span className="prov-order-words"><bdi>{row.name}</bdi>{row.providerName !== '' && <small><bdi>{row.providerName}</bdi></small>}{row.isOff && <Tag tone="warn">{say('chainOff')}</Tag>}</span>
          <IconButton label={say('chainUp', { name: row.name })} shortcut="Alt+ArrowUp" icon={<UpIcon />} disabled={at === 0} onClick={() => move(at, -1)} />
          <IconButton label={say('chainDown', { name: row.name })} shortcut="Alt+ArrowDown" icon={<DownIcon />} disabled={at === rows.length - 1} onClick={() => move(at, 1)} />
          <IconButton label={say('chainRemove', { name: row.name })} icon={<CloseIcon />} onClick={() => remove(at)} />
        </li>
      ))}
    </ol>
  );
}
