import { Link } from '@tanstack/react-router';
import { Suspense, type ReactNode } from 'react';
import type { WordKey } from '../../language/namespaces.ts';
import { useWords } from '../../language/use-words.ts';
import { BackIcon, BookIcon, CastIcon, OverviewIcon, PagesIcon, ScriptIcon } from '../../ui/icons.ts';
import { useBook } from './book/use-book.ts';
import './overview/comic-tabs.css';
import { ComicMenu } from './overview/ComicMenu.tsx';
import { ComicTitle } from './overview/ComicTitle.tsx';
import { SaveState } from './overview/SaveState.tsx';

export type ComicTab = 'overview' | 'script' | 'cast' | 'pages' | 'read';

const TABS: Readonly<Record<ComicTab, { to: string; word: WordKey<'comics-overview'>; icon: ReactNode }>> = {
  overview: { to: '/comics/$comicId', word: 'tabOverview', icon: <OverviewIcon /> },
  script: { to: '/comics/$comicId/script', word: 'tabScript', icon: <ScriptIcon /> },
  cast: { to: '/comics/$comicId/cast', word: 'tabCast', icon: <CastIcon /> },
  pages: { to: '/comics/$comicId/pages/$number', word: 'tabPages', icon: <PagesIcon /> },
  read: { to: '/comics/$comicId/read', word: 'tabRead', icon: <BookIcon /> },
};

type Props = {
  comicId: string; current: ComicTab;
  /** Shown until there is a book to read it from. */
  title?: string;
  /** False while no script is written. */
  hasBook?: boolean;
};

/** Stands over every page of a comic: its name, whether all is saved, what can be done with it, and the ways between its pages. */
export function ComicTabs(props: Props) {
  return <Suspense fallback={<div className="comic-bar" />}><Bar {...props} /></Suspense>;
}

function Bar({ comicId, current, title = '', hasBook = true }: Props) {
  const { say } = useWords('comics-overview');
  const { say: sayRoom } = useWords('comics');
  const { book } = useBook(comicId, !hasBook);
  const name = book?.book.title ?? title;
  return (
    <header className="comic-bar">
      <div className="comic-bar-top">
        <Link to="/comics" className="icon-button" aria-label={sayRoom('shelfTitle')} data-tip={sayRoom('shelfTitle')}><BackIcon /></Link>
        <ComicTitle comicId={comicId} title={name} book={book} />
        <span className="comic-bar-end">
          {book && <SaveState saving={book.saving} />}
          <ComicMenu comicId={comicId} title={name || sayRoom('untitled')} />
        </span>
      </div>
      <nav className="comic-tabs" aria-label={say('tabs')}>
        {Object.entries(TABS).map(([tab, { to, word, icon }]) => (
          <Link key={tab} to={to} params={{ comicId, number: '1' }} className="comic-tab" activeOptions={{ exact: true }} aria-current={tab === current ? 'page' : undefined} activeProps={{}}>{icon}<span>{say(word)}</span></Link>
        ))}
      </nav>
    </header>
  );
}
