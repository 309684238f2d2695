import type { GridBrief } from '@komawari/contract';
import { Link } from '@tanstack/react-router';
import { listImageModels } from '../../../api/studio.ts';
import { listGrids } from '../../../api/studio-grids.ts';
import { useCall, usePages } from '../../../api/use-call.ts';
import { RequireUser } from '../../../frame/RequireUser.tsx';
import { usePageTitle } from '../../../frame/use-page-title.ts';
import { useWords } from '../../../language/use-words.ts';
import { Button, ButtonLink } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { BackIcon } from '../../../ui/icons.ts';
import { Skeleton, Tone } from '../../../ui/Skeleton.tsx';
import { briefPrompt } from '../history/brief-prompt.ts';
import { useAxisWords, type AxisWords } from './axis-words.ts';
import '../studio.css';
import './grids.css';

/** All of one's grids, newest first. */
export function Grids() {
  return <RequireUser><Inside /></RequireUser>;
}

function Inside() {
  const { say } = useWords('studio-grids');
  const { say: sayStudio } = useWords('studio');
  usePageTitle(say('grids'));
  const { items, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = usePages(['studio', 'grids'], listGrids);
  const models = useCall(['studio', 'models'], listImageModels);
  const words = useAxisWords(models.data?.items ?? []);
  return (
    <div className="grids">
      <header className="grids-head">
        <ButtonLink to="/studio" look="quiet" icon={<BackIcon />}>{sayStudio('studio')}</ButtonLink>
        <h1>{say('grids')}</h1>
        {items && items.length > 0 && <div className="grids-acts"><ButtonLink to="/studio/grids/new" look="primary">{say('newGrid')}</ButtonLink></div>}
      </header>
      {error && !items ? <ErrorState error={error} onRetry={() => void refetch()} />
        : !items ? <Skeleton><Tone shape="block" heightPx={160} /><Tone shape="block" heightPx={160} /></Skeleton>
          : items.length === 0 ? <EmptyState picture="waiting" title={say('empty')} text={say('emptyText')}><ButtonLink to="/studio/grids/new" look="primary">{say('newGrid')}</ButtonLink></EmptyState>
            : <ul className="grid-list">{items.map((grid) => <Brief key={grid.id} grid={grid} words={words} />)}</ul>}
      {hasNextPage && <Button isBusy={isFetchingNextPage} onClick={() => void fetchNextPage()}>{say('older')}</Button>}
    </div>
  );
}

function Brief({ grid, words }: { grid: GridBrief; words: AxisWords }) {
  const { say, language } = useWords('studio-grids');
  const [across, down] = grid.axes;
  const sides = across && down ? say('byTwo', { across: words.nameOf(across), down: words.nameOf(down) }) : across ? words.nameOf(across) : '';
  return (
    <li className="grid-brief">
      <Link to="/studio/grids/$generationId" params={{ generationId: grid.id }}>
        <span className="grid-strip" aria-hidden="true">{grid.thumbnailUrls.map((url) => <img key={url} src={url} alt="" loading="lazy" decoding="async" />)}</span>
        <strong dir="auto">{briefPrompt(grid.prompt) || say('without')}</strong>
        <span className="hint">{sides} · {say('drawn', { done: grid.done, count: grid.count })} · {new Date(grid.createdAt).toLocaleDateString(language)}</span>
      </Link>
    </li>
  );
}
