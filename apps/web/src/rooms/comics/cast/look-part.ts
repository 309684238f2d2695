import type { Character, Look } from '@komawari/comic';
import type { Worn } from './outfit-times.ts';
import { useCast } from './cast-context.ts';

/** What every part of the desk gets. */
export type PartProps = {
  person: Character; worn: Worn;
  /** Shows a look in the large picture while a hand is still moving. */
  onTry: (look: Look | undefined) => void;
  onWear: (outfitId: string) => void;
};

/** Changes a part of a look. Steps of one kind that follow one another at once are one undo. */
export function useLook(person: Character): (change: Partial<Look>, merge?: string) => void {
  const { change: edit } = useCast();
  return (change, merge) => void edit((book) => {
    const now = book.bible.cast.find((one) => one.id === person.id)?.look;
    return now ? [{ op: 'set', kind: 'character', id: person.id, field: 'look', value: { ...now, ...change }, was: now }] : [];
  }, merge === undefined ? {} : { merge: `${person.id}:${merge}` });
}
