import type { PictureWithRecipe } from '@komawari/contract';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { NOTE_MAX } from './note-keeping.ts';
import { useNote } from './use-note.ts';

/** One's own words about a picture. They save themselves; what is not saved yet says so. */
export function PictureNote({ picture }: { picture: PictureWithRecipe }) {
  const { say, sayError } = useWords('studio-keeping');
  const { now, text, hasTyped, flush, type } = useNote(picture);
  const over = text.length - NOTE_MAX;
  const fault = over > 0 ? say('noteLong', { over, most: NOTE_MAX }) : now.state === 'failed' ? say('noteFailed', { why: sayError(now.error) }) : '';
  return (
    <div className="note">
      <TextArea label={say('note')} rows={3} dir="auto" value={text} hint={say('noteHint')} fault={fault} onChange={type} onBlur={flush} />
      <p className="hint" role="status">{over > 0 || now.state === 'failed' ? '' : now.state === 'waits' ? say('noteWaits') : hasTyped ? say('noteKept') : ''}</p>
      {now.state === 'failed' && over <= 0 && <Button onClick={flush}>{say('saveAgain')}</Button>}
    </div>
  );
}
