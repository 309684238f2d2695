import type { OwnExport } from '@komawari/contract';
import { deleteAccount, exportAddress, listExports, startExport } from '../../../api/accounts-settings.ts';
import { useCall, useSend } from '../../../api/use-call.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { changeSession } from '../../../frame/use-session.ts';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { DownloadIcon, PackageIcon } from '../../../ui/icons.ts';
import { ProgressBar } from '../../../ui/ProgressBar.tsx';
import { Skeleton, Tone } from '../../../ui/Skeleton.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import { useAct } from '../door/use-act.ts';
import { useConfirmed } from './ConfirmGate.tsx';
import { Matter, NoneYet, PartPage } from './Part.tsx';
import { PictureFiles } from './PictureFiles.tsx';
import { useDates } from './use-dates.ts';

const KEY = ['accounts', 'exports'] as const;
const LOOK_AGAIN_MS = 1500;
const isOpen = ({ state }: OwnExport) => state === 'queued' || state === 'running';

/** Everything of one's own, to take away or to take out. */
export function Data() {
  const { say } = useWords('accounts-settings');
  return <PartPage title={say('data')} lead={say('dataLead')}><Exports /><PictureFiles /><Leaving /></PartPage>;
}

function Exports() {
  const { say, sayError } = useWords('accounts-settings');
  const [isWaiting, setIsWaiting] = useState(true);
  const list = useCall(KEY, async (signal) => {
    const answer = await listExports(signal);
    setIsWaiting(answer.items.some(isOpen));
    return answer;
  }, { pollMs: isWaiting ? LOOK_AGAIN_MS : 0 });
  const start = useSend(startExport, { touches: [KEY] });
  const items = list.data?.items ?? [];
  const running = items.find(isOpen);
  const go = <Button icon={<PackageIcon />} isBusy={start.isPending} onClick={() => start.mutate(undefined)}>{say('exportGo')}</Button>;
  return (
    <Matter title={say('exportTitle')} lead={items.length > 0 ? say('exportLead') : undefined}>
      {list.error ? <ErrorState error={list.error} onRetry={() => void list.refetch()} /> : !list.data ? <Skeleton><Tone shape="block" heightPx={44} /></Skeleton>
        : running ? <ProgressBar label={say(running.state === 'queued' ? 'exportQueued' : 'exportRunning')} done={0} total={0} />
          : items.length > 0 ? go : <NoneYet picture="parcel" title={say('exportNone')} text={say('exportLead')}>{go}</NoneYet>}
      {running && <p className="hint">{say('exportLeave')}</p>}
      {start.error && <p className="fault" role="alert">{sayError(start.error)}</p>}
      {items.some((item) => !isOpen(item)) && <ul className="things">{items.filter((item) => !isOpen(item)).map((item) => <ExportRow key={item.id} item={item} />)}</ul>}
    </Matter>
  );
}

function ExportRow({ item }: { item: OwnExport }) {
  const { say, language } = useWords('accounts-settings');
  const { day, moment } = useDates();
  const size = new Intl.NumberFormat(language, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 }).format(Math.max(0.1, (item.sizeBytes ?? 0) / 1_000_000));
  const isThere = item.state === 'done' && item.sizeBytes !== null;
  return (
    <li className="thing">
      <PackageIcon aria-hidden="true" />
      <div className="thing-words">
        <strong>{moment(item.createdAt)}{!isThere && <Tag tone="bad">{say('exportFailed')}</Tag>}</strong>
        {isThere && <span className="hint">{size}{item.expiresAt !== null && ` · ${say('exportKept', { date: day(item.expiresAt) })}`}</span>}
      </div>
      <div className="thing-acts">{isThere && <a className="button" href={exportAddress(item.id)} download><DownloadIcon />{say('download')}</a>}</div>
    </li>
  );
}

function Leaving() {
  const { say } = useWords('accounts-settings');
  const { confirmed } = useConfirmed();
  const { day } = useDates();
  const client = useQueryClient();
  const navigate = useNavigate();
  const act = useAct();
  const [isSure, setIsSure] = useState(false);
  const [isAsked, setIsAsked] = useState(false);
  const leave = () => act.run(async () => {
    const { deletionAt } = await confirmed(deleteAccount);
    await navigate({ to: '/goodbye', search: { until: day(deletionAt) }, replace: true });
    await changeSession(client);
  });
  return (
    <Matter title={say('leaveTitle')} lead={say('leaveLead')}>
      {!isAsked ? <Button look="danger" onClick={() => setIsAsked(true)}>{say('leaveAsk')}</Button> : (
        <div className="danger-zone">
          <p>{say('leaveWhat')}</p>
          <ul><li>{say('leaveNow')}</li><li>{say('leaveDays')}</li><li>{say('leaveBack')}</li></ul>
          <Checkbox label={say('leaveSure')} isChecked={isSure} onChange={setIsSure} />
          {act.fault && <p className="fault" role="alert">{act.fault.text}</p>}
          <div className="settings-row"><Button look="danger" disabled={!isSure} isBusy={act.isBusy} onClick={() => void leave()}>{say('leaveGo')}</Button><Button onClick={() => { setIsAsked(false); setIsSure(false); }}>{say('leaveStay')}</Button></div>
        </div>
      )}
    </Matter>
  );
}
