import { expect, test } from 'vitest';
import { scriptBook } from '../make/script-book.ts';

/** Kinds of the places of a story in order. */
function placesOf(text: string): string[] {
  const book = scriptBook(text);
  return book.chapters.flatMap((chapter) => chapter.scenes).map((scene) => book.bible.places.find((place) => place.id === scene.placeId)!.kind);
}

test.each([
  ['Ada stood on the deck.\n\n"Down!" cried Ada.\n\nDown in the captain\'s cabin a lamp swung.\n\n"A light," said Pip.\n\nThey climbed the spiral stairs of the lighthouse.\n\n"Up," said Ada.\n\nIn the lantern room the lamp turned.\n\n"There," said Pip.', ['ship', 'ship-cabin', 'tower', 'lantern-room']],
  ['小满在客厅里画画。\n\n“妈妈！”小满喊道。\n\n她走进厨房，汤正冒着热气。\n\n“好香。”小满说。\n\n她们推开铁门，走上了天台。\n\n“风好大！”小满说。', ['living-room', 'kitchen', 'rooftop']],
  ['教室でミオは本を読んでいた。\n\n「行こう」ミオが言った。\n\n屋上に出ると、夕焼けだった。\n\n「きれい」ミオが言った。\n\n帰りの電車の中は空いていた。\n\n「眠い」ミオが言った。', ['classroom', 'rooftop', 'train']],
] as const)('the picture follows the sentence that moves people: %#', (text, kinds) => expect(placesOf(text)).toEqual(kinds));

test.each([
  'Tom sat in the kitchen.\n\n"Look," said Tom.\n\nHe looked at the sea and thought of the forest.\n\n"Blue," said Tom.',
  'Tom sat in the kitchen.\n\n"Wait," said Tom.\n\nHe rushed to the station and came back with a bag.\n\n"Done," said Tom.',
  'Tom sat in the kitchen.\n\n"Once," said Tom.\n\nHe had been in the hospital long ago.\n\n"Gone," said Tom.',
])('a place that is seen, remembered or left again moves nobody: %#', (text) => expect(placesOf(text)).toEqual(['kitchen']));
