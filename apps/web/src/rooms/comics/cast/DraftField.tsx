import { useEffect, useRef, useState } from 'react';
import { useWords } from '../../../language/use-words.ts';
import { TextArea } from '../../../ui/TextArea.tsx';
import { TextField } from '../../../ui/TextField.tsx';

const PAUSE_MS = 700;

type Props = {
  label: string; value: string; most: number; onKeep: (text: string) => void;
  /** Why it cannot be left empty. */
  emptyFault?: string;
  /** Also kept in pauses of typing. Not for names: each pause would leave an alias behind. */
  isEager?: boolean;
  hint?: string; isLabelHidden?: boolean; isLong?: boolean; placeholder?: string;
};

/**
 * A text of the book that becomes a step when it is left, by Enter, or when the page goes away. What does not fit stays in
 * the field as it was typed, with the reason beside it; the book keeps what it had.
 */
export function DraftField({ label, value, most, onKeep, emptyFault, isEager = false, hint, isLabelHidden, isLong = false, placeholder }: Props) {
  const { say } = useWords('comics-cast');
  const [draft, setDraft] = useState<string>();
  const text = draft ?? value;
  const over = text.length - most;
  const fault = over > 0 ? say('tooLong', { over, most }) : draft !== undefined && text.trim() === '' ? emptyFault : undefined;
  const latest = useRef({ draft, fault, value, onKeep });
  useEffect(() => {
    latest.current = { draft, fault, value, onKeep };
  });
  const keep = () => {
    const now = latest.current;
    if (now.draft === undefined || now.fault !== undefined) return;
    const next = tidy(now.draft, isLong);
    if (next !== now.value) now.onKeep(next);
    latest.current = { ...now, draft: undefined };
    setDraft(undefined);
  };
  const keepLatest = useRef(keep);
  useEffect(() => {
    keepLatest.current = keep;
  });
  // The key is answered first: a name stands in many places of the page.
  const keepAfterPaint = () => requestAnimationFrame(() => setTimeout(() => keepLatest.current()));
  useEffect(() => {
    const leave = () => keepLatest.current();
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      leave();
    };
  }, []);
  useEffect(() => {
    if (!isEager || draft === undefined || fault !== undefined) return undefined;
    const timer = setTimeout(() => {
      const next = tidy(draft, isLong);
      if (next !== latest.current.value) latest.current.onKeep(next);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [draft, fault, isEager, isLong]);
  const shared = { label, value: text, onChange: setDraft, onBlur: keep, ...(fault === undefined ? {} : { fault }), ...(hint === undefined ? {} : { hint }), ...(isLabelHidden === undefined ? {} : { isLabelHidden }), ...(placeholder === undefined ? {} : { placeholder }) };
  if (isLong) return <TextArea {...shared} />;
  return <TextField {...shared} onKeyDown={(event) => { if (event.key === 'Enter' && !event.nativeEvent.isComposing) keepAfterPaint(); if (event.key === 'Escape') setDraft(undefined); }} />;
}

function tidy(text: string, isLong: boolean): string {
  return isLong ? text.trim() : text.replace(/\s+/g, ' ').trim();
}
