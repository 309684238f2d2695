import type { Comic } from '@komawari/contract';
import { getBookEdits } from '../../../api/comics-editing.ts';
import { useCall } from '../../../api/use-call.ts';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { AgainIcon, AlertIcon } from '../../../ui/icons.ts';
import type { OpenBook } from '../book/use-book.ts';
import { isEnded } from './making.ts';
import { touchedPages } from './touched-pages.ts';
import type { useUpdate } from './use-update.ts';

type Props = { comic: Comic; book: OpenBook | undefined; update: ReturnType<typeof useUpdate> };

/** The book went on and its pages did not: quiet, since nothing is wrong. */
export function OutOfDateBar({ comic, book, update }: Props) {
  const { say, sayError } = useWords('comics-overview');
  const revision = Math.max(comic.revision, book?.revision ?? 0);
  const isOld = comic.pagesRevision > 0 && revision !== comic.pagesRevision && isEnded(comic.state);
  const { data } = useCall(['comics', comic.id, 'edits', comic.pagesRevision, revision], () => getBookEdits(comic.id, comic.pagesRevision), { isOff: !isOld });
  const count = data && book ? touchedPages(data.items, book.book, new Map(comic.panelStates.map((panel) => [panel.id, panel.page]))) : undefined;
  const isWaiting = update.isWaiting && !isEnded(comic.state);
  if (!isOld && !isWaiting && update.error === undefined) return null;
  return (
    <section className="out-of-date" aria-label={say('outOfDate')}>
      {isWaiting ? <p role="status">{say('updateWaits')}</p> : isOld && (
        <>
          <p>{say('outOfDate')}</p>
          <Button look={comic.state === 'done' ? 'primary' : 'plain'} icon={<AgainIcon />} isBusy={update.isSending || update.isWaiting} onClick={() => update.update()}>{count === undefined || count === 0 ? say('updatePages') : say('updateAbout', { count })}</Button>
        </>
      )}
      {update.error !== undefined && <p className="fault" role="alert"><AlertIcon aria-hidden="true" />{sayError(update.error)}</p>}
    </section>
  );
}
