/** Finds the names of persons in Chinese text without a dictionary of persons: where they stand and how often. */
import { listFrequentHeads } from './frequent-heads.ts';
import { listLetterNames } from './letter-names.ts';
import { HAN, isAddress, isAddressed, isDoubled, isForeign, isPatterned, isPlainWord, isPossibleName } from './name-shapes.ts';
import { readSubject } from './read-subject.ts';
import type { WordBounds } from './word-bounds.ts';
import { AFTER_SUBJECT, CLEAR_SURNAMES, LEADS, NO_NAME_CHAR, PERSON_NOUNS, SURNAMES } from './words.ts';

export type NameCandidate = {
  name: string;
  heads: number;
  tags: number;
  total: number;
  acts: number;
  followers: Set<string>;
  isPatterned: boolean;
  told: number;
  named: number;
  /** A tag or its place in sentence after sentence tells that it is somebody. */
  isSure?: boolean;
};

/** What only people do. */
const ACTS = /^[又也便就才都正忽只]?(?:微微一笑|笑|叹|嘆|点头|點頭|点了点|摇头|搖頭|摇了|抬头|抬起头|低头|低下头|站起|坐在|坐下|走进|走出|走到|走过来|看着|看了|看見|看见|听了|听见|想|转过|轉過|转身|伸手|皱|皺|瞪|拿起|拿着|说|問|问|正在|已经|把|回头|回過頭|将|跑|哭|喊|吓|急忙|连忙|赶紧|不禁|不由|心里|心中|跳进|跳下|推开|推門|推门|蹲|跪|愣|怔|接过|接過|眯|磕|咬|放下|头也|頭也|的手|的脸|的臉|的眼|的声音|的聲音|跌坐|躲|掏出|端着|端起)/;
/** `”蟹壳脸道。`: whoever stands between a closing quote and a bare verb of speaking speaks. */
const BARE_TAG = /^(?:又|便|也|就|忙|连忙|连声|赶忙|接着|低声|高声|大声|轻声|小声|冷冷地|笑着|笑)?(?:[说說問问答喊]|(?<![知味])道|叫道|问道|回答|说道|笑道)[，。：,]/;
const TAG_RIGHT_AFTER = /^(?:[^，。！？；：]{0,6}?)(?:[说說問问答喊嚷曰]|(?<![知味街])道)(?=[：:，,。！“「]|了|着|著|一|$)/;
const TAG_AT_ONCE = /^(?:又|也|便|就|忙|笑|低声|大声|轻声|小声)?(?:[说說道问問答喊叫]|回答)/;
/** `”保罗头也不抬地说道。` */
const TAG_IN_CLAUSE = /^[^，。！？；：“”「」\n]{0,12}(?:[说說問问答喊嚷曰]|(?<![知味街])道|回答)[：:，,。！]/;
/** `”叶子拉开车门，说。` */
const TAG_IN_SENTENCE = /^[^。！？；：“”「」\n]{0,16}[，着了](?:低声|轻声|大声|小声)?(?:[说說问問喊]|(?<![知味街])道|回答)[：:，,。！]/;
/** Verbs that close no name: `王海拦` is 王海. */
const TRAILING_VERB = /[拦攔接磕凑湊跳踩跺蹲躺趴爬扑撲追赶趕逃停愣怔皱皺瞪眯咬吞吐骂罵劝勸劈砍写寫唱催递遞塞扔丢捡撿捧摸搂摟牵牽拽扯撕搀挥揮晃抖颤扭蹭倚挤擠挪躲望瞧盯咳哼嗯喘屏猛冲衝迎弯彎歪撇耸聳]$/;

type NameSearch = {
  text: string;
  bounds: WordBounds;
  /** Tells speech from narration. */
  isQuoted: (at: number) => boolean;
  /** Names that are the subject of a tag, with how often. */
  sure: ReadonlyMap<string, number>;
};

/** Names with what speaks for them, the most frequent first. */
export function findNames({ text, bounds, isQuoted, sure }: NameSearch): NameCandidate[] {
  const candidates = new Map<string, NameCandidate>();
  const odd = [...listFrequentHeads(text, isQuoted), ...listLetterNames(text, isQuoted)].map((name): [string, number] => [name, 2]);
  for (const [name, count] of [...odd, ...sure]) {
    note(candidates, name, '', count, count);
    const candidate = candidates.get(name);
    if (candidate) candidate.isSure = true;
  }
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '叫' || text[at] === '是' || text[at] === '姓') noteNaming(candidates, text, at);
    if (!isClauseHead(text, at)) continue;
    const from = skipLead(text, at);
    if (isQuoted(from)) {
      noteCalled(candidates, text, at);
      continue;
    }
    noteSingle(candidates, text, from, bounds);
    // `那呆子闻言`: an article before the name.
    const bare = from === at && /[那这這]/.test(text[at] ?? '') ? at + 1 : -1;
    if (bare > 0) for (let length = 2; length <= 3; length++) {
      const name = text.slice(bare, bare + length);
      const rest = text.slice(bare + length, bare + length + 14);
      if (isPossibleName(name) && TAG_RIGHT_AFTER.test(rest)) note(candidates, name, rest, 1, 1);
    }
    noteHead(candidates, text, from, bounds, isAfterQuote(text, at) && from === at);
    // `司机老周喊道`: what somebody is before the name.
    const role = roleLength(text, from, bounds);
    if (role > 0) noteHead(candidates, text, from + role, bounds, isAfterQuote(text, at) && from === at, true);
  }
  countAll(text, candidates);
  return prune([...candidates.values()].filter(isLikely));
}

