/** Tags and boards as labels of pictures: which there are, and what is meant by what somebody types. Pure. */
import type { Picture } from '@komawari/contract';

export type Label = { id: string; word: string };

const OFFERS_MAX = 6;
const BETWEEN = /[,;，；、]/u;

/** As the server will keep it. */
export function tidyLabel(text: string): string {
  return text.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
}

/** Labels to choose from while one types: those that begin so first. `isNew` when nothing is called just that. */
export function offersFor(typed: string, known: readonly Label[], has: readonly Label[]): { offers: Label[]; isNew: boolean } {
  const wanted = folded(typed);
  const taken = new Set(has.map(({ id }) => id));
  const found = known.filter(({ id, word }) => !taken.has(id) && folded(word).includes(wanted));
  const first = found.filter(({ word }) => folded(word).startsWith(wanted));
  return { offers: [...first, ...found.filter((label) => !first.includes(label))].slice(0, OFFERS_MAX), isNew: wanted !== '' && !BETWEEN.test(typed) && ![...known, ...has].some(({ word }) => folded(word) === wanted) };
}

/** What Enter means: labels that are there by their name, however it is written, and words that are new. `isMany`: commas part them. */
export function meantBy(typed: string, known: readonly Label[], has: readonly Label[], isMany: boolean): { labels: Label[]; fresh: string[] } {
  const words = (isMany ? typed.split(BETWEEN) : [typed]).map(tidyLabel).filter((word) => word !== '');
  const taken = new Set(has.map(({ word }) => folded(word)));
  const labels = new Map<string, Label>();
  const fresh = new Map<string, string>();
  for (const word of words.filter((one) => !taken.has(folded(one)))) {
    const label = known.find((one) => one.word === word) ?? known.find((one) => folded(one.word) === folded(word));
    if (label) labels.set(label.id, label);
    else if (!fresh.has(folded(word))) fresh.set(folded(word), word);
  }
  return { labels: [...labels.values()], fresh: [...fresh.values()] };
}

/** How many of these pictures have each label, the most common first. */
export function sharedBy(pictures: readonly Picture[], idsOf: (picture: Picture) => readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const picture of pictures) for (const id of idsOf(picture)) counts.set(id, (counts.get(id) ?? 0) + 1);
  return new Map([...counts].toSorted(([, one], [, other]) => other - one));
}

export function withTags(picture: Picture, { add = [], remove = [] }: { add?: readonly string[]; remove?: readonly string[] }): Picture {
  return { ...picture, tags: [...new Set([...picture.tags, ...add])].filter((tag) => !remove.includes(tag)).toSorted() };
}

export function withBoard(picture: Picture, boardId: Picture['boardIds'][number], isOn: boolean): Picture {
  return { ...picture, boardIds: isOn ? [...new Set([...picture.boardIds, boardId])] : picture.boardIds.filter((id) => id !== boardId) };
}

function folded(text: string): string {
  return tidyLabel(text).normalize('NFKC').toLowerCase();
}
