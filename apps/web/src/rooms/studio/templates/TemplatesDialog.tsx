import type { TemplateContent } from '@komawari/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { importTemplates, listTemplates, putTemplate, removeTemplate, type Template } from '../../../api/studio-templates.ts';
import { useCall } from '../../../api/use-call.ts';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { AddIcon, CopyIcon, DownloadIcon, FileIcon, RenameIcon, TrashIcon, UndoIcon } from '../../../ui/icons.ts';
import { Skeleton, Tone } from '../../../ui/Skeleton.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { briefly } from '../../../ui/toast.ts';
import { useStudio } from '../studio-context.ts';
import { TemplateCard } from './TemplateCard.tsx';
import { contentOfDraft, fileOfTemplates, foundTemplates, templatesOfFile, titleOf } from './template-form.ts';
import { TemplateEditor } from './TemplateEditor.tsx';
import './templates.css';
import { useStyles } from './use-styles.ts';

const KEY = ['studio', 'templates'] as const;
const EMPTY: TemplateContent = { title: '', prompt: '', negativePrompt: '', style: null, model: null, language: null, note: '' };

/** `back` takes back what was done; a toast could not be reached while the dialog is open. */
type Told = { text: string; isFault: boolean; back?: () => void };
/** `from` is where the focus goes back to: the id of a button, or of the card whose menu it was. */
type Editing = { id?: Template['id']; content: TemplateContent; from: string };

