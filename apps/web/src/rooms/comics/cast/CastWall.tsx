import { addCharacter, mergeCharacters } from '@komawari/comic/edit';
import { useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useState } from 'react';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { AddPersonIcon } from '../../../ui/icons.ts';
import { newId } from '../book/use-book.ts';
import { useCast } from './cast-context.ts';
import { CastCard } from './CastCard.tsx';
import { MergeDialog } from './MergeDialog.tsx';
import { surprisePerson } from './surprise.ts';

const FIRST = 12;

/** Everybody as a drawn card; two cards that are one person are laid on each other. */
export function CastWall() {
  const { say } = useWords('comics-cast');
  const { comicId, open, change, tell } = useCast();
  const navigate = useNavigate();
  const [mergingId, setMergingId] = useState<string>();
  const [dragId, setDragId] = useState<string>();
  const { cast } = open.book.bible;
  // The first screen at once, the rest when the page has time for it.
  const shown = useDeferredValue(cast, cast.slice(0, FIRST));
  const nameOf = (id: string) => cast.find((one) => one.id === id)?.name ?? '';

  const add = () => {
    const id = newId('person');
    const { look, outfit } = surprisePerson(Math.floor(performance.now() * 1000));
    change((book) => [
      ...addCharacter(book, id, say('newPerson')),
      { op: 'set', kind: 'character', id, field: 'look', value: look },
      { op: 'set', kind: 'character', id, field: 'outfits', value: [{ id: `${id}-o1`, outfit }] },
    ]);
    void navigate({ to: '/comics/$comicId/cast/$characterId', params: { comicId, characterId: id } });
  };
  const merge = (intoId: string, otherId: string) => {
    const text = say('merged', { other: nameOf(otherId), name: nameOf(intoId) });
    change((book) => mergeCharacters(book, intoId, otherId));
    setMergingId(undefined);
    tell(text);
  };
  const remove = (id: string) => {
    const text = say('removedPerson', { name: nameOf(id) });
    change([{ op: 'remove', kind: 'character', id }]);
    tell(text);
  };

  const addButton = <Button icon={<AddPersonIcon />} onClick={add}>{say('addPerson')}</Button>;
  if (cast.length === 0) return <EmptyState picture="cast-empty" title={say('emptyCast')} text={say('emptyCastNext')}>{addButton}</EmptyState>;
  return (
    <section>
      <div className="cast-tools">{addButton}{cast.length > 1 && <p className="hint">{say('dragHint')}</p>}</div>
      <ul className="cast-wall">
        {shown.map((person) => (
          <CastCard
            key={person.id} person={person} onMerge={() => setMergingId(person.id)} onRemove={() => remove(person.id)}
            drag={{ id: dragId, onStart: () => setDragId(person.id), onEnd: () => setDragId(undefined), onDrop: () => { if (dragId !== undefined && dragId !== person.id) merge(person.id, dragId); } }}
          />
        ))}
      </ul>
      {mergingId !== undefined && <MergeDialog otherId={mergingId} onClose={() => setMergingId(undefined)} onChoose={(intoId) => merge(intoId, mergingId)} />}
    </section>
  );
}
