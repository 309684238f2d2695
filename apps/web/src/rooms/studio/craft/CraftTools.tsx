import type { VariableValues } from '@komawari/contract/studio-craft';
import { lazy, Suspense, useState } from 'react';
import { listTextModels } from '../../../api/studio-craft.ts';
import { useCall } from '../../../api/use-call.ts';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { BookIcon, LayersIcon, RenameIcon } from '../../../ui/icons.ts';
import type { Draft } from '../desk/draft.ts';
import { improving } from './ask-words.ts';
import { AskedWords } from './AskedWords.tsx';
import { ChoicePreview } from './ChoicePreview.tsx';
import './craft.css';
import { SeenWords } from './SeenWords.tsx';
import type { MeasuredPrompt } from './use-prompt-measure.ts';

const WordListsDialog = lazy(() => import('./WordListsDialog.tsx').then(({ WordListsDialog: dialog }) => ({ default: dialog })));

const TemplatesDialog = lazy(() => import('../templates/TemplatesDialog.tsx').then(({ TemplatesDialog: dialog }) => ({ default: dialog })));

type Props = { draft: Pick<Draft, 'prompt' | 'seed' | 'source'>; /** As it is sent, with the words of the style. */ prompt: string; values: VariableValues | undefined; hasSeed: boolean; charactersMax: number; measured: MeasuredPrompt | undefined; onWords: (prompt: string) => void };

/** What helps with the words: what may come of choices, a model that says it better or says what a picture shows, and lists of one's own. */
export function CraftTools({ draft, prompt, values, hasSeed, charactersMax, measured, onWords }: Props) {
  const { say } = useWords('studio-craft');
  const [isOpen, setIsOpen] = useState(false);
  const [isChoosing, setIsChoosing] = useState(false);
  const models = useCall(['studio', 'text-models'], listTextModels);
  const offers = models.data?.items ?? [];
  const usual = offers.find(({ isDefault }) => isDefault) ?? offers[0];
  return (
    <div className="craft">
      {measured && <ChoicePreview {...measured} prompt={prompt} values={values} seed={hasSeed ? draft.seed : null} />}
      {usual && draft.prompt.trim() !== '' && (
        <AskedWords word={say('improve')} icon={<RenameIcon />} offers={[usual]} weight={{ characters: draft.prompt.length + 700, pictures: 0 }} current={draft.prompt} ask={async () => improving(draft.prompt, charactersMax)} onWords={onWords} />
      )}
      {draft.source && <SeenWords key={draft.source.id} inputOf={async () => draft.source?.id ?? ''} current={draft.prompt} charactersMax={charactersMax} onWords={onWords} />}
      <p className="asked-act">
        <Button look="quiet" icon={<LayersIcon />} onClick={() => setIsOpen(true)}>{say('lists')}</Button>
        <Button look="quiet" icon={<BookIcon />} onClick={() => setIsChoosing(true)}>{say('templates')}</Button>
        {!measured && <span className="hint asked-who">{say('choicesHint', { example: `{${say('choicesExample')}}`, variable: `{{${say('variableExample')}}}` })}</span>}
      </p>
      {isChoosing && <Suspense><TemplatesDialog onClose={() => setIsChoosing(false)} /></Suspense>}
      {isOpen && <Suspense><WordListsDialog onClose={() => setIsOpen(false)} onInsert={(name) => { onWords(`${draft.prompt}${draft.prompt === '' || /\s$/.test(draft.prompt) ? '' : ' '}__${name}__`); setIsOpen(false); }} /></Suspense>}
    </div>
  );
}
