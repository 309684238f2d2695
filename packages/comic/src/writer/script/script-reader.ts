/** A language's reader that takes the speaker of a script's line from its label and reads everything else as always. */
import { makePerson } from '../cast/make-person.ts';
import type { Cast, LanguageReader, Manner, Mention, Paragraph, Person, Scenes, Utterance } from '../speakers/scene-types.ts';
import type { Quote } from '../split/quotes.ts';
import type { Span } from '../split/sentences.ts';
import type { Script } from './find-script.ts';
import type { ScriptLabel } from './labels.ts';
import { readManner } from '../beats/line-kind.ts';
import { labelForms } from './label-names.ts';

/** Above every score that prose can give. */
const SURE = 90;

/** `thoughts`: spans of the narration that are somebody's thoughts; words in them name nobody who is there. */
export function withScript(reader: LanguageReader, { parts }: Pick<Script, 'parts'>, thoughts: ReadonlyMap<number, readonly Span[]>): LanguageReader {
  if (parts.size === 0 && thoughts.size === 0) return reader;
  const labels = new Map<number, ScriptLabel>();
  for (const part of parts.values()) if (part.type === 'speech' && part.label.role === 'person') for (const { outer } of part.pieces) labels.set(outer.start, part.label);
  const mannerOf = ({ text, language }: Scenes, label: ScriptLabel, { before }: Utterance): Manner => (label.isThought ? 'think' : readManner(text.slice(before.start, before.end).slice(-120), language));
  const byLabel = new Map<ScriptLabel, Mention>();
  return {
    ...reader,
    isUtterance: (scenes, paragraph, quote) => labels.has(quote.start) || reader.isUtterance(scenes, paragraph, quote),
    findCast(scenes) {
      const cast = reader.findCast(withThoughts(scenes, thoughts));
      addSpeakers(cast, [...new Set(labels.values())], byLabel, scenes);
      return cast;
    },
    readClues(context) {
      const utterance = context.utterances[context.index];
      const label = utterance && labels.get(utterance.quote.start);
      const mention = label && byLabel.get(label);
      if (!label || !mention) return reader.readClues(context);
      return [{ attribution: 'explicit', score: SURE, mention, manner: mannerOf(context.scenes, label, utterance) }];
    },
  };
}

/** Thoughts stand like quotes for the finder of people: `我` in them makes no narrator. */
function withThoughts(scenes: Scenes, thoughts: ReadonlyMap<number, readonly Span[]>): Scenes {
  if (thoughts.size === 0) return scenes;
  const paragraphs = scenes.paragraphs.map((paragraph): Paragraph => {
    const inside = thoughts.get(paragraph.start);
    if (!inside) return paragraph;
    const quotes = inside.map(({ start, end }): Quote => ({ start, end, innerStart: start, innerEnd: end, open: '*', isClosed: true }));
    return { ...paragraph, spoken: [...paragraph.spoken, ...quotes].sort((a, b) => a.start - b.start) };
  });
  return { ...scenes, paragraphs };
}

function addSpeakers(cast: Cast, labels: readonly ScriptLabel[], byLabel: Map<ScriptLabel, Mention>, scenes: Scenes): void {
  if (labels.length === 0) return;
  const persons = new Map<string, Person>();
  const fresh: Person[] = [];
  const inLabels = new Set(labels.flatMap(({ nameSpan: { start, end } }) => Array.from({ length: end - start }, (_, i) => start + i)));
  const outside = cast.mentions.filter((mention) => !inLabels.has(mention.start));
  for (const label of labels) {
    const key = label.name.toLowerCase();
    let person = persons.get(key) ?? findPerson(cast.persons, label.name);
    if (!person) {
      const forms = labelForms(label.name, scenes.text, scenes.language);
      person = makePerson(cast.persons, { name: forms[0] ?? label.name, kind: SELF.test(label.name) ? 'self' : 'name' });
      for (const form of forms) person.aliases.add(form);
      fresh.push(person);
    }
    if (/\p{Lu}{3}/u.test(person.name)) person.name = labelForms(person.name, '', scenes.language)[0] ?? person.name;
    persons.set(key, person);
    person.mentionCount++;
    byLabel.set(label, { start: label.nameSpan.start, end: label.nameSpan.end, personId: person.id, isSubject: true });
  }
  const mentions = [...outside, ...byLabel.values(), ...fresh.flatMap((person) => mentionsOf(person, scenes, outside))].sort((a, b) => a.start - b.start);
  cast.mentions.splice(0, cast.mentions.length, ...mentions);
}

/** The narrator who takes part in the talk. */
const SELF = /^(?:I|me|我|俺|私|僕|ぼく|おれ|わたし|あたし)$/i;

/** By name or alias; `PETE` also means the only one who is called `Old Pete`. */
function findPerson(persons: readonly Person[], name: string): Person | undefined {
  const key = name.toLowerCase();
  if (SELF.test(name)) return persons.find((person) => person.kind === 'self');
  const exact = persons.find((person) => person.kind !== 'self' && person.aliases.size > 0 && [person.name, ...person.aliases].some((alias) => alias.toLowerCase() === key));
  if (exact) return exact;
  const partly = persons.filter((person) => person.kind === 'name' && [person.name, ...person.aliases].some((alias) => alias.toLowerCase().split(' ').includes(key)));
  return partly.length === 1 ? partly[0] : undefined;
}

/** Where the narration speaks of somebody whom only the labels made known. */
function mentionsOf(person: Person, { text, paragraphs }: Scenes, known: readonly Mention[]): Mention[] {
  const found: Mention[] = [];
  const taken = new Set(known.map(({ start }) => start));
  for (const { start, end, spoken } of paragraphs) {
    let at = start;
    for (const stop of [...spoken, { start: end, end }]) {
      const told = text.slice(at, stop.start);
      for (const form of person.aliases) {
        for (let i = told.indexOf(form); i >= 0; i = told.indexOf(form, i + form.length)) {
          const isPart = /[a-z]/i.test(form) && /[\p{L}\p{N}]/u.test(`${told[i - 1] ?? ' '}${told[i + form.length] ?? ' '}`);
          if (isPart || taken.has(at + i)) continue;
          taken.add(at + i);
          found.push({ start: at + i, end: at + i + form.length, personId: person.id, isSubject: /(?:^|[\n.!?。！？（(」”])\s*$/u.test(told.slice(Math.max(0, i - 2), i)) });
        }
      }
      at = stop.end;
    }
  }
  return found;
}
