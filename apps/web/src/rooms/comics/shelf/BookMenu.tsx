import type { ComicSummary } from '@komawari/contract';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useWords } from '../../../language/use-words.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { BookIcon, CopyIcon, HistoryIcon, MoreIcon, OverviewIcon, PackageIcon, RenameIcon, TrashIcon } from '../../../ui/icons.ts';
import { Menu } from '../../../ui/Menu.tsx';
import { comicWay } from './comic-state.ts';
import type { useShelfActs } from './use-shelf-acts.ts';

type Props = { comic: ComicSummary; acts: ReturnType<typeof useShelfActs>; onRename: () => void; onVersions: () => void };

/** What can be done with one comic on the shelf. The menu itself comes with the first press: there are many books. */
export function BookMenu(props: Props) {
  const { say } = useWords('comics-shelf');
  const [isWanted, setIsWanted] = useState(false);
  if (isWanted) return <FullMenu {...props} />;
  return <IconButton label={say('actionsOf', { title: props.comic.title || say('untitled') })} icon={<MoreIcon />} aria-haspopup="menu" onClick={() => setIsWanted(true)} />;
}

function FullMenu({ comic, acts, onRename, onVersions }: Props) {
  const { say } = useWords('comics-shelf');
  const navigate = useNavigate();
  const hasPages = comic.pageCount > 0;
  return (
    <Menu
      isOpenAtOnce
      trigger={<IconButton label={say('actionsOf', { title: comic.title || say('untitled') })} icon={<MoreIcon />} />}
      items={[
        { word: say('open'), icon: <OverviewIcon />, onChoose: () => void navigate(comicWay(comic)) },
        { word: say('readIt'), icon: <BookIcon />, isOff: !hasPages, onChoose: () => void navigate({ to: '/comics/$comicId/read', params: { comicId: comic.id } }) },
        { word: say('renameIt'), icon: <RenameIcon />, onChoose: onRename },
        'line',
        { word: say('copyIt'), icon: <CopyIcon />, isOff: comic.panels.total === 0, onChoose: () => void acts.duplicate([comic]) },
        { word: say('saveAsKoma'), icon: <PackageIcon />, isOff: comic.state !== 'done', onChoose: () => void acts.saveKoma([comic]) },
        { word: say('versionsOf'), icon: <HistoryIcon />, isOff: comic.panels.total === 0, onChoose: onVersions },
        'line',
        { word: say('moveToTrash'), icon: <TrashIcon />, isDanger: true, onChoose: () => void acts.trash([comic]) },
      ]}
    />
  );
}
