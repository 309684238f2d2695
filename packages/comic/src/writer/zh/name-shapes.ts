/** What the names of persons look like in Chinese. */
import { CONNECTION, PREDICATE_WORD } from './subject-words.ts';
import { isDictionaryWord } from './word-bounds.ts';
import { CLEAR_SURNAMES, COMPOUND_SURNAMES, NAME_ENDINGS, NOT_NAMES, NO_NAME_CHAR, PERSON_NOUNS, SURNAMES } from './words.ts';

export const HAN = /^[\u3400-\u9fff·]+$/;

/** Characters that write foreign names by their sound. */
const FOREIGN = /^[亚阿艾安奥巴保贝比彼宾伯布查达戴丹德黛迪蒂杜多厄恩尔法菲费弗福戈格哈海赫亨华霍基吉加佳贾杰卡凯科克肯拉莱兰劳勒雷里利莉丽林琳鲁露路伦罗洛玛马迈曼梅美蒙米莫姆摩穆娜纳内妮尼诺欧帕佩彭皮普奇乔琼荣萨塞赛莎山史斯丝苏索塔泰汤特提图托瓦威维薇温沃乌西希夏谢休雪雅伊约詹珍朱兹佐亞愛奧貝賓達黛爾菲費蓋漢凱萊蘭勞羅瑪邁納諾喬瓊薩賽絲蘇湯圖烏維謝約·]{2,6}$/;

/** `二虎`, `三妞`, `大柱`: number or size before what children are called. */
const NICKNAME = /^[大二三四五六七八九小老阿][虎牛狗蛋娃妞柱毛宝寶丫豹龙龍福贵貴顺順喜嘎楞愣秃胖黑栓根锁鎖奎魁凤鳳妹哥姐嫂叔爷爺婶嬸娘姑舅狗猴驴癞拐]子?$/;

/** A surname before one or two characters, `小X` `老X` `阿X`, a form of address at the end, or a foreign sound. */
export function isPatterned(name: string): boolean {
  if (COMPOUND_SURNAMES.test(name)) return name.length >= 3;
  if (isAddressed(name) || NICKNAME.test(name) || FOREIGN.test(name)) return true;
  const first = name[0] ?? '';
  if (isDoubled(name)) return true;
  if (/[小老阿]/.test(first)) return name.length <= 3;
  if (/^[^一这那哪女男鸟花事今昨明那块点会份伙]儿$/.test(name)) return true;
  return SURNAMES.includes(first) && name.length <= 3;
}

/** `豆豆`, `朵朵`: how children and small animals are called. */
export function isDoubled(name: string): boolean {
  return name.length === 2 && name[0] === name[1] && !/[轻輕慢悄渐漸偷常刚剛连連频頻纷紛匆默静靜呆狠紧緊深淡微缓緩远遠久早白偏仅僅明往每人天年家个個处處时時事步呵哈嘻嘿呜嗚哇呀嗯唉隐隱苦牢暗好细細细种種样樣条條片阵陣声聲句字件层層滴点點丝絲处冷热熱高低大小多少重双雙对對遥遙茫朦历歷区區足恰稍略屡屢通统統活生死真切殷谆諄循孜汪滚滾滔沉郁鬱葱蔥密稀碌忙急怏惶惴津依楚翩飘飄袅裊幽冉徐默寥勃蓬炯眈亭柔软軟暖甜酸痒]/.test(name[0] ?? '');
}

export function isForeign(name: string): boolean {
  return FOREIGN.test(name);
}

/** `祥林嫂`, `马博士`: a form of address with something before it. */
export function isAddressed(name: string): boolean {
  return NAME_ENDINGS.some(([ending]) => ending.test(name) && name.replace(ending, '').length > 0);
}

/** The bare form of address: `先生`, `嫂`. */
export function isAddress(rest: string): boolean {
  return NAME_ENDINGS.some(([ending]) => ending.test(rest));
}

export function isPossibleName(name: string): boolean {
  if (/^一|一$/.test(name) || !HAN.test(name) || NOT_NAMES.has(name) || PERSON_NOUNS.has(name) || CONNECTION.has(name) || PREDICATE_WORD.has(name)) return false;
  if (NOT_NAMES.has(name.slice(0, 2)) || NOT_NAMES.has(name.slice(-2)) || /[声聲]$|^阿[阿呀哟唷唉呵]/.test(name)) return false;
  // `国王大`, `司机老`: a noun that stands for a person, cut into by what follows.
  if (name.length > 2 && [2, 3].some((length) => PERSON_NOUNS.has(name.slice(0, length)))) return false;
  // `黄猫`, `鲁镇`, `唐代`: beasts, places and times.
  if (/^[黄黃白黑花金青红紅乌烏灰][猫貓狗马馬牛羊猪豬鱼魚鸡雞鸭鴨鹅鵝鸟鳥雀鹊兔鼠]$|[镇鎮村县縣州屯寺庙廟街巷省宅院岭嶺港朝代乡鄉站塔]$/.test(name)) return false;
  const bare = stem(name);
  // Given names like 得贵 hold a character that elsewhere is grammar.
  return ![...bare].some((char, i) => NO_NAME_CHAR.test(char) && !(i === 1 && name.length === 3 && /[得為为之自来來起]/.test(char)) && !(i === 1 && isLooseSecond(name, char)));
}

/** `李想`, `张放`, `刘能`: a surname and a verb that also serves as a given name. */
function isLooseSecond(name: string, char: string): boolean {
  return name.length === 2 && /[想放开開能向立前进進回时時可会會明正刚剛听聽起]/.test(char) && CLEAR_SURNAMES.includes(name[0] ?? '');
}

/** `王` of `王员外`: what is left before the form of address. */
function stem(name: string): string {
  for (const [ending] of NAME_ENDINGS) {
    const rest = name.replace(ending, '');
    if (rest !== '' && rest !== name) return rest;
  }
  return name;
}

/** A word of the dictionary, unless nobody would take it for anything but a name: `老王`, `小梅`. */
export function isPlainWord(name: string): boolean {
  const given = name[1] ?? '';
  if (/^[小老阿]/.test(name) && name.length === 2 && (CLEAR_SURNAMES.includes(given) || GIVEN.test(given))) return COMMON.has(name);
  return !isDoubled(name) && isDictionaryWord(name);
}

const GIVEN = /[明红紅梅兰蘭玉莲蓮芳英华華云雲强強刚剛军軍伟偉勇宝寶满滿玲丽麗静靜敏婷娟燕凤鳳珍珠翠珊琳娜莉菲雯倩洁潔晶晓曉晨峰辉輝亮杰傑豪凯凱雨雪娥春秋冬福贵貴顺順喜栓柱根旺财財发發义義忠信德才文武平安康健国國志成东東南北海洋波涛濤月星艾叶葉青桃杏柳竹枫楓木]/;
const COMMON: ReadonlySet<string> = new Set('小雨 小雪 小春 小平 小康 小月 小竹 小木 小武 小才 小海 小波 小洋 小叶 老成 老南 老北 老月 老雨 老雪 小东西 老林 小林子 小高 老高'.split(' '));
