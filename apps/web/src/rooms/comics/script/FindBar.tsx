import type { Book } from '@komawari/comic';
import { useDeferredValue, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { CloseIcon, DownIcon, UpIcon } from '../../../ui/icons.ts';
import { findInScript, replaceInScript, type Found } from './find-in-script.ts';
import { focusId, useScript } from './script-context.ts';

/** Finds in the whole script, also where no row is on the page, and replaces one or all. */
export function FindBar({ book, onClose }: { book: Book; onClose: () => void }) {
  const script = useScript();
  const { say } = useWords('comics-script');
  const [wanted, setWanted] = useState('');
  const [by, setBy] = useState('');
  const [at, setAt] = useState(-1);
  const [told, setTold] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const slowBook = useDeferredValue(book);
  const found = useMemo(() => findInScript(slowBook, wanted), [slowBook, wanted]);
  const go = (step: 1 | -1) => {
    if (found.length === 0) return;
    const next = (Math.max(at, step === 1 ? -1 : 0) + step + found.length) % found.length;
    setAt(next);
    const one = found[next];
    if (one) show(one);
  };
  const show = (one: Found) => {
    script.focus(one.lineId === undefined ? focusId.action(one.panelId) : focusId.line(one.lineId), one.start);
    const mark = () => {
      const element = document.activeElement;
      if (element instanceof HTMLTextAreaElement) element.setSelectionRange(one.start, one.end);
    };
    mark();
    setTimeout(mark, 250);
  };
  const replace = (places: readonly Found[]) => {
    script.drafts.flush();
    const { ops, kept } = replaceInScript(script.book(), places, by);
    if (ops.length > 0) script.change(ops);
    setTold(say('replaced', { count: places.length - kept }) + (kept > 0 ? ` ${say('replacedKept', { count: kept })}` : ''));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') onClose();
    else if (event.key === 'Enter') go(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
  };
  const current = found[at];
  return (
    <search className="script-find" onKeyDown={(event) => { if (event.target instanceof HTMLInputElement) onKeyDown(event); }}>
      <span className="field-row"><input ref={field} aria-label={say('find')} placeholder={say('find')} value={wanted} onChange={(event) => { setWanted(event.target.value); setAt(-1); setTold(''); }} /></span>
      <span className="number" role="status">{told !== '' ? told : wanted === '' ? '' : found.length === 0 ? say('foundNone') : say('foundOf', { n: at + 1, total: found.length })}</span>
      <IconButton label={say('findBefore')} icon={<UpIcon />} disabled={found.length === 0} onClick={() => go(-1)} />
      <IconButton label={say('findNext')} icon={<DownIcon />} disabled={found.length === 0} onClick={() => go(1)} />
      <span className="field-row"><input aria-label={say('replaceBy')} placeholder={say('replaceBy')} value={by} onChange={(event) => setBy(event.target.value)} /></span>
      <Button look="quiet" disabled={!current} onClick={() => { if (current) { replace([current]); setAt(at - 1); } }}>{say('replace')}</Button>
      <Button look="quiet" disabled={found.length === 0} onClick={() => replace(found)}>{say('replaceAll')}</Button>
      <IconButton label={say('close')} icon={<CloseIcon />} onClick={onClose} />
    </search>
  );
}
