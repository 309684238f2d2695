/** Finds the names of persons in Japanese text: honorifics, particles and the neighbourhood of quotes. */
import { isNoPerson } from './no-persons.ts';
import { PERSON_NOUNS } from './person-nouns.ts';
import { PERSON_DEED, SPEECH_VERB } from './speech-words.ts';
import { HONORIFICS, NOT_NAMES } from './words.ts';

export type NameCandidate = { surface: string; base: string; honorific?: string; score: number; total: number };

const WORD_BEFORE_PARTICLE = new RegExp(`(${[
  '(?<![ぁ-んァ-ヴー一-龯][がをにはもで]?)お[一-龯]{1,2}', '(?<![Ａ-ＺA-Z])[Ａ-ＺA-Z](?:子|夫|氏|君)?', '[ァ-ヴー]{1,4}[子助吉蔵平太代郎江枝美]', '[ァ-ヴー][ァ-ヴー・＝]{1,14}',
  '(?![又只今其若尚猶][ァ-ヴ])[一-龯々〆ヶヱヰ]{1,7}(?:[ァ-ヴー]{1,6})?', '(?<![ぁ-ゖ])[ぁ-ゖ]{1,2}[子助吉蔵平太代]', '[ぁ-ゖ]{2,5}',
].join('|')})(?=(?:は|が|も)(?![ぁ-ん]{0,1}[」』]))`, 'g');
const BEFORE_HONORIFIC = [
  '[Ａ-ＺA-Z]', '[ァ-ヴー]{1,4}[子助吉蔵平太代郎江枝美]', '[ァ-ヴー][ァ-ヴー・]{1,14}', '[一-龯々ヶ]{1,4}', 'お?[ぁ-ゖ]{2,4}', 'お[一-龯々]{1,2}',
].join('|');
const BY_LENGTH = HONORIFICS.map(([word]) => word).sort((a, b) => b.length - a.length).join('|');
const HONORED = new RegExp(`(${BEFORE_HONORIFIC})(${BY_LENGTH})`, 'g');
/** Xの顔, Xに言う, Xと呼ばれる人は: katakana that has a face or is talked to. */
const BESIDE_PERSON = new RegExp(`(?<![ァ-ヴー一-龯])([ァ-ヴー]{2,8}|[一-龯]{2,4})(?=${[
  'の(?:顔|目|眼|声|手を|手が|肩|涙|頬|ほお|方から|ほうから)', 'に(?:向か|向っ|むか|言っ|言い|いっ|云っ|聞い|聞き|尋ね|話し|頼ん)', 'を(?:呼ん|見つめ|にらん|睨ん|なぐさめ)', 'と[ァ-ヴー]{2,8}[はが]',
].join('|')})`, 'g');
/** Called in a quote: 「マイ、早く」. */
const CALLED = /(?<=[「『。！？、　])([ァ-ヴー]{2,8}|[一-龯]{2,4})(?=[、！？])/g;
const PLURAL_SELF = /^(?:わたし|わたくし|ぼく|おれ|おいら|あたし|あなた|きみ|おまえ|こども|みんな|私|僕|俺|我|彼|君|子供|子ども)(?:たち|達|ら|等)$/;
/** 太郎, 和子: after an adjective too (`小さい太郎は`). */
const MALE_OR_FEMALE_END = /^[一-龯]{1,2}(?:郎|助|吉|蔵|介|平|作|雄|夫|之|代|江|枝|美|松|造|衛門|兵衛|太|一|二|三|子)$/;
/** 今先生は: a known noun behind a word of time. */
const TIME = /^(?:又|翌日|翌朝|今度?|其時|此時|結局|突然|早速|一寸|丁度|時々|先刻|当時)/;

function isKnownBehindTime(word: string): boolean {
  return TIME.test(word) && PERSON_NOUNS.has(word.replace(TIME, ''));
}

