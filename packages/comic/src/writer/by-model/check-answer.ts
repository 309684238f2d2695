/** Holds the answer of a model against the part it was asked about. */
import type { ReaderAnswer } from './ask-reader.ts';
import type { StoryPart } from './story-parts.ts';

export type AcceptedLine = { id: string; speaker: string; kind: ReaderAnswer['lines'][number]['kind'] };

export type CheckedAnswer = {
  people: ReaderAnswer['people'];
  lines: readonly AcceptedLine[];
  /** Lines of the part that were not answered, or with other words. */
  missing: readonly string[];
  /** Answers for lines that are not in the part, said twice, or with other words. */
  invented: number;
};

export function checkAnswer(part: StoryPart, answer: ReaderAnswer | undefined): CheckedAnswer {
  const asked = new Map(part.lines.map((line) => [line.id, line]));
  const lines = new Map<string, AcceptedLine>();
  let invented = 0;
  for (const { id, starts, speaker, kind } of answer?.lines ?? []) {
    const line = asked.get(id.replaceAll(/[[\]]/g, ''));
    if (!line || lines.has(line.id) || !isStartOf(starts, line.text)) invented += 1;
    else lines.set(line.id, { id: line.id, speaker: speaker.trim(), kind });
  }
  return { people: answer?.people ?? [], lines: part.lines.flatMap(({ id }) => lines.get(id) ?? []), missing: part.lines.flatMap(({ id }) => (lines.has(id) ? [] : [id])), invented };
}

/** Marks and spaces are written in many ways; letters are not. */
function isStartOf(starts: string, line: string): boolean {
  const [said, whole] = [lettersOf(starts), lettersOf(line)];
  if (whole === '') return true;
  if (said === '') return false;
  return whole.startsWith(said.slice(0, 12)) || said.startsWith(whole);
}

function lettersOf(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');
}

/** The repeated answer fills the holes of the first. */
export function fillHoles(first: CheckedAnswer, second: CheckedAnswer, part: StoryPart): CheckedAnswer {
  const lines = new Map([...second.lines, ...first.lines].map((line) => [line.id, line]));
  return {
    people: [...first.people, ...second.people], invented: first.invented,
    lines: part.lines.flatMap(({ id }) => lines.get(id) ?? []), missing: part.lines.flatMap(({ id }) => (lines.has(id) ? [] : [id])),
  };
}
