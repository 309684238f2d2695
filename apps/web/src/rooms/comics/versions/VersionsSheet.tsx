import type { Version } from '@komawari/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState, type FormEvent } from 'react';
import { keepVersion, listVersions, removeVersion, restoreVersion } from '../../../api/comics-editing.ts';
import { useCall, useSend } from '../../../api/use-call.ts';
import { useUndoable } from '../../../frame/undo/use-undoable.ts';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { Sheet } from '../../../ui/Dialog.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { AddIcon, CompareIcon, TrashIcon, UndoIcon } from '../../../ui/icons.ts';
import { Skeleton, Tone } from '../../../ui/Skeleton.tsx';
import { briefly } from '../../../ui/toast.ts';
import { CompareVersion } from './CompareVersion.tsx';
import './versions.css';

const NAME_MAX = 200;

type Props = { comicId: string; /** The version that is compared with now. */ versionId: string | undefined; onCompare: (versionId: string) => void; onList: () => void; onClose: () => void };

/** The named states of a comic: kept, compared with now, brought back. */
export function VersionsSheet({ comicId, versionId, onCompare, onList, onClose }: Props) {
  const { say, sayError, language } = useWords('comics-overview');
  const key = ['comics', comicId, 'versions'] as const;
  const { data, error, refetch } = useCall(key, (signal) => listVersions(comicId, signal));
  const client = useQueryClient();
  const undoable = useUndoable();
  const [name, setName] = useState('');
  const [leaving, setLeaving] = useState<Version>();
  const isKeeping = useRef(false);
  const keep = useSend((wish: string) => keepVersion(comicId, wish), { touches: [key], onDone: () => setName('') });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    // A second press may come before the first has been shown.
    if (isKeeping.current) return;
    isKeeping.current = true;
    keep.mutate(name.trim() || new Date().toLocaleString(language, { dateStyle: 'medium', timeStyle: 'short' }), { onSettled: () => { isKeeping.current = false; } });
  };
  /** The server keeps the present book as a version first: that one brings it back. */
  const restore = (version: Version) => {
    let before: string | undefined;
    return undoable({
      text: say('versionRestored', { name: briefly(version.name) }), touches: [key],
      run: async () => {
        await restoreVersion(comicId, version.id);
        before = (await listVersions(comicId)).items[0]?.id;
      },
      back: async () => { if (before !== undefined) await restoreVersion(comicId, before); },
    });
  };
  if (versionId !== undefined) {
    const compared = data?.items.find(({ id }) => id === versionId);
    const instead = error ? <ErrorState error={error} onRetry={() => void refetch()} /> : !data ? undefined : <EmptyState picture="lost" title={say('versionGone')} text={say('versionGoneText')} />;
    return <CompareVersion comicId={comicId} version={compared} instead={instead} onClose={onClose} onBack={onList} onRestore={(version) => void restore(version).then(onList)} />;
  }
  return (
    <Sheet title={say('versionsTitle')} isOpen onClose={onClose} widthPx={520}>
      <p className="hint">{say('versionsText')}</p>
      <form className="version-new" onSubmit={submit}>
        <input className="version-field" value={name} maxLength={NAME_MAX} placeholder={say('versionName')} aria-label={say('versionName')} dir="auto" onChange={(event) => setName(event.target.value)} />
        <Button type="submit" icon={<AddIcon />} isBusy={keep.isPending}>{say('versionKeep')}</Button>
      </form>
      {keep.error !== null && <p className="fault" role="alert">{sayError(keep.error)}</p>}
      {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : !data ? <Skeleton><Tone shape="block" heightPx={84} /><Tone shape="block" heightPx={84} /></Skeleton>
        : data.items.length === 0 ? <EmptyState picture="blank-page" title={say('versionsNone')} text={say('versionsNoneText')} /> : (
          <ul className="version-list">
            {data.items.map((version) => (
              <li key={version.id}>
                <p className="version-name"><bdi>{version.name}</bdi></p>
                <p className="hint number">{new Date(version.createdAt).toLocaleString(language, { dateStyle: 'medium', timeStyle: 'short' })} · {say('versionCounts', { panels: version.panels, pages: version.pages })}</p>
                <div className="version-acts">
                  <Button icon={<UndoIcon />} onClick={() => void restore(version)}>{say('versionRestore')}</Button>
                  <Button look="quiet" icon={<CompareIcon />} onClick={() => onCompare(version.id)}>{say('versionCompare')}</Button>
                  <IconButton label={say('versionRemove', { name: version.name })} icon={<TrashIcon />} onClick={() => setLeaving(version)} />
                </div>
              </li>
            ))}
          </ul>
        )}
      <ConfirmDialog isOpen={leaving !== undefined} onClose={() => setLeaving(undefined)} title={say('versionRemove', { name: leaving?.name ?? '' })} action={say('versionRemoveYes')} text={say('versionRemoveText')}
        onConfirm={async () => { if (leaving) await removeVersion(comicId, leaving.id); await client.invalidateQueries({ queryKey: key }); setLeaving(undefined); }} />
    </Sheet>
  );
}
