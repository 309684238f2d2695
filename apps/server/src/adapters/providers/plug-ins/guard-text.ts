import { TextModel } from '@komawari/contract';
import { z } from 'zod';
import { ProviderError } from '../../../ports/provider-error.ts';
import type { TextAnswer, TextCall, TextPiece, TextProvider, TextRequest } from '../../../ports/text-provider.ts';
import type { Guard } from './guard.ts';
import { readModels } from './read-models.ts';

/** Characters: a book's worth, more than any model writes at once. */
const TEXT_MAX = 4_000_000;
const tokens = z.int().min(0);
const Answer = z.object({
  text: z.string().max(TEXT_MAX), thinking: z.string().max(TEXT_MAX).optional().catch(undefined),
  toolCalls: z.array(z.object({ id: z.string().max(200), name: z.string().max(200), argumentsJson: z.string().max(TEXT_MAX) })).max(200).default([]),
  finish: z.enum(['stop', 'length', 'tools']).catch('stop'), usage: z.object({ inputTokens: tokens, outputTokens: tokens }).optional().catch(undefined),
});
const Piece = z.object({ kind: z.enum(['text', 'thinking']), text: z.string().min(1).max(TEXT_MAX) });

/** The words of a plug-in, looked at before the house takes them. */
export function guardText(guard: Guard, provider: TextProvider): TextProvider {
  return {
    listModels: (signal) => guard.look(signal, (own) => provider.listModels(own), (given) => readModels(TextModel, given)),
    write: (request, call) => guard.work({ call, texts: request.messages.map(({ text }) => text) }, (own, house) => {
      const { onPiece } = call;
      /** Told without waiting: what breaks ends the call at its end. */
      const tell = (piece: TextPiece) => { void house(() => onPiece?.(piece)).catch(() => undefined); };
      const theirs: TextCall = { ...own, ...(onPiece ? { onPiece: (given) => { const read = Piece.safeParse(given); if (read.success) tell(read.data); } } : {}) };
      return provider.write(structuredClone(request) as TextRequest, theirs);
    }, answerOf),
  };
}

function answerOf(given: unknown): TextAnswer {
  const read = Answer.safeParse(given);
  if (!read.success) throw new ProviderError('empty', { said: 'write() gave no answer of the agreed shape' });
  const { thinking, usage, ...answer } = read.data;
  if (answer.text.trim() === '' && answer.toolCalls.length === 0) throw new ProviderError('empty');
  return { ...answer, ...(thinking === undefined ? {} : { thinking }), ...(usage === undefined ? {} : { usage }) };
}
