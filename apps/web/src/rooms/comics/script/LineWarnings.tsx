import type { Line } from '@komawari/comic';
import { setSpeaker } from '@komawari/comic/edit';
import { useWords } from '../../../language/use-words.ts';
import { AlertIcon } from '../../../ui/icons.ts';
import { likelySpeakers } from './likely-speakers.ts';
import { useScript } from './script-context.ts';
import type { Warning } from './warnings.ts';

const LANGUAGE_KEYS = { zh: 'languageZh', en: 'languageEn', ja: 'languageJa' } as const;

/** What to look at again, beside the line, with the way out where there is one. */
export function LineWarnings({ id, line, warnings }: { id: string; line: Line; warnings: readonly Warning[] }) {
  const script = useScript();
  const { say } = useWords('comics-script');
  if (warnings.length === 0) return null;
  return (
    <ul className="script-warnings" id={id}>
      {warnings.map((warning) => (
        <li key={`${warning.code}${warning.language ?? ''}`}>
          <AlertIcon /> <span>{say(`warn-${warning.code}`, warning.language ? { language: say(LANGUAGE_KEYS[warning.language]) } : {})}</span>
          {warning.code === 'unsure' && (
            <span className="script-chips">
              {likelySpeakers(script.book(), line.id).filter((one) => one.id !== line.speakerId).map((one) => (
                <button key={one.id} type="button" className="script-chip" onClick={() => script.change((book) => setSpeaker(book, line.id, { characterId: one.id }))}>{one.name}</button>
              ))}
              <button type="button" className="script-chip" onClick={() => script.change([{ op: 'set', kind: 'line', id: line.id, field: 'isUnsure', value: null }])}>{say('rightAsItIs')}</button>
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
