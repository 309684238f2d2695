import type { ComicSummary } from '@komawari/contract';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { usePageTitle } from '../../../frame/use-page-title.ts';
import { useWords } from '../../../language/use-words.ts';
import { Button, ButtonLink } from '../../../ui/Button.tsx';
import { isSampleStory } from '../desk/sample-stories.ts';
import { Samples } from '../desk/Samples.tsx';
import { StorySheet } from '../desk/StorySheet.tsx';
import { useDraft } from '../desk/use-draft.ts';
import { comicWay, isLive, leadFirst } from '../shelf/comic-state.ts';
import { Cover } from '../shelf/Cover.tsx';
import { StateLine } from '../shelf/StateLine.tsx';
import { useLiveComics } from '../shelf/use-live-comics.ts';
import { useBookCommands } from '../use-book-commands.ts';

const RECENT_MAX = 6;

/** Where one was: the comic that waits for its author first, the others beside it, and a sheet for the next story. */
export function Desk({ books: known }: { books: readonly ComicSummary[] }) {
  const { say } = useWords('comics-desk');
  const { say: sayShelf } = useWords('comics-shelf');
  usePageTitle('');
  const navigate = useNavigate();
  const { draft, isKept, change } = useDraft();
  const [fault, setFault] = useState('');
  const [lead, ...others] = leadFirst(useLiveComics(known));
  useBookCommands(known);
  if (!lead) return null;
  const title = lead.title || sayShelf('untitled');
  return (
    <div className="home">
      <section className="home-lead" aria-labelledby="home-lead">
        <Link {...comicWay(lead)} className="home-cover" tabIndex={-1} aria-hidden="true"><Cover comic={lead} isEager /></Link>
        <div className="home-lead-words">
          <p className="home-kicker">{say('homeOn')}</p>
          <h1 id="home-lead"><bdi>{title}</bdi></h1>
          <StateLine comic={lead} />
          <div className="home-acts">
            <ButtonLink {...comicWay(lead)} look="primary">{say(lead.state === 'done' ? 'homeOpen' : isLive(lead) ? 'homeWatch' : 'homeSeeMore')}</ButtonLink>
            {lead.state === 'done' && lead.pageCount > 0 && <ButtonLink to="/comics/$comicId/read" params={{ comicId: lead.id }}>{say('homeRead')}</ButtonLink>}
          </div>
        </div>
      </section>
      {others.length > 0 && (
        <section className="home-recent" aria-labelledby="home-recent">
          <header className="home-head"><h2 id="home-recent">{say('homeRecent')}</h2><Link to="/comics">{say('homeAll')}</Link></header>
          <ul className="home-books">
            {others.slice(0, RECENT_MAX).map((comic) => (
              <li key={comic.id}><Link {...comicWay(comic)} className="shelf-link"><Cover comic={comic} /><strong className="shelf-title"><bdi>{comic.title || sayShelf('untitled')}</bdi></strong></Link></li>
            ))}
          </ul>
        </section>
      )}
      <form className="home-start" onSubmit={(event) => { event.preventDefault(); void navigate({ to: '/new' }); }}>
        <h2>{say('homeNext')}</h2>
        <StorySheet draft={draft} fault={fault} isKept={isKept} onChange={(part) => { setFault(''); change(part); }} onFault={setFault} />
        <div className="home-go"><Button type="submit" look="plain">{say('homeGo')}</Button></div>
      </form>
      {(draft.text === '' || isSampleStory(draft.text)) && <Samples title={say('samples')} chosen={draft.text} onPick={(story) => change({ ...story, language: 'auto' })} />}
    </div>
  );
}
