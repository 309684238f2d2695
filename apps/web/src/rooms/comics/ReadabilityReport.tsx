import type { Comic } from '@komawari/contract';
import { Icon } from '../../frame/Icon.tsx';
import type { WordKey } from '../../language/dictionaries.ts';
import { useWords } from '../../language/use-words.tsx';

const PROBLEMS: Readonly<Record<string, WordKey>> = {
  'text-too-small': 'problemTooSmall', 'face-covered': 'problemFace', 'eyes-covered': 'problemEyes', 'wrong-tail': 'problemTail', overlap: 'problemOverlap', 'out-of-order': 'problemOrder', cut: 'problemCut', 'missing-line': 'problemMissing', 'missing-glyph': 'problemGlyph',
};

/** What the meter found on the lettered pages; each place opens in the reader. */
export function ReadabilityReport({ problems, onOpen }: { problems: Comic['problems']; onOpen: (page: number) => void }) {
  const { say } = useWords();
  return (
    <section className="side-panel" aria-labelledby="report-title">
      <h2 id="report-title">{say('report')}</h2>
      {problems.length === 0 ? <p className="good"><Icon name="check" />{say('reportGood')}</p> : (
        <>
          <p>{say('reportBad', { n: problems.length })}</p>
          <ul className="problems">
            {problems.map((problem) => (
              <li key={`${problem.code}-${problem.lineId}-${problem.panelId}`}>
                <button type="button" className="quiet" onClick={() => onOpen(problem.page)}>{say(PROBLEMS[problem.code] ?? 'problemOther', { code: problem.code })}<span className="number">{say('problemWhere', { n: problem.page })}</span></button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
