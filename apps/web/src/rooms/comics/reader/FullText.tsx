import { useEffect, useRef } from 'react';
import { useWords } from '../../../language/use-words.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { CloseIcon } from '../../../ui/icons.ts';
import type { Page } from './guided.ts';
import { PanelTexts } from './PageText.tsx';

type Props = { title: string; language: string; pages: readonly Page[]; page: number; onClose: () => void; onPage: (page: number) => void };

/** The whole book in words: what every panel shows, and who says what, in reading order. */
export function FullText({ title, language, pages, page, onClose, onPage }: Props) {
  const { say } = useWords('comics-reader');
  const cover = useRef<HTMLElement>(null);
  useEffect(() => {
    const node = cover.current;
    node?.focus({ preventScroll: true });
    node?.querySelector(`[data-text="${page}"]`)?.scrollIntoView({ block: 'start' });
    // Only where it opens: after that one reads by oneself.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  return (
    <section className="r-cover r-full-text" ref={cover} tabIndex={0} aria-label={say('fullText')} data-still>
      <div className="r-cover-head"><h2 lang={language}>{title}</h2><IconButton label={say('closeText')} icon={<CloseIcon />} onClick={onClose} /></div>
      {pages.map((one) => (
        <section key={one.number} className="r-text-page" data-text={one.number} aria-label={say('pageName', { n: one.number })}>
          <h3><button type="button" className="r-text-go" onClick={() => onPage(one.number)}>{say('pageName', { n: one.number })}</button></h3>
          {one.alternative.length === 0 ? <p className="r-description">{say('noText')}</p> : <div lang={language}><PanelTexts page={one} /></div>}
        </section>
      ))}
    </section>
  );
}
