/** Puts what a model read into the story as the built-in writer read it: every line stays, word for word and in its place. */
import type { Beat, Story, Voice } from '../types.ts';
import type { ReaderAnswer } from './ask-reader.ts';
import type { AcceptedLine, CheckedAnswer } from './check-answer.ts';

export type ReadingReport = { lines: number; /** As the built-in writer read them; marked unsure. */ missing: number; invented: number };

export function applyReading(story: Story, answers: readonly CheckedAnswer[]): { story: Story; report: ReadingReport } {
  const crowd = openCrowd(story.voices);
  for (const { people } of answers) for (const person of people) crowd.meet(person);
  const accepted = new Map(answers.flatMap(({ lines }) => lines.map((line) => [line.id, line] as const)));
  let count = 0;
  let missing = 0;
  const read = (beat: Beat): Beat => {
    if (beat.type === 'narration') return { ...beat, mentions: [...new Set(beat.mentions.map(crowd.keyOf))] };
    if (beat.type !== 'line') return beat;
    const line = accepted.get(`L${(count += 1)}`);
    if (!line) missing += 1;
    return line ? heard(beat, line, crowd) : { ...withSpeaker(beat, beat.speakerKey === undefined ? undefined : crowd.keyOf(beat.speakerKey)), isUnsure: true };
  };
  const chapters = story.chapters.map((chapter) => ({ ...chapter, beats: chapter.beats.map(read) }));
  return { story: { ...story, chapters, voices: voicesOf(crowd, chapters) }, report: { lines: count, missing, invented: answers.reduce((sum, { invented }) => sum + invented, 0) } };
}

type LineBeat = Extract<Beat, { type: 'line' }>;

/** A sound stays one: a model is asked for voices. */
function heard(beat: LineBeat, line: AcceptedLine, crowd: Crowd): LineBeat {
  const { isUnsure: _, ...sure } = beat;
  const speaker = withSpeaker(sure, line.speaker === '' ? undefined : crowd.find(line.speaker));
  return { ...speaker, kind: beat.kind === 'sfx' ? 'sfx' : line.kind, attribution: line.speaker === '' ? 'unknown' : 'explicit' };
}

function withSpeaker(beat: LineBeat, key: string | undefined): LineBeat {
  const { speakerKey: _, ...unspoken } = beat;
  return key === undefined ? unspoken : { ...unspoken, speakerKey: key };
}

type Crowd = { meet(person: ReaderAnswer['people'][number]): void; find(name: string): string; /** After people were found to be one. */ keyOf(key: string): string; list(): Voice[] };

function openCrowd(known: readonly Voice[]): Crowd {
  const voices = new Map(known.map((voice) => [voice.key, { ...voice, aliases: [...voice.aliases], descriptions: [...voice.descriptions] }]));
  const byName = new Map<string, string>();
  const merged = new Map<string, string>();
  const keyOf = (key: string): string => (merged.has(key) ? keyOf(merged.get(key) ?? key) : key);
  const named = (name: string): string | undefined => { const key = byName.get(plainName(name)); return key === undefined ? undefined : keyOf(key); };
  for (const voice of voices.values()) for (const name of [voice.name, ...voice.aliases]) if (!byName.has(plainName(name))) byName.set(plainName(name), voice.key);

  const add = (name: string): string => {
    const key = `m${voices.size + 1}`;
    voices.set(key, { key, name, aliases: [], descriptions: [], lineCount: 0, mentionCount: 0 });
    byName.set(plainName(name), key);
    return key;
  };
  const join = (from: string, to: string): void => {
    const [gone, stays] = [voices.get(from), voices.get(to)];
    if (from === to || !gone || !stays) return;
    merged.set(from, to);
    voices.delete(from);
    stays.aliases = namesBut(stays.name, [...stays.aliases, gone.name, ...gone.aliases]);
    stays.descriptions.push(...gone.descriptions);
    stays.mentionCount += gone.mentionCount;
    stays.gender ??= gone.gender;
    stays.age ??= gone.age;
    stays.being ??= gone.being;
  };
  return {
    keyOf,
    find: (name) => named(name) ?? add(name),
    list: () => [...voices.values()],
    meet({ name, aliases, gender, age, being, looks }) {
      const own = name.trim();
      if (own === '') return;
      const same = aliases.map((alias) => alias.trim()).filter((alias) => alias !== '');
      const key = named(own) ?? same.map(named).find((found) => found !== undefined) ?? add(own);
      const voice = voices.get(key);
      if (!voice) return;
      for (const alias of same) {
        const other = named(alias);
        // Two people who each have a name of their own in the story are not one because a model says so in passing.
        if (other === undefined) byName.set(plainName(alias), key);
        else if (other !== key && (voices.get(other)?.lineCount ?? 0) === 0) join(other, key);
      }
      voice.aliases = namesBut(voice.name, [...voice.aliases, own, ...same]);
      byName.set(plainName(own), key);
      if (gender !== 'unknown') voice.gender = gender;
      if (age !== 'unknown') voice.age = age;
      if (being.trim() !== '') voice.being = being.trim();
      if (looks.trim() !== '' && !voice.descriptions.includes(looks.trim())) voice.descriptions.push(looks.trim());
    },
  };
}

/** Those who speak or are told of; lines counted anew. */
function voicesOf(crowd: Crowd, chapters: Story['chapters']): Voice[] {
  const lines = new Map<string, number>();
  for (const beat of chapters.flatMap(({ beats }) => beats)) if (beat.type === 'line' && beat.speakerKey !== undefined) lines.set(beat.speakerKey, (lines.get(beat.speakerKey) ?? 0) + 1);
  return crowd.list().map((voice) => ({ ...voice, lineCount: lines.get(voice.key) ?? 0 })).filter((voice) => voice.lineCount > 0 || voice.mentionCount > 0);
}

function plainName(name: string): string {
  return name.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').replace(/^(?:the|a|an) /, '').trim();
}

function namesBut(own: string, names: readonly string[]): string[] {
  return [...new Set(names.filter((name) => name !== own && name !== ''))];
}
