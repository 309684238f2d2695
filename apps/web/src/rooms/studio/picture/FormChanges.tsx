import { useMemo } from 'react';
import type { WordKey } from '../../../language/namespaces.ts';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import type { Draft } from '../desk/draft.ts';
import { problemWords } from '../desk/problem-words.ts';
import { useStudio } from '../studio-context.ts';
import './lightbox.css';
import { unfitOf } from './made.ts';
import { changesOf, type ChangedPart } from './recall.ts';

export const PARTS: Record<ChangedPart, WordKey<'studio'>> = {
  prompt: 'recallPrompt', variables: 'variables', negativePrompt: 'negativePrompt', style: 'style', model: 'model', shape: 'shape', count: 'count', seed: 'seed', steps: 'steps', guidance: 'guidance', strength: 'strength', source: 'source', canvas: 'canOutpaint', references: 'references', settings: 'moreSettings',
};

/** What would change in the form, what its model has no use for, and the button that does it. */
export function FormChanges({ part, onApply }: { part: Partial<Draft>; onApply: () => void }) {
  const { say } = useWords('studio');
  const { draft, offers } = useStudio();
  const changes = useMemo(() => changesOf(draft, part, offers), [draft, part, offers]);
  return (
    <>
      {changes.length === 0 ? <p role="status">{say('recallNothing')}</p> : (
        <dl className="recall-changes">
          {changes.map(({ part: name, before, after }) => (
            <div key={name}>
              <dt>{say(PARTS[name])}</dt>
              <dd><del dir="auto">{said(name, before, say)}</del><span aria-hidden="true">→</span><ins dir="auto">{said(name, after, say)}</ins></dd>
            </div>
          ))}
        </dl>
      )}
      <Unfit part={part} />
      {changes.length > 0 && <Button look="primary" onClick={onApply}>{say('recallApply')}</Button>}
    </>
  );
}

function Unfit({ part }: { part: Partial<Draft> }) {
  const { say } = useWords('studio');
  const { say: sayKept } = useWords('studio-keeping');
  const { draft, offers } = useStudio();
  const { leftOut, settings, shape, problems } = useMemo(() => unfitOf(draft, part, offers), [draft, part, offers]);
  const parts = [...leftOut.map((name) => say(name)), ...settings];
  const sentences = [...(parts.length > 0 ? [say('leftOut', { parts: parts.join(' · ') })] : []), ...(shape === null ? [] : [sayKept('drawnAs', { shape })]), ...problems.map((problem) => problemWords(problem, say))];
  return sentences.length > 0 && <ul className="recall-unfit">{sentences.map((sentence) => <li key={sentence}>{sentence}</li>)}</ul>;
}

function said(part: ChangedPart, value: string | null, say: (key: WordKey<'studio'>, fill?: Record<string, number>) => string): string {
  if (value === null) return say(part === 'seed' ? 'seedRandom' : part === 'model' ? 'usual' : 'nothing');
  if (part === 'source' || part === 'references') return say('pictureCount', { count: Number(value) });
  return value;
}
