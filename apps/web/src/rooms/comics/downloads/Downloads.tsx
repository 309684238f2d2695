import type { Comic } from '@komawari/contract';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { getReading } from '../../../api/comics-shelf.ts';
import { useCall } from '../../../api/use-call.ts';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { ShareIcon } from '../../../ui/icons.ts';
import { EXPORTS, keysOf } from '../book-choices.ts';
import { FIRST_CHOICES, type Choices } from './choices.ts';
import { DownloadChoices } from './DownloadChoices.tsx';
import { DownloadRow } from './DownloadRow.tsx';
import './downloads.css';
import { ShareSheet } from './ShareSheet.tsx';

/** Taking a comic away: files of every format, and a link for others. The address `#share` opens the link. */
export function Downloads({ comic, onMade }: { comic: Comic; onMade: () => void }) {
  const { say } = useWords('comics-downloads');
  // The languages of the book stand with what readers see of it.
  const { data } = useCall(['comics', comic.id, 'reading', '', comic.pagesRevision, 'languages'], (signal) => getReading(comic.id, undefined, signal), { isOff: comic.state !== 'done' });
  const languages = data?.languages ?? [];
  const [choices, setChoices] = useState<Choices>(FIRST_CHOICES);
  const { hash } = useLocation();
  const navigate = useNavigate();
  const [isOpen, setOpen] = useState(false);
  const closeSheet = () => {
    setOpen(false);
    if (hash === 'share') void navigate({ to: '.', hash: '', replace: true, resetScroll: false });
  };
  const isOutdated = comic.revision !== comic.pagesRevision;
  return (
    <section className="side-panel downloads" aria-labelledby="downloads-title">
      <div className="downloads-head">
        <h2 id="downloads-title">{say('title')}</h2>
        <Button look="quiet" icon={<ShareIcon />} onClick={() => setOpen(true)}>{say('share')}</Button>
      </div>
      {comic.state === 'done' || comic.pagesRevision > 0 ? (
        <>
          {isOutdated && <p className="hint">{say('outdatedHint')}</p>}
          <DownloadChoices choices={choices} languages={languages} ownLanguage={comic.language ?? ''} onChange={setChoices} />
          <ul>{keysOf(EXPORTS).map((format) => <DownloadRow key={format} comic={comic} format={format} choices={choices} onMade={onMade} />)}</ul>
        </>
      ) : <p className="hint">{say('whenDone')}</p>}
      <ShareSheet comicId={comic.id} isOutdated={isOutdated} isOpen={isOpen || hash === 'share'} onClose={closeSheet} />
    </section>
  );
}
