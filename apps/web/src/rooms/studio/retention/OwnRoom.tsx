import type { OwnKeeping } from '@komawari/contract';
import { Link } from '@tanstack/react-router';
import { useWords } from '../../../language/use-words.ts';
import { DownIcon } from '../../../ui/icons.ts';
import { fullness, sayBytes } from './room.ts';
import '../../../ui/progress.css';
import './own-room.css';
import { useOwnKeeping } from './use-keeping.ts';

/** Shown from here on without being looked for. */
const NEARLY_FULL = 0.9;

/** How much of one's share is used, where there is one, and which pictures the rules take next. Nothing where there are no rules. */
export function OwnRoom() {
  const own = useOwnKeeping({ looks: true });
  if (!own || (own.rules.quotaBytes === 0 && own.rules.keepDays === 0 && own.rules.totalBytes === 0)) return null;
  return <Shown own={own} />;
}

function Shown({ own: { rules, usedBytes, keptBytes, trash, going } }: { own: OwnKeeping }) {
  const { say, language } = useWords('studio-retention');
  const bytes = (amount: number) => sayBytes(amount, language);
  const full = fullness({ usedBytes, trashBytes: trash.sizeBytes, quotaBytes: rules.quotaBytes });
  const used = rules.quotaBytes > 0 ? say('usedOf', { used: bytes(usedBytes + trash.sizeBytes), most: bytes(rules.quotaBytes) }) : say('used', { used: bytes(usedBytes) });
  return (
    <details className="own-room" data-full={full >= NEARLY_FULL}>
      <summary>
        <DownIcon aria-hidden="true" /><span className="number">{used}</span>
        {rules.quotaBytes > 0 && <progress max={1} value={full} data-live={full >= NEARLY_FULL} aria-label={used} />}
        {going.count > 0 && <span className="hint">{say('nextGo', { count: going.count })}</span>}
      </summary>
      <div className="own-room-more">
        {full >= 1 && <p className="fault">{say('fullNow')}</p>}
        <p>{[rules.keepDays > 0 && say('ruleDays', { count: rules.keepDays }), rules.quotaBytes > 0 && say('ruleQuota'), rules.totalBytes > 0 && say('ruleTotal')].filter((one) => one !== false).join(' ')} {say('ruleKept')}</p>
        <p className="hint number">{say('keptAndTrash', { kept: bytes(keptBytes), trash: bytes(trash.sizeBytes) })} {trash.count > 0 && <Link from="/studio" to="/studio" search={(before) => ({ ...before, show: 'trash' as const })}>{say('openTrash')}</Link>}</p>
        {going.count > 0 && (
          <>
            <h2>{say('goNext', { count: going.count, size: bytes(going.sizeBytes) })}</h2>
            <ul className="own-room-next">
              {going.first.map(({ id, prompt, thumbnailUrl, reason }) => (
                <li key={id}><Link from="/studio" to="/studio/pictures/$pictureId" params={{ pictureId: id }} search={(before) => before} resetScroll={false} aria-label={say('nextOf', { name: prompt.slice(0, 80), why: say(`why-${reason}`) })} data-tip={say(`why-${reason}`)}>{thumbnailUrl ? <img src={thumbnailUrl} alt="" loading="lazy" decoding="async" /> : <span className="own-room-none" />}</Link></li>
              ))}
            </ul>
            {going.count > going.first.length && <p className="hint">{say('andMore', { count: going.count - going.first.length })}</p>}
          </>
        )}
      </div>
    </details>
  );
}
