/** Words of a request for another take, in English, Chinese and Japanese. The longest that fits counts; order settles what is left. */
import type { DayTime, Effect, Expression, Facing, Mood, Pose, Shot, Weather } from '../../model/kinds.ts';

export type Cue =
  | { sets: 'shot'; value: Shot } | { sets: 'nearer' | 'farther' | 'mirror' | 'straight' | 'tilted' } | { sets: 'expression'; value: Expression } | { sets: 'pose'; value: Pose } | { sets: 'facing'; value: Facing }
  | { sets: 'time'; value: DayTime } | { sets: 'weather'; value: Weather } | { sets: 'mood'; value: Mood } | { sets: 'effect'; value: Effect } | { sets: 'no-effects' } | { sets: 'crowd'; value: number };

type Row = readonly [Cue, string];
const shot = (value: Shot, words: string): Row => [{ sets: 'shot', value }, words];
const face = (value: Expression, words: string): Row => [{ sets: 'expression', value }, words];
const pose = (value: Pose, words: string): Row => [{ sets: 'pose', value }, words];
const turn = (value: Facing, words: string): Row => [{ sets: 'facing', value }, words];
const time = (value: DayTime, words: string): Row => [{ sets: 'time', value }, words];
const weather = (value: Weather, words: string): Row => [{ sets: 'weather', value }, words];
const mood = (value: Mood, words: string): Row => [{ sets: 'mood', value }, words];
const effect = (value: Effect, words: string): Row => [{ sets: 'effect', value }, words];

