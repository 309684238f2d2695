import { useSession } from '../../../frame/use-session.ts';
import { useWords } from '../../../language/use-words.ts';
import { Button, ButtonLink } from '../../../ui/Button.tsx';
import { StatePicture } from '../../../ui/StatePicture.tsx';

/** Nobody here can draw yet: what that means, and who can change it. */
export function NoModels({ onAgain }: { onAgain: () => void }) {
  const { say } = useWords('studio');
  const { can } = useSession();
  const mayAdd = can('system.operate');
  return (
    <section className="no-models">
      <StatePicture name="robot-key" />
      <h2>{say('noModels')}</h2>
      <p>{say(mayAdd ? 'noModelsOperator' : 'noModelsOthers')}</p>
      <div className="no-models-acts">
        {mayAdd && <ButtonLink to="/admin/providers" look="primary">{say('addProvider')}</ButtonLink>}
        <Button onClick={onAgain}>{say('lookAgain')}</Button>
      </div>
    </section>
  );
}
