import type { Comic } from '@komawari/contract';
import { useWords } from '../../language/use-words.ts';

/** What a page shows and says, panel by panel, for those who listen to it. */
export function ReaderText({ page }: { page: Comic['pages'][number] | undefined }) {
  const { say } = useWords('comics');
  if (!page || page.alternative.length === 0) return null;
  return (
    <figcaption className="unseen">
      {say('readerText')}
      {page.alternative.map((panel) => (
        <div key={panel.panelId}>
          <p>{panel.description}</p>
          {panel.lines.map((line, index) => <p key={`${index}-${line.text}`}>{line.speaker === '' ? line.text : `${line.speaker}: ${line.text}`}</p>)}
        </div>
      ))}
    </figcaption>
  );
}
