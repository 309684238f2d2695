import { useWords } from '../../../language/use-words.ts';
import { Button, ButtonLink } from '../../../ui/Button.tsx';
import { listPanels } from '@komawari/comic';
import { isMisfit, textOf } from '../book/refusal-words.ts';
import type { OpenBook } from '../book/use-book.ts';

/** What the server did not take, and what other pages took away: told, and to be copied, never only gone. */
export function Troubles({ book }: { book: OpenBook }) {
  const { say, sayError } = useWords('comics-script');
  const lines = new Set(listPanels(book.book).flatMap((panel) => panel.lines.map((line) => line.id)));
  const lost = book.notices.filter((notice) => (notice.code === 'gone' || (notice.code === 'overwrote' && !lines.has(notice.id))) && notice.lost !== undefined && notice.lost !== null);
  const needsAct = book.saving === 'signed-out' || book.saving === 'gone' || book.saving === 'offline';
  if (!needsAct && lost.length === 0 && book.refused.length === 0) return null;
  return (
    <div className="script-troubles" role="status">
      {book.saving === 'signed-out' && <p>{say('signInAgain')} <ButtonLink to="/sign-in" look="quiet">{say('signIn')}</ButtonLink><Button look="quiet" onClick={book.retry}>{say('retry')}</Button></p>}
      {book.saving === 'gone' && <p>{say('comicGone')}</p>}
      {book.saving === 'offline' && <p>{say('keptHere')} <Button look="quiet" onClick={book.retry}>{say('retry')}</Button></p>}
      {book.refused.map((step) => <Lost key={step.key} words={isMisfit(step.error) ? say('noLongerFits') : say('refusedStep', { why: sayError(step.error) })} text={textOf(step.ops)} onDismiss={() => book.dismiss(step.key)} />)}
      {lost.map((notice) => <Lost key={notice.key} words={say(notice.code === 'gone' ? 'goneMeanwhile' : 'changedMeanwhile')} text={typeof notice.lost === 'string' ? notice.lost : JSON.stringify(notice.lost)} onDismiss={() => book.dismiss(notice.key)} />)}
    </div>
  );
}

function Lost({ words, text, onDismiss }: { words: string; text: string; onDismiss: () => void }) {
  const { say } = useWords('comics-script');
  return (
    <p>
      {words} {text !== '' && <q>{text.slice(0, 400)}</q>}
      {text !== '' && <Button look="quiet" onClick={() => void navigator.clipboard.writeText(text)}>{say('copy')}</Button>}
      <Button look="quiet" onClick={onDismiss}>{say('allRight')}</Button>
    </p>
  );
}
