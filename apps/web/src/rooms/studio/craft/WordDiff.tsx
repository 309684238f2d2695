import { useMemo } from 'react';
import { wordDiff } from './word-diff.ts';

/** What was there struck out, what comes underlined, in one text. */
export function WordDiff({ before, after }: { before: string; after: string }) {
  const pieces = useMemo(() => wordDiff(before, after), [before, after]);
  return (
    <p className="word-diff" dir="auto">
      {pieces.map(({ kind, text }, index) => (kind === 'same' ? <span key={index}>{text}</span> : kind === 'gone' ? <del key={index}>{text}</del> : <ins key={index}>{text}</ins>))}
    </p>
  );
}
