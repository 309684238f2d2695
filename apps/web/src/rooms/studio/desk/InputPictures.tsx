import { useRef, useState, type ClipboardEvent, type DragEvent, type ReactNode } from 'react';
import type { ImageModel } from '@komawari/contract';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { BackIcon, CloseIcon, ForwardIcon, PictureIcon } from '../../../ui/icons.ts';
import { SegmentedChoice } from '../../../ui/SegmentedChoice.tsx';
import { CanvasField } from '../canvas/CanvasField.tsx';
import { growthOf } from '../canvas/growth.ts';
import { MaskField } from '../mask/MaskField.tsx';
import { maskOf, workOf, type Draft, type HeldInput } from './draft.ts';
import type { FormParts } from './form-parts.ts';
import { ABILITY_WORDS } from './problem-words.ts';
import type { InputRole, Inputs } from './use-inputs.ts';

type Props = { draft: Draft; model: ImageModel; parts: FormParts; inputs: Inputs; fault: string; onChange: (part: Partial<Draft>) => void };

/** Pictures that go in: the one that is worked on, and those that show what is meant. Dropped, pasted or chosen. */
export function InputPictures({ draft, model, parts, inputs, fault, onChange }: Props) {
  const { say, sayError } = useWords('studio');
  const hasSource = parts.works.length > 0 || draft.source !== null;
  const hasReferences = parts.referencesMax > 0 || draft.references.length > 0;
  if (!hasSource && !hasReferences) return null;
  const coming = (role: InputRole) => inputs.coming.filter((one) => one.role === role);
  const move = (from: number, to: number) => onChange({ references: moved(draft.references, from, to) });
  return (
    <div className="desk-field inputs">
      {hasSource && (
        <Tray label={say('source')} role="source" inputs={inputs} hasRoom={draft.source === null && coming('source').length === 0} hint={say('sourceHint')}>
          {draft.source && <Given input={draft.source} name={say('source')} onRemove={() => onChange({ source: null, mask: null })} />}
        </Tray>
      )}
      {draft.source && parts.works.length > 1 && (
        <SegmentedChoice label={say('work')} isLabelHidden value={workOf(draft, model) ?? draft.work} onChange={(work) => onChange({ work })} options={parts.works.map((work) => ({ value: work, word: say(ABILITY_WORDS[work]) }))} />
      )}
      {draft.source && parts.mask && <MaskField key={draft.source.id} source={draft.source} mask={maskOf(draft)} onChange={onChange} />}
      {draft.source && parts.canvas && <CanvasField source={draft.source} growth={growthOf(draft)} model={model} onChange={onChange} />}
      {hasReferences && (
        <Tray label={say('references')} role="reference" inputs={inputs} hasRoom={draft.references.length + coming('reference').length < parts.referencesMax} hint={say('referencesHint', { count: parts.referencesMax })}>
          {draft.references.map((input, index) => (
            <Given key={`${input.id} ${index}`} input={input} name={say('referenceN', { n: index + 1 })} onRemove={() => onChange({ references: draft.references.filter((_, at) => at !== index) })}
              onBefore={index > 0 ? () => move(index, index - 1) : undefined} onAfter={index < draft.references.length - 1 ? () => move(index, index + 1) : undefined} />
          ))}
        </Tray>
      )}
      {inputs.coming.filter(({ error }) => error !== undefined).map(({ key, name, error }) => (
        <p key={key} className="fault input-fault" role="alert"><span><bdi>{name}</bdi>: {sayError(error)}</span><Button look="quiet" onClick={() => inputs.drop(key)}>{say('close')}</Button></p>
      ))}
      {fault !== '' && <p className="fault" role="alert">{fault}</p>}
    </div>
  );
}

type TrayProps = { label: string; role: InputRole; inputs: Inputs; hasRoom: boolean; hint: string; children: ReactNode };

function Tray({ label, role, inputs, hasRoom, hint, children }: TrayProps) {
  const { say } = useWords('studio');
  const picker = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const take = (files: Iterable<File>) => { for (const file of role === 'source' ? [...files].slice(0, 1) : files) void inputs.add(file, file.name, role); };
  const drop = (event: DragEvent) => {
    setIsOver(false);
    if (event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    event.stopPropagation();
    take(event.dataTransfer.files);
  };
  const paste = (event: ClipboardEvent) => { if (event.clipboardData.files.length > 0) { event.preventDefault(); event.stopPropagation(); take(event.clipboardData.files); } };
  const sending = inputs.coming.filter((one) => one.role === role && one.error === undefined);
  return (
    <section className="tray" data-over={isOver} aria-label={label} onPaste={paste} onDragOver={(event) => { if (event.dataTransfer.types.includes('Files')) { event.preventDefault(); setIsOver(true); } }} onDragLeave={() => setIsOver(false)} onDrop={drop}>
      <p className="desk-label">{label}</p>
      <ul className="tray-list">
        {children}
        {sending.map(({ key, name, share }) => <li key={key} className="given given-coming" aria-label={name}><progress value={share} max={1} aria-label={say('sending', { name })} /></li>)}
        {hasRoom && <li><button type="button" className="tray-add" onClick={() => picker.current?.click()}><PictureIcon aria-hidden="true" /><span>{say('addPicture')}</span></button></li>}
      </ul>
      {hasRoom && <p className="hint">{hint}</p>}
      <input ref={picker} type="file" accept="image/*" multiple={role === 'reference'} hidden onChange={(event) => { take(event.target.files ?? []); event.target.value = ''; }} />
    </section>
  );
}

type GivenProps = { input: HeldInput; name: string; onRemove: () => void; onBefore?: (() => void) | undefined; onAfter?: (() => void) | undefined };

function Given({ input, name, onRemove, onBefore, onAfter }: GivenProps) {
  const { say } = useWords('studio');
  return (
    <li className="given">
      {input.thumb === '' ? <span className="given-unseen"><PictureIcon aria-hidden="true" /><span className="unseen">{name}</span></span> : <img src={input.thumb} alt={name} />}
      <span className="given-acts">
        {onBefore && <IconButton label={say('moveBefore', { name })} icon={<BackIcon />} onClick={onBefore} />}
        {onAfter && <IconButton label={say('moveAfter', { name })} icon={<ForwardIcon />} onClick={onAfter} />}
        <IconButton label={say('removeOf', { name })} icon={<CloseIcon />} onClick={onRemove} />
      </span>
    </li>
  );
}

function moved(list: readonly HeldInput[], from: number, to: number): HeldInput[] {
  const next = [...list];
  next.splice(to, 0, ...next.splice(from, 1));
  return next;
}
