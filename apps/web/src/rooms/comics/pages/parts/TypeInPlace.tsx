import { useEffect, useRef } from 'react';
import { useWords } from '../../../../language/use-words.ts';
import { textOps } from '../bubble-ops.ts';
import { bubblesNow, useDraft, usePageDesk } from '../desk-context.ts';
import { lineOf } from '../page-ops.ts';
import { placeOn } from '../place-on.ts';

/** A field where the bubble stands; the bubble behind it is set anew with each letter. */
export function TypeInPlace() {
  const desk = usePageDesk();
  const draft = useDraft();
  const { say } = useWords('comics-pages');
  const field = useRef<HTMLTextAreaElement>(null);
  const { typing, type, page, language } = desk;
  const book = desk.desk.book;
  const line = typing === undefined ? undefined : lineOf(book.book, typing)?.line;
  const bubble = bubblesNow(desk, draft).find(({ lineId }) => lineId === typing);
  const isOpen = line !== undefined && bubble !== undefined;
  useEffect(() => {
    if (isOpen) field.current?.select();
  }, [isOpen, typing]);
  if (!line || !bubble) return null;
  const close = () => {
    type(undefined);
    document.querySelector<HTMLElement>(`.pe-bubble[data-line="${CSS.escape(line.id)}"]`)?.focus();
  };
  return (
    <textarea
      ref={field} className="pe-type" lang={language} aria-label={say('words')} value={line.text[language] ?? ''} placeholder={line.text[book.book.language]} maxLength={4000}
      style={placeOn(page.laid, { x: bubble.box.x, y: bubble.box.y + bubble.box.height, width: Math.max(bubble.box.width, 220), height: 90 })}
      onChange={(event) => book.change((now) => textOps(now, line.id, language, event.target.value), { merge: `type ${line.id}` })}
      onBlur={() => type(undefined)} onPointerDown={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey))) close();
      }}
    />
  );
}
