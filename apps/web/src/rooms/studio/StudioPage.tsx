import type { Generation, Picture } from '@komawari/contract';
import { useQueries, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Outlet, useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo, useRef } from 'react';
import { getGeneration, listImageModels } from '../../api/studio.ts';
import { useCall } from '../../api/use-call.ts';
import { RequireUser } from '../../frame/RequireUser.tsx';
import { usePageTitle } from '../../frame/use-page-title.ts';
import { useSession } from '../../frame/use-session.ts';
import { useWords } from '../../language/use-words.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Skeleton, Tone } from '../../ui/Skeleton.tsx';
import { offerOf } from './desk/draft.ts';
import { NoModels } from './desk/NoModels.tsx';
import { aspectOfSize } from './desk/shapes.ts';
import { StudioForm } from './desk/StudioForm.tsx';
import { useInputs } from './desk/use-inputs.ts';
import { useMakePictures } from './desk/use-make-pictures.ts';
import { useStudioDraft } from './desk/use-studio-draft.ts';
import { History } from './history/History.tsx';
import { usePictureActs } from './history/use-picture-acts.ts';
import { addPictures, useWall } from './history/use-wall.ts';
import { isNarrowed, type WallSearch } from './history/wall-search.ts';
import { FollowedGeneration } from './making/FollowedGeneration.tsx';
import { isComing } from './making/picture-states.ts';
import { QueueLink } from './queue/QueueLink.tsx';
import { StudioContext, type Studio } from './studio-context.ts';
import './studio.css';

const route = getRouteApi('/studio');
/** Streams at the same time; others are asked for instead. */
const STREAMS_MAX = 4;

/** From words to pictures: the form on one side, on the other all that was ever drawn with it. */
export function StudioPage() {
  return <RequireUser><OfUser /></RequireUser>;
}

function OfUser() {
  const { user } = useSession();
  return user && <Desk key={user.id} userId={user.id} />;
}

function Desk({ userId }: { userId: string }) {
  const { say } = useWords('studio');
  usePageTitle(say('studio'));
  const { can } = useSession();
  const mayMake = can('pictures.make');
  const client = useQueryClient();
  const navigate = useNavigate({ from: '/studio' });
  const search = route.useSearch();
  const results = useRef<HTMLDivElement>(null);
  const models = useCall(['studio', 'models'], listImageModels);
  const { draft, change } = useStudioDraft(userId);
  const inputs = useInputs(change);
  const acts = usePictureActs();
  const wall = useWall(search);
  const offers = useMemo(() => models.data?.items ?? [], [models.data]);
  const offer = offerOf(draft, offers);

  const go = useCallback((next: { [K in keyof WallSearch]: WallSearch[K] | undefined }) => {
    const whole = Object.fromEntries(Object.entries({ ...search, ...next }).filter(([, value]) => value !== undefined));
    void navigate({ to: '/studio', search: whole, replace: true, resetScroll: false });
  }, [navigate, search]);
  const isAll = !isNarrowed(search);
  const show = useCallback((generation: Generation) => {
    addPictures(client, generation.pictures);
    // What was just asked for is seen: nothing narrows the wall, and on a phone it comes into view.
    if (!isAll) void navigate({ to: '/studio', search: ({ look }) => (look ? { look } : {}), replace: true, resetScroll: false });
    requestAnimationFrame(() => { if ((results.current?.getBoundingClientRect().top ?? 0) > innerHeight * 0.6 || (results.current?.getBoundingClientRect().top ?? 0) < 0) results.current?.scrollIntoView({ block: 'start' }); });
  }, [client, navigate, isAll]);
  const making = useMakePictures(show);

  const pictures = wall.pictures;
  const coming = useMemo(() => [...new Set((pictures ?? []).filter(isComing).map(({ generationId }) => generationId))], [pictures]);
  const aspectOf = useAspects(pictures ?? []);
  const { add: addInput } = inputs;
  const { send } = making;
  const studio = useMemo((): Studio => ({ offers, draft, change, make: send, addInput, pictures: pictures ?? [], acts }), [offers, draft, change, send, addInput, pictures, acts]);

  return (
    <StudioContext value={studio}>
      <div className="studio" data-alone={models.data !== undefined && !offer && pictures?.length === 0 && isAll}>
        <div className="studio-side">
          <div className="studio-head"><h1>{say('studio')}</h1>{mayMake && <QueueLink isBusy={coming.length > 0} />}</div>
          {models.error ? <ErrorState error={models.error} onRetry={() => void models.refetch()} />
            : !models.data ? <Skeleton><Tone shape="block" heightPx={150} /><Tone /><Tone shape="block" heightPx={60} /><Tone shape="block" heightPx={90} /></Skeleton>
              : !mayMake ? <p className="lead">{say('mayNotMake')}</p>
                : offer ? <StudioForm draft={draft} offers={offers} offer={offer} inputs={inputs} making={making} onChange={change} /> : <NoModels onAgain={() => void models.refetch()} />}
        </div>
        <div className="studio-results" ref={results}>
          <History wall={wall} search={search} aspectOf={aspectOf} acts={acts} canMake={offer !== undefined && mayMake} onGo={go} />
        </div>
      </div>
      {coming.map((generationId, index) => <FollowedGeneration key={generationId} generationId={generationId} isStreamed={index < STREAMS_MAX} />)}
      <Outlet />
    </StudioContext>
  );
}

/** What has no size of its own yet has that of its recipe. */
function useAspects(pictures: readonly Picture[]): (picture: Picture) => number {
  const open = [...new Set(pictures.filter((picture) => picture.width === 0 && isComing(picture)).map(({ generationId }) => generationId))];
  const known = useQueries({ queries: open.map((id) => ({ queryKey: ['studio', 'generation', id], queryFn: ({ signal }: { signal: AbortSignal }) => getGeneration(id, signal) })), combine: (answers) => answers.map(({ data }) => (data ? `${data.id} ${aspectOfSize(data.recipe.size)}` : '')).join('\n') });
  return useMemo(() => {
    const aspects = new Map(known.split('\n').map((line) => { const [id = '', aspect] = line.split(' '); return [id, Number(aspect)]; }));
    return ({ width, height, generationId }: Picture) => (width > 0 && height > 0 ? width / height : (aspects.get(generationId) ?? 1));
  }, [known]);
}