export const REQUEST_WORDS: readonly Row[] = [
  shot('extreme-close-up', 'extreme close-up|extreme close up|only the eyes|just the eyes|大特写|只要眼睛|超アップ|目のアップ|目だけ'),
  shot('close-up', 'close-up|close up|closeup|face only|特写|脸部|アップ|顔のアップ'),
  shot('bust', 'bust|head and shoulders|胸像|半身像|バスト'),
  shot('medium', 'medium shot|waist up|中景|半身|腰から上|ミディアム'),
  shot('cowboy', 'cowboy shot|thighs up|七分身|膝から上'),
  shot('full', 'full body|full figure|whole body|full shot|全身'),
  shot('wide', 'wide shot|wide|long shot|远景|广角|全景|引き|ロング'),
  shot('establishing', 'establishing|show the place|show the whole place|the surroundings|大全景|环境|交代环境|場所を見せ|情景'),
  shot('over-shoulder', 'over the shoulder|over-the-shoulder|over-shoulder|过肩|越肩|肩越し'),
  shot('low-angle', 'low angle|from below|worm|仰视|仰拍|从下往上|从下面|あおり|下から'),
  shot('birds-eye', "bird's eye|birds eye|bird's-eye|from above|top view|俯视|俯拍|从上往下|从上面|鸟瞰|俯瞰|上から|真上"),
  shot('insert', 'insert|the thing only|only the thing|道具特写|只画东西|物だけ|手元'),
  [{ sets: 'nearer' }, 'closer|nearer|zoom in|近一点|近些|拉近|再近|もっと近|近づけ|寄って|寄り'],
  [{ sets: 'farther' }, 'farther|further away|zoom out|step back|远一点|远些|拉远|再远|もっと遠|引いて|離れて'],
  [{ sets: 'mirror' }, 'mirror|mirrored|flip|other side|other way round|镜像|翻转|左右反|反过来|反転|左右逆|逆向き'],
  [{ sets: 'tilted' }, 'tilt|tilted|dutch angle|slanted|倾斜|斜着|歪一点|傾け|斜め'],
  [{ sets: 'straight' }, 'straight|level|no tilt|摆正|不要倾斜|水平|まっすぐ|傾けない'],
  face('neutral', 'neutral|calm face|平静|面无表情|真顔|無表情'), face('smile', 'smile|smiling|微笑|笑一点|微笑む|笑顔|ほほえ'), face('laugh', 'laugh|laughing|happy|大笑|开心|高兴|笑って|大笑い|うれし|嬉し|楽し'),
  face('grin', 'grin|grinning|咧嘴|にやり|にっこり'), face('smirk', 'smirk|坏笑|冷笑|ほくそ'), face('sad', 'sad|sadder|unhappy|悲伤|难过|伤心|悲し'), face('cry', 'cry|crying|tears|weeping|哭|流泪|泣'),
  face('angry', 'angry|angrier|annoyed|生气|愤怒|恼火|怒'), face('furious', 'furious|enraged|rage|暴怒|大怒|激怒|激昂'), face('surprised', 'surprised|astonished|惊讶|吃惊|驚'), face('shocked', 'shocked|stunned|震惊|愕然|ショック|衝撃'),
  face('afraid', 'afraid|scared|frightened|害怕|恐惧|怖が|怯え'), face('terrified', 'terrified|horrified|惊恐|恐怖|恐怖の'), face('worried', 'worried|anxious|nervous|担心|不安|焦虑|心配'), face('embarrassed', 'embarrassed|blushing|shy|害羞|脸红|尴尬|照れ|恥ずかし|赤面'),
  face('disgusted', 'disgusted|厌恶|嫌弃|嫌そう|うんざり'), face('tired', 'tired|exhausted|疲惫|累|疲れ'), face('asleep', 'asleep|sleeping|睡着|眠って|寝て'), face('thinking', 'thinking|thoughtful|pensive|思考|沉思|考え'),
  face('determined', 'determined|resolute|坚定|决心|決意|真剣'), face('suspicious', 'suspicious|doubtful|怀疑|疑'), face('pained', 'in pain|pained|hurt|痛苦|痛そう|苦し'), face('loving', 'loving|tender|深情|温柔|愛おし|優し'), face('pleading', 'pleading|begging|恳求|哀求|懇願|すがる'), face('smug', 'smug|proud|得意|得意げ|どや'), face('blank', 'blank|empty look|呆滞|发呆|ぼんやり|呆然'),
  pose('stand', 'standing|stand up|站着|站立|立って'), pose('arms-crossed', 'arms crossed|crossed arms|抱臂|双手抱胸|腕組'), pose('stand-hands-hips', 'hands on hips|叉腰|腰に手'), pose('hands-in-pockets', 'hands in pockets|插兜|ポケット'), pose('walk', 'walking|走路|走着|歩'), pose('run', 'running|run|跑|走って|走る'),
  pose('jump', 'jumping|jump|跳|跳ん|ジャンプ'), pose('sit-chair', 'sitting|sit down|坐着|坐下|座っ'), pose('kneel', 'kneeling|跪|跪い|膝をつ'), pose('crouch', 'crouching|squat|蹲|しゃが'), pose('lie', 'lying|躺|横たわ|寝転'), pose('lean', 'leaning|靠着|倚|寄りかか'), pose('bow', 'bowing|鞠躬|お辞儀'), pose('wave', 'waving|wave|挥手|手を振'), pose('point', 'pointing|point at|指着|指さ|指差'),
  pose('reach', 'reaching|reach out|伸手|手を伸ば'), pose('fight-stance', 'fighting|fight stance|fight pose|格斗|战斗姿势|构え|戦う'), pose('punch', 'punching|punch|出拳|殴'), pose('kick', 'kicking|kick|踢|蹴'), pose('head-in-hands', 'head in hands|抱头|頭を抱え'), pose('cheer', 'cheering|cheer|欢呼|万歳|喜んで'), pose('shrug', 'shrug|耸肩|肩をすくめ'), pose('read', 'reading|看书|读书|読んで'), pose('phone', 'on the phone|打电话|電話'), pose('look-up', 'looking up|look up|抬头|仰望|見上げ'), pose('look-back', 'looking back|look back|回头|振り返'), pose('cower', 'cowering|缩成一团|縮こま'), pose('pray', 'praying|祈祷|祈'), pose('startle', 'startled|吓一跳|びくっ'),
  turn('front', 'facing us|facing the reader|from the front|正面|こちら向き'), turn('back', 'from behind|from the back|back view|背影|背后|背面|后ろ姿|後ろ姿|後ろから'), turn('left', 'facing left|look left|朝左|向左|左向き'), turn('right', 'facing right|look right|朝右|向右|右向き'), turn('left-profile', 'profile|side view|侧面|侧脸|横顔|真横'),
  time('day', 'daytime|by day|in daylight|白天|昼'), time('dusk', 'dusk|sunset|evening light|黄昏|傍晚|夕暮れ|夕方'), time('night', 'night|at night|夜晚|夜里|晚上|夜'), time('dawn', 'dawn|sunrise|early morning|清晨|黎明|日出|夜明け|早朝'),
  weather('rain', 'rain|raining|rainy|下雨|雨中|雨'), weather('snow', 'snow|snowing|下雪|雪'), weather('fog', 'fog|mist|foggy|雾|霧'), weather('storm', 'storm|thunder|暴风雨|雷雨|嵐'), weather('wind', 'wind|windy|刮风|大风|風'), weather('clear', 'clear sky|sunny|no rain|晴天|晴朗|晴れ'), weather('cloudy', 'cloudy|overcast|阴天|多云|曇'),
  mood('dark', 'darker|gloomy|更暗|阴暗|暗い|暗く'), mood('tense', 'tense|tenser|紧张|緊張|緊迫'), mood('romantic', 'romantic|浪漫|ロマンチック'), mood('comic', 'funny|funnier|comical|搞笑|滑稽|コミカル|面白'), mood('dramatic', 'dramatic|more drama|戏剧|劇的|ドラマチック'), mood('calm', 'calmer|quiet|平静一点|安静|静か|穏やか'), mood('mysterious', 'mysterious|神秘|不思議|神秘的'),
  effect('speed-lines', 'speed lines|速度线|スピード線|流線'), effect('focus-lines', 'focus lines|集中线|集中線'), effect('impact-flash', 'impact|flash|冲击|爆发|衝撃線|フラッシュ'), effect('silhouette', 'silhouette|剪影|シルエット'), effect('flowers', 'flowers|花朵|花'), effect('sparkle', 'sparkle|sparkles|闪光|星星|キラキラ'), effect('gloom-lines', 'gloom lines|阴沉线|どんより'), effect('black-background', 'black background|黑色背景|黑背景|黒背景|黒バック'), effect('white-background', 'white background|no background|plain background|白背景|无背景|白バック|背景なし'), effect('lightning', 'lightning|闪电|稲妻'), effect('hearts', 'hearts|爱心|ハート'), effect('sweat', 'sweat|汗'),
  [{ sets: 'no-effects' }, 'no effects|without effects|no lines|不要效果|去掉效果|効果なし'],
  [{ sets: 'crowd', value: 0 }, 'no crowd|nobody else|empty|没有人群|没有别人|空无一人|人混みなし|他に誰も'], [{ sets: 'crowd', value: 12 }, 'crowd|many people|more people|人群|很多人|人混み|大勢'],
];