/** Prompts that are kept: found, used, written, given away as a file. */
export function TemplatesDialog({ onClose }: { onClose: () => void }) {
  const { say, sayError, language } = useWords('studio-templates');
  const { draft, change } = useStudio();
  const { offers: styles } = useStyles(true);
  const { data, error, refetch } = useCall(KEY, listTemplates);
  const client = useQueryClient();
  const picker = useRef<HTMLInputElement>(null);
  const [asked, setAsked] = useState('');
  const [open, setOpen] = useState<string>();
  const [editing, setEditing] = useState<Editing>();
  const [isBusy, setIsBusy] = useState(false);
  const [told, setTold] = useState<Told>({ text: '', isFault: false });

  const attempt = async (work: () => Promise<unknown>) => {
    setIsBusy(true);
    setTold({ text: '', isFault: false });
    try {
      await work();
      await client.invalidateQueries({ queryKey: KEY });
      return true;
    } catch (fault) {
      setTold({ text: sayError(fault), isFault: true });
      return false;
    } finally {
      setIsBusy(false);
    }
  };
  const from = useRef('');
  useEffect(() => {
    const opener = editing ? null : document.getElementById(from.current);
    (opener?.querySelector<HTMLElement>('[aria-haspopup]') ?? opener)?.focus();
    from.current = editing?.from ?? '';
  }, [editing]);
  const keep = async (content: TemplateContent) => { if (await attempt(() => putTemplate({ ...(editing?.id ? { id: editing.id } : {}), content }))) setEditing(undefined); };
  const copy = (content: TemplateContent) => void attempt(() => putTemplate({ content: { ...content, title: say('copyOf', { title: content.title }).slice(0, 120) } }));
  const remove = async ({ id, changedAt: _changedAt, ...content }: Template) => {
    if (await attempt(() => removeTemplate(id))) setTold({ text: say('removed', { name: briefly(content.title) }), isFault: false, back: () => void attempt(() => putTemplate({ id, content })) });
  };
  const read = async (file: File | undefined) => {
    const templates = file && templatesOfFile(await file.text());
    if (!templates) return file && setTold({ text: say('notAFile'), isFault: true });
    return void attempt(async () => {
      const { added, known, left } = await importTemplates(templates);
      setTold({ text: [say('imported', { count: added }), known > 0 ? say('knownToo', { count: known }) : '', left > 0 ? say('leftOut', { count: left }) : ''].join(' ').trim(), isFault: false });
    });
  };
  const use = (part: Parameters<typeof change>[0]) => {
    change(part);
    onClose();
    // The dialog gives the focus back to where it was first.
    requestAnimationFrame(() => document.getElementById('prompt')?.focus());
  };
  const toggle = (id: string) => setOpen(open === id ? undefined : id);

  const own = foundTemplates(data?.items ?? [], asked);
  const starters = foundTemplates(data?.starters ?? [], asked);
  return (
    <Dialog title={editing ? (editing.id ? editing.content.title : say('newTemplate')) : say('templates')} isOpen onClose={onClose} widthPx={760}>
      {editing ? <TemplateEditor content={editing.content} styles={styles} isBusy={isBusy} fault={told.isFault ? told.text : ''} onKeep={(content) => void keep(content)} onCancel={() => setEditing(undefined)} /> : (
        // The form behind it draws by these keys.
        <div className="templates" onKeyDown={(event) => { if (event.key === 'Enter') event.stopPropagation(); }}>
          <p className="hint">{say('templatesHint', { variable: '{{hair}}' })}</p>
          <div className="template-tools">
            {draft.prompt.trim() !== '' && <Button id="template-keep" icon={<AddIcon />} onClick={() => setEditing({ content: contentOfDraft(draft, titleOf(draft.prompt), null), from: 'template-keep' })}>{say('keepForm')}</Button>}
            <Button id="template-new" look="quiet" icon={<AddIcon />} onClick={() => setEditing({ content: { ...EMPTY, language }, from: 'template-new' })}>{say('newTemplate')}</Button>
            <Button look="quiet" icon={<FileIcon />} isBusy={isBusy} onClick={() => picker.current?.click()}>{say('readFile')}</Button>
            <input ref={picker} type="file" accept="application/json,.json" hidden aria-label={say('readFile')} onChange={(event) => { void read(event.target.files?.[0]); event.target.value = ''; }} />
            {(data?.items.length ?? 0) > 0 && <Button look="quiet" icon={<DownloadIcon />} onClick={() => saveText(fileOfTemplates(data?.items ?? []), 'komawari-templates.json')}>{say('saveFile')}</Button>}
          </div>
          <div className="template-told">
            <p className={told.isFault ? 'fault' : 'hint'} role={told.isFault ? 'alert' : 'status'}>{told.text}</p>
            {told.back && <Button icon={<UndoIcon />} onClick={told.back}>{say('undo')}</Button>}
          </div>
          {error && !data ? <ErrorState error={error} onRetry={() => void refetch()} /> : !data ? <Skeleton><Tone /><Tone shape="block" heightPx={160} /></Skeleton> : (
            <>
              <TextField label={say('find')} type="search" value={asked} maxLength={200} autoComplete="off" onChange={setAsked} />
              {own.length + starters.length === 0 && <p role="status">{say('noneFound')}</p>}
              {(own.length > 0 || asked.trim() === '') && <h3 className="template-head">{say('yours')}</h3>}
              {data.items.length === 0 && asked.trim() === '' && <EmptyState picture="blank-page" title={say('none')} text={say('noneText')} />}
              <ul className="template-list">
                {own.map((template) => {
                  const { id, changedAt: _changedAt, ...content } = template;
                  return (
                    <TemplateCard key={id} id={id} content={content} styles={styles} isOpen={open === id} onOpen={() => toggle(id)} onUse={use} items={[
                      { word: say('edit'), icon: <RenameIcon />, onChoose: () => setEditing({ id, content, from: id }) }, { word: say('copy'), icon: <CopyIcon />, onChoose: () => copy(content) },
                      'line', { word: say('remove'), icon: <TrashIcon />, onChoose: () => void remove(template) },
                    ]} />
                  );
                })}
              </ul>
              {starters.length > 0 && <h3 className="template-head">{say('ofHouse')}</h3>}
              <ul className="template-list">
                {starters.map((content, index) => <TemplateCard key={content.title} id={`starter-${index}`} content={content} styles={styles} isOpen={open === content.title} onOpen={() => toggle(content.title)} onUse={use} items={[{ word: say('edit'), icon: <RenameIcon />, onChoose: () => setEditing({ content, from: `starter-${index}` }) }, { word: say('copy'), icon: <CopyIcon />, onChoose: () => copy(content) }]} />)}
              </ul>
            </>
          )}
        </div>
      )}
    </Dialog>
  );
}

function saveText(text: string, name: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser has taken it by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
