/** Cuts what is too long for one chapter of a comic. */
import type { Language } from '../../model/kinds.ts';
import type { Beat, StoryChapter } from '../types.ts';

const LONGEST = { en: 30_000, zh: 12_000, ja: 12_000 } as const;

/** Long chapters are cut at the scene break nearest to equal parts, or between paragraphs where there is none. */
export function cutLongChapters(chapters: readonly StoryChapter[], language: Language): StoryChapter[] {
  return chapters.flatMap((chapter) => {
    const first = chapter.beats[0];
    const last = chapter.beats.at(-1);
    const length = first && last ? last.end - first.start : 0;
    if (!first || length <= LONGEST[language] * 1.5) return [chapter];
    const count = Math.ceil(length / LONGEST[language]);
    const parts: StoryChapter[] = [];
    let from = 0;
    for (let part = 1; part <= count; part++) {
      const goal = first.start + (length * part) / count;
      const to = part === count ? chapter.beats.length : findCut(chapter.beats, goal, length / count / 3);
      if (to > from) parts.push({ title: `${chapter.title} ${parts.length + 1}`.trim(), beats: chapter.beats.slice(from, to) });
      from = Math.max(from, to);
    }
    return parts;
  });
}

function findCut(beats: readonly Beat[], goal: number, reach: number): number {
  let best = 0;
  let bestCost = Infinity;
  beats.forEach((beat, i) => {
    const cost = Math.abs(beat.start - goal) - (beat.type === 'break' ? reach : 0);
    if (cost < bestCost) [best, bestCost] = [i, cost];
  });
  return best;
}
