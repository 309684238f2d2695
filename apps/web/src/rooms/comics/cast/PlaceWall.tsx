import { useDeferredValue, useMemo, useState } from 'react';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { AddIcon } from '../../../ui/icons.ts';
import { newId } from '../book/use-book.ts';
import { useCast } from './cast-context.ts';
import { PlaceCard } from './PlaceCard.tsx';
import { PlaceKindDialog } from './PlaceKindDialog.tsx';
import './places.css';

const FIRST = 9;

/** Where the story plays, drawn in the light of its own scenes. */
export function PlaceWall() {
  const { say } = useWords('comics-cast');
  const { open, scenes, change } = useCast();
  const [isAdding, setIsAdding] = useState(false);
  const { places } = open.book.bible;
  const { style, seed } = open.book;
  const drawn = useMemo(() => ({ style, seed }), [style, seed]);
  const here = useMemo(() => Map.groupBy(scenes, ({ scene }) => scene.placeId), [scenes]);
  // The first screen at once, the rest when the page has time for it.
  const shown = useDeferredValue(places, places.slice(0, FIRST));
  const addButton = <Button icon={<AddIcon />} onClick={() => setIsAdding(true)}>{say('addPlace')}</Button>;
  return (
    <section>
      {places.length === 0 ? <EmptyState picture="lost" title={say('emptyPlaces')} text={say('emptyPlacesNext')}>{addButton}</EmptyState> : (
        <>
          <div className="cast-tools">{addButton}</div>
          <ul className="cast-place-wall">{shown.map((place) => <PlaceCard key={place.id} place={place} book={drawn} scene={here.get(place.id)?.[0]?.scene} count={here.get(place.id)?.length ?? 0} />)}</ul>
        </>
      )}
      {isAdding && (
        <PlaceKindDialog
          value={undefined} onClose={() => setIsAdding(false)}
          onChoose={(kind, name) => {
            setIsAdding(false);
            change((book) => [{ op: 'insert', kind: 'place', parentId: book.id, afterId: book.bible.places.at(-1)?.id ?? null, item: { id: newId('place'), name, kind, era: book.bible.places[0]?.era ?? 'modern' } }]);
          }}
        />
      )}
    </section>
  );
}
