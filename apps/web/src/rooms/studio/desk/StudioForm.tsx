import { recipeProblems, type RecipeProblem } from '@komawari/contract/studio-check';
import type { ImageModelOffer } from '@komawari/contract';
import { useMemo, useRef, useState, type ClipboardEvent, type DragEvent, type KeyboardEvent } from 'react';
import { useShortcut } from '../../../frame/shortcuts/use-shortcut.ts';
import { useWords } from '../../../language/use-words.ts';
import { ButtonLink } from '../../../ui/Button.tsx';
import { DownIcon } from '../../../ui/icons.ts';
import { Slider } from '../../../ui/Slider.tsx';
import { variablesOf } from '@komawari/contract/studio-craft';
import { CraftTools } from '../craft/CraftTools.tsx';
import { usePromptMeasure } from '../craft/use-prompt-measure.ts';
import { fieldName, VariableFields, withValue } from '../templates/VariableFields.tsx';
import { leftOutOf, maskOf, recipeOf, unfilledOf, type Draft } from './draft.ts';
import { partsOf } from './form-parts.ts';
import { InputPictures } from './InputPictures.tsx';
import { MakeBar } from './MakeBar.tsx';
import { ModelPicker } from './ModelPicker.tsx';
import { MoreSettings } from './MoreSettings.tsx';
import { problemWords } from './problem-words.ts';
import { PromptField } from './PromptField.tsx';
import { ShapeChoice } from './ShapeChoice.tsx';
import { fittingSize, nameOfSize } from './shapes.ts';
import { StyleChips } from './StyleChips.tsx';
import type { Inputs } from './use-inputs.ts';
import type { MakePictures } from './use-make-pictures.ts';
import type { DraftChange } from './use-studio-draft.ts';

type Props = { draft: Draft; offers: readonly ImageModelOffer[]; offer: ImageModelOffer; inputs: Inputs; making: MakePictures; onChange: (change: DraftChange) => void };

const COUNTS = ['1', '2', '3', '4', '5', '6', '7', '8'] as const;
const IN_MORE = new Set<RecipeProblem['field']>(['negativePrompt', 'seed', 'steps', 'guidance', 'settings']);

