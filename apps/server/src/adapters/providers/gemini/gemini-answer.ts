import { z } from 'zod';
import type { TextUsage } from '../../../ports/text-provider.ts';

const Part = z.object({ text: z.string().nullish(), thought: z.boolean().nullish(), inlineData: z.object({ mimeType: z.string().nullish(), data: z.string().nullish() }).nullish() });
const Count = z.int().min(0).nullish();

/** A whole answer, and each event of a stream. */
export const Answer = z.object({
  candidates: z.array(z.object({ content: z.object({ parts: z.array(Part).nullish() }).nullish(), finishReason: z.string().nullish() })).nullish(),
  promptFeedback: z.object({ blockReason: z.string().nullish() }).nullish(),
  usageMetadata: z.object({ promptTokenCount: Count, candidatesTokenCount: Count, thoughtsTokenCount: Count }).nullish().catch(undefined),
});
export type Answer = z.infer<typeof Answer>;

/** Endings of an answer that was withheld for what it says or shows. `NO_IMAGE`, `LANGUAGE` and `MAX_TOKENS` withhold nothing. */
const WITHHELD = new Set(['SAFETY', 'RECITATION', 'BLOCKLIST', 'PROHIBITED_CONTENT', 'SPII', 'OTHER', 'IMAGE_SAFETY', 'IMAGE_PROHIBITED_CONTENT', 'IMAGE_RECITATION', 'IMAGE_OTHER']);

/** Refusals come under 200. */
export function refusalIn(answer: Answer): { side: 'input' | 'output'; code: string } | undefined {
  const blocked = answer.promptFeedback?.blockReason;
  // Its word for no reason at all.
  if (blocked && blocked !== 'BLOCK_REASON_UNSPECIFIED') return { side: 'input', code: blocked };
  const finish = finishOf(answer);
  return finish && WITHHELD.has(finish) ? { side: 'output', code: finish } : undefined;
}

export function finishOf({ candidates }: Answer): string | undefined {
  return candidates?.[0]?.finishReason ?? undefined;
}

/** Words and thoughts of the first candidate. */
export function wordsOf(answer: Answer): { text: string; thinking: string } {
  const told = (isThought: boolean) => partsOf(answer).filter(({ thought }) => (thought === true) === isThought).map(({ text }) => text ?? '').join('');
  return { text: told(false), thinking: told(true) };
}

/** Base64 of its picture; what it drew while it thought is none. */
export function pictureIn(answer: Answer): string | undefined {
  return partsOf(answer).filter(({ thought }) => thought !== true).map(({ inlineData }) => inlineData?.data ?? undefined).find((data) => data !== undefined);
}

export function usageOf({ usageMetadata: told }: Answer): TextUsage | undefined {
  if (typeof told?.promptTokenCount !== 'number') return undefined;
  return { inputTokens: told.promptTokenCount, outputTokens: (told.candidatesTokenCount ?? 0) + (told.thoughtsTokenCount ?? 0) };
}

function partsOf({ candidates }: Answer): z.infer<typeof Part>[] {
  return candidates?.[0]?.content?.parts ?? [];
}
