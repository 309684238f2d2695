import { useState } from 'react';
import { useWords } from '../../../language/use-words.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useCast } from './cast-context.ts';
import { Sketch } from './Sketch.tsx';
import { personSketch } from './views.ts';

/** Who a character really is: chosen among the faces of the others. */
export function MergeDialog({ otherId, onChoose, onClose }: { otherId: string; onChoose: (intoId: string) => void; onClose: () => void }) {
  const { say } = useWords('comics-cast');
  const { open } = useCast();
  const [wish, setWish] = useState('');
  const { cast } = open.book.bible;
  const name = cast.find((one) => one.id === otherId)?.name ?? '';
  const sought = wish.trim().toLocaleLowerCase();
  const others = cast.filter((one) => one.id !== otherId && [one.name, ...one.aliases].some((known) => known.toLocaleLowerCase().includes(sought)));
  return (
    <Dialog title={say('mergeTitle', { name })} isOpen onClose={onClose} widthPx={640}>
      <p>{say('mergeText', { name })}</p>
      {cast.length > 9 && <TextField label={say('findPerson')} value={wish} onChange={setWish} />}
      {others.length === 0 && <p className="hint">{say('noPerson')}</p>}
      <ul className="cast-faces">
        {others.map((one) => (
          <li key={one.id}>
            <button type="button" className="cast-face" onClick={() => onChoose(one.id)}>
              <Sketch shape="head" sketch={personSketch(one, open.book.style)} />
              <span className="cast-face-name"><bdi>{one.name}</bdi></span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
