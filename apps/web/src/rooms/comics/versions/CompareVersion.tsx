import type { Version } from '@komawari/contract';
import { useMemo, type ReactNode } from 'react';
import { getVersionBook } from '../../../api/comics-editing.ts';
import { useCall } from '../../../api/use-call.ts';
import type { WordKey } from '../../../language/namespaces.ts';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { Sheet } from '../../../ui/Dialog.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { BackIcon, CheckIcon, UndoIcon } from '../../../ui/icons.ts';
import { Skeleton, Tone } from '../../../ui/Skeleton.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import { useBook } from '../book/use-book.ts';
import { diffBooks, isSame, type BookAspect, type BookDiff, type NameDiff, type PanelAspect, type PanelDiff } from './diff-books.ts';
import { diffText } from './diff-text.ts';

type Props = {
  comicId: string; version: Version | undefined;
  /** What is said while there is no such version. */
  instead: ReactNode;
  onClose: () => void; onBack: () => void; onRestore: (version: Version) => void;
};
type Key = WordKey<'comics-overview'>;

const BOOK: Readonly<Record<BookAspect, Key>> = { title: 'diffTitle', format: 'diffFormat', direction: 'diffDirection', style: 'diffStyle', language: 'diffLanguage', pages: 'diffPages' };
const PANEL: Readonly<Record<PanelAspect, Key>> = { picture: 'diffPicture', importance: 'diffImportance', take: 'diffTake', lock: 'diffLock', speakers: 'diffSpeakers', lettering: 'diffLettering' };
const HOW: Readonly<Record<PanelDiff['how'], Key>> = { new: 'diffNew', gone: 'diffGone', changed: 'diffChanged', moved: 'diffMoved' };
const TONES = { new: 'good', gone: 'bad', changed: 'plain', moved: 'plain' } as const;
const SHOWN_MAX = 200;

/** What was changed since a version was kept. */
export function CompareVersion({ comicId, version, instead, onClose, onBack, onRestore }: Props) {
  const { say } = useWords('comics-overview');
  const foot = <><Button icon={<BackIcon />} onClick={onBack}>{say('versionsBack')}</Button>{version && <Button look="primary" icon={<UndoIcon />} onClick={() => onRestore(version)}>{say('versionRestore')}</Button>}</>;
  return (
    <Sheet title={version ? say('versionCompareTitle', { name: version.name }) : say('versionCompare')} isOpen onClose={onClose} widthPx={640} foot={foot}>
      {version ? <Compared key={version.id} comicId={comicId} versionId={version.id} /> : (instead ?? <Waiting />)}
    </Sheet>
  );
}

function Compared({ comicId, versionId }: { comicId: string; versionId: string }) {
  const { say } = useWords('comics-overview');
  const { book } = useBook(comicId);
  const { data, error, refetch } = useCall(['comics', comicId, 'version-book', versionId], () => getVersionBook(comicId, versionId));
  const diff = useMemo(() => (data && book ? diffBooks(data.book, book.book) : undefined), [data, book]);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!diff || !book) return <Waiting />;
  return isSame(diff) ? <p className="good"><CheckIcon aria-hidden="true" />{say('diffNone')}</p> : <Differences diff={diff} title={book.book.title} language={book.book.language} />;
}

function Waiting() {
  return <Skeleton><Tone shape="block" heightPx={120} /></Skeleton>;
}

function Differences({ diff, title, language }: { diff: BookDiff; title: string; language: string }) {
  const { say } = useWords('comics-overview');
  const names = (list: readonly NameDiff[]) => list.map((one) => <li key={one.id}>{one.was !== undefined && <><del><bdi>{one.was}</bdi></del> </>}<bdi>{one.name}</bdi> <Tag tone={TONES[one.how]}>{say(HOW[one.how])}</Tag></li>);
  // Nothing in it takes the focus, and it may be longer than its sheet: keys scroll it by itself.
  return (
    <div className="diff" role="region" tabIndex={0} aria-label={say('diffAll')}>
      {diff.book.length > 0 && <section><h3>{say('diffBook')}</h3><p>{diff.book.map((aspect) => say(BOOK[aspect])).join(' · ')}</p>{diff.titleWas !== undefined && <p className="diff-line"><del><bdi>{diff.titleWas}</bdi></del> <ins><bdi>{title}</bdi></ins></p>}</section>}
      {diff.cast.length > 0 && <section><h3>{say('scriptCast')}</h3><ul className="diff-names">{names(diff.cast)}</ul></section>}
      {diff.places.length > 0 && <section><h3>{say('diffPlaces')}</h3><ul className="diff-names">{names(diff.places)}</ul></section>}
      {diff.facts + diff.scenes > 0 && <p className="hint">{[diff.scenes > 0 && say('diffScenes', { count: diff.scenes }), diff.facts > 0 && say('diffFacts', { count: diff.facts })].filter(Boolean).join(' · ')}</p>}
      {diff.panels.length > 0 && (
        <section>
          <h3>{say('diffPanels', { count: diff.panels.length })}</h3>
          <ul className="diff-panels">
            {diff.panels.slice(0, SHOWN_MAX).map((panel) => (
              <li key={panel.id}>
                <p className="diff-head"><strong>{say('panelN', { n: panel.n })}</strong><Tag tone={TONES[panel.how]}>{say(HOW[panel.how])}</Tag><span className="hint">{panel.aspects.map((aspect) => say(PANEL[aspect])).join(' · ')}</span></p>
                {panel.lines.length === 0 && (panel.how === 'new' || panel.how === 'gone') && panel.text !== '' && <p className="diff-line">{panel.text}</p>}
                {panel.lines.map((line) => (
                  <p key={line.id} className="diff-line">{line.speaker !== '' && <span className="hint"><bdi>{line.speaker}</bdi> </span>}{diffText(line.before, line.after, language).map((part, index) => (part.how === 'same' ? part.text : part.how === 'gone' ? <del key={index}>{part.text}</del> : <ins key={index}>{part.text}</ins>))}</p>
                ))}
              </li>
            ))}
          </ul>
          {diff.panels.length > SHOWN_MAX && <p className="hint">{say('diffMore', { count: diff.panels.length - SHOWN_MAX })}</p>}
        </section>
      )}
    </div>
  );
}
