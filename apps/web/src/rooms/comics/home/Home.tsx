import { Link, useNavigate } from '@tanstack/react-router';
import type { ComicSummary } from '@komawari/contract';
import { useState } from 'react';
import { useCall } from '../../../api/use-call.ts';
import { usePageTitle } from '../../../frame/use-page-title.ts';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import '../desk/desk.css';
import './home.css';
import '../shelf/shelf.css';
import { NewComic } from '../desk/NewComic.tsx';
import { Samples } from '../desk/Samples.tsx';
import { readShelf } from '../shelf/shelf-list.ts';
import { ShelfBook } from '../shelf/ShelfBook.tsx';
import { ShelfSkeleton } from '../shelf/ShelfSkeleton.tsx';
import { StorySheet } from '../desk/StorySheet.tsx';
import { useBookCommands } from '../use-book-commands.ts';
import { useDraft } from '../desk/use-draft.ts';

const RECENT_MAX = 6;

/** A newcomer finds the desk with its samples; who has comics finds the last ones, and a sheet for the next. */
export function Home() {
  const recent = useCall(['comics', 'recent'], (signal) => readShelf(undefined, signal));
  const books = recent.data?.items;
  if (!books && !recent.error) return <div className="home-wait"><ShelfSkeleton /></div>;
  return books && books.length > 0 ? <Desk books={books.slice(0, RECENT_MAX)} /> : <NewComic />;
}

function Desk({ books }: { books: readonly ComicSummary[] }) {
  const { say } = useWords('comics');
  usePageTitle('');
  const navigate = useNavigate();
  const { draft, isKept, change } = useDraft();
  const [fault, setFault] = useState<string>();
  useBookCommands(books);
  return (
    <div className="home">
      <section className="home-recent" aria-labelledby="home-recent">
        <header className="home-head"><h1 id="home-recent">{say('homeRecent')}</h1><Link to="/comics">{say('homeAll')}</Link></header>
        <ul className="shelf-books home-books">{books.map((comic) => <ShelfBook key={comic.id} comic={comic} />)}</ul>
      </section>
      <form className="home-start" onSubmit={(event) => { event.preventDefault(); void navigate({ to: '/new' }); }}>
        <h2>{say('homeNext')}</h2>
        <StorySheet draft={draft} fault={fault} isKept={isKept} onChange={(part) => { setFault(undefined); change(part); }} onFault={setFault} />
        <div className="home-go"><Button type="submit" look="primary">{say('homeGo')}</Button></div>
        <Samples onPick={(text) => change({ text, title: '', language: 'auto' })} />
      </form>
    </div>
  );
}
