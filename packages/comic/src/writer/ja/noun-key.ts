/** Tells persons apart who are only described: by looks, age, kin, or a second word beside the noun. */
import { clauseStart } from '../split/clauses.ts';

/** How often a modifier stands before its noun, and of which nouns two owners are told (`亀甲亭の主人`, `スワンの主人`). */
export type Looks = { counts: ReadonlyMap<string, number>; owned: ReadonlyMap<string, ReadonlySet<string>> };

const RELATIVES = '主人|おやじ|親父|女将|かみさん|女房|細君|奥さん|夫人|妻|夫|嫁|婿|息子|娘|倅|母親?|父親?|お母さん|お父さん|兄|弟|姉|妹|先生|番頭|女中|家来|弟子|番人|係|者|友人|友達';
const OWNER = new RegExp(`(?<![一-龯ァ-ヴー])([一-龯々]{1,5}|[ァ-ヴー]{2,8})の(${RELATIVES})(?=[はがもにのをと、])`, 'g');

const GENERIC_WORDS = '男の[子人]|女の[子人]|男|女|少年|少女|者|人|老人|青年|娘|婦人|紳士|客|僧|老婆|婆さん|爺さん|子供|子ども';
/** Nouns that tell nobody apart without a modifier. */
const GENERIC = new RegExp(`^(?:${GENERIC_WORDS})$`);

const WORN = '髭|髯|鬚|ひげ|服|着物|帽子|眼鏡|めがね|外套|シャツ|マント|頭巾|頭|鼻|髪|笠|衣|羽織|袴|浴衣|コート|姿|風|帽|靴|声';
/** How somebody looks: `壮い`, `顔の大きな`, `赤い帽子の`, `顎髯の`. */
const LOOK = new RegExp(`(?:${[
  '[一-龯]{0,2}[顔髪鼻目眼背脊色額口耳足声頭腹眉毛歯体丈]の[^、。はがをに\\s]{1,3}[いなたる]',
  '[一-龯]{1,2}い',
  '[一-龯]{1,2}きな',
  `[一-龯]{0,4}(?:${WORN})の`,
  '[一-龯]{0,3}(?:髭|髯|鬚|ひげ|服|着物|帽子|眼鏡)の[ぁ-ん一-龯]{1,4}[いたるな]',
].join('|')})$`);

const NO_OWNER = /^(?:[此其彼私僕俺]|自分|彼女|本当|最後|最初|第[一二三]|.*[人名匹]|.*[時日年頃]|昔|今|前|次|例|件|当|先|元|実|近所|世間|普通|男|女|[一二三四五六七八九十].*)$/;

/** How often each look stands before its noun, in one pass. */
export function countLooks(text: string): Looks {
  const counts = new Map<string, number>();
  for (const { index, 0: noun } of text.matchAll(new RegExp(GENERIC_WORDS, 'g'))) {
    const before = text.slice(clauseStart(text, index, Math.max(0, index - 20)), index);
    const look = LOOK.exec(before)?.[0];
    if (look !== undefined) counts.set(look + noun, (counts.get(look + noun) ?? 0) + 1);
  }
  const owned = new Map<string, Set<string>>();
  for (const [, owner = '', noun = ''] of text.matchAll(OWNER)) {
    if (!NO_OWNER.test(owner)) owned.set(noun, (owned.get(noun) ?? new Set()).add(owner));
  }
  return { counts, owned };
}

/** Modifiers that stay with the noun. */
const MODIFIER = new RegExp(`(?:${[
  '若い', '年とった', '年寄りの', '大きな', '小さな', '背の高い', 'もう一人の', 'もうひとりの', '隣の', 'となりの', '[白黒赤青]い', '髯の', '鬚の', 'ひげの',
  '子供の', '子どもの', 'お父さんの', '兄さんの', '弟の', '母さんの', '二番目の', '一番目の', '第一の', '第二の', '太った', '肥った', '痩せた', 'やせた', '[ぁ-ん一-龯]{1,6}の',
].join('|')})$`);
const EMPTY_MODIFIER = /^(?:その|この|あの|例の|一人の|ひとりの|一疋の|一匹の|自分の|私の|僕の|彼の|彼女の|もとの|ほかの|.*[はがをに].*の)$/;
const TELLING_NO = /^(?:隣|となり|髯|鬚|ひげ|子供|子ども|お父さん|兄さん|弟|母さん|もう一人|もうひとり|第一|第二|二番目|一番目|年寄り)の$/;

/** `若い男`, `背の高い男`, `お父さんの蟹`: one modifier tells described persons apart. */
export function nounKey(text: string, at: number, written: string, looks: Looks): string {
  const surface = inKanji(written);
  const before = text.slice(clauseStart(text, at, Math.max(0, at - 20)), at);
  const look = GENERIC.test(surface) ? LOOK.exec(before)?.[0] : undefined;
  // `顎髯の男` met again and again is somebody else than `顔の大きな男`.
  if (look !== undefined && (looks.counts.get(look + written) ?? 0) > 1) return animalKey(text, at, written, look + surface);
  const owner = /([一-龯々]{1,5}|[ァ-ヴー]{2,8})の$/.exec(before)?.[1];
  const owners = looks.owned.get(written);
  if (owner !== undefined && owners?.has(owner) && owners.size > 1) return `${owner}の${surface}`;
  const word = MODIFIER.exec(before.slice(-8))?.[0] ?? '';
  const isEmpty = EMPTY_MODIFIER.test(word) || (word.endsWith('の') && !TELLING_NO.test(word));
  return animalKey(text, at, written, isEmpty ? surface : word + surface);
}

const KANJI: readonly (readonly [RegExp, string])[] = [
  [/やまねこ|山ねこ/, '山猫'], [/ねこ|ネコ/, '猫'], [/きつね|キツネ/, '狐'], [/うさぎ|ウサギ/, '兎'], [/たぬき|タヌキ/, '狸'], [/くま|クマ/, '熊'],
  [/いぬ|イヌ/, '犬'], [/おおかみ|オオカミ/, '狼'], [/ねずみ|ネズミ/, '鼠'], [/さる|サル/, '猿'], [/かえる|カエル/, '蛙'], [/からす|カラス/, '烏'],
];

/** Animals are written in kana here and in kanji there; they are one person. */
function inKanji(surface: string): string {
  for (const [kana, kanji] of KANJI) if (kana.test(surface)) return surface.replace(kana, kanji);
  return surface;
}

const ANIMAL = /(?:狐|兎|熊|猫|犬|蟹|狸|猿|鼠|狼|鳥|蛙|馬|牛|鹿|象|豚)$/;

/** Parents and young of animals under one key: `子供の狐` `狐の子` `子狐`, `母さん狐` `お母さん狐` `母さんの狐`. */
function animalKey(text: string, at: number, surface: string, key: string): string {
  const animal = ANIMAL.exec(surface)?.[0];
  if (animal === undefined) return key;
  const before = text.slice(Math.max(0, at - 5), at) + surface.slice(0, -animal.length);
  if (/(?:母さん|母|かあさん)の?$/.test(before)) return `母さん${animal}`;
  if (/(?:父さん|父|とうさん)の?$/.test(before)) return `父さん${animal}`;
  const behind = text.slice(at + surface.length, at + surface.length + 4);
  const isYoung = /(?:子供の|子どもの|坊やの|子)$/.test(before) || /^の子(?:供|ども|は|が|も|の|を|に|、)/.test(behind);
  return isYoung ? `子${animal}` : key;
}
