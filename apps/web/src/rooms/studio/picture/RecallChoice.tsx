import { useMemo, useState } from 'react';
import type { WordKey } from '../../../language/namespaces.ts';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { problemWords } from '../desk/problem-words.ts';
import type { Draft } from '../desk/draft.ts';
import { useStudio } from '../studio-context.ts';
import { unfitOf, type Made } from './made.ts';
import { changesOf, recalled, RECALLS, type ChangedPart, type Recall } from './recall.ts';

const WORDS: Record<Recall, WordKey<'studio'>> = { prompt: 'recallPrompt', template: 'recallTemplate', seed: 'recallSeed', all: 'recallAll', remix: 'recallRemix' };
const NOTES: Record<Recall, WordKey<'studio'>> = { prompt: 'recallPromptNote', template: 'recallTemplateNote', seed: 'recallSeedNote', all: 'recallAllNote', remix: 'recallRemixNote' };
export const PARTS: Record<ChangedPart, WordKey<'studio'>> = {
  prompt: 'recallPrompt', variables: 'variables', negativePrompt: 'negativePrompt', style: 'style', model: 'model', shape: 'shape', count: 'count', seed: 'seed', steps: 'steps', guidance: 'guidance', strength: 'strength', source: 'source', canvas: 'canOutpaint', references: 'references', settings: 'moreSettings',
};

/** From the picture back to the form: first what would change there, and what the model cannot use of it, then the change. `first` is chosen already. */
export function RecallChoice({ picture, onApplied, first }: { picture: Made; onApplied: () => void; first?: Recall }) {
  const { say } = useWords('studio');
  const { draft, change, offers } = useStudio();
  const [chosen, setChosen] = useState<Recall | undefined>(first);
  const part = useMemo(() => (chosen ? recalled(chosen, picture, new Map([...(draft.source ? [draft.source] : []), ...draft.references].map((input) => [input.id, input]))) : {}), [chosen, picture, draft]);
  const changes = useMemo(() => changesOf(draft, part, offers), [draft, part, offers]);
  const choices = RECALLS.filter((recall) => (recall !== 'seed' || picture.seed !== null) && (recall !== 'template' || picture.template !== undefined));
  const apply = () => {
    change(part);
    onApplied();
    // The dialog gives the focus back to where it was first.
    requestAnimationFrame(() => { const prompt = document.getElementById('prompt'); prompt?.focus(); prompt?.scrollIntoView({ block: 'center' }); });
  };
  return (
    <section className="recall" aria-labelledby="recall-title">
      <h2 id="recall-title">{say('recall')}</h2>
      <div className="recall-choices" role="group" aria-labelledby="recall-title">
        {choices.map((recall) => <button key={recall} type="button" className="recall-choice" aria-pressed={chosen === recall} onClick={() => setChosen(chosen === recall ? undefined : recall)}>{say(WORDS[recall])}</button>)}
      </div>
      {chosen && (
        <div className="recall-preview">
          <p className="hint">{say(NOTES[chosen])}</p>
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
          {changes.length > 0 && <Button look="primary" onClick={apply}>{say('recallApply')}</Button>}
        </div>
      )}
    </section>
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
