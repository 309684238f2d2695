import type { Chapter } from '@komawari/comic';
import { memo, useRef } from 'react';
import { useWords } from '../../../language/use-words.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { MoreIcon } from '../../../ui/icons.ts';
import { focusId, useScript } from './script-context.ts';
import { useDraftText } from './use-draft-text.ts';

const TITLE_MAX = 400;

export const ChapterRow = memo(function ChapterRow({ chapter, number }: { chapter: Chapter; number: number }) {
  const script = useScript();
  const { say } = useWords('comics-script');
  const field = useRef<HTMLInputElement>(null);
  const draft = useDraftText(chapter.title, (from, to) => script.change([{ op: 'set', kind: 'chapter', id: chapter.id, field: 'title', value: to.slice(0, TITLE_MAX), was: from }], { merge: `title-${chapter.id}`, isTyping: true }), field);
  return (
    <section className="script-chapter" aria-label={say('chapterN', { n: number })}>
      {chapter.title !== String(number) && <span className="script-chapter-number" aria-hidden>{number}</span>}
      <input
        ref={field} id={focusId.chapter(chapter.id)} className="script-chapter-title" aria-label={say('chapterTitle', { n: number })} placeholder={say('chapterN', { n: number })} value={draft.text} maxLength={TITLE_MAX}
        onChange={(event) => draft.type(event.target.value)} onBlur={draft.flush} onCompositionStart={draft.onCompositionStart} onCompositionEnd={draft.onCompositionEnd}
      />
      <IconButton label={say('chapterMenu', { n: number })} icon={<MoreIcon />} onClick={(event) => script.pick({ what: 'chapter-menu', chapterId: chapter.id }, event.currentTarget)} />
    </section>
  );
});
