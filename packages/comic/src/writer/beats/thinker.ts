/** Whose an unquoted thought is. */
import type { Attribution } from '../types.ts';
import { indexMentions } from '../speakers/mention-index.ts';
import type { MentionIndex } from '../speakers/mention-index.ts';
import type { Cast, Mention, Paragraph, Person, PersonId } from '../speakers/scene-types.ts';
import type { Span } from '../split/sentences.ts';
import type { OwnLine } from './own-lines.ts';

export type Thinker = { personId?: PersonId; attribution: Attribution };

/** How far back, in characters, the one who thought most is taken for the one who thinks on. */
const MIND_REACH = 4000;

/**
 * The thinkers by the start of their words: the tag's doer; else the one whose mind the story is in; else who did
 * something last. Who is thought about (`*He hates me.*`) does not think it.
 */
export function findThinkers(cast: Cast, paragraphs: readonly Paragraph[], ownLines: ReadonlyMap<number, readonly OwnLine[]>): Map<number, Thinker> {
  const mentions = indexMentions(cast.mentions);
  const self = cast.persons.find((person) => person.kind === 'self' && person.mentionCount >= 3);
  const known: { personId: PersonId; at: number }[] = [];
  const thinkers = new Map<number, Thinker>();
  for (const paragraph of paragraphs) {
    for (const line of ownLines.get(paragraph.start) ?? []) {
      if (line.kind !== 'thought') continue;
      const thinker = tell(line, paragraph, { mentions, self, known });
      thinkers.set(line.words.start, thinker);
      if (thinker.personId !== undefined) known.push({ personId: thinker.personId, at: line.words.start });
    }
  }
  return thinkers;
}

type Known = { mentions: MentionIndex; self: Person | undefined; known: readonly { personId: PersonId; at: number }[] };

function tell({ words, before, after }: OwnLine, paragraph: Span, { mentions, self, known }: Known): Thinker {
  const tagged = [after, before].flatMap((tag) => (tag ? mentions.within(tag) : [])).find((mention) => mention.personId !== undefined);
  if (tagged?.personId !== undefined) return { personId: tagged.personId, attribution: tagged.pronoun === undefined ? 'explicit' : 'pronoun' };
  if (self) return { personId: self.id, attribution: 'default' };
  const about = new Set(mentions.within(words).flatMap(({ personId, pronoun }) => (personId === undefined || pronoun === 'self' ? [] : [personId])));
  const mind = mostOften(known.filter(({ personId, at }) => words.start - at < MIND_REACH && !about.has(personId)));
  if (mind !== undefined) return { personId: mind, attribution: 'turn' };
  const isFit = ({ personId, isSubject }: Mention): boolean => personId !== undefined && isSubject && !about.has(personId);
  const doer = mentions.within({ start: paragraph.start, end: words.start }).findLast(isFit) ?? mentions.within({ start: words.end, end: paragraph.end }).find(isFit) ?? mentions.before(paragraph.start, 8).find(isFit);
  return doer?.personId === undefined ? { attribution: 'unknown' } : { personId: doer.personId, attribution: 'action' };
}

/** The later of two who thought equally often. */
function mostOften(known: readonly { personId: PersonId }[]): PersonId | undefined {
  const counts = new Map<PersonId, number>();
  let best: PersonId | undefined;
  for (const { personId } of known.slice(-12)) {
    counts.set(personId, (counts.get(personId) ?? 0) + 1);
    if (best === undefined || (counts.get(personId) ?? 0) >= (counts.get(best) ?? 0)) best = personId;
  }
  return best;
}
