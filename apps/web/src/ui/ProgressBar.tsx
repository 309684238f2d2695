import type { ReactNode } from 'react';
import { useWords } from '../language/use-words.ts';
import './progress.css';

type Props = { label: string; done: number; total: number; secondsLeft?: number; isLive?: boolean; children?: ReactNode };

/** A long work: what it is doing, n of m, time left. `total` 0 means nobody knows yet. Put Cancel beside it as `children`. */
export function ProgressBar({ label, done, total, secondsLeft, isLive = true, children }: Props) {
  const { say } = useWords();
  return (
    <div className="progress">
      <p className="progress-words">
        <strong role="status">{label}</strong>
        {secondsLeft !== undefined && done < total && <span className="number">{secondsLeft < 90 ? say('secondsLeft', { count: Math.round(secondsLeft) }) : say('minutesLeft', { count: Math.round(secondsLeft / 60) })}</span>}
        {total > 0 && <span className="number">{say('progressOf', { done, total })}</span>}
        {children}
      </p>
      <progress value={total > 0 ? done : undefined} max={total > 0 ? total : undefined} aria-label={label} data-live={isLive} />
    </div>
  );
}
