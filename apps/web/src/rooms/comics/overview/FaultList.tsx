import type { Comic } from '@komawari/contract';
import { Link } from '@tanstack/react-router';
import { useWords } from '../../../language/use-words.ts';
import { AlertIcon } from '../../../ui/icons.ts';
import { isFault } from './making.ts';

const SHOWN_MAX = 12;

/** The panels that could not be drawn, each with its reason and the way to its place. */
export function FaultList({ comic }: { comic: Comic }) {
  const { say } = useWords('comics-overview');
  const faults = comic.panelStates.flatMap((panel, index) => (isFault(panel.state) ? [{ panel, n: index + 1 }] : []));
  if (faults.length === 0) return null;
  return (
    <section className="faults" aria-labelledby="faults-title">
      <h2 id="faults-title"><AlertIcon aria-hidden="true" />{say('faults', { count: faults.length })}</h2>
      <ul>
        {faults.slice(0, SHOWN_MAX).map(({ panel, n }) => (
          <li key={panel.id}><Link to="/comics/$comicId/panels/$panelId" params={{ comicId: comic.id, panelId: panel.id }} resetScroll={false}>{say('panelOnPage', { n, page: panel.page })}</Link><span>{panel.error?.message ?? say('panelFault')}</span></li>
        ))}
      </ul>
      {faults.length > SHOWN_MAX && <p className="hint">{say('faultsMore', { count: faults.length - SHOWN_MAX })}</p>}
    </section>
  );
}
