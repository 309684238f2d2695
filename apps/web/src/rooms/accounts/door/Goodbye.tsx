import { useSearch } from '@tanstack/react-router';
import { useWords } from '../../../language/use-words.ts';
import { ButtonLink } from '../../../ui/Button.tsx';
import { Door } from './Door.tsx';

/** After asking for deletion: until when one may come back, and how. */
export function Goodbye() {
  const { say } = useWords('accounts');
  const { until } = useSearch({ from: '/goodbye' });
  return (
    <Door picture="broken-bridge" title={say('goodbyeTitle')} lead={<p role="status">{until === undefined ? say('goodbyeSoon') : say('goodbye', { date: until })}</p>}>
      <p>{say('goodbyeBack')}</p>
      <div className="door-acts"><ButtonLink to="/sign-in">{say('goodbyeCancel')}</ButtonLink><ButtonLink to="/" look="quiet">{say('toStart')}</ButtonLink></div>
    </Door>
  );
}
