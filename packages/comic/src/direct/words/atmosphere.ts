import type { DayTime, Effect, Mood, Season, Weather } from '../../model/kinds.ts';
import type { WordRow } from './match.ts';

export const TIME_WORDS: readonly WordRow<DayTime>[] = [
  ['dawn', 'dawn|sunrise|daybreak|early morning|first light', '黎明|清晨|凌晨|日出|天刚亮|拂晓', '夜明け|明け方|早朝|朝焼け|日の出'],
  ['day', 'morning|noon|midday|afternoon|daylight|sunny|sunlight|sunshine|breakfast|lunch', '早上|上午|中午|下午|白天|阳光|早晨|午后|正午|晌午', '朝|昼|午前|午後|正午|日中|日差し|昼間|昼休み'],
  ['dusk', 'dusk|sunset|evening|twilight|after school', '傍晚|黄昏|夕阳|日落|暮色|晚霞', '夕方|夕暮れ|夕焼け|日没|黄昏|放課後|夕日'],
  ['night', 'night|midnight|moonlight|moon|starlight|the stars|darkness|tonight|lamplight', '夜里|晚上|深夜|半夜|夜晚|月光|星空|今晚|午夜|夜', '夜|深夜|真夜中|月明かり|星空|今夜|晩|夜中'],
];

export const WEATHER_WORDS: readonly WordRow<Weather>[] = [
  [
    'rain', 'rain|rained|raining|rainy|drizzle|umbrella|downpour|rain shower',
    '下雨|雨水|雨点|大雨|小雨|细雨|雨中|雨声|雨伞|雨滴|雨丝|雨夜|淋雨|冒雨|风雨|阵雨|雷雨|避雨|雨下|雨越',
    '雨が|雨の|雨に|雨は|雨で|雨も|雨、|雨音|雨粒|雨降|雨宿|大雨|小雨|夕立|土砂降り|にわか雨|梅雨|傘をさ|傘を差|傘を開',
  ],
  [
    'snow', 'snow|snowed|snowing|snowflake|blizzard', '下雪|雪花|大雪|积雪|雪地|白雪|飘雪|落雪|风雪|雪夜|雪下|雪越|雪中',
    '雪が|雪の|雪に|雪は|雪で|雪を|雪も|大雪|雪道|雪景色|積雪|初雪|粉雪|雪だるま|雪原|雪山|吹雪',
  ],
  ['fog', 'fog|foggy|mist|misty|haze', '薄雾|大雾|浓雾|起雾|雾气|迷雾|晨雾|雾中|雾里|雾散', '霧が|霧の|霧に|霧は|濃霧|朝霧|夜霧|もやが|もやの|靄'],
  ['storm', 'storm|thunder|lightning|tempest|typhoon', '暴风|打雷|雷声|雷电|雷雨|惊雷|雷鸣|闪电|暴雨|台风', '嵐が|嵐の|嵐に|嵐は|大嵐|雷が|雷の|雷鳴|落雷|雷雨|稲妻|台風|暴風'],
  ['wind', 'wind|windy|breeze|gust', '大风|风吹|狂风|微风|秋风', '強風|風が|そよ風|木枯らし'],
  ['cloudy', 'cloudy|overcast|grey sky|gray sky', '阴天|乌云|多云|阴沉', '曇り|曇っ|曇天|どんより|黒雲'],
];

export const SEASON_WORDS: readonly WordRow<Season>[] = [
  ['spring', 'spring day|springtime|cherry blossom|blossom|april|month of may', '春天|春日|春风|初春|早春|开春|春季|春节|樱花|桃花', '春の|春が|春に|春は|春休み|早春|桜の花|桜が咲|桜並木|花見|新学期'],
  ['summer', 'summer|cicada|july|august', '夏天|夏日|夏夜|盛夏|初夏|夏季|蝉|暑假|酷暑|炎热', '夏の|夏が|夏に|夏は|夏休み|真夏|初夏|夏祭り|蝉|花火|ひまわり'],
  ['autumn', 'autumn|fallen leaves|october|harvest', '秋天|秋日|秋风|秋夜|深秋|初秋|秋季|落叶|中秋|枫叶|枫树', '秋の|秋が|秋に|秋は|秋風|晩秋|紅葉|落ち葉|もみじ'],
  [
    'winter', 'winter|christmas|december|january|frost|snow', '冬天|冬日|冬夜|寒冬|严冬|初冬|冬季|寒冷|除夕|新年|下雪|雪花|大雪|积雪|雪地',
    '冬の|冬が|冬に|冬は|冬休み|真冬|正月|クリスマス|年末|こたつ|雪が|雪の|大雪|雪道|雪景色|積雪|初雪|粉雪',
  ],
];

