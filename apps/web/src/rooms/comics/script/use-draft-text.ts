import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { caretAfter } from './caret.ts';
import { useScript } from './script-context.ts';

/** Typing shows at once and costs one small component; the book takes it after this pause, or when anything else is done. */
const PAUSE_MS = 250;

type Field = HTMLTextAreaElement | HTMLInputElement;
type Draft = { text: string; type: (text: string) => void; flush: () => void; onCompositionStart: () => void; onCompositionEnd: () => void };

/** A text of the book while it is typed. `commit` gets what the writer saw before and what stands there now, so that changes can be merged. */
export function useDraftText(value: string, commit: (from: string, to: string) => void, field: RefObject<Field | null>): Draft {
  const { drafts } = useScript();
  const [text, setText] = useState(value);
  const state = useRef({ text: value, from: value, isDirty: false, isComposing: false, timer: 0 });
  const latest = useRef(commit);
  const caret = useRef<number | undefined>(undefined);
  useEffect(() => {
    latest.current = commit;
  });

  const [flush] = useState(() => () => {
    const now = state.current;
    window.clearTimeout(now.timer);
    if (!now.isDirty) return;
    now.isDirty = false;
    const { from } = now;
    now.from = now.text;
    latest.current(from, now.text);
  });
  const [schedule] = useState(() => () => {
    const now = state.current;
    window.clearTimeout(now.timer);
    if (!now.isComposing) now.timer = window.setTimeout(flush, PAUSE_MS);
  });

  useEffect(() => {
    const forget = drafts.add(flush);
    return () => {
      flush();
      forget();
    };
  }, [drafts, flush]);

  // The book has another text than this field: somebody else's change, an undo, or a merge of both.
  useLayoutEffect(() => {
    const now = state.current;
    if (now.isDirty) return;
    now.from = value;
    if (now.text === value) return;
    const element = field.current;
    if (element && document.activeElement === element) caret.current = caretAfter(now.text, value, element.selectionStart ?? value.length);
    now.text = value;
    setText(value);
  }, [value, field]);
  useLayoutEffect(() => {
    if (caret.current !== undefined) field.current?.setSelectionRange(caret.current, caret.current);
    caret.current = undefined;
  }, [text, field]);

  return {
    text, flush,
    type(next) {
      const now = state.current;
      now.text = next;
      now.isDirty = true;
      setText(next);
      schedule();
    },
    onCompositionStart() { state.current.isComposing = true; },
    onCompositionEnd() {
      state.current.isComposing = false;
      if (state.current.isDirty) schedule();
    },
  };
}
