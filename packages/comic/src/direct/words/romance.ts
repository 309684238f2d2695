/** Tells whether a text is about two people in love. */
import type { Language, Mood } from '../../model/kinds.ts';
import type { Match } from './match.ts';

/** What only lovers do; 口吻 and 吻合 are no kisses, nor is テキスト. */
const SURE: Record<Language, RegExp> = {
  en: /\b(?:kiss(?:ed|es|ing)?|in love|marry me)\b/giu,
  zh: /(?<!口)吻(?!合)|恋人|恋爱|相爱|情侣|求婚/gu,
  ja: /(?<![ァ-ヶー])キス(?![ァ-ヶー])|恋人|恋に落|口づけ|接吻|両想い|プロポーズ/gu,
};

/** What lovers do, and others too: it takes two different ones. */
const HINTS: Record<Language, RegExp> = {
  en: /\b(?:heart (?:beat|fluttered|raced|pounded)|heartbeat|darling|sweethearts?|lovers?|beloved|blush(?:ed|es|ing)?|flirt(?:ed|ing)?|love letter|candlelight|held hands)\b/giu,
  zh: /心跳|约会|告白|表白|脸红|红了脸|暗恋|爱慕|情书|牵着手/gu,
  ja: /告白|デート|ときめ|初恋|頬を染め|胸が高鳴|ラブレター|片想い|手をつな/gu,
};

/** Who is called by what they are to their family: their love is not that of lovers. */
const KIN = new RegExp([
  '\\b(?:grand(?:mother|father|ma|pa|mama|papa)|granny|gran|grandad|granddad|mother|father|mum|mom|mummy|mommy|dad|daddy|mama|papa|aunt|auntie|uncle)\\b',
  '(?<!少)奶奶|爷爷|爺爺|外婆|外公|姥姥|姥爷|妈妈|媽媽|爸爸|母亲|父亲|^[爸妈娘爹]$', '祖母|祖父|おば[あー]|おじ[いー]|ばあちゃん|じいちゃん|お?母さん|お?父さん|^[母父]$',
].join('|'), 'iu');

/** True for a voice named Grandmother, 奶奶, お母さん. */
export function isKin(name: string): boolean {
  return KIN.test(name);
}

/** The romantic mood of a text, weighed like the words of other moods (match.ts), or nothing. */
export function romanceIn(text: string, language: Language): Match<Mood> | undefined {
  const sure = [...text.matchAll(SURE[language])];
  const hints = [...text.matchAll(HINTS[language])];
  if (sure.length === 0 && new Set(hints.map((hit) => hit[0].toLowerCase())).size < 2) return undefined;
  const hits = [...sure, ...hints].sort((a, b) => a.index - b.index);
  const letters = hits.reduce((sum, hit) => sum + hit[0].length, 0);
  return { concept: 'romantic', at: hits[0]!.index, score: language === 'en' ? letters / 4 : letters, word: hits[0]![0] };
}
