/** What happens in a panel, as sentences a person reads: in the script editor, and in what a picture model is asked for. */
import type { Language } from '../model/kinds.ts';
import { isMereTag } from '../writer/beats/narration.ts';

/** Characters of an action at most. */
const ACTION_MAX = 4000;
/** A tag of as many words (characters in Chinese and Japanese) tells nothing but who speaks; a longer one how. */
const BARE_TAG = { en: 4, zh: 8, ja: 12 } as const;

/** The pieces told around a panel, without bare tags; half sentences open with a capital and end with a full stop. */
export function actionOf(tellings: readonly { text: string }[], language: Language): string {
  const sentences = tellings.map(({ text }) => text.trim()).filter((text) => text !== '' && !isBareTag(text, language)).map((text) => asSentence(text, language));
  return sentences.join(language === 'en' ? ' ' : '').slice(0, ACTION_MAX);
}

function isBareTag(text: string, language: Language): boolean {
  const length = language === 'en' ? text.split(/\s+/u).length : [...text].length;
  return length <= BARE_TAG[language] && isMereTag(text, language);
}

function asSentence(text: string, language: Language): string {
  const closed = text.replace(/[\s,，、:：;；—–-]+$/u, language === 'en' ? '.' : '。');
  return language === 'en' ? closed.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()) : closed;
}
