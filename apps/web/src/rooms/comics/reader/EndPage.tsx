import type { ReactNode } from 'react';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { StatePicture } from '../../../ui/StatePicture.tsx';

type Props = { title: string; author: string; language: string; onAgain: () => void; children?: ReactNode };

/** Behind the last page: speed lines for joy, once, and what next. */
export function EndPage({ title, author, language, onAgain, children }: Props) {
  const { say } = useWords('comics-reader');
  return (
    <section className="r-end" aria-label={say('endTitle')} data-still>
      <div className="r-speed" aria-hidden="true" />
      <div className="r-end-sheet">
        <StatePicture name="done" />
        <h2>{say('endTitle')}</h2>
        <p lang={language}>{say('endText', { title })}{author !== '' && <> · {say('by', { author })}</>}</p>
        <div className="r-end-acts">{children}<Button onClick={onAgain}>{say('readAgain')}</Button></div>
      </div>
    </section>
  );
}
