import type { Comic } from '@komawari/contract';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { BookIcon, DownloadIcon } from '../../../ui/icons.ts';
import { Tag } from '../../../ui/Tag.tsx';
import { usePlace } from '../place.ts';

/** What the book is, and the ways into it once it is finished. */
export function ReadActs({ comic, onRead }: { comic: Comic; onRead: (page: number) => void }) {
  const { say } = useWords('comics');
  const place = usePlace(comic.id);
  const isCurrent = comic.state === 'done' && comic.pagesRevision === comic.revision;
  // While its pages are brought up to date, those there are can be read.
  const isReadable = comic.state === 'done' || comic.pagesRevision > 0;
  return (
    <div className="read-acts">
      <p className="book-facts">
        {comic.artists.length === 0 ? <Tag title={say('storyboardWhy')}>{say('storyboard')}</Tag> : comic.artists.map((artist) => <Tag key={artist} title={say('byModelWhy')}><bdi>{artist}</bdi></Tag>)}
        {comic.pageCount > 0 && <span>{say('pageCount', { count: comic.pageCount })}</span>}
        {comic.panels.total > 0 && <span>{say('panelCount', { count: comic.panels.total })}</span>}
      </p>
      {isReadable && (
        <div className="book-acts">
          {place > 1 && <Button look={isCurrent ? 'primary' : 'plain'} icon={<BookIcon />} onClick={() => onRead(place)}>{say('readOn', { n: place })}</Button>}
          <Button look={place > 1 || !isCurrent ? 'plain' : 'primary'} icon={<BookIcon />} onClick={() => onRead(1)}>{say(place > 1 ? 'readFromStart' : 'read')}</Button>
          <a className="button only-narrow" href="#downloads-title"><DownloadIcon />{say('download')}</a>
        </div>
      )}
    </div>
  );
}
