/** Tells speaking animals, robots and ghosts from people, by how the story names them. */
import type { Language } from '../model/kinds.ts';
import type { Voice } from '../writer/types.ts';

/** [being, English, Chinese, Japanese]; the first column is the artist's word. */
const BEINGS: readonly (readonly [string, string, string, string])[] = [
  ['owl', 'owl', '猫头鹰', 'ふくろう|フクロウ|みみずく'], ['panda', 'panda', '熊猫', 'パンダ'], ['squirrel', 'squirrel', '松鼠', 'りす|リス'],
  ['hedgehog', 'hedgehog', '刺猬', 'はりねずみ|ハリネズミ'], ['mole', 'mole', '鼹鼠', 'もぐら|モグラ'],
  ['tanuki', 'raccoon|tanuki', '狸猫|貉', 'たぬき|タヌキ|狸'], [
    'cat', 'cat|kitten|tomcat', '猫|小猫|黑猫|喵', '猫|ねこ|ネコ|ニャー|にゃ',
  ], ['dog', 'dog|puppy|hound', '狗|小狗|汪', '犬|いぬ|イヌ|ワン'], ['fox', 'fox|vixen', '狐狸|狐', '狐|きつね|キツネ'],
  ['rabbit', 'rabbit|hare|bunny', '兔子|兔', '兎|うさぎ|ウサギ'], ['bear', 'bear', '熊', '熊|くま|クマ'], [
    'bird', 'bird|crow|raven|sparrow|swallow|parrot|duck|goose|hen|penguin', '鸟|乌鸦|麻雀|燕子|鹦鹉|鸭|鹅|母鸡|公鸡|企鹅', '鳥|カラス|すずめ|つばめ|アヒル|ペンギン|にわとり',
  ],
  [
    'mouse', 'mouse|rat|hamster', '老鼠|鼠', 'ねずみ|ネズミ|鼠|ハムスター',
  ], ['wolf', 'wolf', '狼', '狼|おおかみ|オオカミ'], ['tiger', 'tiger|leopard', '老虎|虎|豹', '虎|トラ'], ['lion', 'lion', '狮子', 'ライオン|獅子'], ['frog', 'frog|toad', '青蛙|蛙', '蛙|かえる|カエル'],
  ['pig', 'pig|hog|boar', '猪', '豚|ぶた|ブタ|猪'], ['horse', 'horse|pony|donkey|deer', '马儿|驴|小马|小鹿', '馬|うま|ロバ|鹿|シカ'], [
    'cow', 'cow|ox|goat|sheep|lamb', '奶牛|老牛|山羊|绵羊|小羊', '牛|うし|ひつじ|やぎ|ヤギ',
  ], ['dragon', 'dragon', '龙', '竜|龍|ドラゴン'], ['monkey', 'monkey|ape', '猴', '猿|さる|サル'],
  ['turtle', 'turtle|tortoise', '乌龟|龟', '亀|かめ|カメ'], ['robot', 'robot|android', '机器人', 'ロボット|アンドロイド'], [
    'ghost', 'ghost|phantom|spirit', '鬼魂|幽灵|女鬼', '幽霊|亡霊|お化け',
  ],
];

const COLUMN: Record<Language, 1 | 2 | 3> = { en: 1, zh: 2, ja: 3 };

/** How a story says that NAME is a THING. Lengths are bounded, so that long texts stay fast. */
const SAYS: Record<Language, (name: string, thing: string) => RegExp> = {
  en: (name, thing) => new RegExp(
    `\\b(?:${thing})s?\\b,? (?:was )?(?:named|called) ${name}\\b|\\b${name},? (?:the|a|an|was a|is a|his|her|my|their)(?: \\w{1,12}){0,2} (?:${thing})\\b|\\bthe (?:${thing}),? ${name}\\b`,
    'iu',
  ),
  zh: (name, thing) => new RegExp(
    `(?:${thing})[^。！？]{0,8}(?:叫|名叫)(?:做|作)?${name}|${name}(?:是|这|那)[^。！？]{0,8}(?:${thing})|它叫${name}[^。]{0,60}|(?:${thing})${name}`, 'u',
  ),
  ja: (name, thing) => new RegExp(`(?:${thing})の${name}|${name}(?:は|という)[^。！？]{0,8}(?:${thing})|(?:${thing})[^。！？]{0,6}${name}という`, 'u'),
};

/** The being of a voice, or undefined for a human. */
export function beingOfVoice(voice: Voice, story: string, language: Language): string | undefined {
  if (voice.being !== undefined) return BEINGS.find(([, ...columns]) => nameIsThing(
    voice.name, columns[COLUMN[language] - 1]!, language,
  ))?.[0] ?? voice.being;
  const name = voice.name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const sample = story.slice(0, 60_000);
  for (const [being, ...columns] of BEINGS) {
    const thing = columns[COLUMN[language] - 1]!;
    if (nameIsThing(voice.name, thing, language)) return being;
    const hit = SAYS[language](name, thing).exec(sample);
    if (!hit) continue;
    // "It is called NAME" names no kind: the kind is whatever animal was spoken of just before.
    if (hit[0].startsWith(`它叫`)) {
      const before = sample.slice(Math.max(0, hit.index - 160), hit.index);
      if (new RegExp(thing, 'u').test(before)) return being;
      continue;
    }
    return being;
  }
  return undefined;
}

function nameIsThing(name: string, thing: string, language: Language): boolean {
  const words = thing.split('|');
  if (language === 'en') return new RegExp(`^(?:the |a |an |old |little |mr\\.? |mrs\\.? )*(?:${thing})s?$`, 'iu').test(name);
  return words.some((word) => word.length > 0
    && (name === word || (word.length > 1 && name.endsWith(word)) || (name.length <= 3 && name.endsWith(word) && !/^[老小]?[鼠虎]$/u.test(name))));
}
