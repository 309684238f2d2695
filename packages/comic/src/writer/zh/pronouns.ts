/** Pronouns of Chinese narration, the narrator among them. */
import { makePerson } from '../cast/make-person.ts';
import type { SurfaceIndex } from '../cast/surface-index.ts';
import type { Person, PronounKind, Scenes } from '../speakers/scene-types.ts';
import type { PersonWord } from './words.ts';

export function findNarrator(persons: Person[], scenes: Scenes, isQuoted: (at: number) => boolean): Person | undefined {
  let count = 0;
  let narrated = 0;
  for (let at = 0; at < scenes.text.length; at++) {
    if (isQuoted(at)) continue;
    narrated++;
    if (scenes.text[at] === '我' && scenes.text[at + 1] !== '们' && scenes.text[at + 1] !== '們') count++;
  }
  const speaks = count > 0 && /(?:^|[”」』。，\n])我(?:[^，。们們！？“”「」\n]{0,6})?(?:[说說问問答喊]|(?<![知味])道)[：:，。,“「]/.test(scenes.text);
  return (count >= 3 || speaks) && count / narrated > 0.002 ? makePerson(persons, { name: '我', kind: 'self' }) : undefined;
}

/** Writers of the twenties write 伊 for 她. */
export function writesYi(text: string): boolean {
  const count = text.split('伊').length - 1;
  return count >= 8 && count > 2 * (text.split('她').length - 1) && count > 3 * (text.split(/伊[人先拉朗]/).length - 1);
}

type PronounUse = { hasSelf: boolean; meansShe: boolean };

export function pronounAt(text: string, at: number, { hasSelf, meansShe }: PronounUse): { kind: PronounKind; length: number } | undefined {
  const char = text[at] ?? '';
  if (!/[他她它伊我咱俺]/.test(char)) return undefined;
  if (/[们們]/.test(text[at + 1] ?? '')) return { kind: 'they', length: 2 };
  if (char === '他' && /[人乡鄉日国國处處]/.test(text[at + 1] ?? '') && text[at - 1] === '其') return undefined;
  if (char === '我') return hasSelf ? { kind: 'self', length: 1 } : undefined;
  if (char === '咱' || char === '俺') return undefined;
  if (char === '伊' && !meansShe && !/[的说說也便就在又从從]/.test(text[at + 1] ?? '')) return undefined;
  return { kind: char === '他' ? 'he' : char === '它' ? 'it' : 'she', length: 1 };
}

/** `他的手`: somebody's thing, yet what acts is his or hers, so voices and body parts count as the person. */
export function isOwner(text: string, end: number): boolean {
  return text[end] === '的' && !/^的(?:声音|聲音|话|話|脸|臉|眼|手|嘴|嗓)/.test(text.slice(end, end + 4));
}

/** `他父亲诧异说`: the kinsman acts. */
export function isKinOf(nouns: SurfaceIndex<PersonWord>, text: string, end: number): boolean {
  const noun = nouns.longestAt(text, end);
  return noun !== undefined && KIN.test(noun.surface);
}

export const KIN = /^(?:[妈媽爸爹娘妻哥姐弟妹爷爺奶舅叔姑姨婶嬸嫂](?![妈媽爸爹娘哥姐弟妹爷爺奶舅叔姑姨婶嬸嫂子夫俩们們])|父亲|父親|母亲|母親|爸爸|妈妈|媽媽|爹|娘|丈夫|妻子|老婆|太太|媳妇|媳婦|哥哥|弟弟|姐姐|妹妹|儿子|兒子|女儿|女兒|祖父|祖母|爷爷|爺爺|奶奶|外公|外婆|舅舅|叔叔|伯伯|婶婶|阿姨|姑妈|姨妈|岳父|岳母|师父|師父|徒弟|同桌|朋友|同学|主人|孙女|孙子|公公|婆婆|嫂子|大哥|二哥|大姐)/;
