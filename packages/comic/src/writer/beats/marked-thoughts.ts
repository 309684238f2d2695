/** Thoughts in `*stars*` (italics of the source) and in brackets. */
import type { Language } from '../../model/kinds.ts';
import { trimSpan } from '../split/sentences.ts';
import type { Span } from '../split/sentences.ts';
import type { OwnLine } from './own-lines.ts';
import { isSound } from './sound-words.ts';

const STARRED = /\*([^*\n]+)\*/g;
const EN_TAG = /^ ?(?:(?:thought|wondered|mused) [^.!?,*]{1,40}|(?:[Hh]e|[Ss]he|I|[Tt]he \p{L}+|\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)?) (?:thought|wondered|mused|told (?:him|her|my)self|reminded (?:him|her|my)self|realized|realised)(?: [^.!?,*]{1,30})?)[.!,]/u;
/** A date, a place, a stretch of time: headings set in italics. */
const STAMP = /^(?:\S+ ){0,6}(?:earlier|later|ago|before|after|morning|evening|night|day|week|month|year|noon|midnight|\d{3,4})$|^.{1,30}(?:前|后|後|天|日|年|夜|朝|頃)$/i;

/** Every starred span loses its stars: as a thought or sound where it is one, else as narration. */
export function findStarred(text: string, span: Span, language: Language): OwnLine[] {
  const found: OwnLine[] = [];
  for (const match of text.slice(span.start, span.end).matchAll(STARRED)) {
    const outer = { start: span.start + match.index, end: span.start + match.index + match[0].length };
    const words = trimSpan(text, { start: outer.start + 1, end: outer.end - 1 });
    if (words.end <= words.start) continue;
    const inner = text.slice(words.start, words.end);
    const tag = language === 'en' ? EN_TAG.exec(text.slice(outer.end, Math.min(span.end, outer.end + 90)))?.[0] : undefined;
    const after = tag === undefined ? undefined : trimSpan(text, { start: outer.end, end: outer.end + tag.length });
    const kind = after ? 'thought' : isSound(inner, language) ? 'sfx' : isOwnThought(inner, language) ? 'thought' : 'told';
    found.push({ kind, words, outer, ...(after ? { after } : {}) });
  }
  return found;
}

function isOwnThought(inner: string, language: Language): boolean {
  if (!/[.!?。！？…,，—~～]$/.test(inner)) return !STAMP.test(inner) && FEELS[language].test(inner);
  if (FEELS[language].test(inner)) return true;
  return inner.length < (language === 'en' ? 140 : 50) && !STAMP.test(inner.slice(0, -1));
}

/** The thinker means himself, asks or cries out. */
const FEELS: Record<Language, RegExp> = {
  en: /\b(?:I|I['’](?:m|ll|ve|d)|me|my|mine|we|us|our|you|your)\b|[?!]/u,
  zh: /[我咱你您俺]|[？?！!]|[吗嗎呢吧啊呀嘛哦唉哎噢哟喽](?:[。…，,~～]|$)|怎么|怎麼|什么|什麼|难道|難道|完了|不会|不會|千万|千萬|可恶|可惡|糟|居然|竟然|真是|真[的凶讨好烦美香难不]|到底|究竟|原来|原來|希望|但愿|算了|果然/,
  ja: /[俺僕私]|あたし|おれ|ぼく|わたし|[？?！!]|(?:かな|だろう|だろ|のか|よね|よな|ない|よう|たい|だ|か|な|ね|よ|ぞ|さ|の|て|で|わ|い|く|う|し)(?:[。…、]|$)/,
};
/** A bracket that tells of somebody, as directions and explanations do. */
const TELLS: Record<Language, RegExp> = {
  en: /^(?:he|she|they|it|the|this|that|there|which|who|a|an|in|on|at|from|see|note)\b/i,
  zh: /^(?:他|她|它|他们|她们|全班|众人|大家|第|即|也就是|指|注|见|又名|原名|此时|这时)|(?:了|着|著)[。]?$/,
  ja: /(?:した|った|いた|ている|てる|ました|のこと|である)。?$|^(?:注|第|翌|その|つまり|すなわち|※)/,
};

/** `（まさか）と源さんは思った。`, `（完了。）她想。`: what is in brackets was thought. */
const TAGS: Partial<Record<Language, RegExp>> = {
  ja: /^と、?[^。「」（）\n]{0,24}?(?:思[っいう]|考え|心の中|心で|つぶや[いく]|呟[いく])[^。「」\n]{0,16}。/,
  zh: /^[^。，！？“”「」\n]{1,8}(?:心想|暗想|心里想|想道|想)[。，]/,
};

/** Brackets that stand as sentences of their own, or with a tag of thinking behind them. */
export function findBracketed(text: string, span: Span, language: Language): OwnLine[] {
  const found: OwnLine[] = [];
  for (const match of text.slice(span.start, span.end).matchAll(/[（(]([^（）()\n]{2,300})[）)]([。.]?)/g)) {
    const outer = { start: span.start + match.index, end: span.start + match.index + match[0].length };
    const tag = TAGS[language]?.exec(text.slice(outer.end, Math.min(span.end, outer.end + 60)))?.[0];
    if (tag === undefined && !isSentence(text, span, outer)) continue;
    const words = trimSpan(text, { start: outer.start + 1, end: outer.end - 1 - (match[2]?.length ?? 0) });
    const inner = text.slice(words.start, words.end);
    if (words.end <= words.start || !/[\p{L}\p{N}]/u.test(inner)) continue;
    if (tag !== undefined) found.push({ kind: 'thought', words, outer, after: trimSpan(text, { start: outer.end, end: outer.end + tag.length }) });
    else found.push({ kind: isSound(inner, language) ? 'sfx' : isThoughtInBrackets(inner, language) ? 'thought' : 'told', words, outer });
  }
  return found;
}

function isSentence(text: string, span: Span, { start, end }: Span): boolean {
  const before = text.slice(span.start, start).trimEnd();
  const after = text.slice(end, span.end).trimStart();
  const inner = text.slice(start + 1, end).replace(/[)）][。.]?$/, '');
  const opens = before === '' ? true : /[.!?。！？…」』”")）*]$/.test(before);
  const ends = /[.!?。！？…～~]$/.test(inner) || /[。.]$/.test(text.slice(start, end)) || after === '';
  const isGloss = after !== '' && /^[，,、；;：:的是说道と]/.test(after);
  return opens && ends && !isGloss;
}

function isThoughtInBrackets(inner: string, language: Language): boolean {
  if (language === 'en') return /[?!]$/.test(inner) && !TELLS.en.test(inner) && inner.length < 120 ? true : /^I(?:['’]\w+)? |\b(?:I['’]m|I must|I should|I can['’]t|I hope|I wish)\b/.test(inner) && /\b(?:am|must|should|can|can['’]t|hope|wish|will|won['’]t|don['’]t|['’]m|['’]ll|['’]ve)\b/.test(inner);
  if (language === 'ja') return inner.length > 3 && /[ぁ-ん]/.test(inner) && !/より。?$|から。$/.test(inner) && !(TELLS.ja.test(inner) && !/[俺僕私？?！!]/.test(inner));
  return FEELS.zh.test(inner) ? !/^(?:第|即|指|注|见|又名)/.test(inner) && !(/^[他她它]/.test(inner) && !/[我？?！!]/.test(inner)) : false;
}
