/** What the mentions of a text tell of each other: distances, objects, genders, names given by the narration. */
import type { SurfaceIndex } from '../cast/surface-index.ts';
import type { Cast, Mention, Person } from '../speakers/scene-types.ts';

/** `她姓陈，名叫二妹`: the last one mentioned in the sentence bears the name. */
export function listNamings(mentions: readonly Mention[], text: string, isQuoted: (at: number) => boolean, index: SurfaceIndex<Person>): NonNullable<Cast['namings']> {
  return [...text.matchAll(/(?:名叫|名字叫|名字是|小名叫|名唤|叫做|叫作)/g)].flatMap((match) => {
    const named = isQuoted(match.index) ? undefined : index.longestAt(text, match.index + match[0].length);
    const mention = named && mentions.findLast(({ start, end }) => end <= match.index && match.index - start < 25);
    return named && mention && !/[。！？\n]/.test(text.slice(mention.end, match.index)) ? [{ mention, name: named.surface }] : [];
  });
}

/** A paragraph's end parts a pronoun from its person as much as so many characters. */
const PARAGRAPH_GAP = 120;

export function countNarration(mentions: readonly Mention[], text: string, isQuoted: (at: number) => boolean): void {
  let told = 0;
  let at = 0;
  for (const mention of mentions) {
    for (; at < mention.start; at++) if (!isQuoted(at)) told += text[at] === '\n' ? PARAGRAPH_GAP : 1;
    mention.told = told;
  }
}

/** `老周看着她`, `她走出来，对老周说`: subject and object of one sentence are two persons. */
export function bindObjects(mentions: readonly Mention[], text: string): void {
  mentions.forEach((mention, i) => {
    if (!mention.pronoun) return;
    if (mention.isSubject) {
      const object = objectOf(mentions, i, text);
      if (object?.personId !== undefined) mention.notPerson = object.personId;
      return;
    }
    const doer = mentions[i - 1];
    if (doer?.personId === undefined || !doer.isSubject) return;
    const between = text.slice(doer.end, mention.start);
    if (between.length > 0 && between.length < 16 && !/[，。！？；：,.!?;:…“”」\n]|自己/.test(between) && !/^的/.test(text.slice(mention.end))) mention.notPerson = doer.personId;
  });
}

const LONGEST_SENTENCE = 60;

/** The first person further on in the sentence, unless he opens a clause of his own. */
function objectOf(mentions: readonly Mention[], at: number, text: string): Mention | undefined {
  const subject = mentions[at];
  const next = mentions.slice(at + 1, at + 3).find(({ pronoun }) => pronoun === undefined);
  if (!subject || !next || next.isSubject || next.start - subject.end > LONGEST_SENTENCE) return undefined;
  return /[。！？!?“”「」：:；\n]/.test(text.slice(subject.end, next.start)) ? undefined : next;
}

export function voteGenders(mentions: readonly Mention[], persons: readonly Person[], text: string): void {
  mentions.forEach((mention, i) => {
    if (mention.pronoun !== 'he' && mention.pronoun !== 'she') return;
    const previous = mentions[i - 1];
    const person = previous?.personId === undefined ? undefined : persons[previous.personId];
    if (!previous || !person || previous.pronoun || person.gender || !mention.isSubject || !previous.isSubject) return;
    const between = text.slice(previous.end, mention.start);
    // `老周看着她`: in one clause nobody is his own object.
    if (between.length > 60 || between.includes('\n') || !/[，。！？；：,.!?;:…“”」]/.test(between)) return;
    // Old texts write 他 for women too, so 她 weighs more.
    if (mention.pronoun === 'he') person.votes.male += 1;
    else person.votes.female += 2;
  });
}
