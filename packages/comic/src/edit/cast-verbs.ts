/** What a writer does with the cast, as ops; see `verbs.ts`. */
import type { Book, Character } from '../model/book.ts';
import type { EditOp } from './ops.ts';

/** The name changes wherever the person speaks; the old one stays as an alias, so that the story's words still fit. */
export function renameCharacter(book: Book, characterId: string, name: string): EditOp[] {
  const character = characterOf(book, characterId);
  return name === '' || name === character.name ? [] : [{ op: 'rename', id: characterId, name, was: character.name }];
}

/** Two of the cast are one person: the other one's lines and places in pictures become this one's. */
export function mergeCharacters(book: Book, intoId: string, otherId: string): EditOp[] {
  return [{ op: 'merge', id: characterOf(book, otherId).id, intoId: characterOf(book, intoId).id }];
}

/** A new person who looks like nobody in particular: the look is chosen next. */
export function addCharacter(book: Book, newId: string, name: string): EditOp[] {
  const item: Omit<Character, 'lines' | 'voice'> = {
    id: newId, name, aliases: [],
    look: {
      being: 'human', gender: 'neutral', age: 'adult', build: 'average', height: 1, hair: 'short-crop', hairInk: 'dark', face: { shape: 0.5, eyes: 0.5, brows: 0.5, nose: 0.5, mouth: 0.5 },
      facialHair: 'none', glasses: 'none', headwear: 'none', freckles: false, scar: false, colours: { skin: '#f1c9a5', hair: '#3b2a20', top: '#5b7fa6', bottom: '#3f4651', accent: '#d0382a' },
    },
    outfits: [{ id: `${newId}-o1`, outfit: { kind: 'shirt', topInk: 'white', bottomInk: 'dark', pattern: 'plain' } }],
  };
  return [{ op: 'insert', kind: 'character', parentId: book.id, afterId: book.bible.cast.at(-1)?.id ?? null, item }];
}

function characterOf(book: Book, id: string): Character {
  const character = book.bible.cast.find((one) => one.id === id);
  if (!character) throw new RangeError(`the book has no character ${id}`);
  return character;
}
