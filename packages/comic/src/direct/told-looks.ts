/** What the story tells of a voice's own look, and not of the people it looks at. */
import type { Language } from '../model/kinds.ts';
import type { Voice } from '../writer/types.ts';
import { LOOK_WORDS, type LookHint } from './words/looks.ts';
import { matcher } from './words/match.ts';

const BODY = new Set<LookHint>([
  'long-hair', 'short-hair', 'curly-hair', 'ponytail', 'braid', 'twin-tails', 'bun', 'bald',
  'messy-hair', 'fair-hair', 'dark-hair', 'grey-hair', 'red-hair', 'beard', 'long-beard', 'stubble', 'moustache',
  'glasses', 'round-glasses', 'sunglasses', 'eyepatch', 'scar', 'freckles', 'tall', 'small', 'fat', 'thin', 'strong',
]);
const CLOTHES = new Set<LookHint>(['hat', 'cap', 'scarf', 'ribbon', 'crown', 'hood', 'kimono', 'dress', 'coat', 'uniform', 'apron']);

/** A subject stands within this many code units of its sentence's start. */
const SUBJECT_WITHIN: Record<Language, number> = { en: 24, zh: 8, ja: 8 };

/**
 * Hints for every voice by key. Age, gender and role come from names, aliases and appositions alone;
 * bodies also from sentences about the voice; clothes from sentences whose subject it is, early in the story.
 */
export function toldLooks(voices: readonly Voice[], options: { language: Language; story: string }): Map<string, Set<LookHint>> {
  const match = matcher(LOOK_WORDS, options.language);
  const all = (text: string): LookHint[] => match(text).map((hit) => hit.concept);
  const sample = options.story.slice(0, 60_000);
  return new Map(voices.map((voice) => {
    const own = [voice.name, ...voice.aliases];
    const strangers = voices.flatMap((other) => (other === voice ? [] : [other.name, ...other.aliases]))
      .filter((name) => name.length > 0 && !own.some((mine) => mine.includes(name)));
    const hints = new Set(all(ownWords(voice, sample, options.language)));
    const first = options.story.indexOf(voice.name);
    const latest = Math.max(options.story.length / 2, first + 400);
    for (const sentence of voice.descriptions.slice(0, 24)) {
      const mine = partAbout(sentence, own, strangers, options.language);
      const at = own.map((name) => sentence.indexOf(name)).filter((found) => found >= 0);
      const isSubject = at.length > 0 && Math.min(...at) <= SUBJECT_WITHIN[options.language] && options.story.indexOf(sentence) <= latest;
      for (const { concept, at: where } of match(mine)) if (BODY.has(concept)
        || (isSubject && CLOTHES.has(concept) && isWorn(mine, where, options.language))) hints.add(concept);
    }
    return [voice.key, hints];
  }));
}

