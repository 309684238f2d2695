import { listImageModels } from '../../../api/studio.ts';
import { useCall } from '../../../api/use-call.ts';
import { RequireUser } from '../../../frame/RequireUser.tsx';
import { usePageTitle } from '../../../frame/use-page-title.ts';
import { useSession } from '../../../frame/use-session.ts';
import { useWords } from '../../../language/use-words.ts';
import { ButtonLink } from '../../../ui/Button.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { BackIcon } from '../../../ui/icons.ts';
import { Skeleton, Tone } from '../../../ui/Skeleton.tsx';
import { NoModels } from '../desk/NoModels.tsx';
import { GridSetting } from './GridSetting.tsx';
import '../studio.css';
import './grids.css';

/** A grid being set up: what stays comes from the form of the studio, and what changes is said here. */
export function NewGrid() {
  return <RequireUser><OfUser /></RequireUser>;
}

function OfUser() {
  const { say } = useWords('studio-grids');
  const { say: sayStudio } = useWords('studio');
  usePageTitle(say('newGrid'));
  const { user, can } = useSession();
  const models = useCall(['studio', 'models'], listImageModels);
  const offers = models.data?.items;
  return (
    <div className="grids">
      <header className="grids-head"><ButtonLink to="/studio" look="quiet" icon={<BackIcon />}>{sayStudio('studio')}</ButtonLink><h1>{say('newGrid')}</h1><p className="lead">{say('newGridLead')}</p><ButtonLink to="/studio/grids" look="quiet">{say('grids')}</ButtonLink></header>
      {models.error && !offers ? <ErrorState error={models.error} onRetry={() => void models.refetch()} />
        : !can('pictures.make') ? <p className="lead">{sayStudio('mayNotMake')}</p>
          : !offers || !user ? <Skeleton><Tone shape="block" heightPx={120} /><Tone shape="block" heightPx={220} /></Skeleton>
            : offers.length === 0 ? <NoModels onAgain={() => void models.refetch()} /> : <GridSetting key={user.id} userId={user.id} offers={offers} />}
    </div>
  );
}
