/** What is asked of a model for words, and what of it a model cannot do. Pure. */
import type { TextModel } from '@komawari/contract';
import type { Picture } from '../../../ports/image-provider.ts';
import type { TextMessage, TextRequest } from '../../../ports/text-provider.ts';

export type SeenPicture = Picture & { width: number; height: number };
type AskedMessage = Exclude<TextMessage, { role: 'user' }> | { role: 'user'; text: string; pictures?: readonly SeenPicture[] };
export type TextAsk = Omit<TextRequest, 'model' | 'messages'> & { messages: readonly AskedMessage[] };

export type TextProblem = { field: 'messages' | 'tools' | 'seed' | 'thinking' | 'answerTokensMax'; detail: string };

/** All problems, in the order of the request. Nothing is dropped silently: an answer to another question helps nobody. */
export function textProblems(ask: TextAsk, model: TextModel): TextProblem[] {
  const problems: TextProblem[] = [];
  const add = (field: TextProblem['field'], detail: string): void => { problems.push({ field, detail }); };
  const pictures = ask.messages.flatMap((message) => (message.role === 'user' ? (message.pictures ?? []) : []));
  if (pictures.length > 0) for (const detail of pictureProblems(pictures, model)) add('messages', detail);
  if ((ask.tools?.length ?? 0) > 0 && !model.tools) add('tools', 'it calls no tools');
  if (ask.seed !== undefined && !model.seed) add('seed', 'it takes no seed');
  if (ask.thinking === true && !model.thinks) add('thinking', 'whether it thinks cannot be chosen');
  if (ask.answerTokensMax !== undefined && model.answerTokensMax !== undefined && ask.answerTokensMax > model.answerTokensMax) add('answerTokensMax', `it answers with ${model.answerTokensMax} tokens at most`);
  return problems;
}

function pictureProblems(pictures: readonly SeenPicture[], { pictures: limits }: TextModel): string[] {
  if (!limits) return ['it sees no pictures'];
  const problems = pictures.length > limits.countMax ? [`it sees ${limits.countMax} pictures at most`] : [];
  for (const { bytes, mediaType, width, height } of pictures) {
    if (!limits.mediaTypes.includes(mediaType)) problems.push(`it sees ${limits.mediaTypes.join(', ')}`);
    if (bytes.byteLength > limits.bytesMax) problems.push(`a picture has ${limits.bytesMax} bytes at most`);
    if (width * height > limits.pixelsMax) problems.push(`a picture has ${limits.pixelsMax} pixels at most`);
  }
  return problems;
}
