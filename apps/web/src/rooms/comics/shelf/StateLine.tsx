import type { ComicSummary } from '@komawari/contract';
import { useWords } from '../../../language/use-words.ts';
import { ProgressBar } from '../../../ui/ProgressBar.tsx';
import { isLive, stateOf } from './comic-state.ts';
import { measureOf, shortDate } from './measure.ts';

/** What is going on with a comic, as a line: a bar while it is made, its measure when it is there. */
export function StateLine({ comic }: { comic: ComicSummary }) {
  const { say, language } = useWords('comics-shelf');
  const { word, fill } = stateOf(comic);
  const measure = measureOf(comic, say);
  if (isLive(comic)) return <ProgressBar label={word === 'stateDrawn' ? say('stateDrawing') : say(word, fill)} done={comic.panels.done} total={comic.panels.total} />;
  return (
    <p className="shelf-line number">
      {comic.state !== 'done' && <strong>{say(word, fill)}</strong>}
      {measure !== '' && <span>{measure}</span>}
      <span>{say('changedOn', { date: shortDate(comic.updatedAt, language) })}</span>
    </p>
  );
}
