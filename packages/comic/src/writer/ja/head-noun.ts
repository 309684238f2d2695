/** The head of the noun phrase that ends before a particle: `源さん` of `炭焼きの源さん`, `老人` of `白い服の老人`. */

import { PERSON_NOUNS } from './person-nouns.ts';

export type Head = { start: number; end: number };

const KANJI = /[一-龯々〆ヶヵ仝]/;
const KATAKANA = /[ァ-ヴー・＝]/;
const LETTER = /[Ａ-Ｚａ-ｚA-Za-z]/;
const HIRAGANA = /[ぁ-ゖー]/;
/** Longest heads in characters; nothing longer is one word. */
const MOST = 14;

/** `木こり`, `金持ち`, `小使い`, `羊飼い`, `のっぽ`: okurigana that ends nouns, and kana words behind a character. */
const NOUN_TAIL = /^(?:[ちりきけみしえれめびせい]|ひげ|もち|うり|かい|ひき|まわり|つくり|とり|ふき|かき|ほり|うち|つき|さん|さま|ちゃん|くん|どん|つぁん|っちゃん|じいさん|ばあさん|じさん|ばさん|んぼう?|んぺ[いえ]?|っこ|こ|べえ?|すけ|きち|たろう?)$/;
/** `乗り手`, `渡し守`, `見張り番`: okurigana inside a noun before one of these. */
const MIDDLE = /[一-龯々][りきしみちえけせ]$/;
const BOUND = /^(?:[手人番守子屋師女男主役婆爺物工方][^一-龯]?|達人|小僧|親方|娘)$/;
/** Adverbs and connectives that stand in kana right before a noun in kana. */
const KANA_LEAD = new RegExp(`^(?:${[
  'と', 'すると', 'そして', 'そこで', 'それで', 'また', 'まだ', 'もう', 'すぐ', 'すぐに', 'やがて', 'ついに', 'とうとう', 'やっと', 'ちょうど', 'ふと', 'さっき', 'さっそく', 'ただ', 'みんな', 'あの', 'その',
  'この', 'ある', 'あるひ', 'どうも', 'やっぱり', 'やはり', 'たちまち', 'いきなり', 'びっくりして', 'おどろいて', 'あわてて', 'よろこんで', 'わらって', 'おこって', 'だまって', 'そばで', 'そばから', 'こんどは', 'でも',
  'けれども', 'しかし', 'だが', 'ところが', 'では', 'さて', 'さすがの', 'さすがに', 'いつも', 'おなじく', 'ひとりの', 'かわいそうな', 'ちいさな', 'おおきな',
].join('|')})+(?=[ぁ-ゖ]{2})`);

/** `from` bounds the clause; nothing when what stands there is no noun. */
export function headBefore(text: string, end: number, from: number): Head | undefined {
  const least = Math.max(from, end - MOST);
  const last = text[end - 1] ?? '';
  if (end <= from) return undefined;
  if (KANJI.test(last)) return withoutAdverb(text, { start: withPrefix(text, kanjiStart(text, end, least), least), end });
  if (KATAKANA.test(last) && !HIRAGANA.test(text[end - 2] ?? '')) return { start: katakanaStart(text, end, least), end };
  if (LETTER.test(last)) return { start: runStart(text, end, least, LETTER), end };
  return HIRAGANA.test(last) ? kanaHead(text, end, least) : undefined;
}

/** Adverbs of time and manner that stand in characters right before a noun: 或日河合君は, 突然杉が. */
const ADVERB = new RegExp(`^(?:${[
  '[或あ]る?(?:日|夜|朝|晩|時)', '[今昨翌明毎当](?:日|朝|夜|晩|夕|年|春|夏|秋|冬)', '其[時日夜処]', '此時', '一方', '多分', '突然', '遂々?', '早速', '結局', '今度', '先刻', '時々?', '晩', '丁度', '今',
  '又', '只', '唯', '無論', '勿論', '大抵', '一寸', '間もなく', '暫く', '最早', '当時', '以前', '以来', '途端', '同時', '一時',
].join('|')})(?=.)`);

function withoutAdverb(text: string, { start, end }: Head): Head | undefined {
  const lead = ADVERB.exec(text.slice(start, end))?.[0].length ?? 0;
  return start + lead < end ? { start: start + lead, end } : undefined;
}

function runStart(text: string, end: number, least: number, kind: RegExp): number {
  let i = end;
  while (i > least && kind.test(text[i - 1] ?? '')) i--;
  return i;
}

function kanjiStart(text: string, end: number, least: number): number {
  const start = runStart(text, end, least, KANJI);
  const before = text.slice(least, start);
  // 乗り手: the okurigana belongs to the word.
  if (MIDDLE.test(before) && BOUND.test(text.slice(start, end))) return runStart(text, start - 1, least, KANJI);
  // バルコム議員, モセ嬶: a name before its title.
  if (KATAKANA.test(before.at(-1) ?? '') && start > least) return katakanaStart(text, start, least);
  // Ｋ先生
  return LETTER.test(before.at(-1) ?? '') ? runStart(text, start, least, LETTER) : start;
}

function katakanaStart(text: string, end: number, least: number): number {
  const start = runStart(text, end, least, KATAKANA);
  return start;
}

/** お上人, ご隠居: the honorific where no other word ends in it. */
function withPrefix(text: string, start: number, least: number): number {
  if (start <= least || !/[おご]/.test(text[start - 1] ?? '')) return start;
  return start - 1 === least || /[^ぁ-ゖ]|[のなたるいとては]/.test(text[start - 2] ?? '') ? start - 1 : start;
}

/** 雪だるま, 木こり: no ending of a verb or adjective, no particle in it. */
function isNounLike(word: string): boolean {
  return word.length >= 2 && word.length <= 4 && !/[てでにをとのるたうくすつぬむいなだらばへよねかんしれりき]$|[をがにへはもっ]|^[てでとらばりさせいれきしたなくかけげ]/.test(word.replace(/こり$/, 'こ'));
}

function kanaHead(text: string, end: number, least: number): Head | undefined {
  const start = runStart(text, end, least, HIRAGANA);
  const word = text.slice(start, end);
  const before = text[start - 1] ?? '';
  if (start > least && (KANJI.test(before) || KATAKANA.test(before) || LETTER.test(before))) {
    if (PERSON_NOUNS.has(word)) return { start, end };
    const cut = word.lastIndexOf('の');
    const stem = KANJI.test(before) ? kanjiStart(text, start, least) : runStart(text, start, least, KATAKANA.test(before) ? KATAKANA : LETTER);
    // 言い, 食べ: with one character before it the ending is that of a verb.
    const isVerb = word.length === 1 && start - stem < 2;
    if (cut < 0 && (NOUN_TAIL.test(word) || isNounLike(word)) && !isVerb) return { start: withPrefix(text, stem, least), end };
  }
  // 山のおじいさん, 小さなきつね, 立っていたうさぎ: what stands behind the last の or the last ending of a modifier.
  const tail = /(?:の|[いきさ]な|[っいんしき]た|[てで]い[たる]|[しらかい]い)(?=[ぁ-ゖ]{2,8}$)(?!.*(?:の|[いきさ]な)(?=[ぁ-ゖ]{2}))/.exec(word);
  let from = tail && (start > least || tail.index > 0) ? start + tail.index + tail[0].length : start;
  const lead = KANA_LEAD.exec(text.slice(from, end));
  if (lead) from += lead[0].length;
  if (from === start && start > least && (KANJI.test(before) || KATAKANA.test(before))) return undefined;
  return end - from >= 2 && end - from <= 8 ? { start: from, end } : undefined;
}
