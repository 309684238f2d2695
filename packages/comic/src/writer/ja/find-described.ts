/** Described persons whom no list of nouns knows: whoever a tag says to speak is a person, and so is whoever a suffix calls one. */
import { NOT_NAMES, PERSON_NOUNS } from './words.ts';
import type { PersonWord } from './words.ts';

/** The last part of nouns for persons; what precedes it is open (化学者, 当番兵, 司会者, 金持ち). */
const SUFFIXES: readonly (readonly [RegExp, PersonWord])[] = [
  [/(?:女|娘|婆|母|姉|妹|嫁|妻|尼|嬢|姫|婦|姐|后)$/, { gender: 'female', age: 'adult' }],
  [/(?:男|父|兄|弟|僧|爺|翁|息子|婿|坊主|士|侍|兵|将|王|殿)$/, { gender: 'male', age: 'adult' }],
  [/(?:童|児|小僧|赤子|子)$/, { age: 'child' }],
  [/(?:者|人|屋|師|員|長|官|役|客|生|係|家|主|番|工|丁|夫|頭|工夫|持ち|持|使い|売り|引き|ひき|守|盗|賊|徒|輩|仲間|記者|博士|教授|司|吏|民|囚|医|親|友|卒|奴|やつ|坊|んぼ|ん坊|手)$/, { age: 'adult' }],
];

/** Spoken by words alone: verbs that leave no doubt. */
const SAYS = /(?:[言云][いうっひつ]|いい[まな出]|いっ[てた]|いい(?:ました|出し)|答[えへ]|こたえ|叫[びんぶ]|さけ[びん]|尋ね|たずね|訊[いくねき]|聞いた|聞きま|聞き返|きいた|ききま|きき返|怒鳴|どな[りっ]|呟[いき]|つぶや[いき]|囁[いき]|ささや[いき]|申しま|申した|笑[いっ]|わら[いっ]|頼[みん]だ?|声を|返事を|話しま|話した|口を)/;
const HEAD = '((?:[一-龯々]{1,5}|[一-龯々]{1,3}(?:[ちいきりけみせしえれめ]|ひき|もち|うり|まわり|つくり|とり|ふき|かき|ほり|うち|つき)|[一-龯]{1,2}んぼう?|[ァ-ヴー]{2,7}))';
/** 「…」と隣の化学者が言った */
const BEHIND = new RegExp(`[」』][\\s　]*と、?(?:[^「」『』。\\n、はがも]{0,10}[のいなたるうてをに])?${HEAD}(?:は(?![れせんずなぬ])|が)([^。「」『』\\n]{0,44})`, 'g');
/** すると化学者が、「…」 */
const BEFORE = new RegExp(`(?<=[。、」\\n　のいなたるうとて])${HEAD}(?:は(?![れせんずなぬ])|が)([^。「」『』\\nはが]{0,30}?)[、，]?[\\s　]*[「『]`, 'g');
/** Nouns that end like persons or stand where persons stand and are none. */
const NO_PERSON = /(?:彼女|彼|私|僕|自分|一項|同志|後輩達)$|^(?:[右左両片上下先勝苦王土派]手|相手方|人生|一生|先生方|学生時代|人家|国家|民家|農家|一家|我家|実家|画家連|家|宅|.*部屋|.*小屋|茶屋|商人宿|地主義|.*工場|.*返事|返事|答え?|挨拶|.*声|.*言葉|話|噂|手紙|電報|新聞|看板|標札|表札|札|.*の中|中|.*心|.*気持ち?|気|考え|思い|.*様子|姿|顔|.*目|.*眼|.*口|.*頭|店頭|街頭|先頭|出頭|.*時|.*日|.*年|.*間|今.*|.*番目|一番|順番|二人目|本人達|次|次第|最後|最初|結局|実際|事実|丁度|是|此|其|或|又|只|唯|尚|若し|何|誰|一つ|.*度|半分|.*達|.*等|.*ら|人間|人々|町人達|成人|他人事|.*行|.*方|.*所|.*処|.*家庭|.*場|.*事|.*物|.*風|.*雨|.*雪|.*音|.*歌|.*唄|.*夢|.*力|帽子|椅子|障子|調子|拍子|様子|格子|菓子|扇子|梯子|硝子|小格子|電子|種子|原子|冊子|撫子|面子|骨子|獅子|茄子|団子|唐辛子|.*民族|半生|.*学校|.*屋根|身の上|ドア|ラジオ|ベル|レコード|ラッパ|コト|モノ|ソレ|コレ|ナイ|.*用件|内容|文面|.*主義|持主義)$/;

/** New surfaces with what their suffix tells; `text` is the whole story. */
export function findDescribed(text: string, isQuoted: (at: number) => boolean, known: ReadonlySet<string>): Map<string, PersonWord> {
  const seen = new Map<string, number>();
  const judge = (word: string, weight: number): void => {
    if (known.has(word) || PERSON_NOUNS.has(word) || NOT_NAMES.has(word) || NO_PERSON.test(word) || [...known].some((name) => name.length > 1 && word.endsWith(name))) return;
    seen.set(word, (seen.get(word) ?? 0) + weight);
  };
  for (const [pattern, isBehind] of [[BEHIND, true], [BEFORE, false]] as const) {
    for (const match of text.matchAll(pattern)) {
      const [, word = '', tail = ''] = match;
      const at = match.index + match[0].indexOf(word, isBehind ? 1 : 0);
      if (isQuoted(at)) continue;
      const isSaid = SAYS.test(tail);
      if (isPersonShape(word)) judge(word, isSaid ? 2 : isBehind ? 0 : 1);
      else if (/^[一-龯ァ-ヴー々]/.test(word)) judge(word, isSaid ? (isBehind ? 1 : 0.5) : 0);
    }
  }
  return new Map([...seen].filter(([, weight]) => weight >= 1).map(([word]) => [word, SUFFIXES.find(([suffix]) => suffix.test(word))?.[1] ?? {}]));
}

function isPersonShape(word: string): boolean {
  return SUFFIXES.some(([suffix]) => suffix.test(word));
}
