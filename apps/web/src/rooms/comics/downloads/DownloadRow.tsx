import type { Comic } from '@komawari/contract';
import { useState } from 'react';
import { useWords, type Say } from '../../../language/use-words.ts';
import { AlertIcon, BookIcon, ComicsIcon, DownloadIcon, GifIcon, LayersIcon, MovieIcon, PackageIcon, PdfIcon, PhotoIcon, ScrollIcon, SmallPhotoIcon } from '../../../ui/icons.ts';
import { EXPORTS, type ExportFormat } from '../book-choices.ts';
import { newestOf, wishOf, type Choices } from './choices.ts';
import { saveFile, sizeText, writeFiles, type Stage } from './write-files.ts';

const SIGNS = { pdf: PdfIcon, cbz: ComicsIcon, epub: BookIcon, webtoon: ScrollIcon, png: PhotoIcon, webp: SmallPhotoIcon, psd: LayersIcon, mp4: MovieIcon, gif: GifIcon, koma: PackageIcon } as const;

type Props = { comic: Comic; format: ExportFormat; choices: Choices; onMade: () => void };

/** One format: written on wish, with how far it is; what was written lies below, with its size. */
export function DownloadRow({ comic, format, choices, onMade }: Props) {
  const { say } = useWords('comics-downloads');
  const { say: sayComic, sayError, language } = useWords('comics');
  const [stage, setStage] = useState<Stage>();
  const [fault, setFault] = useState<string>();
  const files = newestOf(comic.files, format);
  const Sign = SIGNS[format];

  const make = async () => {
    setFault(undefined);
    setStage({ what: 'write', done: 0, total: 0 });
    try {
      const made = await writeFiles(comic, wishOf(format, choices), setStage);
      made.forEach(saveFile);
    } catch (error) {
      setFault(sayError(error));
    }
    setStage(undefined);
    onMade();
  };

  const isOutdated = comic.revision !== comic.pagesRevision;
  const state = stage ? sayStage(stage, say) : isOutdated ? say('updateAndMake') : '';
  return (
    <li className="take">
      <button type="button" className="take-make" data-format={format} data-ready={files.some((file) => !file.isOutdated)} aria-disabled={stage !== undefined || undefined} onClick={() => { if (!stage) void make(); }}>
        <Sign className="take-sign" aria-hidden="true" />
        <span className="take-name">{EXPORTS[format].name}</span>
        <span className="take-note">{sayComic(EXPORTS[format].word)}</span>
        <span className="take-state number" role="status">{state}</span>
        <DownloadIcon className="take-go" aria-hidden="true" />
        {stage && <progress className="take-bar" aria-label={state} {...(stage.total > 0 ? { value: stage.done, max: stage.total } : {})} />}
      </button>
      {files.map((file) => (
        <a key={file.id} className="take-file" href={file.address} download={file.name} data-old={file.isOutdated}>
          <span className="take-file-name">{file.name}</span>
          <span className="number">{file.isOutdated ? say('old') : sizeText(file.sizeBytes, language)}</span>
        </a>
      ))}
      {fault !== undefined && <p className="fault" role="alert"><AlertIcon aria-hidden="true" />{fault}</p>}
    </li>
  );
}

function sayStage({ what, done, total }: Stage, say: Say<'comics-downloads'>): string {
  const percent = total > 0 ? Math.min(99, Math.round((100 * done) / total)) : 0;
  if (what === 'update') return total > 0 ? say('updatingPercent', { percent }) : say('updating');
  return total > 0 ? say('makingPercent', { percent }) : say('making');
}
