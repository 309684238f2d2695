import { useEffect, useRef, useState } from 'react';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { SmallPhotoIcon } from '../../../ui/icons.ts';
import './made-with.css';
import { MadeWith } from './MadeWith.tsx';

/** A picture file that is dropped beside the form, or chosen, gives back what it was made with. What is dropped on the form goes into the picture. */
export function FromFile() {
  const { say } = useWords('studio-keeping');
  const picker = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<{ key: number; file: File }>();
  const [isOver, setIsOver] = useState(false);
  const take = (file: File | undefined) => { if (file) setChosen((before) => ({ key: (before?.key ?? 0) + 1, file })); };

  useEffect(() => {
    const over = (event: DragEvent) => {
      // What the form takes is its own.
      const isOurs = !event.defaultPrevented && event.dataTransfer?.types.includes('Files') === true;
      if (isOurs) event.preventDefault();
      setIsOver(isOurs && !isCovered());
    };
    const leave = (event: DragEvent) => { if (event.relatedTarget === null) setIsOver(false); };
    const drop = (event: DragEvent) => {
      setIsOver(false);
      if (event.defaultPrevented || event.dataTransfer?.types.includes('Files') !== true) return;
      event.preventDefault();
      const file = [...event.dataTransfer.files].find(({ type }) => type === '' || type.startsWith('image/'));
      if (!isCovered()) take(file);
    };
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, []);

  return (
    <>
      <Button look="quiet" icon={<SmallPhotoIcon />} data-tip={say('fromFileTip')} onClick={() => picker.current?.click()}>{say('fromFile')}</Button>
      <input ref={picker} type="file" accept="image/png,image/jpeg,image/webp" hidden aria-label={say('fromFile')} onChange={(event) => { take(event.target.files?.[0]); event.target.value = ''; }} />
      {isOver && <p className="drop-here"><SmallPhotoIcon aria-hidden="true" /><span>{say('dropHere')}</span></p>}
      {chosen && <MadeWith key={chosen.key} file={chosen.file} onOther={() => picker.current?.click()} onClose={() => setChosen(undefined)} />}
    </>
  );
}

/** A dialog over the page is in the way of it. */
function isCovered(): boolean {
  return document.querySelector('dialog[open], [role="dialog"][data-open]') !== null;
}
