import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { BookIcon } from '../../../ui/icons.ts';

/** A document on the sheet in place of the text: it is read by the server, when the comic is made. */
export function FileSlip({ file, onRemove }: { file: File; onRemove: () => void }) {
  const { say, language } = useWords('comics-desk');
  return (
    <div className="slip">
      <div className="slip-card">
        <BookIcon aria-hidden="true" />
        <p><strong><bdi>{file.name}</bdi></strong><span className="hint number">{say('fileSize', { n: Math.max(0.01, file.size / 1e6).toLocaleString(language, { maximumFractionDigits: 2 }) })}</span></p>
        <Button id="story" onClick={onRemove}>{say('fileRemove')}</Button>
      </div>
      <p className="hint">{say('fileWaits')}</p>
    </div>
  );
}
