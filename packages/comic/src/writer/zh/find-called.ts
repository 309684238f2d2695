/** Who is spoken to by name, kinship or trade inside a quote: `老栓，你…`, `…，小明！`, `妈，我回来了`. */
import { indexSurfaces } from '../cast/surface-index.ts';
import type { SurfaceIndex } from '../cast/surface-index.ts';
import type { Person, PersonId } from '../speakers/scene-types.ts';
import type { ChineseCast } from './find-cast.ts';
import { SURNAMES } from './words.ts';

/** Words that call one and the same kinsman. */
const KIN_CALLS: readonly (readonly string[])[] = [
  ['妈', '妈妈', '媽', '媽媽', '娘', '母亲', '母親', '阿娘', '阿妈', '娘亲'], ['爸', '爸爸', '爹', '爹爹', '父亲', '父親', '阿爸', '阿爹'],
  ['奶奶', '祖母', '阿婆', '外婆', '姥姥', '婆婆'], ['爷爷', '爺爺', '祖父', '外公', '姥爷'], ['哥', '哥哥', '大哥', '兄长'], ['姐', '姐姐', '大姐', '姊姊'], ['师父', '師父', '师傅', '師傅'],
];

export function findCalled(text: string, cast: ChineseCast): PersonId[] {
  const found: PersonId[] = [];
  const index = (cast.index ??= indexCalls(cast));
  for (let at = 0; at < text.length; at++) {
    const named = index.longestAt(text, at);
    if (!named) continue;
    const { surface, value: person } = named;
    const before = text.slice(Math.max(0, at - 1), at);
    const after = text.slice(at + surface.length, at + surface.length + 1);
    const isAtStart = at === 0 || /[，。！？!?,…“]/.test(before);
    const isSetOff = /[，！!,：…—、？?]/.test(after) || after === '' || (after === '。' && at > 0);
    if (isAtStart && isSetOff && !(at === 0 && after === '') && !(at === 0 && after === '。')) found.push(person.id);
    at += surface.length - 1;
  }
  return found;
}

/** Names, described persons by their nouns, kinsmen by every word for them, teachers and the like by the bare title. */
function indexCalls(cast: ChineseCast): SurfaceIndex<Person> {
  const calls = new Map<string, Person | undefined>();
  const add = (word: string, person: Person): void => void calls.set(word, calls.has(word) && calls.get(word) !== person ? undefined : person);
  for (const person of cast.persons) {
    if (person.kind === 'noun') for (const alias of person.aliases) {
      if (alias.length >= 2 && !alias.includes('的')) add(alias, person);
      for (const words of KIN_CALLS) if (words.includes(alias)) for (const word of words) add(word, person);
    }
    if (person.kind !== 'name') continue;
    for (const alias of person.aliases) {
      if (alias.length === 3 && SURNAMES.includes(alias[0] ?? '') && TITLE.test(alias)) add(alias.slice(1), person);
    }
  }
  const known = [...calls].flatMap(([word, person]): [string, Person][] => (person ? [[word, person]] : []));
  return indexSurfaces(new Map([...known, ...cast.surfaces]));
}

const TITLE = /(?:老师|老師|先生|医生|醫生|大夫|师傅|師傅|队长|隊長|老板|老闆|掌柜|教授|校长|校長|主任|警官|小姐|太太|大爷|大爺|大妈|大娘|大叔|大婶|大嫂|大哥|大姐|奶奶|爷爷|夫人)$/;
