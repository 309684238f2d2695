/** A text as server-sent events, while it is written. */
import type { TextEvent, UiLanguage, WrittenText } from '@komawari/contract';
import { AppError } from '../../../kernel/errors.ts';
import { errorOf } from '../../../kernel/tasks/present-task.ts';
import { BEAT_MS, type PieceLine } from './piece-line.ts';

type Telling = { line: PieceLine; writing: Promise<WrittenText>; isGone(): boolean; language: UiLanguage };

/** The pieces, then the whole answer or what went wrong; a comment wherever nothing comes for a beat. Who has gone is told nothing more. */
export async function* textEvents({ line, writing, isGone, language }: Telling): AsyncGenerator<string> {
  // Whoever leaves in the middle ends this before it is waited for.
  writing.catch(() => undefined);
  for await (const piece of line.read(BEAT_MS)) yield piece ? event({ type: 'piece', ...piece }) : ': still writing\n\n';
  try {
    yield event({ type: 'end', answer: await writing });
  } catch (error) {
    const known = error instanceof AppError ? error : new AppError('server.error', { cause: error });
    const told = errorOf(known.code, known.detail ?? null, language);
    if (!isGone() && told) yield event({ type: 'error', error: told });
  }
}

function event(value: TextEvent): string {
  return `data: ${JSON.stringify(value)}\n\n`;
}
