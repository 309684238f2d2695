/** Which of the persons in a sentence does its last deed. */
import type { ClueContext, Mention } from '../speakers/scene-types.ts';
import { splitSentences } from '../split/sentences.ts';
import type { Span } from '../split/sentences.ts';
import { tellsOfOther } from './tag-patterns.ts';

/** Behind と, たら, ので and the like the doer often changes: `Xが立っていますと、Yが来て「…」` is Y. */
const SWITCH = /(?:[うくぐすつぬぶむるたいん]と|たら|ので|から|ば|けれども?|[るたす]が|のに|とき|時|[るた]ところ)、/g;

/** `お婆さんが云ったことを`: the doer of a clause that only describes a noun. */
const RELATIVE = /^が[^、。]{0,14}?[うくぐすつぬぶむるた](?:こと|もの|の|ところ|とき|[一-龯]{1,3})[をにはがでのへと]/;

/** The doer of the last clause; は outranks が when both stand there: `Xは、Yが来ると「…」`. */
export function chooseTopic(text: string, subjects: readonly Mention[], span?: Span): Mention | undefined {
  const switches = span ? [...text.slice(span.start, span.end).matchAll(SWITCH)].map((match) => span.start + match.index + match[0].length) : [];
  const last = switches.filter((at) => at < (span?.end ?? 0)).at(-1);
  const behind = last === undefined ? [] : subjects.filter((mention) => mention.start >= last && !RELATIVE.test(text.slice(mention.end, span?.end)));
  const own = last === undefined ? undefined : chooseTopic(text, behind);
  if (own) return own;
  const topics = subjects.filter((mention) => text[mention.end] === 'は' || text[mention.end] === 'も');
  return topics.at(-1) ?? subjects.at(-1);
}

/** The doer of the nearest of these sentences that has one. */
export function doerBefore(context: ClueContext, sentences: readonly Span[]): Mention | undefined {
  for (const sentence of sentences.slice(-6).reverse()) {
    const doer = chooseTopic(context.scenes.text, context.mentionsIn(sentence).filter((mention) => mention.isSubject), sentence);
    if (doer) return doer;
  }
  return undefined;
}

/** The last topic of the paragraphs above, for sentences that name nobody. */
export function doerAbove(context: ClueContext): Mention | undefined {
  const utterance = context.utterances[context.index];
  if (!utterance) return undefined;
  for (let i = utterance.paragraph - 1; i >= Math.max(0, utterance.paragraph - 3); i--) {
    const above = context.scenes.paragraphs[i];
    if (!above || above.spoken.length > 0) continue;
    const doer = doerBefore(context, splitSentences(context.scenes.text, above, 'ja'));
    if (doer) return doer;
  }
  return undefined;
}

/** `越前が辞退すると、「…」`: when the sentence breaks off so, somebody else than the one marked by が begins to speak. */
export function isSwitched(text: string, subject: Mention, span: Span): boolean {
  const words = text.slice(subject.end, span.end);
  // 「…」と、Xは不思議がって聞きますと、「…」: the tag of the quote above.
  const isTag = /^、?(?:と|って)/.test(text.slice(span.start, span.end).trimStart());
  return (words.startsWith('が') || (isTag && /^[はも]/.test(words))) && /(?:[うくぐすつぬぶむるた]と|たら)、?$/.test(words.trimEnd());
}

/** Whoever is asked, or does it to the topic, speaks: `主人にその由を話すと、「…」`, `支配頭に叱りつけられた。「…」` */
export function askedOf(context: ClueContext, span: Span): Mention | undefined {
  const { text } = context.scenes;
  const words = text.slice(span.start, span.end).trimEnd();
  if (!tellsOfOther(words)) return undefined;
  return context.mentionsIn(span).findLast((mention) => /^[にへ](?!な)/.test(text.slice(mention.end, mention.end + 2)) && !mention.isSubject);
}
