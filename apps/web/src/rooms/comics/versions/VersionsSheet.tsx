import { listVersions } from '../../../api/comics-editing.ts';
import { useCall } from '../../../api/use-call.ts';
import { useWords } from '../../../language/use-words.ts';
import { Sheet } from '../../../ui/Dialog.tsx';

export function VersionsSheet({ comicId, onClose }: { comicId: string; onClose: () => void }) {
  const { say } = useWords('comics-overview');
  const { data } = useCall(['comics', comicId, 'versions'], (signal) => listVersions(comicId, signal));
  return <Sheet title={say('versions')} isOpen onClose={onClose}><ul>{data?.items.map((version) => <li key={version.id}>{version.name}</li>)}</ul></Sheet>;
}
