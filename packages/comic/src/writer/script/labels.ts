/** Reads the label that opens a line of a script: `TOM:`, `Tom (angry):`, `小明（小声）：`, `ソラ「`, `ALGERNON.`, `庄子——` */
import type { Language } from '../../model/kinds.ts';
import type { Span } from '../split/sentences.ts';

export type ScriptRole = 'person' | 'narrator' | 'sound';

/** A label at the start of a line; offsets in the whole text. */
export type ScriptLabel = {
  /** As it stands there, without brackets and colon. */
  name: string;
  nameSpan: Span;
  /** Up to where the words begin: name, bracket, colon, space. */
  span: Span;
  role: ScriptRole;
  /** A monologue: the words are thought. */
  isThought: boolean;
  /** Written with a full stop or a dash (`TOM. Come in.`, `庄子——`), which must come again and again to be believed. */
  isDotted: boolean;
};

const BRACKET = String.raw`[ ]?(?:[(（［【\[]([^()（）［］【】\[\]\n]{1,80})[)）］】\]])`;
const WORD = String.raw`(?:(?:Mr|Mrs|Ms|Dr|St)\. ?|\p{Lu}[\p{L}\p{N}’'.&-]*|#?\d{1,3})`;
const PARTICLE = String.raw`(?:of|the|de|von|van|der|la|and|&|with|in)`;
/** `[12:30]` of a chat before the name. */
const CLOCK = String.raw`(?:[\[(]?\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?: ?[AaPp][Mm])?[\])]? {1,2}(?:- )?)?`;
const ENGLISH = new RegExp(String.raw`^${CLOCK}(${WORD}(?: (?:${PARTICLE} )?${WORD}){0,3}) ?(?:${BRACKET})?[ ]?[:：][ \u3000]*(?=\S)`, 'u');
const DOTTED = new RegExp(String.raw`^(\p{Lu}[\p{Lu}’'-]+(?: (?:\p{Lu}[\p{Lu}’'.-]+|\d)){0,2})\.(?:${BRACKET}[.:]?)?[ ]+(?=[\p{Lu}\d“"‘(\[…—])`, 'u');
const NAME = String.raw`\p{L}[\p{L}\p{M}\p{N}・·々ー]{0,11}`;
const EASTERN = new RegExp(String.raw`^${CLOCK}(${NAME})(?:${BRACKET})?[ \u3000]?[：:][ \u3000]*(?=\S)`, 'u');
const DASHED = new RegExp(String.raw`^(${NAME})(?:${BRACKET})?(?:——|──|――)[ \u3000]*(?=\S)`, 'u');
const BOXED = /^【([^【】\n]{1,10})】[：:]?[ \u3000]*(?=[^\s【])/u;
const CORNER = new RegExp(String.raw`^(${NAME})(?:${BRACKET})?[ \u3000]*(?=[「『])`, 'u');
const SPACED = new RegExp(String.raw`^(${NAME})(?:${BRACKET})?\u3000(?=\S)`, 'u');

/** Words before a colon that are nobody: notes, headers of letters and recipes, days, steps. */
const NOBODY: Record<Language, RegExp> = {
  en: /^(?:note|notes|n\.?b|p\.?s|ps|warning|caution|tip|hint|date|time|place|location|setting|scene|act|part|chapter|step|day|week|month|year|from|to|cc|bcc|subject|re|title|author|by|summary|characters?|cast|dramatis personae|ingredients|method|source|example|for example|remember|result|results|conclusion|question \d+|answer \d+|figure|table|item|rule|lesson|page|version|update|edit|moral|genre|theme|word count|rating|price|total|address|phone|tel|email|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|today|tomorrow|yesterday|morning|evening|night|http|https|cut to|fade in|fade out|fade to|dissolve to|smash cut|the end)(?: \d+)?$/i,
  zh: /^(?:注|注意|备注|備註|附|附注|附言|提示|说明|說明|时间|時間|地点|地點|场景|場景|场|人物|角色|登场人物|演员|布景|作者|标题|標題|题目|題目|简介|簡介|摘要|来源|來源|译者|字数|日期|主题|例如|比如|例|目的|结果|結果|结论|答案|题|步骤.{0,2}|第.{1,4}[天步章节幕场集回]|星期.|周.|上午|下午|早上|晚上|中午|总之|總之|原因|另外|其一|其二|其三|如下|收件人|发件人|主旨|电话|地址|价格|注释|[甲乙丙丁]方)$/,
  ja: /^(?:注|注意|備考|補足|追記|時間|時|場所|所|舞台|登場人物|人物|配役|作者|作|著者|題名|題|タイトル|あらすじ|概要|出典|日付|例|例えば|場面|シーン.{0,3}|第.{1,4}[話章幕場回日]|[月火水木金土日]曜日?|午前|午後|朝|夜|昼|結果|結論|手順.{0,2}|材料|作り方|価格|電話|住所|件名|宛先)$/,
};
/** A clause that tells of saying (`他说：`) is a tag of prose, no label. */
const TELLS: Record<Language, RegExp> = {
  en: /^(?:He|She|It|They|I|We|You|His|Her|My|The|This|That|But|And|So|Then|If|When|One|There)$/,
  zh: /[说說道问問答喊叫想曰念唱骂写寫着著了过過的地得是有在把被对對向]$|^[他她它我你这這那有是在但可所于][们們]?.|^[它你这這那有是在但可所于]$|^(?:这时|然后|于是|接着|最后)|[说說问問喊](?:道|着)?$/,
  ja: /(?:[はがもをにでとへのやか]|から|まで|って|った|した|言う|言った)$|^(?:彼|彼女|私|僕|俺|それ|これ|その|この|あの|そして|しかし|すると)$/,
};
/** `小明低声说：不去。`: the words without marks, as some write whole stories. */
const SAYS = /^(我|\p{Script=Han}{2,4}?)((?:(?:小心翼翼|\p{Script=Han}{1,3})[地着著]|大声|大聲|低声|低聲|小声|小聲|轻声|輕聲|又|也|就|便|忙|连忙|連忙|赶紧|笑|叹|冷冷)*(?:说道|說道|问道|問道|答道|喊道|叫道|回答|[说說问問答喊叫道]))$/u;
const NARRATOR = /^(?:narrator|narration|voice[- ]?over|v\.?o\.?|caption|旁白|旁述|解说|解說|叙述|敘述|ナレーション|ナレーター|ナレ|Ｎ|N|語り手?|ト書き)$/i;
const SOUND = /^(?:sfx|s\.f\.x\.|se|s\.e\.|ＳＥ|fx|sounds?|sound effects?|音效|效果音|効果音|音|擬音)$/i;
const THINKS = /\b(?:thinking|thinks|thought|thoughts|to (?:him|her|my|them)self|inner voice)\b|心想|心里|心裡|心中|内心|內心|独白|獨白|心の声|心の中|モノローグ|^[MＭ]$/i;