function isAfterQuote(text: string, at: number): boolean {
  return /[”」』"]/.test(text[at - 1] ?? '');
}

/** Length of a noun such as 司机 that opens the clause and is a word by itself. */
function roleLength(text: string, from: number, bounds: WordBounds): number {
  for (let length = 4; length >= 2; length--) if (PERSON_NOUNS.has(text.slice(from, from + length)) && bounds.isEdge(from + length)) return length;
  return 0;
}

function noteHead(candidates: Map<string, NameCandidate>, text: string, from: number, bounds: WordBounds, isAfter: boolean, hasRole = false): void {
  // `那日本妇人`: within 日本 no name begins.
  if (!bounds.isEdge(from) && bounds.lengthAt(from - 1) === 2) return;
  for (let length = 2; length <= 5; length++) {
    const name = text.slice(from, from + length);
    if (length === 5 && !isForeign(name)) continue;
    if (!isPossibleName(name) || (length > 2 && TRAILING_VERB.test(name))) continue;
    // `黄毛少年`: no name but what a person looks like.
    if (!isAddressed(name) && roleLength(text, from + length, bounds) > 0) continue;
    if (isDoubled(name) && text.includes(`${name}地`)) continue;
    const patterned = isPatterned(name);
    if (hasRole && (!patterned || isPlainWord(name))) continue;
    const end = from + length;
    const rest = text.slice(end, end + 20);
    // `许久才说`, `安慰他说`: a word of the dictionary must be the whole subject.
    if (isPlainWord(name) && !isForeign(name) && !isWholeSubject(text, from, end, bounds)) continue;
    const isTagged = TAG_RIGHT_AFTER.test(rest);
    // `白川重` is cut through the word 重复, `白川重复` holds it.
    if (!bounds.isEdge(end) && !(length === 2 && patterned && TAG_AT_ONCE.test(rest))) continue;
    if (length === 4 && !isForeign(name) && bounds.isWord(from + 2, end) && !isAddressed(name)) continue;
    if (!AFTER_SUBJECT.test(rest) && !/^[，,：:、和]/.test(rest) && !(patterned && HAN.test(rest[0] ?? ''))) continue;
    if (isAfter && BARE_TAG.test(rest)) note(candidates, name, rest, 1, 2);
    else if (isTagged || (opensSentence(text, from) && introducesQuote(text, end))) note(candidates, name, rest, 1, 1);
    else if (isAfter && (TAG_IN_CLAUSE.test(rest) || (patterned && TAG_IN_SENTENCE.test(rest)) || (patterned && (isForeign(name) || !isPlainWord(name))))) note(candidates, name, rest, 1, 1);
    else note(candidates, name, rest, 1, 0);
  }
}

function isWholeSubject(text: string, from: number, end: number, bounds: WordBounds): boolean {
  let close = end;
  while (close < end + 20 && close < text.length && !isClauseHead(text, close + 1)) close++;
  const subject = readSubject(text, { start: from, end: Math.min(close, text.length) }, bounds, true);
  return subject !== undefined && subject.start === from && subject.end === end;
}

/** `我叫小满`, `名叫张三的人`, `是何婷的声音`: the words that give a name, in speech and narration. */
function noteNaming(candidates: Map<string, NameCandidate>, text: string, at: number): void {
  const given = NAMING.exec(text.slice(at, at + 12));
  const name = given?.[1] ?? '';
  if (!given || !isPossibleName(name)) return;
  const before = text[at - 1] ?? '';
  if (text[at] === '叫' ? !/[我他她它名字]/.test(before) && given[2] !== '的' : text[at] === '姓' ? true : !(isPatterned(name) && (given[2] === '的声音' || (before === '我' && !isPlainWord(name))))) return;
  note(candidates, name, '', 1, 1);
  const known = candidates.get(name);
  if (known) known.named++;
}

const NAMING = /^(?:叫做|叫作|叫|是|姓.?名)([\u3400-\u9fff·]{2,4}?)(的声音|的聲音|的|[。，！!？?、”」…])/;

/** `小宝，吃饭了`, `给，老王。` */
function noteCalled(candidates: Map<string, NameCandidate>, text: string, at: number): void {
  for (let length = 2; length <= 4; length++) {
    const name = text.slice(at, at + length);
    if (!isPossibleName(name)) continue;
    const rest = text.slice(at + length, at + length + 1);
    if (/^[，！,!—…]/.test(rest) || (/^[。？?~～]/.test(rest) && /[，,]/.test(text[at - 1] ?? '') && isPatterned(name))) note(candidates, name, rest, 0.5, 0);
  }
}

/** Names of one character exist in old stories; much must speak for them. */
function noteSingle(candidates: Map<string, NameCandidate>, text: string, at: number, bounds: WordBounds): void {
  const name = text[at] ?? '';
  if (!HAN.test(name) || NO_NAME_CHAR.test(name) || PERSON_NOUNS.has(name) || COMMON_CHAR.test(name)) return;
  if (!bounds.isEdge(at + 1)) return;
  const rest = text.slice(at + 1, at + 15);
  if (AFTER_SUBJECT.test(rest)) note(candidates, name, rest, 1, /^(?:[说說道想问問答]|也说|又说|赶紧|一面|听|忽然|忙)/.test(rest) ? 1 : 0);
}

const COMMON_CHAR = /[伊天地日月风風雨雪花树樹山水火土金木石云雲星光声聲色心手脚头頭眼脸臉口嘴身门門窗墙牆屋房床桌车車船路街城村家人男女老小大高长長短多少好坏新旧红黄白黑青绿春夏秋冬早晚今明昨年分刻先早都全皆各却連连遍番又再更便忽忙急快慢随同共双便凡虽雖若须倘假且况莫休别勿请請谢原本曾将將应應该該想笑哭喊叫嚷骂問答对對往朝向沿当當由据除及与与众眾其余如似像诗詩词詞赋古俗书書信文字话話语語真正]/;

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

function note(candidates: Map<string, NameCandidate>, name: string, rest: string, heads: number, tags: number): void {
  const fresh = { name, heads: 0, tags: 0, total: 0, acts: 0, followers: new Set<string>(), isPatterned: isPatterned(name), told: 0, named: 0 };
  const known: NameCandidate = candidates.get(name) ?? fresh;
  candidates.set(name, known);
  known.heads += heads;
  if (heads >= 1) known.told++;
  if (ACTS.test(rest)) known.acts++;
  known.tags += tags;
  known.followers.add(rest[0] ?? '');
}

function countAll(text: string, candidates: Map<string, NameCandidate>): void {
  for (const candidate of candidates.values()) {
    if (candidate.heads < 0.5) continue;
    let at = text.indexOf(candidate.name);
    while (at >= 0 && candidate.total < 500) {
      candidate.total++;
      at = text.indexOf(candidate.name, at + candidate.name.length);
    }
  }
}

function isLikely(candidate: NameCandidate): boolean {
  const { name, heads, tags, total, told, acts, followers, isPatterned: patterned } = candidate;
  if (candidate.isSure) return true;
  if (told === 0) return isIntimate(name) && !isPlainWord(name);
  if (name.length === 1) return tags >= 2 && heads >= 4 && followers.size >= 3;
  if (candidate.named > 0 && (patterned || total >= 2)) return true;
  if (patterned && name.length >= 3 && SURNAMES.includes(name[0] ?? '') && isAddress(name.slice(1))) return true;
  if (patterned && tags >= 1) return true;
  if (isClearShape(name) && !isPlainWord(name) && (total >= 2 || acts >= 1)) return true;
  if (patterned) return total >= 2 && heads >= 2 && followers.size >= 2 && (!isPlainWord(name) || (heads >= 3 && acts >= 1));
  if (acts >= 2 && heads >= 4 && followers.size >= 4 && total >= 5) return true;
  if (isPlainWord(name)) return tags >= 2 || (tags >= 1 && heads >= 4) || (heads >= 12 && followers.size >= 6);
  return tags >= 2 || (tags >= 1 && total >= 3) || (tags >= 1 && heads >= 2 && name.length <= 3) || (heads >= 4 && followers.size >= 3 && total >= 5);
}

/** A name that nobody but a person bears: being called by it is enough. */
function isIntimate(name: string): boolean {
  return isPatterned(name) && (/^[小老阿]/.test(name) || isAddressed(name)) && name.length <= 3;
}

function isClearShape(name: string): boolean {
  return CLEAR_SURNAMES.includes(name[0] ?? '') || /^[小老阿]/.test(name) || isDoubled(name) || isAddressed(name);
}

/** `孔乙` goes when it is nearly always `孔乙己`; `老栓忙` goes when `老栓` stands by itself oftener. */
function prune(list: NameCandidate[]): NameCandidate[] {
  const byName = new Map(list.map((candidate) => [candidate.name, candidate]));
  return list
    .filter((candidate) => {
      for (const other of list) {
        if (other === candidate || (candidate.isSure && !other.isSure)) continue;
        if (other.isSure && !candidate.isSure && candidate.name.startsWith(other.name) && !isAddress(candidate.name.slice(other.name.length))) return false;
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

function isAddressOf(longer: string, shorter: string): boolean {
  return isAddress(longer.slice(shorter.length)) && shorter.length >= 2;
}

