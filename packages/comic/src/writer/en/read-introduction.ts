/** Names that English speakers give as their own. */
import type { Cast } from '../speakers/scene-types.ts';
import { TITLES } from './words.ts';

const NAME = '((?:\\p{Lu}[\\p{L}\\u2019\'-]*\\.?(?: of| the)?\\s?){1,4})';
/** `I am Vorrigast the Unforgiving`, `My name's Anna.`, `Call me Tom.` */
const OWN = new RegExp(`(?:^|[\\s,.;!?—])(?:I am|I['’]m|[Mm]y name is|[Mm]y name['’]s|[Tt]he name is|[Tt]he name['’]s|[Cc]all me|[Tt]hey call me|[Tt]his is) ${NAME}`, 'u');
const ASKED = /\b(?:who (?:are|might|may) (?:you|this|that|I)|who(?:['’]s| is) (?:this|that|there|it)|you are|your name|call you|speaking to)[^.!?]{0,30}\?/i;
const ANSWER = new RegExp(`^(?:It['’]s |It is |Just )?${NAME}(?=[.,!;…—]|$)`, 'u');

/** `I am Pym.`, or a bare `Pym.` when asked; only names that the story uses for somebody. */
export function readEnglishIntroduction(text: string, previous: string, cast: Cast): string | undefined {
  const given = OWN.exec(text)?.[1] ?? (ASKED.test(previous) ? ANSWER.exec(text)?.[1] : undefined);
  if (given === undefined) return undefined;
  // `Mrs. Abernathy. Twelve.` ends with the first word that is no title.
  const all = given.trim().split(/\s+/);
  const last = all.findIndex((word) => word.endsWith('.') && !TITLES.has(word.slice(0, -1).toLowerCase()));
  const words = (last < 0 ? all : all.slice(0, last + 1)).map((word, i, list) => (i === list.length - 1 ? word.replace(/\.$/, '') : word));
  for (const name of [words.join(' '), words[0] ?? '', words.at(-1) ?? '', words.slice(0, 2).join(' ')]) {
    if (name !== '' && cast.persons.some((person) => person.kind === 'name' && person.aliases.has(name))) return name;
  }
  return undefined;
}
