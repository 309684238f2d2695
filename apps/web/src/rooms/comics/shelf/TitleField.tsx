import type { ComicSummary } from '@komawari/contract';
import { useRef, useState } from 'react';
import { renameComic } from '../../../api/comics-shelf.ts';
import { useSend } from '../../../api/use-call.ts';
import { useWords } from '../../../language/use-words.ts';

const TITLE_MAX = 400;

/** The title, changed in place: Enter or leaving keeps it, Escape does not. A refusal stays beside it. */
export function TitleField({ comic, onDone }: { comic: ComicSummary; onDone: () => void }) {
  const { say, sayError } = useWords('comics-shelf');
  const [title, setTitle] = useState(comic.title);
  const isOver = useRef(false);
  const rename = useSend((next: string) => renameComic(comic.id, next), { touches: [['comics']], onDone });
  const end = (keeps: boolean) => {
    const next = title.replace(/\s+/g, ' ').trim();
    if (isOver.current) return;
    if (keeps && next !== '' && next !== comic.title) return rename.mutate(next);
    isOver.current = true;
    onDone();
  };
  return (
    <div className="shelf-rename">
      <input
        aria-label={say('renameOf', { title: comic.title || say('untitled') })} value={title} maxLength={TITLE_MAX} dir="auto" autoFocus aria-invalid={rename.error !== null} aria-busy={rename.isPending}
        onFocus={(event) => event.target.select()} onChange={(event) => setTitle(event.target.value)} onBlur={() => { if (!rename.isPending && rename.error === null) end(true); }}
        onKeyDown={(event) => { if (event.key === 'Enter') { event.preventDefault(); end(true); } if (event.key === 'Escape') end(false); }}
      />
      {rename.error !== null && <p className="fault" role="alert">{sayError(rename.error)}</p>}
    </div>
  );
}
