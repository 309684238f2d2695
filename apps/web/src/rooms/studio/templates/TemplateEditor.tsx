import type { TemplateContent } from '@komawari/contract';
import { useState } from 'react';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { nameOfSize } from '../desk/shapes.ts';
import { useStudio } from '../studio-context.ts';
import { styleName, type StyleOffer } from './style-list.ts';

type Props = { content: TemplateContent; styles: readonly StyleOffer[]; isBusy: boolean; fault: string; onKeep: (content: TemplateContent) => void; onCancel: () => void };

const RATIOS = ['1:1', '4:3', '3:4', '3:2', '2:3', '16:9', '9:16', '21:9', '9:21'] as const;
const LANGUAGES = [{ value: 'en', word: 'English', lang: 'en' }, { value: 'zh-CN', word: '中文', lang: 'zh-CN' }, { value: 'ja', word: '日本語', lang: 'ja' }] as const;
const TITLE_MAX = 120;
const PROMPT_MAX = 8000;
const NEGATIVE_MAX = 4000;
const NOTE_MAX = 2000;

/** A template as it is written; what is left as in the form stays so when it is used. */
export function TemplateEditor({ content, styles, isBusy, fault, onKeep, onCancel }: Props) {
  const { say } = useWords('studio-templates');
  const { offers } = useStudio();
  const [now, setNow] = useState(content);
  const [isTold, setIsTold] = useState(false);
  const set = (part: Partial<TemplateContent>) => setNow({ ...now, ...part });
  const keep = () => {
    setIsTold(true);
    if (now.title.trim() !== '' && now.prompt.trim() !== '') onKeep(now);
  };
  const shape = now.size ? nameOfSize(now.size) : '';
  const model = now.model ? `${now.model.providerId}/${now.model.modelId}` : '';
  const models = offers.map((offer) => ({ value: `${offer.providerId}/${offer.model.id}`, word: `${offer.model.name} · ${offer.providerName}`, ref: { providerId: offer.providerId, modelId: offer.model.id } }));
  return (
    // The form behind it draws by these keys.
    <div className="one-list" onKeyDown={(event) => { if (event.key === 'Enter') event.stopPropagation(); }}>
      <TextField autoFocus label={say('title')} value={now.title} maxLength={TITLE_MAX} autoComplete="off" fault={isTold && now.title.trim() === '' ? say('titleNeeded') : ''} onChange={(title) => set({ title })} />
      <TextArea label={say('prompt')} rows={6} dir="auto" value={now.prompt} maxCharacters={PROMPT_MAX} hint={say('promptHint', { variable: '{{hair}}', filled: '{{hair=silver}}' })} fault={isTold && now.prompt.trim() === '' ? say('promptNeeded') : ''} onChange={(prompt) => set({ prompt })} />
      <TextArea label={say('negative')} rows={2} dir="auto" value={now.negativePrompt} maxCharacters={NEGATIVE_MAX} onChange={(negativePrompt) => set({ negativePrompt })} />
      <div className="template-choices">
        <SelectField label={say('style')} value={now.style?.id ?? ''} onChange={(id) => set({ style: id === '' ? null : id === content.style?.id ? content.style : { id, words: '' } })}
          options={[{ value: '', word: say('styleStays') }, ...styles.map(({ id, name }) => ({ value: id, word: name })), ...(now.style && !styles.some(({ id }) => id === now.style?.id) ? [{ value: now.style.id, word: styleName(now.style.id, styles) ?? now.style.words.slice(0, 40) }] : [])]} />
        <SelectField label={say('shape')} value={shape} onChange={(ratio) => set({ size: ratio === '' ? undefined : ratio === shape ? now.size : { kind: 'ratio', ratio } })}
          options={[{ value: '', word: say('shapeStays') }, ...RATIOS.map((ratio) => ({ value: ratio as string, word: ratio })), ...(shape !== '' && !RATIOS.some((ratio) => ratio === shape) ? [{ value: shape, word: shape }] : [])]} />
        <SelectField label={say('model')} value={model} onChange={(address) => set({ model: models.find(({ value }) => value === address)?.ref ?? (address === model ? now.model : null) })}
          options={[{ value: '', word: say('modelStays') }, ...models.map(({ value, word }) => ({ value, word })), ...(model !== '' && !models.some(({ value }) => value === model) ? [{ value: model, word: say('modelGone') }] : [])]} />
        <SelectField label={say('wordsLanguage')} value={now.language ?? ''} onChange={(language) => set({ language: LANGUAGES.find(({ value }) => value === language)?.value ?? null })} options={[{ value: '', word: say('anyLanguage') }, ...LANGUAGES]} />
      </div>
      <TextArea label={say('note')} rows={2} dir="auto" value={now.note} maxCharacters={NOTE_MAX} onChange={(note) => set({ note })} />
      {fault !== '' && <p className="fault" role="alert">{fault}</p>}
      <div className="asked-acts">
        <Button look="primary" isBusy={isBusy} onClick={keep}>{say('keep')}</Button>
        <Button look="quiet" onClick={onCancel}>{say('cancel')}</Button>
      </div>
    </div>
  );
}
