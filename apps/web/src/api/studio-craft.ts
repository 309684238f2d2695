/** The routes that help with the words of a prompt. */
import type { AskForText, studioTextRoutes, wildcardRoutes } from '@komawari/contract';
import { call, type AnswerOf } from './call.ts';

type Lists = typeof wildcardRoutes;
type Texts = typeof studioTextRoutes;
export type TextModelOffers = AnswerOf<Texts['models']>['items'];
export type WrittenText = AnswerOf<Texts['write']>;

export function listWordLists(signal: AbortSignal) {
  return call<Lists['list']>('GET', '/studio/wildcards', { signal });
}

export function putWordList(body: { name: string; lines: readonly string[] }) {
  return call<Lists['put']>('PUT', '/studio/wildcards', { body });
}

export function removeWordList(name: string) {
  return call<Lists['remove']>('DELETE', '/studio/wildcards', { query: { name } });
}

export function listTextModels(signal: AbortSignal) {
  return call<Texts['models']>('GET', '/studio/text-models', { signal });
}

export function writeText(body: Pick<AskForText, 'purpose' | 'model'> & { messages: ({ role: 'system'; text: string } | { role: 'user'; text: string; pictureIds?: readonly string[] })[] }, signal: AbortSignal): Promise<WrittenText> {
  return call<Texts['write']>('POST', '/studio/texts', { body, signal });
}
