import type { PlaceKind } from '@komawari/comic';
import { useEffect, useMemo, useState } from 'react';
import { pictureOf, pictureSizeOf } from '../../../engine/choice-pictures.ts';
import { useWords } from '../../../language/use-words.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { findPlaces, loadPlaceNames, PLACE_GROUPS, PLACE_GROUP_WORDS, type PlaceNames } from './place-groups.ts';

type Props = { value: PlaceKind | undefined; onChoose: (kind: PlaceKind, name: string) => void; onClose: () => void };

/** Ninety kinds of places as pictures, in groups, found by a word of any language. */
export function PlaceKindDialog({ value, onChoose, onClose }: Props) {
  const { say } = useWords('comics-cast');
  const { say: sayTerm } = useWords('comics-terms');
  const [wish, setWish] = useState('');
  const [names, setNames] = useState<readonly PlaceNames[]>([]);
  useEffect(() => {
    let isGone = false;
    void loadPlaceNames().then((found) => { if (!isGone) setNames(found); }, () => undefined);
    return () => { isGone = true; };
  }, []);
  const found = useMemo(() => findPlaces(wish, names), [wish, names]);
  const size = pictureSizeOf('place');
  return (
    <Dialog title={say('placeKind')} isOpen onClose={onClose} widthPx={860}>
      <TextField label={say('findPlace')} hint={say('findPlaceHint')} value={wish} onChange={setWish} />
      {found.size === 0 && <p role="status">{say('noPlaceKind')}</p>}
      {PLACE_GROUPS.map(({ group, kinds }) => {
        const shown = kinds.filter((kind) => found.has(kind));
        return shown.length > 0 && (
          <section key={group} className="cast-kind-group">
            <h3>{say(PLACE_GROUP_WORDS[group])}</h3>
            <ul className="cast-kinds">
              {shown.map((kind) => (
                <li key={kind}>
                  <button type="button" className="cast-kind" aria-pressed={kind === value} onClick={() => onChoose(kind, sayTerm(`place-${kind}`))}>
                    <img src={pictureOf('place', kind)} alt="" loading="lazy" {...size} />
                    <span>{sayTerm(`place-${kind}`)}</span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </Dialog>
  );
}
