import { useWords } from '../../../language/use-words.ts';
import { Tag } from '../../../ui/Tag.tsx';
import type { Preview } from './use-preview.ts';

type Props = { preview: Preview | undefined; isWorking: boolean; isFault: boolean; note: string | undefined; /** Shown until the first one is drawn. */ still: string | undefined };

/** The first panel on its sheet, which keeps its size whatever comes; below it, what is known of the book. */
export function FirstPanel({ preview, isWorking, isFault, note, still }: Props) {
  const { say, language } = useWords('comics-desk');
  const counts = preview && { count: preview.panels, panels: preview.panels.toLocaleString(language), pages: preview.pages.toLocaleString(language) };
  const facts = counts && !preview.isSample ? say(preview.isEstimate ? 'previewAbout' : 'previewExactly', counts) : '';
  return (
    <figure className="first" aria-busy={isWorking}>
      <div className="first-paper">
        {preview ? <img src={preview.address} alt={say(preview.isSample ? 'previewSampleAlt' : 'previewAlt')} width={preview.width} height={preview.height} /> : still !== undefined && <img src={still} alt={say('previewStillAlt')} fetchPriority="high" />}
        <span className="first-state" data-on={isWorking}><Tag tone="live">{say('previewWorking')}</Tag></span>
      </div>
      <figcaption className="first-words">
        <strong><bdi>{preview && !preview.isSample ? preview.title : say('preview')}</bdi></strong>
        <span className="number" role="status">{isFault ? say('previewFault') : (note ?? facts)}</span>
      </figcaption>
    </figure>
  );
}
