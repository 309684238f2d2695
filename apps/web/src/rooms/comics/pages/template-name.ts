/** What a page's template is called in the reader's language. Pure. */
import type { Say } from '../../../language/use-words.ts';
import type { words } from '../words/pages/en.ts';

type TemplateKey = Extract<keyof typeof words, `template-${string}`>;

/** `name` as the engine says it; `rows-2-3` is told by its counts. */
export function nameOfTemplate(say: Say<'comics-pages'>, name: string): string {
  const counts = /^rows((?:-\d)+)$/.exec(name)?.[1];
  if (counts) return say('template-rows', { counts: counts.slice(1).replaceAll('-', ' · ') });
  return say(keyOf(name));
}

/** Every name that the engine has is among the words: `template-name.test.ts` goes over them all. */
function keyOf(name: string): TemplateKey {
  return `template-${name === '4-koma' ? 'four-koma' : name}` as TemplateKey;
}
