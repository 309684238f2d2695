/** What a request for words may cost at most, told before it is sent. Pure. */
import type { Price, TextModel } from '@komawari/contract';
import type { TextRequest } from '../../../ports/text-provider.ts';

const MILLION = 1_000_000;
/** An answer without a limit of its own, from a model that tells none: that of a long script, with what is thought before it. */
const ANSWER_TOKENS = 16_384;
/** A picture that is looked at; the largest figure that makers tell is below it. */
const PICTURE_TOKENS = 4096;

type Asked = Pick<TextRequest, 'messages' | 'tools' | 'schema' | 'answerTokensMax'>;

/** The request with the limit that is set aside for: without it an answer could cost whatever comes. */
export function withLimit<Request extends Asked>(asked: Request, model: Pick<TextModel, 'answerTokensMax'>): Request {
  return { ...asked, answerTokensMax: limitOf(asked, model) };
}

function limitOf(asked: Asked, model: Pick<TextModel, 'answerTokensMax'>): number {
  return asked.answerTokensMax ?? model.answerTokensMax ?? ANSWER_TOKENS;
}

/** Counts a token for every byte, which no model exceeds in words. Undefined where the price of tokens is not known. */
export function priceOfWords(price: Price | undefined, model: Pick<TextModel, 'answerTokensMax'>, asked: Asked): { currency: string; micros: number } | undefined {
  if (price?.perMillionInputTokensMicros === undefined || price.perMillionOutputTokensMicros === undefined) return undefined;
  const pictures = asked.messages.reduce((sum, message) => sum + ('pictures' in message ? (message.pictures?.length ?? 0) : 0), 0);
  const words = JSON.stringify([asked.messages.map((message) => ({ ...message, pictures: undefined })), asked.tools, asked.schema]);
  const inputTokens = Buffer.byteLength(words) + pictures * PICTURE_TOKENS;
  return { currency: price.currency, micros: Math.ceil((inputTokens * price.perMillionInputTokensMicros + limitOf(asked, model) * price.perMillionOutputTokensMicros) / MILLION) };
}