/** All moods but the romantic one: no single word makes that (romance.ts). */
export const MOOD_WORDS: readonly WordRow<Mood>[] = [
  ['happy', 'happy|joy|laugh|laughed|festival|party|delight|merry|bright', '高兴|快乐|欢笑|开心|节日|欢喜|喜悦', '嬉し|楽し|笑い|祭り|喜び|明る'],
  ['sad', 'sad|tears|funeral|died|death|lonely|grief|farewell|goodbye|lost', '悲伤|眼泪|死了|死去|死亡|去世|孤独|告别|失去|哭', '悲し|涙|死ん|死に|死な|亡くな|別れ|寂し|葬式|葬儀'],
  ['tense', 'danger|careful|hurry|quick|suddenly|footsteps|watch out|threat', '危险|小心|快跑|突然|脚步声|不好了', '危な|気をつけ|急げ|突然|足音|まずい'],
  ['dark', 'dark|shadow|blood|ghost|horror|evil|curse|murder', '黑暗|阴影|鲜血|鬼魂|恶鬼|厉鬼|女鬼|幽灵|诅咒|凶手|恶魔', '暗闇|闇の|闇に|闇が|黒い影|影が|血が|血の|血を|幽霊|呪い|呪わ|殺さ|殺し|殺す|殺人'],
  ['comic', 'silly|funny|joke|oops|ridiculous', '滑稽|好笑|玩笑|傻|糗', 'おかし|冗談|ばか|とぼけ'],
  ['mysterious', 'mystery|mysterious|secret|strange|riddle|odd|unknown', '神秘|秘密|奇怪|谜|古怪', '不思議|謎|秘密|奇妙|妙な'],
  ['action', 'fight|run|ran|chase|attack|explosion|battle|escape|crash', '打斗|追赶|攻击|爆炸|战斗|逃跑|冲上|袭击', '戦い|戦う|戦っ|戦闘|走っ|走り|走る|走れ|追い|追っ|追わ|攻撃|爆発|逃げ'],
];

export const EFFECT_WORDS: readonly WordRow<Effect>[] = [
  [
    'speed-lines', 'run|ran|rush|rushed|dash|dashed|fast|speed|chase|race|sprint|flew past', '飞快|飞奔|冲过|冲进|冲出|冲向|追赶|疾驰|狂奔|奔跑|跑下|跑了起来',
    '走っ|駆け|猛スピード|素早|ダッシュ|追いかけ',
  ],
  ['focus-lines', 'suddenly|at once|stared|realised|realized|look!|all at once', '突然|忽然|猛地|顿时|发现', '突然|急に|いきなり|ふいに|気づい|はっと'],
  ['impact-flash', 'crash|bang|slam|slammed|explode|exploded|smash|burst|shatter|shattered', '砰|轰|撞|爆|碎|啪', 'ドン|バン|ぶつか|爆発|砕け|バタン|ガシャン'],
  ['sparkle', 'sparkle|sparkling|shine|shone|glitter|glow|glowing|beautiful|wonderful|magic', '闪闪|发光|闪耀|美丽|亮晶晶|魔法', 'きらきら|輝い|輝く|輝き|光っ|美し|魔法|まぶし'],
  ['flowers', 'blossom|flowers bloom|in love', '花开|花瓣|恋爱', '花びら|咲い|咲き|咲く'],
  ['gloom-lines', 'despair|gloom|hopeless|depressed|doom', '绝望|阴森|消沉|沮丧', '絶望|落ち込|どんより|暗い気持'],
  ['tremble', 'tremble|trembling|shiver|shake|shaking|shook|quake', '颤抖|发抖|哆嗦', '震え|ぶるぶる|がたがた'],
  ['hearts', 'love you|in love|adore', '爱你|喜欢你', '好きだ|好きです|大好き'],
  ['lightning', 'lightning|thunder', '闪电|打雷|雷声|雷电|惊雷|雷鸣', '稲妻|雷が|雷鳴|落雷'],
  ['black-background', 'darkness|pitch dark|died|death|never again', '黑暗|漆黑|死了|永远', '真っ暗|暗闇|死ん|二度と'],
];