/** A bracket that says the words are only thought. */
export function tellsThought(bracket: string): boolean {
  return THINKS.test(bracket);
}

/** The label of the line at `start`, if there is one; what it is worth is for the whole text to tell. */
export function readLabel(text: string, { start, end }: Span, language: Language): ScriptLabel | undefined {
  const line = text.slice(start, Math.min(end, start + 160));
  const found = language === 'en' ? (match(ENGLISH, line) ?? match(DOTTED, line)) : (match(EASTERN, line) ?? match(BOXED, line) ?? readCorner(text.slice(start, end), line) ?? match(DASHED, line));
  if (!found) return undefined;
  const isDotted = language === 'en' ? !/[:：]/.test(found.whole) : /[—─―]{2}[ \u3000]*$/.test(found.whole);
  const monologue = language === 'ja' ? /^(.+)[MＭ]$/u.exec(found.name)?.[1] : undefined;
  const told = language === 'ja' ? /^(.+)[NＮ]$/u.exec(found.name)?.[1] : undefined;
  const says = language === 'zh' ? SAYS.exec(found.name)?.[1] : undefined;
  const words = text.slice(start + found.whole.length, end);
  // Words in marks that do not fill the line are prose with a quote in it; the reader of quotes knows better.
  if (/^[“"「『‘＂]/.test(words) && (says !== undefined || !isWrapped(words))) return undefined;
  const name = (monologue ?? told ?? says ?? found.name).trim();
  if (NOBODY[language].test(name) || TELLS[language].test(name) || /^\d/.test(name) || name.length > (language === 'en' ? 36 : 12) || (language === 'en' && /^I\b/.test(name) && name !== 'I')) return undefined;
  const at = start + line.indexOf(found.name);
  const role = told !== undefined || NARRATOR.test(name) ? 'narrator' : SOUND.test(name) ? 'sound' : 'person';
  return { name, nameSpan: { start: at, end: at + name.length }, span: { start, end: start + found.whole.length }, role, isThought: monologue !== undefined || tellsThought(found.bracket), isDotted };
}

/** `名前\u3000台詞`: sure only where nearly every line is of that form, so it is asked for apart. */
export function readSpacedLabel(text: string, { start, end }: Span): ScriptLabel | undefined {
  const found = match(SPACED, text.slice(start, Math.min(end, start + 60)));
  if (!found || found.name.length > 6 || NOBODY.ja.test(found.name) || TELLS.ja.test(found.name)) return undefined;
  const role = NARRATOR.test(found.name) ? 'narrator' : SOUND.test(found.name) ? 'sound' : 'person';
  return { name: found.name, nameSpan: { start, end: start + found.name.length }, span: { start, end: start + found.whole.length }, role, isThought: tellsThought(found.bracket), isDotted: false };
}

/** Marks from end to end, also several in a row. */
function isWrapped(words: string): boolean {
  return /^(?:[“"「『‘＂](?:[^”"」』’＂]|(?<=\p{L})’(?=\p{L})|[」』](?!$|[。.「『]))*[”"」』’＂][。.]?\s*)+$/u.test(words.slice(0, 4000));
}

type Found = { whole: string; name: string; bracket: string };

function match(pattern: RegExp, line: string): Found | undefined {
  const found = pattern.exec(line);
  return found ? { whole: found[0], name: found[1] ?? '', bracket: found[2] ?? '' } : undefined;
}

/** `ソラ「…」`: the words fill the rest of the line; `ソラ「…」と言った` is prose. */
function readCorner(whole: string, line: string): Found | undefined {
  const found = match(CORNER, line);
  return found && /[」』][。．]?\s*$/u.test(whole) && !/[」』][^「『（(」』]{1,40}[「『]/u.test(whole.slice(found.whole.length)) ? found : undefined;
}
