import type { WordRow } from './match.ts';

/** What a description or a role says about a person's look. */
export type LookHint =
  | 'long-hair' | 'short-hair' | 'curly-hair' | 'ponytail' | 'braid' | 'twin-tails' | 'bun' | 'bald' | 'messy-hair' | 'fair-hair'
  | 'dark-hair' | 'grey-hair' | 'red-hair'
  | 'beard' | 'long-beard' | 'stubble' | 'moustache' | 'glasses' | 'round-glasses' | 'sunglasses' | 'eyepatch' | 'scar' | 'freckles'
  | 'tall' | 'small' | 'fat' | 'thin' | 'strong'
  | 'child' | 'teen' | 'young' | 'old' | 'female' | 'male'
  | 'doctor' | 'police' | 'soldier' | 'knight' | 'king' | 'queen' | 'wizard' | 'cook' | 'teacher' | 'student' | 'office' | 'farmer'
  | 'monk' | 'captain' | 'sailor' | 'servant' | 'beggar' | 'astronaut' | 'engineer' | 'rich'
  | 'hat' | 'cap' | 'scarf' | 'ribbon' | 'crown' | 'hood' | 'kimono' | 'dress' | 'coat' | 'uniform' | 'apron';

export const LOOK_WORDS: readonly WordRow<LookHint>[] = [
  [
    'long-hair', 'long hair|long-haired|flowing hair|long white hair|long black hair|long dark hair|long red hair|long blond hair', '长发|长头发|长长的头发',
    '長い髪|ロングヘア|黒髪の長',
  ],
  [
    'short-hair', 'short hair|short-haired|cropped|short white hair|short black hair|short dark hair|short grey hair|short blond hair|short red hair',
    '短发|平头|寸头', '短い髪|ショートカット|短髪',
  ],
  ['curly-hair', 'curly|curls|ringlets', '卷发', '巻き毛|くせ毛|天然パーマ'],
  ['ponytail', 'ponytail', '马尾', 'ポニーテール|一つに結'],
  ['braid', 'braid|plait|pigtails', '辫', '三つ編み|おさげ'],
  ['twin-tails', 'twin tails|bunches', '双马尾', 'ツインテール|二つ結び'],
  ['bun', 'hair in a bun|chignon', '发髻|盘发', 'お団子|まげ|髷'],
  ['bald', 'bald|hairless|shaven', '光头|秃', '禿|はげ頭|坊主頭|スキンヘッド'],
  ['messy-hair', 'messy hair|tousled|unkempt|shaggy', '乱发|头发乱|乱糟糟', 'ぼさぼさ|寝ぐせ'],
  ['fair-hair', 'blond|blonde|golden hair|fair-haired|fair hair', '金发|黄头发|金色头发|金色长发', '金髪|茶髪'],
  ['dark-hair', 'dark hair|black hair|raven|dark-haired', '黑发|乌发|黑头发|黑色头发|黑色长发', '黒髪'],
  [
    'grey-hair',
    'grey hair|gray hair|white hair|silver hair|white-haired|grey-haired|gray-haired|white beard|grey beard|short white hair|long white hair',
    '白发|银发|头发花白|白头发|白胡子|白须|花白', '白髪|銀髪|白いひげ|白ひげ|白い髭',
  ],
  ['red-hair', 'red hair|red-haired|ginger|auburn', '红发|红头发|红色头发|红色长发|红色短发', '赤毛|赤い髪|赤髪'],
  ['beard', 'beard|bearded', '胡子|胡须|络腮|白须|长须', 'ひげ|髭|鬚'],
  ['long-beard', 'long beard|long white beard|long grey beard', '长胡子|长须|花白胡子', '長いひげ|長い髭'],
  ['stubble', 'stubble|unshaven', '胡茬', '無精ひげ|無精髭'],
  ['moustache', 'moustache|mustache|whiskers', '八字胡|小胡子', '口ひげ|口髭'],
  ['glasses', 'glasses|spectacles|bespectacled|reading glasses', '眼镜|老花镜|花镜', 'めがね|眼鏡|メガネ|老眼鏡'],
  ['round-glasses', 'round glasses|round spectacles', '圆框眼镜|圆眼镜|圆框', '丸眼鏡|丸いめがね|丸い眼鏡|丸めがね'],
  ['sunglasses', 'sunglasses|dark glasses', '墨镜|太阳镜', 'サングラス'],
  ['eyepatch', 'eyepatch|eye patch|one-eyed', '独眼|眼罩', '眼帯|隻眼'],
  ['scar', 'scar|scarred', '疤|伤痕', '傷跡|古傷'],
  ['freckles', 'freckle|freckled', '雀斑', 'そばかす'],
  ['tall', 'tall|towering|lanky', '高个|高大|瘦高|大高个', '背の高い|長身|のっぽ|大柄'],
  ['small', 'short man|short woman|small|little|tiny', '矮|小个子|瘦小', '小柄|小さな体|ちび'],
  ['fat', 'fat|stout|plump|chubby|round-faced|portly', '胖|肥|圆脸', '太った|丸い顔|ふとっ|小太り|でっぷり'],
  ['thin', 'thin|slender|slim|skinny', '瘦|苗条|纤细', '痩せ|やせ|ほっそり|細身'],
  ['strong', 'strong|burly|broad-shouldered|muscular', '强壮|魁梧|健壮|粗壮', 'たくまし|屈強|がっしり|筋肉'],
  [
    'child', 'child|kid|little boy|little girl|boy of|girl of|toddler|son|daughter|grandson|granddaughter', '孩子|小孩|男孩|女孩|小姑娘|小男孩|小女孩|儿子|女儿|孙',
    '子供|子ども|男の子|女の子|坊や|幼い|孫|小学生',
  ],
  ['teen', 'teenager|schoolboy|schoolgirl|youth|boy|girl|student', '少年|少女|同学|学生|中学|高中', '少年|少女|高校生|中学生|生徒|学生'],
  ['young', 'young', '年轻|小伙|青年|后生', '若い|若者|青年'],
  [
    'old', 'old man|old woman|elderly|aged|grandmother|grandfather|grandma|grandpa|granny|old lady|ancient',
    '老人|老头|老太|爷爷|奶奶|外婆|外公|老爷|婆婆|大爷|大妈|老和尚|老渔夫|老汉|老者|老道|老伯|老妇|老兵|老农|老翁|老师傅|老僧|姥姥|姥爷|老先生|老婆婆',
    '老人|おじいさん|おばあさん|祖父|祖母|じいさん|ばあさん|爺|婆|老婆|翁|老僧|老夫|老婦|老紳士|老漁師|じいちゃん|ばあちゃん',
  ],
  [
    'female', 'woman|girl|lady|mother|sister|aunt|wife|queen|princess|mrs|miss|ms|grandmother|granny|daughter|witch|madam',
    '女|妈|母亲|姐|妹|嫂|姨|婶|姑|娘|姑娘|阿姨|奶奶|太太|小姐|公主|女王|妻|婆', '女|母|姉|妹|娘|巫女|少女|おばさん|おばあさん|奥さん|姫|妻|お嬢',
  ],
  [
    'male', 'man|boy|gentleman|father|brother|uncle|husband|king|prince|mr|sir|lord|grandfather|son|wizard',
    '男|爸|父亲|汉子|和尚|书生|渔夫|公子|少爷|掌柜|樵夫|将军|老头|道士|小伙|大叔|哥|弟|叔|伯|爷|先生|王子|国王|丈夫|汉', '男|父|兄|弟|侍|坊主|和尚|漁師|少年|青年|水夫|おじさん|おじいさん|王子|夫|殿|息子',
  ],
  ['doctor', 'doctor|physician|nurse|surgeon|scientist|professor', '医生|大夫|护士|博士|教授|科学家', '医者|医師|看護|博士|先生は診'],
  ['police', 'police|policeman|constable|officer|inspector|detective|guard', '警察|警官|民警|侦探|保安', '警官|警察|刑事|巡査|警備'],
  ['soldier', 'soldier|general|sergeant|colonel|lieutenant', '士兵|将军|军官|队长|战士', '兵士|将軍|軍人|隊長'],
  ['knight', 'knight|warrior|swordsman|samurai', '骑士|剑客|武士|侠', '騎士|武士|侍|剣士'],
  ['king', 'king|emperor|prince|duke|sultan', '国王|皇帝|王子|大王', '王様|国王|皇帝|王子|殿様'],
  ['queen', 'queen|princess|empress|duchess', '女王|公主|皇后|王后', '女王|王女|姫|后'],
  ['wizard', 'wizard|witch|sorcerer|magician|mage', '巫师|女巫|魔法师|法师|道士|仙', '魔法使い|魔女|魔術師|仙人'],
  ['cook', 'cook|chef|baker', '厨师|大厨|面包师', '料理人|シェフ|板前|パン屋'],
  ['teacher', 'teacher|schoolmaster|headmaster|tutor', '老师|校长|教师', '先生|教師|校長'],
  ['student', 'student|pupil|schoolboy|schoolgirl|classmate', '学生|同学|同桌|班长', '生徒|学生|同級生|クラスメート|転校生|高校生|中学生'],
  ['office', 'clerk|manager|boss|banker|lawyer|secretary|businessman|salesman', '经理|老板|职员|秘书|律师|主任', '社長|部長|課長|会社員|サラリーマン|弁護士|店長'],
  ['farmer', 'farmer|shepherd|peasant|fisherman|woodcutter', '农民|渔夫|樵夫|农夫|猎人', '農夫|百姓|漁師|木こり|猟師'],
  ['monk', 'monk|priest|nun|abbot', '和尚|道士|僧|尼姑|方丈', '僧|和尚|坊さん|住職|神父|巫女'],
  ['captain', 'captain|skipper', '船长|舰长', '船長|艦長'],
  ['sailor', 'sailor|pirate|cabin boy|deckhand', '水手|海盗|船员', '水夫|海賊|船乗り|船員'],
  ['servant', 'servant|maid|butler|waiter|waitress|housekeeper', '仆人|女仆|管家|服务员|丫鬟|伙计', '召使|女中|執事|給仕|店員|下男'],
  ['beggar', 'beggar|tramp|orphan|ragged', '乞丐|流浪汉|叫花子|孤儿', '乞食|浮浪|孤児|みすぼらし'],
  ['astronaut', 'astronaut|pilot|cosmonaut', '宇航员|飞行员', '宇宙飛行士|パイロット'],
  ['engineer', 'engineer|mechanic|worker|smith|blacksmith|clockmaker|watchmaker|keeper', '工程师|工人|师傅|铁匠|修理|钟表匠', '技師|職人|作業員|鍛冶|整備|時計屋'],
  ['rich', 'rich|wealthy|noble|lord|lady|baron|count', '富|贵族|老爷|少爷', '金持ち|貴族|富豪|御曹司'],
  ['hat', 'hat', '帽子|礼帽', '帽子|シルクハット'],
  ['cap', 'cap|baseball cap', '棒球帽|鸭舌帽', 'キャップ|野球帽'],
  ['scarf', 'scarf|shawl|headscarf', '围巾|头巾', 'マフラー|スカーフ|頭巾'],
  ['ribbon', 'ribbon', '蝴蝶结|丝带', 'リボン'],
  ['crown', 'crown', '王冠|皇冠', '冠|王冠'],
  ['hood', 'hood|hooded|red riding hood', '兜帽|连帽', 'フード|頭巾'],
  ['kimono', 'kimono|yukata|obi', '和服|浴衣', '着物|和服|浴衣|袴'],
  ['dress', 'dress|gown|frock', '裙子|连衣裙|长裙', 'ワンピース|ドレス'],
  ['coat', 'coat|overcoat|trench coat|mackintosh', '大衣|外套|风衣|斗篷', 'コート|外套|マント'],
  ['uniform', 'uniform', '制服|校服|军装', '制服|軍服|学生服|セーラー服'],
  ['apron', 'apron', '围裙', 'エプロン|前掛け|割烹着'],
];
