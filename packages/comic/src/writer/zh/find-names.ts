/** Finds the names of persons in Chinese text without a dictionary of persons: where they stand and how often. */
import { AFTER_SUBJECT, COMPOUND_SURNAMES, LEADS, NAME_ENDINGS, NOT_NAMES, NO_NAME_CHAR, PERSON_NOUNS, SURNAMES } from './words.ts';

export type NameCandidate = { name: string; heads: number; tags: number; total: number; acts: number; followers: Set<string>; isPatterned: boolean; told: number };

/** What only people do. */
const ACTS = /^[又也便就才都正忽只]?(?:微微一笑|笑|叹|嘆|点头|點頭|点了点|摇头|搖頭|摇了|抬头|抬起头|低头|低下头|站起|坐在|坐下|走进|走出|走到|走过来|看着|看了|看見|看见|听了|听见|想|转过|轉過|转身|伸手|皱|皺|瞪|拿起|拿着|说|問|问|正在|已经|把|回头|回過頭|将|跑|哭|喊|吓|急忙|连忙|赶紧|不禁|不由|心里|心中)/;
const HAN = /^[\u3400-\u9fff·]+$/;
/** `”蟹壳脸道。`: whoever stands between a closing quote and a bare verb of speaking speaks. */
const BARE_TAG = /^(?:又|便|也|就|忙|连忙|连声|赶忙|接着|低声|高声|大声|轻声|冷冷地|笑着|笑)?(?:[说說問问答喊]|(?<![知味])道|叫道|问道|回答|说道|笑道)[，。：,]/;
const TAG_RIGHT_AFTER = /^(?:[^，。！？；：]{0,6}?)(?:[说說問问答喊嚷曰]|(?<![知味街])道)(?=[：:，,。！“「]|了|着|著|一|$)/;

/** Names with what speaks for them, the most frequent first. `isQuoted` tells narration from speech. */
export function findNames(text: string, isQuoted: (at: number) => boolean): NameCandidate[] {
  const candidates = new Map<string, NameCandidate>();
  for (let at = 0; at < text.length; at++) {
    if (!isClauseHead(text, at)) continue;
    const from = skipLead(text, at);
    const isSpeech = isQuoted(from);
    if (!isSpeech) noteSingle(candidates, text, from);
    // `那呆子闻言`: an article before the name.
    const bare = !isSpeech && from === at && /[那这這]/.test(text[at] ?? '') ? at + 1 : -1;
    if (bare > 0) for (let length = 2; length <= 3; length++) {
      const name = text.slice(bare, bare + length);
      const rest = text.slice(bare + length, bare + length + 14);
      if (isPossibleName(name) && TAG_RIGHT_AFTER.test(rest)) note(candidates, name, rest, 1, 1);
    }
    for (let length = 2; length <= 4; length++) {
      const name = text.slice(from, from + length);
      if (!isPossibleName(name)) continue;
      const rest = text.slice(from + length, from + length + 14);
      if (isSpeech) {
        if (/^[，！,!]/.test(rest) && length <= 3) note(candidates, name, rest, 0.5, 0);
        continue;
      }
      if (!AFTER_SUBJECT.test(rest) && !/^[，,：:]/.test(rest)) continue;
      const isBare = /[”」』]/.test(text[at - 1] ?? '') && from === at && BARE_TAG.test(rest);
      if (isBare) note(candidates, name, rest, 1, 2);
      else note(candidates, name, rest, 1, TAG_RIGHT_AFTER.test(rest) || (opensSentence(text, at) && introducesQuote(text, from + length)) ? 1 : 0);
    }
  }
  countAll(text, candidates);
  return prune([...candidates.values()].filter(isLikely));
}

/** Names of one character exist in old stories; much must speak for them. */
function noteSingle(candidates: Map<string, NameCandidate>, text: string, at: number): void {
  const name = text[at] ?? '';
  if (!HAN.test(name) || NO_NAME_CHAR.test(name) || PERSON_NOUNS.has(name) || COMMON_CHAR.test(name)) return;
  const rest = text.slice(at + 1, at + 15);
  if (AFTER_SUBJECT.test(rest)) note(candidates, name, rest, 1, /^(?:[说說道想问問答]|也说|又说|赶紧|一面|听|忽然|忙)/.test(rest) ? 1 : 0);
}

const COMMON_CHAR = /[天地日月风風雨雪花树樹山水火土金木石云雲星光声聲色心手脚头頭眼脸臉口嘴身门門窗墙牆屋房床桌车車船路街城村家人男女老小大高长長短多少好坏新旧红黄白黑青绿春夏秋冬早晚今明昨年分刻先早都全皆各却連连遍番又再更便忽忙急快慢随同共双便凡虽雖若须倘假且况莫休别勿请請谢原本曾将將应應该該想笑哭喊叫嚷骂問答对對往朝向沿当當由据除及与与众眾其余如似像诗詩词詞赋古俗书書信文字话話语語真正]/;

function isClauseHead(text: string, at: number): boolean {
  return at === 0 || /[，。！？；：、,.!?;:\n…—」』”’“「『（） *]/.test(text[at - 1] ?? '');
}

