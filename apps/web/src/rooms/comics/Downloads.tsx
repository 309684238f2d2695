import type { Comic } from '@komawari/contract';
import { useEffect, useRef, useState } from 'react';
import { ApiError } from '../../api/call.ts';
import { exportComic, getComic, getTask } from '../../api/comics.ts';
import { DownloadIcon } from '../../ui/icons.ts';
import { useWords } from '../../language/use-words.ts';
import { EXPORTS, keysOf, type ExportFormat } from './book-choices.ts';
import { isEnded } from './overview/making.ts';

type File = Comic['files'][number];
const ASK_MS = 600;

/** The files of the book: written on first wish, then at hand. */
export function Downloads({ comic, onMade }: { comic: Comic; onMade: () => void }) {
  const { say } = useWords('comics');
  return (
    <section className="side-panel downloads" aria-labelledby="downloads-title">
      <h2 id="downloads-title">{say('download')}</h2>
      {comic.state === 'done' ? <ul>{keysOf(EXPORTS).map((format) => <DownloadRow key={format} comic={comic} format={format} onMade={onMade} />)}</ul> : <p className="hint">{say('downloadWhenDone')}</p>}
    </section>
  );
}

function DownloadRow({ comic, format, onMade }: { comic: Comic; format: ExportFormat; onMade: () => void }) {
  const { say, sayError, language } = useWords('comics');
  const [isWriting, setIsWriting] = useState(false);
  const [fault, setFault] = useState<string>();
  const isGone = useRef(false);
  useEffect(() => {
    isGone.current = false;
    return () => { isGone.current = true; };
  }, []);
  const files = comic.files.filter((file) => file.format === format);

  const get = async () => {
    setFault(undefined);
    setIsWriting(true);
    try {
      const made = files.length > 0 ? files : await writeFiles(comic.id, format, () => isGone.current);
      if (!isGone.current) made.forEach(save);
      onMade();
    } catch (error) {
      setFault(sayError(error));
    }
    setIsWriting(false);
  };

  const sizeBytes = files.reduce((sum, file) => sum + file.sizeBytes, 0);
  return (
    <li>
      <button type="button" className="download" data-format={format} data-ready={files.length > 0} disabled={isWriting} onClick={() => void get()}>
        <span className="download-name">{EXPORTS[format].name}</span>
        <span className="download-note">{say(EXPORTS[format].word)}</span>
        <span className="download-state number" role="status">{isWriting ? say('writing') : files.length > 0 ? sizeText(sizeBytes, language) : ''}</span>
        <DownloadIcon />
        {isWriting && <span className="download-bar" aria-hidden="true" />}
      </button>
      {fault !== undefined && <p className="fault" role="alert">{fault}</p>}
    </li>
  );
}

/** Writes the files of a format and waits for them. Asking again for what is written gives the same files. */
async function writeFiles(comicId: string, format: ExportFormat, isGone: () => boolean): Promise<File[]> {
  let task = await exportComic(comicId, format);
  while (!isEnded(task.state) && !isGone()) {
    await new Promise((resolve) => setTimeout(resolve, ASK_MS));
    task = await getTask(task.id);
  }
  if (task.error) throw new ApiError(task.error.code, task.error.message, 0);
  return (await getComic(comicId)).files.filter((file) => file.format === format);
}

function save(file: File): void {
  const link = document.createElement('a');
  link.href = file.address;
  link.download = file.name;
  link.click();
}

function sizeText(sizeBytes: number, language: string): string {
  const [value, unit] = sizeBytes < 1_000_000 ? [sizeBytes / 1000, 'kilobyte'] : [sizeBytes / 1_000_000, 'megabyte'];
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: value < 10 ? 1 : 0 }).format(value);
}
