import { useState } from 'react';
import { useWords } from '../../../../language/use-words.ts';
import { Button } from '../../../../ui/Button.tsx';
import { TextField } from '../../../../ui/TextField.tsx';
import { hasStress, rubyOps, stressOps, type How, type Range } from '../bubble-ops.ts';
import { usePageDesk } from '../desk-context.ts';
import type { lineOf } from '../page-ops.ts';

type Line = NonNullable<ReturnType<typeof lineOf>>['line'];

/** What a chosen part of the words wears: stress, and a reading above it. */
export function TextMarks({ line, range }: { line: Line; range: Range }) {
  const { desk, language, announce } = usePageDesk();
  const { say } = useWords('comics-pages');
  const { book } = desk;
  const isNone = range.end <= range.start;
  const known = line.ruby.find((run) => (run.language ?? book.book.language) === language && run.start < range.end && run.end > range.start);
  const [reading, setReading] = useState<string>();
  const hows: readonly How[] = language === 'en' ? ['bold', 'italic'] : ['bold', 'dots'];
  const putRuby = () => {
    book.change(rubyOps(line, language, book.book.language, known ?? range, reading ?? known?.text ?? ''));
    setReading(undefined);
    announce(say('readingSet'));
  };
  return (
    <div className="pe-marks">
      <div className="pe-buttons" role="group" aria-label={say('stress')}>
        {hows.map((how) => <Button key={how} disabled={isNone} aria-pressed={!isNone && hasStress(line, language, range, how)} onClick={() => book.change(stressOps(line, language, range, how))}>{say(`stress-${how}`)}</Button>)}
      </div>
      <div className="pe-ruby">
        <TextField label={say('reading')} value={reading ?? known?.text ?? ''} onChange={setReading} disabled={isNone && !known} hint={isNone ? say('chooseWords') : (line.text[language] ?? '').slice(range.start, range.end)} />
        <Button disabled={reading === undefined || (isNone && !known)} onClick={putRuby}>{say('setReading')}</Button>
      </div>
    </div>
  );
}
