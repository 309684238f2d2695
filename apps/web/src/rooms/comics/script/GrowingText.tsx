import { useRef, type KeyboardEvent } from 'react';
import { LINE_MAX } from '@komawari/comic/edit';
import { useDraftText } from './use-draft-text.ts';
import type { CaretPlace } from './keys.ts';

type Props = {
  id: string; label: string; value: string; onCommit: (from: string, to: string) => void; isLocked: boolean; onLocked: () => void;
  className: string; placeholder?: string; lang?: string; describedBy?: string | undefined; onKey?: (event: KeyboardEvent<HTMLTextAreaElement>, caret: CaretPlace, flush: () => void) => void;
};

const MOVES = /^(Arrow|Home|End|Page|Tab|Escape|Shift|Control|Alt|Meta|F\d)/;

/** A text that grows with what is written, by an unseen twin in the same grid cell: no measuring. */
export function GrowingText({ id, label, value, onCommit, isLocked, onLocked, className, placeholder, lang, describedBy, onKey }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  const draft = useDraftText(value, onCommit, field);
  return (
    <div className={`script-grow ${className}`} data-text={`${draft.text === '' ? (placeholder ?? '') : draft.text} `}>
      <textarea
        ref={field} id={id} aria-label={label} aria-describedby={describedBy} value={draft.text} placeholder={placeholder} lang={lang} rows={1} maxLength={LINE_MAX} readOnly={isLocked}
        onChange={(event) => draft.type(event.target.value)} onBlur={draft.flush} onCompositionStart={draft.onCompositionStart} onCompositionEnd={draft.onCompositionEnd}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || event.keyCode === 229) return;
          const { selectionStart: start, selectionEnd: end, value: text } = event.currentTarget;
          onKey?.(event, { start, end, length: text.length }, draft.flush);
          if (isLocked && !event.defaultPrevented && !event.ctrlKey && !event.metaKey && !MOVES.test(event.key)) onLocked();
        }}
      />
    </div>
  );
}
