/** The limits of a story and the typed refusals of the writer. */

/** The longest story that is read, in UTF-16 code units of the cleaned text. */
export const MAX_STORY_LENGTH = 200_000;

export type WriterProblem =
  | { code: 'writer.empty' }
  | { code: 'writer.too-long'; length: number; limit: number }
  | { code: 'writer.not-text' };

/** Thrown by `readStory`; `problem` is plain data for the caller's own error sentence. */
export class WriterError extends Error {
  readonly problem: WriterProblem;
  readonly code: WriterProblem['code'];

  constructor(problem: WriterProblem) {
    super(problem.code);
    this.name = 'WriterError';
    this.problem = problem;
    this.code = problem.code;
  }
}

/**
 * Looks at the raw text and the cleaned one. Garbage is told by NUL bytes, replacement characters and control
 * characters: a wrongly decoded file is full of them, a story has next to none.
 */
export function checkText(raw: string, cleaned: string): WriterProblem | undefined {
  if (isGarbage(raw)) return { code: 'writer.not-text' };
  if (!/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(cleaned)) return { code: 'writer.empty' };
  if (cleaned.length > MAX_STORY_LENGTH) return { code: 'writer.too-long', length: cleaned.length, limit: MAX_STORY_LENGTH };
  return undefined;
}

function isGarbage(raw: string): boolean {
  if (raw.length === 0) return false;
  let suspicious = 0;
  for (let i = 0; i < raw.length; i++) {
    const code = raw.charCodeAt(i);
    const isControl = code < 32 && code !== 9 && code !== 10 && code !== 12 && code !== 13;
    if (isControl || code === 0xfffd || (code >= 0x80 && code <= 0x9f && code !== 0x85)) suspicious++;
  }
  return suspicious > 8 && suspicious / raw.length > 0.02;
}