/** お with a thing: no woman's name (お鶴). */
const NO_WOMAN = new RegExp(`^お(?:${[
  '茶', '金', '寺', '宮', '堂', '湯', '城', '墓', '菓子', '酒', '米', '盆', '膳', '皿', '椀', '腹', '手', '顔', '目', '耳', '口', '足', '体', '身体', '話', '声', '名', '前', '客',
  '礼', '返事', '祭', '昼', '晩', '月', '日', '星', '天気', '庭', '屋敷', '部屋', '家', '店', '宅', '国', '上', '下', '内', '嫁', '供', '守', '札', '経', '馬', '車', '船', '正月',
  '弁当', '土産', '産', '伽', '噂', '世辞', '辞儀', '互', '陰', '蔭', '構', '願', '詫', '祝', '教', '達', '使', '通', '別', '役', '役人', '針', '雛', '化', '面', '餅', '蕎麦', '汁',
  '飯', '芋', '豆', '花', '香', '線香', '灯', '告', '心', '気', '言葉', '姿', '力', '勘定', '銭', '賽銭', '守護', '巫女', '稲荷', '地蔵', '釈迦', '師匠', '医者',
].join('|')})$`);
const BOUNDARY = /[。、「」『』！？\n…―—（）()　 ]/;

export function findNames(text: string, isQuoted: (at: number) => boolean): NameCandidate[] {
  const candidates = new Map<string, NameCandidate>();
  const give = (base: string, score: number, honorific?: string): void => {
    const surface = base + (honorific ?? '');
    const known = candidates.get(surface) ?? { surface, base, ...(honorific === undefined ? {} : { honorific }), score: 0, total: 0 };
    known.score += score;
    known.total++;
    candidates.set(surface, known);
  };
  for (const match of text.matchAll(HONORED)) {
    const [, found = '', honorific = ''] = match;
    // 「…」とおかあさんは: the と belongs to the quote.
    const isLinked = /^[とて][ぁ-ゖ]{2}/.test(found) && /[」』\n、]/.test(text[match.index - 1] ?? '\n');
    const base = isLinked ? found.slice(1) : found;
    if (isHonoredName(base, honorific, base + honorific, text, match.index + (isLinked ? 1 : 0), isLinked)) give(base, 1.2, honorific);
  }
  for (const match of text.matchAll(WORD_BEFORE_PARTICLE)) {
    // 「…」とかしらは: the と belongs to the quote.
    const isLinked = /^[とて][ぁ-ゖ]{2}/.test(match[1] ?? '') && /[」』\n、]/.test(text[match.index - 1] ?? '\n');
    const word = isLinked ? (match[1] ?? '').slice(1) : (match[1] ?? '');
    const at = match.index + (isLinked ? 1 : 0);
    if (isQuoted(at) || NOT_NAMES.has(word) || PERSON_NOUNS.has(word) || isKnownBehindTime(word) || NO_WOMAN.test(word) || PLURAL_SELF.test(word)) {
      continue;
    }
    if (isNoPerson(word) || HONORIFICS.some(([honorific]) => word.endsWith(honorific) && word.length > honorific.length && honorific.length > 1)) continue;
    give(word, judge(text, at, at + word.length));
  }
  for (const match of text.matchAll(BESIDE_PERSON)) {
    const word = match[1] ?? '';
    if (!isQuoted(match.index) && !NOT_NAMES.has(word) && !PERSON_NOUNS.has(word) && (candidates.has(word) || /^[ァ-ヴ]/.test(word))) give(word, 0.8);
  }
  for (const match of text.matchAll(CALLED)) {
    const word = match[1] ?? '';
    // 「アリバイ？」 alone asks what the word means.
    const isAlone = /[「『]/.test(text[match.index - 1] ?? '') && /^？[」』]/.test(text.slice(match.index + word.length));
    if (candidates.has(word) && isQuoted(match.index) && !isAlone) give(word, 0.6);
  }
  return [...candidates.values()].filter((candidate) => isLikely(candidate)).sort((a, b) => b.total - a.total);
}

