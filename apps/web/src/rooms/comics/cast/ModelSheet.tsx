import type { Character } from '@komawari/comic';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useWords } from '../../../language/use-words.ts';
import { ButtonLink } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { BackIcon, ForwardIcon } from '../../../ui/icons.ts';
import { useCast } from './cast-context.ts';
import { LookDesk } from './LookDesk.tsx';
import { SheetPaper } from './SheetPaper.tsx';
import './sheet.css';

/** One of the cast: the drawn sheet above, everything that can be changed below, the live picture beside it. */
export function ModelSheet({ characterId }: { characterId: string }) {
  const { say } = useWords('comics-cast');
  const { comicId, open } = useCast();
  const { cast } = open.book.bible;
  const at = cast.findIndex((one) => one.id === characterId);
  const person = cast[at];
  const [outfitId, setOutfitId] = useState<string>();
  if (!person) return <EmptyState picture="cast-empty" title={say('gonePerson')} text={say('gonePersonNext')}><ButtonLink to="/comics/$comicId/cast" params={{ comicId }}>{say('allPeople')}</ButtonLink></EmptyState>;
  const worn = person.outfits.find((one) => one.id === outfitId) ?? person.outfits[0]!;
  return (
    <article className="cast-sheet">
      <nav className="cast-sheet-ways">
        <Link to="/comics/$comicId/cast" params={{ comicId }} className="quiet"><BackIcon />{say('allPeople')}</Link>
        <Neighbour person={cast[at - 1]} side="previous" />
        <Neighbour person={cast[at + 1]} side="next" />
      </nav>
      <SheetPaper person={person} worn={worn} number={at + 1} onWear={setOutfitId} />
      <LookDesk person={person} worn={worn} onWear={setOutfitId} />
    </article>
  );
}

function Neighbour({ person, side }: { person: Character | undefined; side: 'previous' | 'next' }) {
  const { say } = useWords('comics-cast');
  const { comicId } = useCast();
  if (!person) return null;
  const label = say(side === 'previous' ? 'previousPerson' : 'nextPerson', { name: person.name });
  return <Link to="/comics/$comicId/cast/$characterId" params={{ comicId, characterId: person.id }} className="icon-button" aria-label={label} data-tip={label}>{side === 'previous' ? <BackIcon /> : <ForwardIcon />}</Link>;
}
