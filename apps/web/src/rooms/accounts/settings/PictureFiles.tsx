import type { StudioSettings } from '@komawari/contract';
import { useQueryClient } from '@tanstack/react-query';
import { changeStudioSettings, getStudioSettings } from '../../../api/studio-settings.ts';
import { useCall } from '../../../api/use-call.ts';
import { useUndoable } from '../../../frame/undo/use-undoable.ts';
import { useWords } from '../../../language/use-words.ts';
import { Switch } from '../../../ui/Checkbox.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { Skeleton, Tone } from '../../../ui/Skeleton.tsx';
import { Matter } from './Part.tsx';

const KEY = ['studio', 'settings'] as const;

/** What pictures that are saved to a disk tell of their making. */
export function PictureFiles() {
  const { say } = useWords('accounts-settings');
  const client = useQueryClient();
  const undoable = useUndoable();
  const { data, error, refetch } = useCall(KEY, getStudioSettings);
  const put = (keepsMaking: boolean) => changeStudioSettings({ keepsMaking }).then((now: StudioSettings) => { client.setQueryData(KEY, now); });
  return (
    <Matter title={say('filesTitle')} lead={say('filesLead')}>
      {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : !data ? <Skeleton><Tone shape="block" heightPx={44} /></Skeleton>
        : <Switch label={say('filesKeep')} hint={say('filesAlways')} isChecked={data.keepsMaking} onChange={(wish) => void undoable({ text: say(wish ? 'filesKept' : 'filesLeft'), run: () => put(wish), back: () => put(!wish), touches: [KEY] })} />}
    </Matter>
  );
}
