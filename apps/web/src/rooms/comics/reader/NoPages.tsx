import type { ReactNode } from 'react';
import { useWords, type Say } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';

type Props = { language: string; own: string; onOwn: (language: string) => void; onClose?: (() => void) | undefined; children?: ReactNode };

/** A language that has its text, but no pages yet. With `children` (a way to make them) it is told to the author. */
export function NoPages({ language, own, onOwn, onClose, children }: Props) {
  const { say } = useWords('comics-reader');
  return (
    <div className="r-message">
      <EmptyState picture="blank-page" title={say('noPagesTitle', { language: nameOf(language, say) })} text={say(children === undefined ? 'noPagesShared' : 'noPagesText')}>
        {children}
        <Button onClick={() => onOwn(own)}>{say('readInOwn', { language: nameOf(own, say) })}</Button>
        {onClose && <Button look="quiet" onClick={onClose}>{say('closeReader')}</Button>}
      </EmptyState>
    </div>
  );
}

function nameOf(language: string, say: Say<'comics-reader'>): string {
  return language === 'zh' ? say('langZh') : language === 'en' ? say('langEn') : language === 'ja' ? say('langJa') : language;
}
