/** What is asked of a model for words, and what of it a model cannot do. Pure. */
import type { TextModel } from '@komawari/contract';
import type { Picture } from '../../../ports/image-provider.ts';
import type { TextMessage, TextRequest } from '../../../ports/text-provider.ts';

export type SeenPicture = Picture & { width: number; height: number };
type AskedMessage = Exclude<TextMessage, { role: 'user' }> | { role: 'user'; text: string; pictures?: readonly SeenPicture[] };
export type TextAsk = Omit<TextRequest, 'model' | 'messages'> & { messages: readonly AskedMessage[] };

/** `says` is for programs, in English; `code` and `limit` have words in every language. */
export type TextProblem = { field: 'messages' | 'tools' | 'seed' | 'thinking' | 'answerTokensMax'; code: string; limit?: string; says: string };

/** All problems, in the order of the request. Nothing is dropped silently: an answer to another question helps nobody. */
export function textProblems(ask: TextAsk, model: TextModel): TextProblem[] {
  const problems: TextProblem[] = [];
  const pictures = ask.messages.flatMap((message) => (message.role === 'user' ? (message.pictures ?? []) : []));
  if (pictures.length > 0) problems.push(...pictureProblems(pictures, model));
  if ((ask.tools?.length ?? 0) > 0 && !model.tools) problems.push({ field: 'tools', code: 'tools-none', says: 'it calls no tools' });
  if (ask.seed !== undefined && !model.seed) problems.push({ field: 'seed', code: 'words-seed-none', says: 'it takes no seed' });
  if (ask.thinking === true && !model.thinks) problems.push({ field: 'thinking', code: 'thinking-fixed', says: 'whether it thinks cannot be chosen' });
  if (ask.answerTokensMax !== undefined && model.answerTokensMax !== undefined && ask.answerTokensMax > model.answerTokensMax) problems.push({ field: 'answerTokensMax', code: 'answer-long', limit: String(model.answerTokensMax), says: `it answers with ${model.answerTokensMax} tokens at most` });
  return problems;
}

function pictureProblems(pictures: readonly SeenPicture[], { pictures: limits }: TextModel): TextProblem[] {
  const problems: TextProblem[] = [];
  const add = (code: string, says: string, limit?: string): void => { problems.push({ field: 'messages', code, says, ...(limit === undefined ? {} : { limit }) }); };
  if (!limits) {
    add('sees-none', 'it sees no pictures');
    return problems;
  }
  if (pictures.length > limits.countMax) add('sees-many', `it sees ${limits.countMax} pictures at most`, String(limits.countMax));
  for (const { bytes, mediaType, width, height } of pictures) {
    if (!limits.mediaTypes.includes(mediaType)) add('sees-type', `it sees ${limits.mediaTypes.join(', ')}`, limits.mediaTypes.map((type) => type.slice('image/'.length).toUpperCase()).join(', '));
    if (bytes.byteLength > limits.bytesMax) add('sees-large', `a picture has ${limits.bytesMax} bytes at most`, `${Math.floor(limits.bytesMax / 1_000_000)} MB`);
    if (width * height > limits.pixelsMax) add('sees-pixels', `a picture has ${limits.pixelsMax} pixels at most`, `${Math.floor(limits.pixelsMax / 1_000_000)} MP`);
  }
  return problems;
}