/** A crown that somebody sits on is not worn. */
const WEARS: Record<Language, RegExp> = {
  en: /\b(?:wore|wears?|wearing|dressed|put on|puts on|clad|pulled|with|in|his|her|their|under)\b(?:[\s,]+[\w'’-]+){0,3}[\s]*$/iu,
  zh: /[穿戴披围系裹扎着][^，。]{0,8}$/u, ja: /(?!)/u,
};

function isWorn(text: string, at: number, language: Language): boolean {
  return WEARS[language].test(text.slice(Math.max(0, at - 30), at))
    || (language === 'ja' && /^[^、。]{0,8}?(?:を着|をかぶ|をまと|を羽織|を巻|をつけ|をはい|姿|の(?:男|女|人|子|おじ|おば))/u.test(text.slice(at)));
}

/** A voice's name and aliases and what stands in apposition to it in the story. */
export function ownWords(voice: Voice, story: string, language: Language): string {
  return [voice.name, ...voice.aliases, ...appositions(voice.name, story.slice(0, 60_000), language)].join(' \n ');
}

/**
 * What a sentence says of the voice itself: from the clause that names it on, and only as far as the
 * voice's own name where somebody else is in it as well. In English what stands before a late name is not about it.
 */
function partAbout(sentence: string, own: readonly string[], strangers: readonly string[], language: Language): string {
  const bare = own.toSorted((a, b) => b.length - a.length).reduce(
    (text, name) => (name === '' ? text : text.replaceAll(name, '\u0001'.repeat(name.length))), sentence,
  );
  const first = bare.indexOf('\u0001');
  if (first < 0) return '';
  const start = language === 'en' ? (first <= SUBJECT_WITHIN.en ? 0 : first)
    : Math.max(...['，', '、', '。', '；'].map((mark) => bare.lastIndexOf(mark, first))) + 1;
  const others = [strangers.map((name) => bare.indexOf(name)), bare.search(OTHERS[language])].flat().filter((at) => at >= start);
  const end = Math.min(bare.length, ...others.filter((at) => at > first));
  return others.some((at) => at < first) ? '' : sentence.slice(start, end);
}

/** Kin and role words: where one stands, the sentence may tell of that person. */
const OTHERS: Record<Language, RegExp> = {
  en: /\b(?:(?:grand)?(?:mother|father|ma|pa|son|daughter|parents?)|granny|mum|mom|dad|sister|brother|aunt|uncle|wife|husband|m[ae]n|wom[ae]n|boys?|girls?|child|children|lady|ladies|gentleman|teacher|doctor|captain|keeper|soldiers?|king|queen|prince|princess|sailor|stranger|neighbou?r|friend|someone|somebody|people|guests?)\b/iu,
  zh: /奶奶|爷爷|外婆|外公|老人|老头|老太|妈|爸|母亲|父亲|哥|姐|弟|妹|叔|阿姨|伯|舅|姑|丈夫|妻子|儿子|女儿|孙|男人|女人|男孩|女孩|孩子|老师|医生|警察|司机|老板|同学|朋友|先生|太太|小姐|有人|那人|人们|客人/u,
  ja: /おばあさん|おじいさん|ばあ|じい|祖母|祖父|母|父|お父さん|兄|姉|弟|妹|おじ|おば|夫|妻|息子|娘|孫|男|女|少年|少女|子供|子ども|老人|先生|医者|警官|店員|店長|友達|友だち|人々|だれか|誰か|客/u,
};

/** Words that stand in apposition to the name: "Tom, the old keeper," and "Tom was a cook", 司机老周, 漁師のハル. */
function appositions(name: string, story: string, language: Language): string[] {
  const found: string[] = [];
  for (let at = story.indexOf(name); name !== '' && at >= 0 && found.length < 60; at = story.indexOf(name, at + name.length)) {
    const before = story.slice(Math.max(0, at - 24), at);
    const after = story.slice(at + name.length, at + name.length + 48);
    for (const [side, pattern] of APPOSITION[language]) {
      const hit = pattern.exec(side === 'before' ? before : after)?.[1];
      if (hit) found.push(hit);
    }
  }
  return found;
}

const APPOSITION: Record<Language, readonly (readonly ['before' | 'after', RegExp])[]> = {
  en: [
    ['after', /^, (?:the|an?) ([a-z][\w -]{1,40})[,.;]/u], ['after', /^ (?:was|is) (?:the|an?) ([a-z][\w-]*(?: [\w-]+){0,2})/u],
    ['before', /\b(?:the|an?|his|her)? ?((?:old|little|young) (?:[\w-]+ )?)$/iu], ['before', /\b(?:the|an?) (?:[\w-]+ )?([a-z]+),? $/iu],
  ],
  zh: [['before', /(?:^|[^\p{Script=Han}]|[个名位])(\p{Script=Han}{2,4})$/u], ['after', /^(?:是|，)(?:一|这|那)?[个名位]([^。，！？“”]{1,10})/u]],
  ja: [['after', /^という([^。、「」]{1,6})/u], ['after', /^は([^。、「」を]{1,10})(?:だ|だった|である|です|でした)[。、]/u], ['before', /(?:^|[。、「」\s])([^。、「」\sをがはに]{1,6})の$/u]],
};
