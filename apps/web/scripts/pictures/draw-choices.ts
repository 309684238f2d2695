/** Draws the pictures of all choices into a folder, several at a time: names are `<kind>/<value>.webp` or `.svg`. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DRAWN_CHOICES } from './choice-list.ts';
import { drawChoice } from './draw-choice.ts';
import { loadArtist } from './load-artist.ts';
import { VECTOR_CHOICES } from './vector-choices.ts';

/** Drawing takes one core; rasterising and encoding run beside it. */
const AT_ONCE = 4;

export async function drawChoices(folder: string): Promise<void> {
  for (const { kind } of [...DRAWN_CHOICES, ...VECTOR_CHOICES]) await mkdir(join(folder, kind), { recursive: true });
  for (const { kind, values, draw } of VECTOR_CHOICES) for (const value of values) await writeFile(join(folder, kind, `${value}.svg`), draw(value));
  const painters = await loadArtist();
  const wishes = DRAWN_CHOICES.flatMap((choice) => choice.values.map((value) => ({ choice, value })));
  const work = async (): Promise<void> => {
    for (let wish = wishes.pop(); wish; wish = wishes.pop()) await writeFile(join(folder, wish.choice.kind, `${wish.value}.webp`), await drawChoice(painters, wish.choice, wish.value));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}
