import type { PictureWithRecipe } from '@komawari/contract';
import { useMemo, useState } from 'react';
import type { WordKey } from '../../../language/namespaces.ts';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { useStudio } from '../studio-context.ts';
import { changesOf, recalled, RECALLS, type ChangedPart, type Recall } from './recall.ts';

const WORDS: Record<Recall, WordKey<'studio'>> = { prompt: 'recallPrompt', seed: 'recallSeed', all: 'recallAll', remix: 'recallRemix' };
const NOTES: Record<Recall, WordKey<'studio'>> = { prompt: 'recallPromptNote', seed: 'recallSeedNote', all: 'recallAllNote', remix: 'recallRemixNote' };
const PARTS: Record<ChangedPart, WordKey<'studio'>> = {
  prompt: 'recallPrompt', negativePrompt: 'negativePrompt', style: 'style', model: 'model', shape: 'shape', count: 'count', seed: 'seed', steps: 'steps', guidance: 'guidance', strength: 'strength', source: 'source', references: 'references', settings: 'moreSettings',
};

/** From the picture back to the form: first what would change there, then the change. */
export function RecallChoice({ picture, onApplied }: { picture: PictureWithRecipe; onApplied: () => void }) {
  const { say } = useWords('studio');
  const { draft, change, offers } = useStudio();
  const [chosen, setChosen] = useState<Recall>();
  const part = useMemo(() => (chosen ? recalled(chosen, picture, new Map([...(draft.source ? [draft.source] : []), ...draft.references].map((input) => [input.id, input]))) : {}), [chosen, picture, draft]);
  const changes = useMemo(() => changesOf(draft, part, offers), [draft, part, offers]);
  const choices = RECALLS.filter((recall) => recall !== 'seed' || picture.seed !== null);
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
          {changes.length > 0 && <Button look="primary" onClick={apply}>{say('recallApply')}</Button>}
        </div>
      )}
    </section>
  );
}

function said(part: ChangedPart, value: string | null, say: (key: WordKey<'studio'>, fill?: Record<string, number>) => string): string {
  if (value === null) return say(part === 'seed' ? 'seedRandom' : part === 'model' ? 'usual' : 'nothing');
  if (part === 'source' || part === 'references') return say('pictureCount', { count: Number(value) });
  return value;
}
