import { useWords } from '../../../language/use-words.ts';
import type { Page } from './guided.ts';
import { saidOnce } from './said-once.ts';

/** What a page shows and says, panel by panel, for those who listen to it. */
export function PageText({ page }: { page: Page }) {
  const { say } = useWords('comics-reader');
  if (page.alternative.length === 0) return null;
  return <figcaption className="unseen">{say('textOfPage')}<PanelTexts page={page} /></figcaption>;
}

/** Descriptions and lines in reading order. */
export function PanelTexts({ page }: { page: Page }) {
  return page.alternative.map((panel) => (
    <div key={panel.panelId} className="r-panel-text">
      <p className="r-description">{bearsTitle(panel.panelId) ? saidOnce(panel.description) : panel.description}</p>
      {panel.lines.map((line, index) => <p key={index} className="r-line">{hasSpeaker(line) && <b>{line.speaker}: </b>}{line.text}</p>)}
    </div>
  ));
}

/** Pages that bear the title. On that of the cast a name may be the title's. */
function bearsTitle(panelId: string): boolean {
  return panelId === 'matter-cover' || panelId === 'matter-colophon';
}

/** Captions and sounds are nobody's words. */
function hasSpeaker({ speaker, kind }: Page['alternative'][number]['lines'][number]): boolean {
  return speaker !== '' && kind !== 'narration' && kind !== 'sfx' && kind !== 'sound';
}
