/** Japanese for the built-in writer. */
import type { LanguageReader, Paragraph, PersonId, Scenes } from '../speakers/scene-types.ts';
import type { Quote } from '../split/quotes.ts';
import { findJapaneseCast } from './find-cast.ts';
import type { JapaneseCast } from './find-cast.ts';
import { readJapaneseClues } from './read-tags.ts';
import { readJapaneseIntroduction } from './read-introduction.ts';
import { readVoicing } from './role-language.ts';
import { HONORIFICS } from './words.ts';

export const readJapanese: LanguageReader = {
  habits: {
    sureMargin: 10, sameInNextParagraph: -6, sameAfterNarration: -1, sameInParagraph: 0, back: 3, silentName: 1.5, silentNoun: 1.5,
    nounsMaySpeak: true,
  },
  isUtterance: isJapaneseUtterance,
  findCast: findJapaneseCast,
  readClues: readJapaneseClues,
  findAddressees: (text, cast) => findCalled(text, cast as JapaneseCast),
  readIntroduction: readJapaneseIntroduction,
  readHabits: (text) => [...HABITS.filter(([, pattern]) => pattern.test(text)).map(([name]) => name), ...listCalls(text).map((word) => `to ${word}`)],
  listCalls,
  readVoicing: (text, cast) => readVoicing(text, cast.persons.find((person) => person.kind === 'self')?.name),
  isDescription: (sentence) => LOOKS.test(sentence),
};

/** Role language: what a person calls himself and how the sentences end. */
const HABITS: readonly (readonly [string, RegExp])[] = [
  ['私', /私|わたし(?!ら)/], ['わたくし', /わたくし/], ['僕', /僕|ぼく/], ['俺', /俺|おれ/], ['あたし', /あたし|あたい/], ['わし', /わし[はがのもに、]|儂/], ['おいら', /おいら/], ['我が輩', /吾輩|我輩|余は|拙者|それがし/],
  ['です', /(?:です|ます|ました|ません|でした|でしょう|ください|下さい)(?:[。か！？よねわ…、]|$)/],
  ['わ', /(?:わ|わよ|わね|のよ|かしら|ですもの|だもの|ですの|ますの)(?:[。！？…、]|$)/],
  ['ぞ', /(?:ぞ|ぜ|だぜ|さ|かい|だい|たまえ|給え|だろう)(?:[。！？…、]|$)/],
  ['じゃ', /(?:じゃ|のう|ぬ|おる|わい)(?:[。！？…、]|$)/], ['ござる', /ござい|ござる/],
  ['君', /君[はがのもをに、]|きみ/], ['お前', /お前|おまえ|てめえ|てめい|貴様|きさま/], ['あなた', /あなた|貴方/], ['だよ', /(?:だよ|だね|なの|よね)(?:[。！？…、]|$)/],
];

/** Whom a line calls: only some say おじいちゃん to him. */
const CALLS = /(?:^|[、。！？…　―])(お?[ぁ-ゖァ-ヴー一-龯]{1,6}(?:さん|さま|様|ちゃん|くん|君|先生|殿|どん)|兄貴|姉御|親分|親方|旦那|大将|先輩|[課部社係店局所署隊船]長|奥さん|母さん|父さん|おっ母|おっ父)(?=[、。！？…!?―]|$)/g;

function listCalls(text: string): string[] {
  return [...text.matchAll(CALLS)].map((match) => match[1] ?? '');
}

const LOOKS = /髪|髭|髯|鬚|ひげ|目|眼|顔|背が|背の高|小柄|大柄|痩せ|やせ|太っ|肥っ|若い|歳|年寄り|老|白髪|禿|眼鏡|めがね|着物|洋服|服|帽子|かぶっ|着て|美し|綺麗|醜|皺|鼻/;

