import type { Expression } from '../../model/kinds.ts';
import type { WordRow } from './match.ts';

export const EXPRESSION_WORDS: readonly WordRow<Expression>[] = [
  [
    'smile', 'smile|smiling|pleased|gently|kindly|softly smiled|beam|beaming|warmly|glad|welcome|thank you|thanks', '微笑|笑着|笑了|含笑|高兴|开心|谢谢|温柔|欣慰',
    '微笑|にっこり|ほほえ|笑顔|笑って|嬉し|うれし|ありがとう|優しく|やさしく',
  ],
  [
    'laugh', 'laugh|laughing|giggle|giggling|chuckle|chuckling|burst out laughing|ha ha|haha|roared with laughter', '大笑|哈哈|笑出声|咯咯|嘻嘻|笑得|笑起来',
    '大笑|笑い出|げらげら|ははは|あはは|くすくす|爆笑|笑い声',
  ],
  [
    'grin', 'grin|grinning|gleeful|cheerful|cheerfully|merrily|delighted|joy|joyful|hooray|hurrah|happy|happily|excited|excitedly|eager|eagerly',
    '咧嘴|兴奋|欢呼|快活|乐了|太好了|太棒了|喜滋滋|得意洋洋', 'にやにや|にやり|わくわく|やった|大喜び|はしゃ|楽し|ご機嫌|うきうき',
  ],
  ['smirk', 'smirk|sneer|sneering|mocking|mockingly|sarcastic|dryly|wry|teasing|teased', '冷笑|讥笑|嘲笑|嗤|坏笑|调侃|打趣', '冷笑|嘲笑|ふふん|皮肉|からか|鼻で笑'],
  [
    'sad', 'sad|sadly|sorrow|grief|mourn|lonely|gloomy|sigh|sighed|sighing|regret|sorry|heartbroken|disappointed|wistful|mournfully',
    '难过|伤心|悲伤|悲哀|叹气|叹了口气|叹道|失望|寂寞|孤独|对不起|遗憾|沮丧|黯然|垂头', '悲し|かなし|寂し|さびし|ため息|溜息|がっかり|うつむ|ごめん|残念|切な|しょんぼり',
  ],
  ['cry', 'cry|cried out in grief|weep|weeping|wept|sob|sobbing|tears|tearful|crying', '哭|流泪|泪水|眼泪|抽泣|哽咽|落泪|呜咽|泪', '泣い|泣き|涙|号泣|すすり泣|しゃくり|なみだ'],
  [
    'angry', 'angry|angrily|anger|annoyed|irritated|scowl|frown|frowning|glare|glaring|snap|snapped|sternly|cross|grumble|growl|growled|indignant',
    '生气|气愤|愤怒|恼|瞪|皱眉|皱着眉|不满|怒|斥|没好气|哼', '怒っ|怒り|むっと|睨|にらみ|不機嫌|眉をひそ|いらいら|腹を立て|叱|ぷんぷん',
  ],
  ['furious', 'furious|furiously|rage|raging|roar|roared|bellow|fury|how dare|damn you|screamed at', '大怒|暴怒|怒吼|咆哮|大发雷霆|怒喝|厉声|滚', '激怒|怒鳴|怒号|ふざけるな|許さ|吠え|かんかん'],
  [
    'surprised', 'surprise|surprised|astonish|astonished|amazed|wonder|startled|what\\?|oh!|stared|gasp|gasped|blink|blinked|really',
    '惊讶|吃惊|惊奇|诧异|一愣|愣住|愣了|咦|啊|怎么会|什么|竟然|意外', '驚い|驚き|びっくり|えっ|あれ|目を丸く|なんだって|まさか|おどろ|意外|きょとん',
  ],
  [
    'shocked', 'shock|shocked|stunned|horrified|speechless|impossible|thunderstruck|aghast|froze|unbelievable', '震惊|目瞪口呆|大惊|惊呆|不可能|呆住|僵住|傻眼|大吃一惊',
    '愕然|呆然|衝撃|ぎょっと|凍りつ|ありえない|絶句|唖然|息をのん|息を呑',
  ],
  [
    'afraid', 'afraid|fear|fearful|scared|frightened|nervous|nervously|trembling|tremble|shiver|shivered|timid|anxious', '害怕|恐惧|发抖|颤抖|胆怯|怕|哆嗦|紧张|心惊',
    '怖|こわ|恐れ|震え|怯え|おびえ|びくびく|ぞっと|緊張',
  ],
  ['terrified', 'terrified|terror|horror|scream|screamed|shriek|shrieked|help!|panic', '惊恐|尖叫|救命|恐怖|吓得|惨叫|魂飞', '悲鳴|恐怖|助けて|絶叫|きゃあ|ひいっ|真っ青'],
  [
    'worried', 'worry|worried|worriedly|uneasy|concern|concerned|hesitate|hesitated|doubtful|troubled|uncertain|anxiously', '担心|担忧|不安|犹豫|焦急|为难|发愁|忧',
    '心配|不安|ためら|困っ|戸惑|おろおろ|気がかり|迷っ',
  ],
  [
    'embarrassed', 'blush|blushed|blushing|embarrassed|shy|shyly|ashamed|awkward|awkwardly|sheepish|bashful|stammered|red-faced',
    '脸红|害羞|不好意思|尴尬|羞|红着脸|红了脸|腼腆|结结巴巴', '赤くな|照れ|恥ずかし|もじもじ|頬を染め|気まず|しどろもどろ|顔を赤',
  ],
  ['disgusted', 'disgust|disgusted|disgusting|ugh|nasty|revolting|yuck|grimace', '恶心|厌恶|嫌弃|讨厌|呸|嫌恶', '気持ち悪|嫌悪|うえっ|げっ|汚らわし|うんざり'],
  ['tired', 'tired|weary|wearily|exhausted|yawn|yawned|sleepy|sleepily|drowsy|faint|weak', '疲惫|累|困|打哈欠|哈欠|无力|虚弱|疲倦|倦', '疲れ|くたびれ|眠そう|あくび|ぐったり|へとへと|だるそう|眠い'],
  ['asleep', 'asleep|sleeping|slept|fell asleep|snore|snoring|dreaming', '睡着|睡了|熟睡|打鼾|沉睡|入睡', '眠っ|寝て|寝息|いびき|うたた寝|居眠り'],
  [
    'thinking', 'think|thinking|thought|ponder|wondered|consider|muse|mused|remember|remembered|puzzled|hm|hmm', '想了想|思考|沉思|心想|寻思|琢磨|考虑|想起|疑惑|嗯',
    '考え|思案|ふむ|うーん|思い出|首をかしげ|首を傾げ|悩',
  ],
  [
    'determined', 'determined|resolve|resolved|firmly|firm|resolute|bravely|brave|steady|nodded firmly|promise|i will|decided|swore',
    '坚定|决心|决定|咬牙|毅然|勇敢|坚决|一定要|发誓|握紧', '決意|決心|きっぱり|きりっと|勇気|必ず|覚悟|約束|力強|決め',
  ],
  ['suspicious', 'suspicious|suspiciously|suspect|doubt|narrowed|squint|wary|warily|distrust', '怀疑|狐疑|眯起眼|警惕|起疑|盯着|打量', '疑っ|怪し|じろじろ|目を細|警戒|いぶか|胡散臭'],
  ['pained', 'pain|painful|hurt|wounded|groan|groaned|ouch|ache|moan|winced|wince|bleeding', '疼|痛|受伤|呻吟|哎哟|流血|痛苦', '痛|いたっ|うめ|怪我|苦し|呻|傷'],
  ['loving', 'love you|loved you|in love|lovingly|tenderly|tender|darling|kiss|kissed|adore|fondly|embrace', '爱你|喜欢你|深情|亲爱|吻|温情|疼爱', '愛し|好きだ|好きです|大好き|愛お|いとし|キスし|キスを|口づけ|恋し|恋に落'],
  ['pleading', 'please|beg|begged|plead|pleading|implore|imploring|i beg', '求你|求求|哀求|恳求|拜托|央求|请你', 'お願い|頼む|頼み|どうか|懇願|すがる'],
  ['smug', 'proud|proudly|boast|smug|triumphant|triumphantly|of course|naturally|confident', '得意|骄傲|自豪|当然|神气|自信', '得意|自慢|誇らし|えへん|当然|自信満々|ふふ'],
  [
    'blank', 'blank|blankly|expressionless|absently|dazed|vacant|silent|silence|said nothing|calmly|coldly', '面无表情|发呆|茫然|沉默|冷冷|平静|淡淡|默默',
    '無表情|ぼんやり|ぼうっと|黙っ|沈黙|淡々|冷たく|静かに',
  ],
];
