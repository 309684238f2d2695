import type { DayTime, Effect, Mood, Season, Weather } from '../../model/kinds.ts';
import type { WordRow } from './match.ts';

export const TIME_WORDS: readonly WordRow<DayTime>[] = [
  ['dawn', 'dawn|sunrise|daybreak|early morning|first light', '黎明|清晨|凌晨|日出|天刚亮|拂晓', '夜明け|明け方|早朝|朝焼け|日の出'],
  ['day', 'morning|noon|midday|afternoon|daylight|sunny|sunlight|sunshine|breakfast|lunch', '早上|上午|中午|下午|白天|阳光|早晨|午后|正午|晌午', '朝|昼|午前|午後|正午|日中|日差し|昼間|昼休み'],
  ['dusk', 'dusk|sunset|evening|twilight|after school', '傍晚|黄昏|夕阳|日落|暮色|晚霞', '夕方|夕暮れ|夕焼け|日没|黄昏|放課後|夕日'],
  ['night', 'night|midnight|moonlight|moon|stars|darkness|tonight|lamplight', '夜里|晚上|深夜|半夜|夜晚|月光|星空|今晚|午夜|夜', '夜|深夜|真夜中|月明かり|星空|今夜|晩|夜中'],
];

export const WEATHER_WORDS: readonly WordRow<Weather>[] = [
  ['rain', 'rain|rained|raining|rainy|drizzle|umbrella|downpour|shower', '下雨|雨水|雨点|大雨|细雨|雨中|雨', '雨|土砂降り|にわか雨|梅雨|傘'],
  ['snow', 'snow|snowed|snowing|snowflake|blizzard', '下雪|雪花|大雪|雪', '雪|吹雪'],
  ['fog', 'fog|foggy|mist|misty|haze', '雾|薄雾|大雾', '霧|もや|靄'],
  ['storm', 'storm|thunder|lightning|tempest|typhoon', '暴风|雷|闪电|暴雨|台风', '嵐|雷|稲妻|台風|暴風'],
  ['wind', 'wind|windy|breeze|gust', '大风|风吹|狂风|微风|秋风', '強風|風が|そよ風|木枯らし'],
  ['cloudy', 'cloudy|overcast|grey sky|gray sky', '阴天|乌云|多云|阴沉', '曇|どんより|黒雲'],
];

export const SEASON_WORDS: readonly WordRow<Season>[] = [
  ['spring', 'spring day|springtime|cherry blossom|blossom|april|may', '春天|春|樱花|桃花', '春|桜|新学期'],
  ['summer', 'summer|cicada|july|august', '夏天|夏|蝉|暑', '夏|蝉|夏休み|花火|ひまわり'],
  ['autumn', 'autumn|fallen leaves|october|harvest', '秋天|秋|落叶|中秋|枫', '秋|紅葉|落ち葉|もみじ'],
  ['winter', 'winter|christmas|december|january|frost|snow', '冬天|冬|寒冷|除夕|新年|雪', '冬|正月|クリスマス|年末|こたつ|雪'],
];

export const MOOD_WORDS: readonly WordRow<Mood>[] = [
  ['happy', 'happy|joy|laugh|laughed|festival|party|delight|merry|bright', '高兴|快乐|欢笑|开心|节日|喜', '嬉し|楽し|笑い|祭り|喜び|明る'],
  ['sad', 'sad|tears|funeral|died|death|lonely|grief|farewell|goodbye|lost', '悲伤|眼泪|死|孤独|告别|失去|哭', '悲し|涙|死|別れ|寂し|葬'],
  ['tense', 'danger|careful|hurry|quick|suddenly|footsteps|watch out|threat', '危险|小心|快跑|突然|脚步声|不好了', '危な|気をつけ|急げ|突然|足音|まずい'],
  ['dark', 'dark|shadow|blood|ghost|horror|evil|curse|murder', '黑暗|阴影|鲜血|鬼|诅咒|凶手|恶魔', '闇|影|血|幽霊|呪|殺'],
  ['romantic', 'love|kiss|heart beat|darling|wedding|date', '爱|吻|心跳|约会|婚礼|恋', '愛|恋|告白|デート|結婚|ときめ'],
  ['comic', 'silly|funny|joke|oops|ridiculous', '滑稽|好笑|玩笑|傻|糗', 'おかし|冗談|ばか|とぼけ'],
  ['mysterious', 'mystery|mysterious|secret|strange|riddle|odd|unknown', '神秘|秘密|奇怪|谜|古怪', '不思議|謎|秘密|奇妙|妙な'],
  ['action', 'fight|run|ran|chase|attack|explosion|battle|escape|crash', '打斗|追赶|攻击|爆炸|战斗|逃跑|冲上|袭击', '戦|走|追|攻撃|爆発|逃げ'],
];

export const EFFECT_WORDS: readonly WordRow<Effect>[] = [
  [
    'speed-lines', 'run|ran|rush|rushed|dash|dashed|fast|speed|chase|race|sprint|flew past', '飞快|飞奔|冲过|冲进|冲出|冲向|追赶|疾驰|狂奔|奔跑|跑下|跑了起来',
    '走っ|駆け|猛スピード|素早|ダッシュ|追いかけ',
  ],
  ['focus-lines', 'suddenly|at once|stared|realised|realized|look!|all at once', '突然|忽然|猛地|顿时|发现', '突然|急に|いきなり|ふいに|気づい|はっと'],
  ['impact-flash', 'crash|bang|slam|slammed|hit|explode|exploded|smash|burst|shatter|shattered', '砰|轰|撞|爆|碎|啪', 'ドン|バン|ぶつか|爆発|砕け|バタン|ガシャン'],
  ['sparkle', 'sparkle|sparkling|shine|shone|glitter|glow|glowing|beautiful|wonderful|magic', '闪闪|发光|闪耀|美丽|亮晶晶|魔法', 'きらきら|輝|光っ|美し|魔法|まぶし'],
  ['flowers', 'blossom|flowers bloom|in love', '花开|花瓣|恋爱', '花びら|咲'],
  ['gloom-lines', 'despair|gloom|hopeless|depressed|doom', '绝望|阴森|消沉|沮丧', '絶望|落ち込|どんより|暗い気持'],
  ['tremble', 'tremble|trembling|shiver|shake|shaking|shook|quake', '颤抖|发抖|哆嗦', '震え|ぶるぶる|がたがた'],
  ['hearts', 'love you|in love|adore', '爱你|喜欢你', '好きだ|好きです|大好き'],
  ['lightning', 'lightning|thunder', '闪电|雷', '稲妻|雷'],
  ['black-background', 'darkness|pitch dark|black|died|death|never again', '黑暗|漆黑|死了|永远', '真っ暗|暗闇|死ん|二度と'],
];
