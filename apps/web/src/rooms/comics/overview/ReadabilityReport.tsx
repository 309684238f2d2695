import type { Comic } from '@komawari/contract';
import { CheckIcon } from '../../../ui/icons.ts';
import type { WordKey } from '../../../language/namespaces.ts';
import { useWords } from '../../../language/use-words.ts';

const PROBLEMS: Readonly<Record<string, WordKey<'comics'>>> = {
  'text-too-small': 'problemTooSmall', 'face-covered': 'problemFace', 'eyes-covered': 'problemEyes', 'wrong-tail': 'problemTail', overlap: 'problemOverlap', 'out-of-order': 'problemOrder', cut: 'problemCut', 'missing-line': 'problemMissing', 'missing-glyph': 'problemGlyph',
};

/** What the meter found on the lettered pages; each place opens in the reader. */
export function ReadabilityReport({ problems, onOpen }: { problems: Comic['problems']; onOpen: (page: number) => void }) {
  const { say } = useWords('comics');
  return (
    <section className="side-panel" aria-labelledby="report-title">
      <h2 id="report-title">{say('report')}</h2>
      {problems.length === 0 ? <p className="good"><CheckIcon />{say('reportGood')}</p> : (
        <>
          <p>{say('reportBad', { count: problems.length })}</p>
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