/** What the chosen model can do, and nothing else; what it can not stands beside its field before anything is sent. */
export function StudioForm({ draft, offers, offer, inputs, making, onChange }: Props) {
  const { say } = useWords('studio');
  const prompt = useRef<HTMLTextAreaElement>(null);
  // On a phone the words come first, and the rest when it is asked for.
  const [isOpen, setIsOpen] = useState(false);
  const { model } = offer;
  const parts = partsOf(model, draft);
  const recipe = useMemo(() => recipeOf(draft, offer), [draft, offer]);
  const measured = usePromptMeasure(recipe.hasChoices ? recipe.prompt : '', recipe.variables);
  const variables = useMemo(() => variablesOf(recipe.prompt), [recipe.prompt]);
  const unfilled = useMemo(() => unfilledOf(recipe), [recipe]);
  const hardest = measured?.measure.hardest;
  const mask = maskOf(draft);
  const problems = useMemo(() => recipeProblems(hardest === undefined ? recipe : { ...recipe, prompt: hardest }, model, { ...(draft.source ? { source: draft.source } : {}), ...(recipe.maskId !== undefined && mask ? { mask } : {}), references: draft.references }), [recipe, hardest, model, draft.source, mask, draft.references]);
  const leftOut = leftOutOf(draft, model);
  // A form that was just opened is not scolded for being empty.
  const told = problems.filter(({ code }) => (code !== 'prompt-missing' && code !== 'mask-missing' && code !== 'grow-missing') || making.wasTried);
  const faultOf = (...fields: RecipeProblem['field'][]) => told.filter(({ field }) => fields.includes(field)).map((problem) => problemWords(problem, say)).join(' ');
  const moreFaults = Object.fromEntries(told.filter(({ field }) => IN_MORE.has(field)).map((problem) => [problem.field, problemWords(problem, say)]));
  const isSending = inputs.coming.some(({ error }) => error === undefined);
  useShortcut('studio.prompt', '/', () => prompt.current?.focus(), { word: say('keyPrompt') });

  const make = () => {
    if (isSending) return;
    if (problems.length === 0 && !unfilled) return void making.make(recipe);
    making.noteTry();
    if (unfilled) document.getElementsByName(fieldName(unfilled))[0]?.focus();
    if (problems.some(({ field }) => field === 'prompt')) prompt.current?.focus();
  };
  const byKeys = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    make();
  };

  /** Pictures that come anywhere on the form: the first is worked on where the model can and nothing lies there yet; the others show what is meant. */
  const take = (files: FileList, event: ClipboardEvent | DragEvent) => {
    if (files.length === 0 || (parts.works.length === 0 && parts.referencesMax === 0)) return;
    event.preventDefault();
    const isFree = draft.source === null && parts.works.length > 0;
    [...files].forEach((file, index) => {
      if (isFree && index === 0) void inputs.add(file, file.name, 'source');
      else if (parts.referencesMax > 0) void inputs.add(file, file.name, 'reference');
    });
  };

  return (
    <form className="studio-form" noValidate aria-label={say('formName')} onPaste={(event) => take(event.clipboardData.files, event)} onDragOver={(event) => { if (event.dataTransfer.types.includes('Files')) event.preventDefault(); }} onDrop={(event) => take(event.dataTransfer.files, event)} onKeyDown={byKeys} onSubmit={(event) => { event.preventDefault(); make(); }}>
      <div className="studio-fields">
        <PromptField ref={prompt} value={draft.prompt} charactersMax={model.promptMax} fault={faultOf('prompt')} onChange={(words) => onChange({ prompt: words })} />
        <VariableFields variables={variables} values={draft.values} isTold={making.wasTried} onChange={(name, value) => onChange((before) => ({ values: withValue(before.values, name, value) }))} />
        <CraftTools draft={draft} prompt={recipe.prompt} values={recipe.variables} hasSeed={model.seedMax !== undefined} charactersMax={model.promptMax} measured={measured} onWords={(words) => onChange({ prompt: words })} />
        <button type="button" className="form-fold" aria-expanded={isOpen} aria-controls="studio-rest" onClick={() => setIsOpen(!isOpen)}><span>× {draft.count} · {nameOfSize(recipe.size)} · <bdi>{model.name}</bdi></span><DownIcon aria-hidden="true" /></button>
        <div id="studio-rest" className="studio-rest" data-open={isOpen}>
          <StyleChips style={draft.style} styleWords={draft.styleWords} styleNegative={draft.styleNegative} hasNegative={parts.negativePrompt} onChange={onChange} />
          <ModelPicker offers={offers} chosen={offer} onChoose={({ providerId, model: { id } }) => onChange({ model: { providerId, modelId: id } })} />
          {!parts.mask && !parts.canvas && recipe.ability !== 'cut-out' && <ShapeChoice size={fittingSize(draft.size, model.sizes)} rule={model.sizes} fault={faultOf('size')} onChange={(size) => onChange({ size })} />}
          <InputPictures draft={draft} model={model} parts={parts} inputs={inputs} fault={faultOf('sourceId', 'referenceIds', 'ability', 'maskId', 'grows')} onChange={onChange} />
          {parts.strength && model.strength && <Slider label={say('strength')} value={draft.strength ?? model.strength.default} min={model.strength.min} max={model.strength.max} step={model.strength.step} onChange={(strength) => onChange({ strength })} />}
          <fieldset className="choice counts">
            <legend>{say('count')}</legend>
            <div className="segments">
              {COUNTS.map((count) => <label key={count} className="segment number"><input type="radio" className="unseen" name="studio-count" checked={String(draft.count) === count} onChange={() => onChange({ count: Number(count) })} />{count}</label>)}
            </div>
          </fieldset>
          <ButtonLink to="/studio/grids/new" look="quiet">{say('toGrid')}</ButtonLink>
          <MoreSettings draft={draft} model={model} parts={parts} faults={moreFaults} onChange={onChange} />
          {leftOut.length > 0 && <p className="hint left-out">{say('leftOut', { parts: leftOut.map((part) => say(part)).join(' · ') })}</p>}
        </div>
      </div>
      <MakeBar offer={offer} count={draft.count} isBusy={making.isBusy} isWaiting={isSending} fault={making.fault || moreFaults['settings'] || (told.length > 0 && !told.some(({ field }) => field === 'prompt') ? problemWords(told[0] as RecipeProblem, say) : '')} />
    </form>
  );
}
