/** What a writer does with the cast, as ops; see `verbs.ts`. */
import { listLines, listPanels, type Book, type Character } from '../model/book.ts';
import type { EditOp } from './ops.ts';

/** The name changes wherever the person speaks; the old one stays as an alias, so that the story's words still fit. */
export function renameCharacter(book: Book, characterId: string, name: string): EditOp[] {
  const character = characterOf(book, characterId);
  if (name === '' || name === character.name) return [];
  const aliases = [...new Set([...character.aliases, character.name])].filter((alias) => alias !== name);
  return [
    { op: 'set', kind: 'character', id: characterId, field: 'name', value: name, was: character.name },
    { op: 'set', kind: 'character', id: characterId, field: 'aliases', value: aliases.slice(-60) },
    ...listLines(book).filter((line) => line.speakerId === characterId).map((line): EditOp => ({ op: 'set', kind: 'line', id: line.id, field: 'speaker', value: name })),
  ];
}

/** Two of the cast are one person: the other one's lines and places in pictures become this one's. */
export function mergeCharacters(book: Book, intoId: string, otherId: string): EditOp[] {
  const [into, other] = [characterOf(book, intoId), characterOf(book, otherId)];
  return [
    ...listLines(book).filter((line) => line.speakerId === otherId).flatMap((line): EditOp[] => [
      { op: 'set', kind: 'line', id: line.id, field: 'speakerId', value: intoId },
      { op: 'set', kind: 'line', id: line.id, field: 'speaker', value: into.name },
    ]),
    ...listPanels(book).filter((panel) => panel.characters.some((person) => person.id === otherId)).map((panel): EditOp => ({
      op: 'set', kind: 'panel', id: panel.id, field: 'characters',
      value: panel.characters.some((person) => person.id === intoId)
        ? panel.characters.filter((person) => person.id !== otherId)
        : panel.characters.map((person) => { const { outfitId: _, ...rest } = person; return person.id === otherId ? { ...rest, id: intoId } : person; }),
    })),
    { op: 'set', kind: 'character', id: intoId, field: 'aliases', value: [...new Set([...into.aliases, other.name, ...other.aliases])].filter((alias) => alias !== into.name).slice(0, 60) },
    { op: 'remove', kind: 'character', id: otherId },
  ];
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
