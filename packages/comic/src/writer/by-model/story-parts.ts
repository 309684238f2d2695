/** A story cut into parts that a language model reads one by one, its lines marked so that none can be lost or made up. */
import type { Beat, Story } from '../types.ts';

export type PartLine = { id: string; text: string; /** As the built-in writer reads it. */ speaker: string | undefined };

export type StoryPart = {
  /** From 0. */
  index: number;
  /** The text with each line as `[L12] "…"`. */
  text: string;
  /** The end of the part before, so that "he" has somebody to be; nothing of it is asked for. */
  before: string;
  lines: readonly PartLine[];
};

/** UTF-16 units. A model keeps its eye on so much, and the answer fits what most give. */
const PART_MAX = 6000;
const BEFORE_MAX = 700;

/** All beats with lines marked `L1`, `L2` … through the whole story; parts without a line are left out. */
export function storyParts(story: Story): StoryPart[] {
  const names = new Map(story.voices.map(({ key, name }) => [key, name]));
  const parts: StoryPart[] = [];
  let count = 0;
  let open: { texts: string[]; size: number; lines: PartLine[] } = { texts: [], size: 0, lines: [] };
  let before = '';
  const close = (): void => {
    const text = open.texts.join('\n');
    if (open.lines.length > 0) parts.push({ index: parts.length, text, before, lines: open.lines });
    before = text.slice(-BEFORE_MAX).replace(/^[\uDC00-\uDFFF]/, '');
    open = { texts: [], size: 0, lines: [] };
  };
  for (const beat of story.chapters.flatMap(({ beats }) => beats)) {
    const text = textOf(beat, () => `L${(count += 1)}`);
    if (text === undefined) continue;
    // A story without breaks is cut where it is long; a break is the better place.
    if (open.size + text.length > PART_MAX || (beat.type === 'break' && open.size > PART_MAX / 2)) close();
    open.texts.push(text);
    open.size += text.length + 1;
    if (beat.type === 'line') open.lines.push({ id: `L${count}`, text: beat.text, speaker: beat.speakerKey === undefined ? undefined : names.get(beat.speakerKey) });
  }
  close();
  return parts;
}

function textOf(beat: Beat, nextId: () => string): string | undefined {
  if (beat.type === 'narration') return beat.text;
  if (beat.type === 'break') return '* * *';
  return `${beat.cue === '' ? '' : `${beat.cue} `}[${nextId()}] “${beat.text}”`;
}
