/** Persons for the names of a Chinese text: longer and shorter forms of one name are one person. */
import { makePerson } from '../cast/make-person.ts';
import type { Person } from '../speakers/scene-types.ts';
import { findNames } from './find-names.ts';
import { NAME_ENDINGS } from './words.ts';

export function namePersons(persons: Person[], search: Parameters<typeof findNames>[0]): Map<string, Person> {
  const surfaces = new Map<string, Person>();
  const names = findNames(search).sort((a, b) => b.name.length - a.name.length || b.total - a.total);
  for (const { name, total } of names) {
    const whole = [...surfaces].filter(([known]) => isAliasOf(known, name)).map(([, person]) => person);
    const person = new Set(whole).size === 1 ? whole[0] : undefined;
    const found = person ?? makePerson(persons, { name, kind: 'name', ...genderAndAge(name), ...(/^老[^大二三四五六七八九幺]$/.test(name) ? { votes: { female: 0, male: LIKELY } } : {}) });
    found.aliases.add(name);
    if (total > found.mentionCount) found.name = name;
    found.mentionCount = Math.max(found.mentionCount, total);
    surfaces.set(name, found);
  }
  return surfaces;
}

/** 老周 is a man unless told otherwise: votes of so many pronouns. */
const LIKELY = 1.5;

/** `老栓` of `华老栓`, `宝玉` of `贾宝玉`, `王胡` of `王胡先生`. */
function isAliasOf(whole: string, part: string): boolean {
  if (part.length < 2 || whole.length <= part.length) return false;
  if (whole.endsWith(part)) return whole.length - part.length <= 2 && !/^[小老]/.test(whole);
  const rest = whole.startsWith(part) ? whole.slice(part.length) : '';
  return rest !== '' && /^(?:先生|小姐|太太|老师|同学|姑娘|公子|大人|师傅|大叔)$/.test(rest);
}

function genderAndAge(name: string): Pick<Person, 'gender' | 'age'> {
  for (const [ending, gender, age] of NAME_ENDINGS) {
    if (ending.test(name) && name.replace(ending, '') !== '') return { ...(gender === undefined ? {} : { gender }), ...(age === undefined ? {} : { age }) };
  }
  if (/^女/.test(name)) return { gender: 'female' };
  if (/[娟婷芳嫦娥丽麗花玉珍珠翠莲蓮兰蘭菊梅香燕凤鳳娥媛姣娇嬌婵秀英莉娜薇雯黛钗釵妞霞娃红紅]$/.test(name)) return { gender: 'female' };
  return /[刚剛强強勇军軍伟偉雄虎彪豪栓柱斌涛濤鹏鵬龙龍牛根贵貴福财財]$/.test(name) ? { gender: 'male' } : {};
}