/** Terms, titles and names in 「」 stay in the narration: 「X」という, 「X」の, 「X」は. */
function isJapaneseUtterance(scenes: Scenes, paragraph: Paragraph, quote: Quote): boolean {
  const { text } = scenes;
  if (!quote.isClosed || quote.open === '—') return true;
  const inner = text.slice(quote.innerStart, quote.innerEnd);
  const before = text.slice(Math.max(paragraph.start, quote.start - 8), quote.start).trimEnd();
  const after = text.slice(quote.end, Math.min(paragraph.end, quote.end + 10)).trimStart();
  if (before === '' && after === '') return true;
  const hasEnd = /[。！？!?…―—、～]$/.test(inner) || /[。！？!?、]/.test(inner);
  const isSaid = /^(?:と|って|とか、)/.test(after);
  // 「…」と言う女の声がした
  if (/^(?:という|と言う|と云う|といふ|と云ふ)[^。、]{0,8}(?:声|聲|叫び|返事|答)/.test(text.slice(quote.end, quote.end + 20))) return true;
  if (/^(?:という|といふ|と云う|と云ふ|と言う|と題|と書|と呼ば|と名|と称|とある|とかい|とよば|と刻|と記|と彫|と染|とか|となっ)/.test(after)) {
    return hasEnd || inner.length > 8 || (before === '' && inner.length > 6);
  }
  if (isSaid) return true;
  if (before === '') return hasEnd || inner.length > 6 || after === '' || !/^[のはがをにでも]/.test(after);
  if (hasEnd) return inner.length > 5 || !/^[のはがをにでも]/.test(after);
  if (/[。！？]$/.test(before) || /^[。]?$/.test(after)) return inner.length >= 3 && !/[の]$/.test(before);
  return inner.length > 14 && !/^[のはがをにでも]/.test(after);
}

/** `ジョバンニ、…` `…ね、カムパネルラ。` `田中さん！` */
function findCalled(text: string, cast: JapaneseCast): PersonId[] {
  const found: PersonId[] = [];
  for (const [surface, person] of cast.surfaces) {
    let at = text.indexOf(surface);
    while (at >= 0) {
      const end = at + surface.length;
      const honorific = HONORIFICS.find(([word]) => text.startsWith(word, end))?.[0] ?? '';
      const after = text[end + honorific.length] ?? '';
      const isAtStart = at === 0 || /[、。！？…]/.test(text[at - 1] ?? '') || /(?:ねえ|なあ|おい|やあ|さあ|や|お)$/.test(text.slice(Math.max(0, at - 2), at));
      // 慎九郎待て: no particle behind the name.
      const isBare = BARE_NAME.test(surface) && BEHIND_CALL.test(text.slice(end, end + 4)) && !isInLonger(cast, text, at, surface);
      if (isAtStart && (/[、！？!?…。]/.test(after) || after === '' || isBare) && text.length > surface.length + honorific.length + (at === 0 ? 1 : 0)) {
        found.push(person.id);
      }
      at = text.indexOf(surface, end);
    }
  }
  for (const person of cast.persons) {
    if (person.kind === 'name' && [...person.aliases].some((alias) => !cast.surfaces.has(alias) && CALLED_NOUN.test(alias) && isCalledIn(text, alias))) {
      found.push(person.id);
    }
    if (person.kind !== 'noun') continue;
    for (const alias of person.aliases) {
      const isBeast = person.being !== undefined;
      const isCalled = isBeast ? BEAST_HONORS.some((honorific) => isCalledIn(text, alias + honorific)) : CALLED_NOUN.test(alias) && isCalledIn(text, alias);
      if (isCalled) found.push(person.id);
    }
  }
  return found;
}

const BARE_NAME = /^(?:[一-龯々]{2,}|[ァ-ヴー]{3,})$/;
/** What begins a new word right behind a name that is called. */
const BEHIND_CALL = /^(?:お前|おまえ|その|そんな|これ|この|こっち|こちら|どう|なぜ|なに|いい|もう|ちょっと|[待聞見来行早何起逃止助])/;

/** きつねさん, くまどん */
const BEAST_HONORS = ['さん', 'くん', 'どん', 'ちゃん'] as const;

function isInLonger({ surfaces }: JapaneseCast, text: string, at: number, surface: string): boolean {
  const longer = [...surfaces.keys()].filter((other) => other.length > surface.length && other.includes(surface));
  return longer.some((other) => text.startsWith(other, at - other.indexOf(surface)));
}

/** Kin and ranks that one calls people by. */
const CALLED_NOUN = /(?:さん|さま|様|ちゃん|先生|先輩|[課部係店局所署]長|隊長|船長|社長|親方|大将|かしら|旦那|博士|殿下|陛下|和尚|師匠|親分)$/;

function isCalledIn(text: string, word: string): boolean {
  const at = text.indexOf(word);
  if (at < 0) return false;
  const isAtStart = at === 0 || /[、。！？…　]/.test(text[at - 1] ?? '');
  return isAtStart && /^(?:や)?[、！!…。]/.test(text.slice(at + word.length)) && text.length > word.length + 2;
}
