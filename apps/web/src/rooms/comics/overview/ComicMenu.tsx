import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { trashComic, restoreComic } from '../../../api/comics.ts';
import { duplicateComic } from '../../../api/comics-shelf.ts';
import { useUndoable } from '../../../frame/undo/use-undoable.ts';
import { useWords } from '../../../language/use-words.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { CopyIcon, HistoryIcon, MoreIcon, PackageIcon, ShareIcon, TrashIcon } from '../../../ui/icons.ts';
import { Menu } from '../../../ui/Menu.tsx';
import { briefly, closeToast, showToast } from '../../../ui/toast.ts';
import { saveFile, writeBundle } from '../downloads/write-files.ts';
import { useVersionsPlace } from '../versions/use-versions-place.ts';

const VersionsSheet = lazy(() => import('../versions/VersionsSheet.tsx').then(({ VersionsSheet: component }) => ({ default: component })));

/** What can be done with a comic as a whole. */
export function ComicMenu({ comicId, title }: { comicId: string; title: string }) {
  const { say, sayError } = useWords('comics-overview');
  const versions = useVersionsPlace();
  const undoable = useUndoable();
  const navigate = useNavigate();

  const fail = (error: unknown) => void showToast({ text: sayError(error), isFault: true });
  const copy = async () => {
    const made = await duplicateComic(comicId);
    await navigate({ to: '/comics/$comicId', params: { comicId: made.id } });
    showToast({ text: say('duplicated') });
  };
  const writeKoma = async () => {
    const toast = showToast({ text: say('savingKoma'), stayMs: Infinity });
    try {
      (await writeBundle(comicId)).forEach(saveFile);
    } finally {
      closeToast(toast);
    }
  };
  const trash = async () => {
    const isThrown = await undoable({ text: say('trashed', { title: briefly(title) }), run: () => trashComic(comicId), back: () => restoreComic(comicId), touches: [['comics']] });
    if (isThrown) await navigate({ to: '/comics' });
  };
  return (
    <>
      <Menu
        trigger={<IconButton label={say('actions')} icon={<MoreIcon />} />}
        items={[
          { word: say('versions'), icon: <HistoryIcon />, onChoose: () => versions.open() },
          { word: say('share'), icon: <ShareIcon />, onChoose: () => void navigate({ to: '/comics/$comicId', params: { comicId }, hash: 'share' }) },
          { word: say('duplicate'), icon: <CopyIcon />, onChoose: () => void copy().catch(fail) },
          { word: say('saveKoma'), icon: <PackageIcon />, onChoose: () => void writeKoma().catch(fail) },
          'line',
          { word: say('toTrash'), icon: <TrashIcon />, isDanger: true, onChoose: () => void trash() },
        ]}
      />
      <Suspense>{versions.isOpen && <VersionsSheet comicId={comicId} versionId={versions.versionId} onCompare={versions.compare} onList={versions.toList} onClose={versions.close} />}</Suspense>
    </>
  );
}