function opensSentence(text: string, at: number): boolean {
  return at === 0 || /[。！？\n”」』…]/.test(text[at - 1] ?? '');
}

/** The sentence runs on to `：“`. */
function introducesQuote(text: string, from: number): boolean {
  for (let i = from; i < Math.min(text.length, from + 40); i++) {
    const char = text[i] ?? '';
    if (/[。！？\n“”「」]/.test(char)) return false;
    if (/[：:]/.test(char)) return /[“「『"\n]/.test(text[i + 1] ?? '');
  }
  return false;
}

/** `只见老栓` -> at `老`. */
function skipLead(text: string, at: number): number {
  let best = at;
  for (let length = 2; length <= 4; length++) if (LEADS.test(text.slice(at, at + length))) best = at + length;
  return best;
}

function isPossibleName(name: string): boolean {
  if (/^一|一$/.test(name) || !HAN.test(name) || NOT_NAMES.has(name) || PERSON_NOUNS.has(name)) return false;
  if (NOT_NAMES.has(name.slice(0, 2)) || NOT_NAMES.has(name.slice(-2))) return false;
  // Given names like 得贵 hold a character that elsewhere is grammar.
  return ![...name].some((char, i) => NO_NAME_CHAR.test(char) && !(i === 1 && name.length === 3 && /[得为為之自来來起]/.test(char)));
}

function note(candidates: Map<string, NameCandidate>, name: string, rest: string, heads: number, tags: number): void {
  const known = candidates.get(name) ?? { name, heads: 0, tags: 0, total: 0, acts: 0, followers: new Set<string>(), isPatterned: isPatterned(name), told: 0 };
  candidates.set(name, known);
  known.heads += heads;
  if (heads >= 1) known.told++;
  if (ACTS.test(rest)) known.acts++;
  known.tags += tags;
  known.followers.add(rest[0] ?? '');
}

/** A surname before one or two characters, `小X` `老X` `阿X`, or a form of address at the end. */
export function isPatterned(name: string): boolean {
  if (COMPOUND_SURNAMES.test(name)) return name.length >= 3;
  if (NAME_ENDINGS.some(([ending]) => ending.test(name) && name.replace(ending, '').length > 0)) return true;
  const first = name[0] ?? '';
  if (/[小老阿]/.test(first)) return name.length <= 3;
  return SURNAMES.includes(first) && name.length <= 3;
}

function countAll(text: string, candidates: Map<string, NameCandidate>): void {
  for (const candidate of candidates.values()) {
    if (candidate.heads < 1.5 && candidate.tags < 1) continue;
    let at = text.indexOf(candidate.name);
    while (at >= 0 && candidate.total < 500) {
      candidate.total++;
      at = text.indexOf(candidate.name, at + candidate.name.length);
    }
  }
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** One word of the segmenter's dictionary is rarely a name, unless it looks like one. */
function isDictionaryWord(name: string): boolean {
  const words = [...segmenter.segment(name)];
  return words.length === 1;
}

function isLikely({ name, heads, tags, total, told, acts, followers, isPatterned: patterned }: NameCandidate): boolean {
  if (told === 0) return false;
  if (name.length === 1) return tags >= 2 && heads >= 6 && followers.size >= 4;
  if (patterned && name.length >= 3 && SURNAMES.includes(name[0] ?? '') && isAddress(name.slice(1))) return true;
  if (patterned) return tags >= 1 || (total >= 2 && heads >= 2 && followers.size >= 2 && (!isDictionaryWord(name) || heads >= 3));
  if (acts >= 2 && heads >= 4 && followers.size >= 4 && total >= 5) return true;
  if (isDictionaryWord(name)) return tags >= 2 || (tags >= 1 && heads >= 4) || (heads >= 12 && followers.size >= 6);
  return tags >= 2 || (tags >= 1 && total >= 3) || (heads >= 4 && followers.size >= 3 && total >= 5);
}

/** `孔乙` goes when it is nearly always `孔乙己`; `老栓忙` goes when `老栓` stands by itself oftener. */
function prune(list: NameCandidate[]): NameCandidate[] {
  const byName = new Map(list.map((candidate) => [candidate.name, candidate]));
  return list
    .filter((candidate) => {
      for (const other of list) {
        if (other === candidate) continue;
        if (other.name.startsWith(candidate.name) && other.total >= candidate.total * 0.75) return isAddressOf(other.name, candidate.name);
        if (candidate.name.startsWith(other.name) && candidate.name.length > other.name.length) {
          const rest = candidate.name.slice(other.name.length);
          if (other.total > candidate.total * 1.8 && !isAddress(rest) && byName.has(other.name)) return false;
        }
        if (other.name !== candidate.name && other.name.endsWith(candidate.name) && other.total >= candidate.total * 0.95 && !candidate.isPatterned) return false;
      }
      return true;
    })
    .sort((a, b) => b.total - a.total);
}

function isAddress(rest: string): boolean {
  return NAME_ENDINGS.some(([ending]) => ending.test(rest));
}

function isAddressOf(longer: string, shorter: string): boolean {
  return isAddress(longer.slice(shorter.length)) && shorter.length >= 2;
}

