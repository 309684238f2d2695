import { RequireUser } from '../../../frame/RequireUser.tsx';
import { usePageTitle } from '../../../frame/use-page-title.ts';
import { useWords } from '../../../language/use-words.ts';

/** Who draws and writes here: providers of models, as the operator sets them up. */
export function Providers() {
  return <RequireUser permission="system.operate"><Inside /></RequireUser>;
}

function Inside() {
  const { say } = useWords('studio-providers');
  usePageTitle(say('providers'));
  return <h1>{say('providers')}</h1>;
}
