import { gridCells } from '@komawari/contract/studio-grid-cells';
import { useParams } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { cancelPicture, getGeneration, listImageModels } from '../../../api/studio.ts';
import { getGrid } from '../../../api/studio-grids.ts';
import { useCall } from '../../../api/use-call.ts';
import { RequireUser } from '../../../frame/RequireUser.tsx';
import { usePageTitle } from '../../../frame/use-page-title.ts';
import { useWords } from '../../../language/use-words.ts';
import { Button, ButtonLink } from '../../../ui/Button.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { BackIcon, DownloadIcon, PictureIcon, StopIcon } from '../../../ui/icons.ts';
import { Skeleton, Tone } from '../../../ui/Skeleton.tsx';
import { showToast } from '../../../ui/toast.ts';
import { aspectOfSize, nameOfSize } from '../desk/shapes.ts';
import { briefPrompt } from '../history/brief-prompt.ts';
import { usePictureActs } from '../history/use-picture-acts.ts';
import { FollowedGeneration } from '../making/FollowedGeneration.tsx';
import { isComing, isThere } from '../making/picture-states.ts';
import { useAxisWords } from './axis-words.ts';
import { drawSheet } from './contact-sheet.ts';
import { GridTable } from './GridTable.tsx';
import '../studio.css';
import './grids.css';

/** Other tabs draw again what failed, and throw away. */
const POLL_MS = 5000;

/** A grid as it fills: each cell the picture of its values. It has an address, so it is the same after a reload and in another tab. */
export function GridPage() {
  const { generationId } = useParams({ from: '/studio/grids/$generationId' });
  return <RequireUser><Inside key={generationId} generationId={generationId} /></RequireUser>;
}

function Inside({ generationId }: { generationId: string }) {
  const { say, sayError } = useWords('studio-grids');
  const [isSheeting, setIsSheeting] = useState(false);
  const grid = useCall(['studio', 'grid', generationId], (signal) => getGrid(generationId, signal));
  const live = useCall(['studio', 'generation', generationId], (signal) => getGeneration(generationId, signal), { isOff: !grid.data, pollMs: POLL_MS });
  const models = useCall(['studio', 'models'], listImageModels);
  const words = useAxisWords(models.data?.items ?? []);
  const acts = usePictureActs();
  const { data } = grid;
  const cells = useMemo(() => (data ? gridCells(data.recipe, data.axes) : []), [data]);
  usePageTitle(data ? briefPrompt(data.recipe.prompt) || say('grids') : say('grids'));
  if (grid.error && !data) return <ErrorState error={grid.error} onRetry={() => void grid.refetch()} />;
  if (!data) return <div className="grids"><Skeleton><Tone /><Tone shape="block" heightPx={320} /></Skeleton></div>;
  const pictures = live.data?.pictures ?? data.pictures;
  const there = pictures.filter(isThere);
  const isOpen = pictures.some(isComing);
  const [across, down] = data.axes;
  const aspectOf = (slot: number) => aspectOfSize(cells[slot]?.recipe.size ?? data.recipe.size);
  const sheet = async () => {
    setIsSheeting(true);
    try {
      const aspects = there.map(({ width, height }) => width / height);
      const bySlot = new Map(there.map((picture) => [picture.slot, picture]));
      const blob = await drawSheet({ columns: across ? words.valuesOf(across) : [], rows: down ? words.valuesOf(down) : [''], aspect: aspects[0] !== undefined && aspects.every((one) => Math.abs(one - (aspects[0] ?? one)) < 0.01) ? aspects[0] : 1 }, cells.map((_, slot) => bySlot.get(slot)));
      saveBlob(blob, `komawari-grid-${data.createdAt.slice(0, 10)}.png`);
    } catch {
      showToast({ text: say('sheetFailed'), isFault: true });
    }
    setIsSheeting(false);
  };
  const stop = () => cancelPicture(data.taskId).then(() => live.refetch(), (error: unknown) => showToast({ text: sayError(error), isFault: true }));
  return (
    <div className="grids">
      <header className="grids-head">
        <ButtonLink to="/studio/grids" look="quiet" icon={<BackIcon />}>{say('grids')}</ButtonLink>
        <h1 dir="auto">{briefPrompt(data.recipe.prompt) || say('without')}</h1>
        <p className="hint"><span role="status">{say('drawn', { done: there.length, count: cells.length })}</span> · {nameOfSize(data.recipe.size)}</p>
        <div className="grids-acts">
          {isOpen && <Button icon={<StopIcon />} onClick={() => void stop()}>{say('stopAll')}</Button>}
          {there.length > 0 && <Button icon={<PictureIcon />} isBusy={isSheeting} onClick={() => void sheet()}>{say('sheet')}</Button>}
          {there.length > 0 && <Button icon={<DownloadIcon />} onClick={() => void acts.zip(there)}>{say('zip')}</Button>}
          <ButtonLink to="/studio/grids/new">{say('newGrid')}</ButtonLink>
        </div>
      </header>
      <GridTable axes={data.axes} pictures={pictures} words={words} aspectOf={aspectOf} acts={acts} />
      {isOpen && <FollowedGeneration generationId={data.id} isStreamed />}
    </div>
  );
}

function saveBlob(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
