/** The spoken quotes of a story in order, each with the narration around it in its paragraph. */
import type { Scenes, Utterance } from './scene-types.ts';

/** 「…」と言いながら、窓の外を見て、「…」: a sentence that runs from quote to quote and names nobody else. */
function goesOn({ text, language }: Scenes, previous: Utterance | undefined, start: number): boolean {
  if (!previous || language !== 'ja') return false;
  const between = text.slice(previous.quote.end, start).trim();
  return between.length > 1 && between.length < 90 && /^(?:と|って)/.test(between) && /、$/.test(between) && !/[。！？はが]/.test(between)
    && !/(?:[うくぐすつぬぶむるたいん]と|たら|ので|から|とき)、/.test(between);
}

/** Long quotes that fill one paragraph after the other, the first trailing off or the next taking up with `……`: one teller. */
function isToldOn({ text, language, paragraphs }: Scenes, previous: Utterance | undefined, at: number): boolean {
  const paragraph = paragraphs[at];
  const earlier = paragraphs[at - 1];
  const quote = paragraph?.spoken[0];
  if (language !== 'zh' || !previous || !earlier || !quote || paragraph.hasBreakBefore || previous.paragraph !== at - 1) return false;
  const fills = quote.start === paragraph.start && quote.end === paragraph.end && previous.quote.end === earlier.end;
  const length = Math.min(quote.innerEnd - quote.innerStart, previous.quote.innerEnd - previous.quote.innerStart);
  if (!fills || length < LONG_TALE) return false;
  return length > 3 * LONG_TALE || /[…—]$/.test(text.slice(previous.quote.innerStart, previous.quote.innerEnd)) || /^[…‘]/.test(text.slice(quote.innerStart, quote.innerStart + 1));
}

const LONG_TALE = 60;

export function listUtterances(scenes: Scenes): Utterance[] {
  const utterances: Utterance[] = [];
  let isOpen = false;
  scenes.paragraphs.forEach((paragraph, paragraphIndex) => {
    const { spoken } = paragraph;
    spoken.forEach((quote, i) => {
      const previous = spoken[i - 1];
      const next = spoken[i + 1];
      utterances.push({
        index: utterances.length,
        paragraph: paragraphIndex,
        quote,
        before: { start: previous ? previous.end : paragraph.start, end: quote.start },
        after: { start: quote.end, end: next ? next.start : paragraph.end },
        // English leaves a quote open at a paragraph's end when the same person goes on in the next.
        continues: (i === 0 && isOpen && quote.start === paragraph.start) || goesOn(scenes, utterances.at(-1), quote.start) || (i === 0 && isToldOn(scenes, utterances.at(-1), paragraphIndex)),
      });
    });
    const last = spoken.at(-1);
    if (last || paragraph.end - paragraph.start > 0) {
      isOpen = last !== undefined && !last.isClosed && last.end === paragraph.end && scenes.language === 'en';
    }
  });
  return utterances;
}
