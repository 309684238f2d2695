import { useState, type FormEvent } from 'react';
import { renameComic } from '../../../api/comics-shelf.ts';
import { useSend } from '../../../api/use-call.ts';
import { useWords } from '../../../language/use-words.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { CheckIcon, CloseIcon, RenameIcon } from '../../../ui/icons.ts';
import type { OpenBook } from '../book/use-book.ts';

const TITLE_MAX = 400;

/** The comic's name, changed in place. With a book it is a step of its history, so it can be undone; before there is one the comic alone holds it. */
export function ComicTitle({ comicId, title, book }: { comicId: string; title: string; book: OpenBook | undefined }) {
  const { say, sayError } = useWords('comics-overview');
  const { say: sayRoom } = useWords('comics');
  const [draft, setDraft] = useState<string>();
  const rename = useSend((next: string) => renameComic(comicId, next), { touches: [['comics']], onDone: () => setDraft(undefined) });

  if (draft === undefined) {
    return (
      <div className="comic-title">
        <h1 title={title} onDoubleClick={() => setDraft(title)}><bdi>{title || sayRoom('untitled')}</bdi></h1>
        <IconButton label={say('rename')} icon={<RenameIcon />} onClick={() => setDraft(title)} />
      </div>
    );
  }
  const keep = (event: FormEvent) => {
    event.preventDefault();
    const next = draft.replace(/\s+/g, ' ').trim();
    if (next === '' || next === title) return setDraft(undefined);
    if (!book) return rename.mutate(next);
    book.change([{ op: 'set', kind: 'book', id: book.book.id, field: 'title', value: next }]);
    setDraft(undefined);
  };
  return (
    <form className="comic-title" onSubmit={keep}>
      <h1 className="unseen">{title || sayRoom('untitled')}</h1>
      <input
        className="comic-title-field" aria-label={say('renameLabel')} value={draft} maxLength={TITLE_MAX} autoFocus dir="auto" onFocus={(event) => event.target.select()}
        onChange={(event) => setDraft(event.target.value)} onKeyDown={(event) => { if (event.key === 'Escape') setDraft(undefined); }}
      />
      <IconButton label={say('renameKeep')} icon={<CheckIcon />} type="submit" />
      <IconButton label={say('cancel')} icon={<CloseIcon />} onClick={() => setDraft(undefined)} />
      {rename.error !== null && <p className="fault" role="alert">{sayError(rename.error)}</p>}
    </form>
  );
}
