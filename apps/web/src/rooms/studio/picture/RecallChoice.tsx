import { useMemo, useState } from 'react';
import type { WordKey } from '../../../language/namespaces.ts';
import { useWords } from '../../../language/use-words.ts';
import { useStudio } from '../studio-context.ts';
import { FormChanges } from './FormChanges.tsx';
import type { Made } from './made.ts';
import { recalled, RECALLS, type Recall } from './recall.ts';

const WORDS: Record<Recall, WordKey<'studio'>> = { prompt: 'recallPrompt', template: 'recallTemplate', seed: 'recallSeed', all: 'recallAll', remix: 'recallRemix' };
const NOTES: Record<Recall, WordKey<'studio'>> = { prompt: 'recallPromptNote', template: 'recallTemplateNote', seed: 'recallSeedNote', all: 'recallAllNote', remix: 'recallRemixNote' };

/** From the picture back to the form: first what would change there, and what the model cannot use of it, then the change. `first` is chosen already. */
export function RecallChoice({ picture, onApplied, first }: { picture: Made; onApplied: () => void; first?: Recall }) {
  const { say } = useWords('studio');
  const { draft, change } = useStudio();
  const [chosen, setChosen] = useState<Recall | undefined>(first);
  const part = useMemo(() => (chosen ? recalled(chosen, picture, new Map([...(draft.source ? [draft.source] : []), ...draft.references].map((input) => [input.id, input])), draft.values) : {}), [chosen, picture, draft]);
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
          <FormChanges part={part} onApply={apply} />
        </div>
      )}
    </section>
  );
}