function isHonoredName(base: string, honorific: string, whole: string, text: string, at: number, isFree: boolean): boolean {
  if (PERSON_NOUNS.has(whole) || PERSON_NOUNS.get(base)?.being !== undefined || NOT_NAMES.has(base)) return false;
  if (/^[ぁ-ん]/.test(base) && !isFree && !BOUNDARY.test(text[at - 1] ?? '。') && !base.startsWith('お')) return false;
  if (/^お?(?:月|日|星|天道|陽|宮|寺|参|世話|疲れ|つき|ひ|ほし|てんとう|蔭|かげ|客|互い?|たがい)$/.test(base)) return false;
  if (/^[ぁ-ん]/.test(base) && /^(?:たく|みな|みんな|どう|おつか|ごくろう|いろ)/.test(base)) return false;
  if (/^(?:皆|御|お客|客|神|奥|旦那|王|殿|姫|嬢|息子|娘|子供|坊|婆|爺|兄|姉|父|母|叔父|叔母|様|仏|諸|貴|何)$/.test(base)) return false;
  return !((honorific === '公' || honorific === '坊' || honorific === '殿' || honorific === '氏' || honorific === '君') && base.length > 3);
}

/** How much a word before は or が acts like a person: beside quotes most, at the head of a sentence a little. */
function judge(text: string, start: number, end: number): number {
  const before = text[start - 1] ?? '\n';
  const before2 = text.slice(Math.max(0, start - 2), start);
  const after = text.slice(end + 1, end + 44);
  // `Xは、` and the quote in the next line.
  const untilStop = after.replace(/([^。！？」』\n])\n[\s　]*(?=[「『])/, '$1').split(/[。\n]/)[0] ?? '';
  let score = 0;
  if (before2 === '」と' || before2 === '、と' || /(?:[」』]|\n)と、?$/.test(text.slice(Math.max(0, start - 3), start))) score += 2.5;
  else if (BOUNDARY.test(before)) score += 0.25;
  else if (/[のぁ-んァ-ヴー一-龯]/.test(before)) score -= mayFollow(text, start, end) ? 0.1 : 0.6;
  const quote = untilStop.search(/[「『]/);
  if (quote >= 0 && quote < 2 && /[。、\n　]/.test(before)) score += 2;
  else if (quote >= 0 && quote < 25) score += 1.2;
  else if (SPEECH_VERB.test(untilStop.slice(0, 24))) score += 0.6;
  // Persons いる, things ある.
  if (/^(?:あ[るりっ]|ない|なかっ)/.test(after)) score -= 1;
  if (after.startsWith('、')) score += 0.1;
  if (PERSON_DEED.test(untilStop.slice(0, 20))) score += 0.7;
  return score;
}

/** Katakana behind kana, or a name behind an adjective (`小さい太郎は`). */
function mayFollow(text: string, start: number, end: number): boolean {
  const before = text[start - 1] ?? '';
  if (/^[ァ-ヴ]/.test(text[start] ?? '') && /[ぁ-ん]/.test(before)) return true;
  return /[いなたるの]/.test(before) && MALE_OR_FEMALE_END.test(text.slice(start, end));
}

function isLikely({ surface, base, honorific, score, total }: NameCandidate): boolean {
  if (honorific !== undefined) return total >= 2 || /[一-龯ァ-ヴＡ-ＺA-Z]/.test(base);
  const isKana = /^[ぁ-ゖ]+[子助吉蔵平太代]?$/.test(surface);
  const isKatakana = /^[ァ-ヴー・＝]+$/.test(surface);
  if (/^[ぁ-ゖ]{1,2}[子助吉蔵郎代]$/.test(surface)) {
    return score >= 0.8 && total >= 2 && !/^(?:いい|よい|この|その|あの|どの|ある|いる|うち|きた|でた|した|わる|みな|ひと|おと|ちび|いた|なる|ない|ぬ|お|ご)/.test(surface);
  }
  if (isKana) return score >= 3.5 && total >= 3 && score / total > 0.2;
  if (isKatakana) return score >= 0.8;
  if (/^[Ａ-ＺA-Z]/.test(surface)) return score >= 1.2;
  if (surface.length === 1) return score >= 5 && score / total > 0.5;
  return score >= 1.2 && (total >= 2 || (score >= 2.2 && surface.length <= 4)) && score / total > 0.15;
}
