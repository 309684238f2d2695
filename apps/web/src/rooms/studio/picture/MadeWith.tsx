import type { RecalledRecipe } from '@komawari/contract';
import { useEffect, useState } from 'react';
import { readMaking } from '../../../api/studio.ts';
import type { WordKey } from '../../../language/namespaces.ts';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { smallPictureOf } from '../desk/small-picture.ts';
import { useStudio } from '../studio-context.ts';
import './made-with.css';
import { madeOf } from './made.ts';
import { PARTS } from './FormChanges.tsx';
import { RecallChoice } from './RecallChoice.tsx';

type Left = RecalledRecipe['left'][number];
type Found = { thumb: string; made?: RecalledRecipe; error?: unknown };

const PROGRAMS: Record<RecalledRecipe['source'], string> = { komawari: 'Komawari', a1111: 'AUTOMATIC1111', comfyui: 'ComfyUI', invokeai: 'InvokeAI' };
const LEFT: Record<Exclude<Left, 'mask'>, WordKey<'studio'>> = { ...PARTS, size: 'shape' };

/** What a picture file says of how it was made, and what of that the form would take. The file itself is not kept. */
export function MadeWith({ file, onOther, onClose }: { file: File; onOther: () => void; onClose: () => void }) {
  const { say, sayError } = useWords('studio-keeping');
  const [share, setShare] = useState(0);
  const [found, setFound] = useState<Found>({ thumb: '' });
  useEffect(() => {
    const leaving = new AbortController();
    const tell = (part: Partial<Found>) => { if (!leaving.signal.aborted) setFound((before) => ({ ...before, ...part })); };
    void smallPictureOf(file).then((thumb) => tell({ thumb }));
    readMaking(file, setShare, leaving.signal).then((made) => tell({ made }), (error: unknown) => tell({ error }));
    return () => leaving.abort();
  }, [file]);
  const { thumb, made, error } = found;
  return (
    <Dialog isOpen title={say('madeWith')} onClose={onClose} widthPx={600}>
      <div className="made-with">
        <div className="made-file">
          {thumb !== '' && <img src={thumb} alt="" />}
          <p><bdi className="made-name">{file.name}</bdi>{made && <span className="hint">{say('foundOf', { program: PROGRAMS[made.source] })}</span>}</p>
        </div>
        {error === undefined && !made && <p role="status" className="made-reading"><span>{say('readingFile')}</span><progress value={share < 1 ? share : undefined} max={1} aria-label={say('readingFile')} /></p>}
        {error !== undefined && (
          <section className="made-none" role="alert">
            <h3>{say('noMaking')}</h3>
            <p>{sayError(error)}</p>
            <Button onClick={onOther}>{say('otherFile')}</Button>
          </section>
        )}
        {made && <Taken made={made} onApplied={onClose} />}
      </div>
    </Dialog>
  );
}

function Taken({ made, onApplied }: { made: RecalledRecipe; onApplied: () => void }) {
  const { say } = useWords('studio');
  const { say: sayKept } = useWords('studio-keeping');
  const { draft } = useStudio();
  const left = made.left.filter((part) => part !== 'model' || made.modelName === null);
  const isModelGone = made.left.includes('model') && made.modelName !== null;
  return (
    <>
      <RecallChoice picture={madeOf(made, draft.model)} first="all" onApplied={onApplied} />
      {isModelGone && <p>{sayKept('modelGone', { name: made.modelName ?? '' })}</p>}
      {left.length > 0 && <p>{sayKept('notTaken', { parts: left.map((part) => (part === 'mask' ? sayKept('mask') : say(LEFT[part]))).join(' · ') })}</p>}
      {made.others.length > 0 && (
        <details className="fold">
          <summary><span className="fold-word">{sayKept('alsoSays')}</span></summary>
          <dl className="facts made-others">{made.others.map(({ name, value }, index) => <div key={`${index} ${name}`}><dt dir="auto">{name}</dt><dd dir="auto">{value}</dd></div>)}</dl>
        </details>
      )}
    </>
  );
}
