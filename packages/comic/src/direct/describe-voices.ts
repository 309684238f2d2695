/** Gathers for each voice the sentences of narration that tell of it alone: hair, clothes, years. */
import type { Gender, Language } from '../model/kinds.ts';
import type { Story, Voice } from '../writer/types.ts';

const SENTENCE_END = /(?<=[。！？])|(?<=[!?]|(?<!\b(?:Mr|Mrs|Ms|Dr|St))\.)\s+/u;
const SHE: Record<Language, RegExp> = { en: /^She\b/u, zh: /^她(?!们)/u, ja: /^彼女(?!たち)/u };
const HE: Record<Language, RegExp> = { en: /^He\b/u, zh: /^他(?!们)/u, ja: /^彼(?!女|ら)/u };

/** Voices with their descriptions; "She had white hair" right after somebody came in is about that person. */
export function describeVoices(voices: readonly Voice[], story: Story): Voice[] {
  const told = new Map<string, string[]>(voices.map((voice) => [voice.key, []]));
  let last: Voice | undefined;
  for (const beat of story.chapters.flatMap((chapter) => chapter.beats)) {
    if (beat.type !== 'narration') continue;
    for (const sentence of beat.text.split(SENTENCE_END)) {
      const gender: Gender | undefined = SHE[story.language].test(sentence) ? 'female' : HE[story.language].test(sentence) ? 'male' : undefined;
      if (gender !== undefined && last && (last.gender ?? gender) === gender) {
        told.get(last.key)!.push(sentence.replace(gender === 'female' ? SHE[story.language] : HE[story.language], last.name));
        continue;
      }
      const named = voices.filter((voice) => namesOf(voice).some((name) => sentence.includes(name)));
      for (const voice of named.length === 1 ? named : []) told.get(voice.key)!.push(sentence);
      last = named.length === 1 ? named[0] : named.length > 1 ? firstNamed(sentence, named) : last;
    }
  }
  return voices.map((voice) => ({ ...voice, descriptions: [...new Set([...voice.descriptions, ...told.get(voice.key)!.slice(0, 12)])] }));
}

function namesOf(voice: Voice): string[] {
  return [voice.name, ...voice.aliases].filter(Boolean);
}

function firstNamed(sentence: string, voices: readonly Voice[]): Voice | undefined {
  const at = (voice: Voice): number => Math.min(...namesOf(voice).map((name) => sentence.indexOf(name)).filter((found) => found >= 0));
  return voices.toSorted((a, b) => at(a) - at(b))[0];
}
