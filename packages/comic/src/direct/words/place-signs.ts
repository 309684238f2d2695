/**
 * What people do and handle where no place is named, and which place that tells. Patterns, one list a language.
 * Weight 3 tells a place alone, 2 tells that one is under a roof (or under the sky), 1 only helps.
 */
import type { Language, PlaceKind } from '../../model/kinds.ts';

export type PlaceSign = readonly [of: PlaceKind | 'indoors' | 'outdoors', weight: 1 | 2 | 3, pattern: RegExp];

const THE = String.raw`(?:(?:the|a|an|his|her|their|my|our|its|another|some|more|two|three)\s+)?(?:(?!car|taxi|garden|carriage)\w+\s+)?`;

function en(of: PlaceSign[0], weight: PlaceSign[1], words: string): PlaceSign {
  return [of, weight, new RegExp(String.raw`\b(?:${words.replaceAll('~', String.raw`\s+${THE}`)})\b`, 'iu')];
}

function east(of: PlaceSign[0], weight: PlaceSign[1], words: string): PlaceSign {
  return [of, weight, new RegExp(words, 'u')];
}

export const PLACE_SIGNS: Record<Language, readonly PlaceSign[]> = {
  en: [
    en('indoors', 2, 'clos(?:ed|es|ing)~door|shut(?:s|ting)?~door|slam(?:med|s)?~door|lock(?:ed|s)~door|door (?:closed|shut|clicked shut|slammed)|behind (?:her|him|them|me) and (?:locked|bolted) it'),
    en('indoors', 2, '(?:look|star|gaz|peer|glanc)(?:ed|es|s|ing|e) (?:out )?(?:of|through|from)~windows?|(?:look|star|gaz|peer|glanc)(?:ed|es|s|ing|e) out~windows?|out of~windows?|(?:opened|closed|shut|outside|through)~windows?|(?:sat|stood|by|at|to|against)(?: (?:by|at|near|beside))?~windows?|windowsill|window sill|window ?panes?'),
    en('indoors', 2, '(?:drew|closed|opened|pulled|parted)~(?:curtains?|blinds)|curtains? (?:stirred|moved|fluttered)'),
    en('indoors', 2, '(?:sat|sit|sits|sitting)(?: back| down)? (?:at|around|round|by)~table|(?:sat|sits|sitting) (?:back )?(?:down )?(?:on|in)~(?:chair|stool|rug|carpet|cushion)|pulled (?:up|out|back)~chair|pushed back~chair|on~table|across~table|under~table'),
    en('indoors', 2, '(?:turned|switched|flicked|flipped) (?:on|off|out)~(?:lights?|lamp)|light switch|ceiling|wallpaper|floorboards?|chandelier|wooden floor|(?:across|on|swept|mopped)~floor|cupboard|mantelpiece|picture on~wall|clock on~wall|(?:wall|grandfather|cuckoo) clock|clock ticked|drawer'),
    en('doorway', 1, 'knock(?:ed|s)? (?:at|on)~door|knock at~door|doorbell|doormat|rang~bell'),
    en('indoors', 2, 'answered~door|opened~door (?:a crack|for)|took off~(?:coat|shoes|boots)|hung(?: up)?~coat|(?:came|got|arrived|back) home|wiped~(?:feet|shoes|boots)'),
    en('kitchen', 3, 'kettle|tea ?pot|pour(?:ed|s|ing)?(?: out)?~(?:tea|coffee|milk)|(?:made|makes|making|brewed|brewing)~(?:tea|coffee|breakfast|dinner|supper|lunch|sandwich|soup|pancakes)|frying pan|saucepan|fridge|refrigerator|stirr?(?:ed|ing)~(?:soup|pot|stew|sauce|batter|porridge)|(?:chopp|peel|slic)(?:ed|ing)~(?:onions?|potato(?:es)?|carrots?|vegetables|apples?|bread|garlic)|(?:wash|dri)(?:ed|ing)~(?:dishes|plates|cups)|knead(?:ed|ing)?|rolling pin|toaster|microwave|apron|dishwasher|cutting board|baked~(?:cake|bread|pie|cookies)'),
    en('kitchen', 2, 'tea ?cups?|cup of tea|mugs?|saucer|plates?|bowl of (?:soup|rice|cereal|porridge)|breakfast|supper|teaspoon|cookie jar|dinner was ready|laid~table|set~table|biscuits?|toast'),
    en('bedroom', 3, '(?:woke|wakes|waking)(?: up)? (?:in|to)~(?:bed|alarm|dark|room)|alarm clock|alarm (?:rang|went off|beeped)|(?:got|gets|climbed|jumped|slid|rolled) (?:into|out of)~bed|in bed|on~bed|to bed|bedside|pyjamas|pajamas|tuck(?:ed|s) (?:him|her|them|me)? ?in|pillow|mattress|wardrobe|duvet|nightgown|quilt|blankets?|teddy bear|pulled~covers|night-?light|bedtime|under~(?:covers|blanket|bed)'),
    en('bathroom', 3, 'brush(?:ed|es|ing)~teeth|toothbrush|toothpaste|(?:ran|filled)~bath|bubble bath|took a shower|in the shower|flushed|bathtub|turned (?:on|off)~tap|shav(?:ed|ing)'),
    en('living-room', 3, 'sofa|couch|arm ?chair|television|tv|remote control|by~fire|fireplace|rocking chair|christmas tree|doll ?house|video game|game controller|played~piano|at~piano|knitting'),
    en('study', 3, 'typewriter|(?:at|over|behind)~desk|desk lamp|inkwell|ink bottle|manuscript|quill|homework'),
    en('classroom', 3, 'blackboard|chalk|whiteboard|raised~hand and~teacher|teacher (?:wrote|handed|called|tapped|turned|asked|smiled|frowned|clapped)|pupils?|classmates?|spelling test|exam papers?|(?:math|maths|history|science|english) (?:test|exam|class|lesson)|the class (?:laughed|fell|went|was|listened)|pop quiz|handed out~(?:tests?|papers?|exams?)|opened~(?:text ?book|exercise book)'),
    en('office', 3, 'photocopier|spreadsheet|keyboard|(?:his|her|the|their|my) boss|typed|email|e-mail|coffee machine|swivel chair|deadline'),
    en('hospital', 3, 'nurse|surgeon|stethoscope|bandag(?:e|ed|es)|iv drip|heart monitor|x-?ray|the doctor (?:looked|came|smiled|nodded|shook|listened|examined|checked|wrote)|patients?|thermometer|wheelchair|operating table'),
    en('restaurant', 3, 'waiters?|waitress|menu|chef|the bill|tablecloth|ordered~(?:soup|pasta|steak|noodles|ramen|wine|dessert|dinner|pizza|fish)'),
    en('cafe', 3, 'barista|latte|espresso|cappuccino|ordered~coffee'),
    en('bar', 3, 'bartender|barman|whisk(?:e)?y|cocktail|bar stool|pint of'),
    en('shop', 3, 'cashier|cash register|checkout|shop assistant|price tag|(?:the|a) customer|shelves of|wrapped~(?:gift|parcel|bread)'),
    en('library', 3, 'librarian|library card|turned~pages? in silence|between~shelves'),
    en('gym', 2, 'treadmill|dumbbells?|punching bag|basketball hoop|wrestling mat'),
    en('laboratory', 3, 'test tubes?|beaker|petri dish|lab coat|microscope|bunsen'),
    en('car', 3, 'seat ?belt|steering wheel|dashboard|rear-?view mirror|started~engine|windscreen|windshield'),
    en('church', 3, 'pews?|the organ|stained glass|the vicar|the priest'),
    en('theatre', 3, 'backstage|spotlight|the audience|the footlights'),
    en('outdoors', 2, '(?:walk|ran|run|stroll|wander|hurr|rac|rush|march|skip)(?:ed|s|ing|ied)? (?:down|up|along|home|across|past|through)|on~way (?:home|to)|in the (?:rain|snow|sun|wind|sunshine|open)|rain (?:fell|ran|dripped|poured|streamed) (?:on|down)~(?:face|hair|head|shoulders?|hat|coat|cheeks?)|(?:opened|shared|held|under)~umbrella|got wet|splash(?:ed|ing)|puddles?'),
    en('outdoors', 2, 'under~(?:tree|oak|sky|stars|sun|moon)|(?:climbed|beneath|behind)~tree|on~grass|pick(?:ed|ing) (?:flowers|berries|apples)|kite|sled|snowman|snowballs?|tent|campfire|plough|fishing rod|threw~(?:ball|stone|stick)|kicked~ball|dug|watered~(?:flowers|plants)'),
    en('outdoors', 1, '(?<!christmas )trees?|leaves|bicycle|bike|horse|clouds?|flew|swam|rowed|puppy ran|dog ran|birds?|wind'),
    en('outdoors', 2, 'went (?:out|outside)|stepped out|outside (?:again|in the)|out into|traffic|taxi|street ?lamps?|headlights|honked|lamppost|tracks'),
  ],
  zh: [
    east('indoors', 2, '(?:关|關|锁|鎖|带|帶|掩|反锁)(?:上|好|紧|緊|了|住)*了?[^，。；]{0,3}门(?!铃|票|口)|把[^，。；]{0,3}门(?:关|關|锁|鎖|带|掩)|门(?:砰地|轻轻|悄悄)?(?:关|關)(?:上|了)'),
    east('indoors', 2, '窗外|窗前|窗边|窗邊|窗台|窗户|窗戶|窗帘|窗簾|玻璃窗|窗子|开窗|推开窗|关上?窗'),
    east('indoors', 2, '(?:坐|趴|围|圍|伏)(?:在|到|回|着)[^，。；]{0,4}(?:桌|椅|凳|地毯|榻榻米|沙发|炕)|桌子|餐桌|茶几|椅子|凳子|饭桌|桌上|桌边|桌旁|桌前'),
    east('indoors', 2, '(?:打开|开|关|關|拧亮|点亮|熄)(?:了|上|掉|灭)*(?:台)?灯|关灯|开灯|电灯|台灯|吊灯|天花板|地板|墙上|牆上|挂钟|掛鐘|抽屉|抽屜|柜子|衣架|地毯|屏风|墙角|暖气|空调'),
    east('doorway', 1, '敲门|敲了敲门|门铃|按铃|敲响了门'),
    east('indoors', 2, '(?:开|打开|拉开|去开)了?门|换(?:上|了)?拖鞋|脱(?:下|了|掉)?(?:鞋|外套|大衣)|挂(?:好|起|上)(?:外套|大衣|衣服)|回到家|到家|回了家|回家了|进了屋|进屋|屋子|房间|房门'),
    east('kitchen', 3, '倒(?:了|上|好|满)?(?:一|两|三)?(?:杯|壶|碗)?(?:热|凉|红|绿)?(?:茶|咖啡|牛奶|开水)|(?:泡|沏|煮|烧)(?:了|好|上|着)?(?:一|两)?(?:杯|壶|碗|锅)?(?:热)?(?:茶|咖啡|水|汤|面|粥|饭|饺子|菜)|茶壶|水壶|冰箱|平底锅|炒菜|切菜|切(?:着|了)?(?:洋葱|土豆|萝卜|苹果|葱|肉)|洗碗|刷碗|菜刀|砧板|围裙|锅里|锅铲|揉面|包饺子|做饭|煎(?:了|着|好)?(?:一)?(?:个|只)?(?:鸡)?蛋|电饭煲|微波炉|蒸笼|烤箱|做(?:了|好)?(?:早|午|晚)饭'),
    east('kitchen', 2, '茶杯|杯子|碗筷|筷子|盘子|碟子|一碗汤|一碗面|一碗粥|早饭|晚饭|摆好了?碗|端(?:上|来|着|起)(?:了)?(?:一)?(?:碗|盘|菜|汤|饭|茶)|面包|勺子'),
    east('bedroom', 3, '闹钟|醒来|睡醒|(?:爬|跳|坐|下|翻身)(?:下|起|上)?了?床|床头|床上|床边|枕头|被子|棉被|毯子|睡衣|衣柜|躺(?:在|到|上)(?:了)?床|钻进被|盖好被|睡觉|睡前|上床|哄[^，。]{0,4}睡'),
    east('bathroom', 3, '刷牙|牙刷|牙膏|洗澡|淋浴|泡澡|水龙头|毛巾|马桶|刮胡子|洗脸'),
    east('living-room', 3, '沙发|电视|遥控器|壁炉|摇椅|弹(?:着|起|了)?钢琴|钢琴前|打毛线|织毛衣|打游戏|游戏机|积木|拼图'),
    east('study', 3, '书桌|书案|毛笔|砚台|研墨|写作业|做作业|打字机|稿纸|书柜|伏案|批改'),
    east('classroom', 3, '黑板|粉笔|课桌|老师(?:走|转|在|把|敲|写|点|笑|问|叫|说完|发|念|合)|举(?:起|了)?手|同桌|全班|同学们|考卷|试卷|下课|上课铃|课本|讲台|默写|听写'),
    east('office', 3, '打印机|复印机|键盘|电脑|老板(?:走|敲|看|拍|叫|把)|加班|邮件|报表|工牌|咖啡机'),
    east('hospital', 3, '护士|医生(?:走|看|笑|摇|点|拿|检|摘|合|推)|听诊器|绷带|病人|输液|点滴|体温计|手术|轮椅|病历|打针|吃药'),
    east('restaurant', 3, '服务员|菜单|点(?:了)?(?:一|两|三|几)?(?:个|份|道)?菜|厨师|结账|买单|火锅|上菜'),
    east('cafe', 3, '拿铁|咖啡师|卡布奇诺|点(?:了)?(?:一|两)?杯?咖啡'),
    east('bar', 3, '酒保|调酒|吧台|威士忌|鸡尾酒'),
    east('shop', 3, '收银|顾客|柜台|货架|价签|店员|老板娘|找(?:了)?零钱'),
    east('library', 3, '借书证|管理员|借书|还书|书架'),
    east('gym', 2, '跑步机|哑铃|沙袋|篮筐'),
    east('laboratory', 3, '试管|烧杯|显微镜|白大褂|培养皿'),
    east('car', 3, '安全带|方向盘|后视镜|油门|副驾驶|挡风玻璃'),
    east('indoors', 1, '花瓶|蜡烛|电话响|接(?:起|了)电话|镜子|屋里'),
    east('outdoors', 2, '(?:走|跑|骑|飞|奔|冲)(?:过|在|着|向|到|出)(?!床|桌|窗|门前|屋里|房间|厨房)|散步|放风筝|骑(?:着|上)?(?:车|自行车|马)|打(?:着|起|开)(?:一)?(?:把)?伞|撑(?:着|起|开)(?:一)?(?:把)?伞|淋(?:着|湿|了)|(?:雨|雪)(?:水|点|花)?(?:打|落|飘|滴)(?:在|到)[^，。]{0,6}(?:脸|头|身|肩|发|衣|帽|手)|冒(?:着)?雨|水坑|雪人|打雪仗|路灯|回家的路|一路|路上'),
    east('outdoors', 2, '树(?:下|上|林|荫|旁|后)|爬(?:上)?(?:了)?树|草(?:地|丛|上)|摘(?:了|下|着)?(?:花|果|苹果)|爬山|钓鱼|划船|帐篷|篝火|踢球|放羊|浇花|星空下|太阳底下|阳光下|出门|来到外面|走出(?:门|屋|家)'),
    east('outdoors', 1, '树|天空|马路|汽车|种(?:下|了|着)|鸟|风(?:吹|很大)|云'),
  ],
  ja: [
    east('indoors', 2, '(?:ドア|扉|戸|ふすま|襖|障子|鍵|カギ)を(?:[^、。]{0,5}(?:閉|し)め|後ろ手|かけ|掛け|閉ざ|引い)|(?:ドア|扉|戸)が(?:[^、。]{0,5})?閉ま|ドアを閉'),
    east('indoors', 2, '窓(?:の外|から|を|辺|際|ぎわ|べ|に|ガラス|の(?:そば|前|向こう))|カーテン|窓越し|ブラインド|障子|雨戸'),
    east('indoors', 2, '(?:テーブル|食卓|椅子|いす|座布団|ちゃぶ台|じゅうたん|畳|こたつ|炬燵|クッション|床)(?:に|の上|を|へ|で|につ)|テーブル|腰かけ椅子'),
    east('indoors', 2, '(?:電気|明かり|灯り|あかり|電灯|照明|スタンド)を(?:つけ|点け|消)|天井|床に|床を|壁(?:に|の|を)|柱時計|掛け時計|壁時計|引き出し|戸棚|押し入れ|押入れ|棚(?:から|に|の)|エアコン|ストーブ'),
    east('doorway', 1, '(?:ドア|扉|戸)を(?:叩|たた|ノック)|ノック|呼び鈴|インターホン'),
    east('indoors', 2, '(?:ドア|扉|戸)を開け|靴を脱|スリッパ|コートを(?:脱|掛|かけ)|上着を(?:脱|掛|かけ)|家に(?:帰|着|戻|入)|帰宅|家へ帰'),
    east('kitchen', 3, '(?:お茶|紅茶|コーヒー|珈琲|ココア|ミルク|牛乳|麦茶)を(?:入れ|いれ|淹れ|注|つい|わか|沸か|温め)|お?湯(?:を|が)(?:沸|わ|注)|やかん|急須|ポット|冷蔵庫|フライパン|鍋(?:を|に|の|が)|包丁|まな板|皿を洗|食器を洗|洗い物|エプロン|料理を(?:し|作|始)|(?:ご飯|夕飯|朝ご飯|朝食|夕食|弁当|お弁当|味噌汁|カレー|スープ|サンドイッチ|ケーキ|クッキー|卵焼き)を(?:作|つく|炊|焼|よそ|煮|温め)|(?:玉ねぎ|にんじん|野菜|じゃがいも|りんご|パン)を(?:切|刻|むい|剥)|電子レンジ|炊飯器|オーブン|しゃもじ|お玉'),
    east('kitchen', 2, 'お茶|湯のみ|湯飲み|湯呑|茶碗|お椀|箸(?:を|が|で)|マグカップ|カップ|皿(?:を|に|の)|朝ご飯|晩ご飯|夕飯|朝食|夕食|味噌汁|トースト'),
    east('bedroom', 3, '目覚まし|目覚し|アラーム|ベッド|布団|ふとん|枕|毛布|パジャマ|寝間着|(?:朝|彼|彼女|ふと|)目を覚ま(?:し|す)|目が覚め|寝かしつけ|クローゼット|たんす|箪笥|タンス|寝返り'),
    east('bathroom', 3, '歯を(?:磨|みが)|歯ブラシ|歯磨き|お?風呂に(?:入|つか|浸)|シャワー|蛇口|湯船|顔を洗|ひげを(?:剃|そ)|洗面'),
    east('living-room', 3, 'ソファ|テレビ|リモコン|暖炉|こたつ|炬燵|ピアノ(?:を|の前)|編み物|ゲーム機|ゲームを|積み木|パズル|仏壇|揺り椅子'),
    east('study', 3, '机に(?:向|突っ伏|つ)|机の(?:上|前|引き出し)|宿題|原稿|万年筆|筆を|墨を|タイプライター|書き物'),
    east('classroom', 3, '黒板|チョーク|先生(?:が|は)(?:[^、。]{0,8}?)(?:書|振り向|入って|指|配|教|呼|出席|笑|言|聞)|クラス(?:中|の|メート|メイト)|隣の席|手を(?:挙|あ)げ|答案|教科書を|チャイム|テスト(?:を|が|の)|生徒|出席|プリント'),
    east('office', 3, 'パソコン|キーボード|コピー機|残業|メールを|課長|部長(?:が|は)|プリンタ'),
    east('hospital', 3, '看護師|看護婦|医者(?:が|は)|医師|聴診器|包帯|点滴|患者|体温計|手術|車椅子|カルテ|注射'),
    east('restaurant', 3, 'メニュー|注文|ウェイター|ウェイトレス|給仕|シェフ|お会計'),
    east('cafe', 3, 'バリスタ|カフェラテ|エスプレッソ|カプチーノ'),
    east('bar', 3, 'バーテンダー|ウイスキー|カクテル|カウンター席'),
    east('shop', 3, 'レジ|店員|店主|お釣り|値札|商品|お客(?:が|は|さん)|客が'),
    east('library', 3, '司書|貸し出し|貸出|本棚'),
    east('gym', 2, 'ダンベル|サンドバッグ|跳び箱|竹刀'),
    east('laboratory', 3, '試験管|ビーカー|顕微鏡|白衣|フラスコ'),
    east('car', 3, 'シートベルト|ハンドルを|バックミラー|アクセル|エンジンを|フロントガラス'),
    east('indoors', 1, '花瓶|ろうそく|電話が鳴|受話器|鏡(?:を|の|に)|時計の(?:針|音)'),
    east('outdoors', 2, '(?:歩|走|駆け)(?:いて|って|き|り|く|る|い)(?:いた|いる|きた|行|い|帰|出)?|散歩|自転車|凧|傘を(?:さ|差|開)|傘に|雨に(?:濡|ぬ|打)|雪(?:だるま|合戦)|水たまり|帰り道|街灯|(?:雨|雪)が[^、。]{0,4}(?:顔|頬|肩|髪|頭)|道を|空を見上げ|夜空|青空|星空'),
    east('outdoors', 2, '木(?:の下|に登|陰)|草(?:むら|の上)|花を摘|釣り|舟を漕|テント|焚き火|ボールを(?:蹴|投|追)|種を|水をや|(?<!窓の)外(?:に|へ)(?:出|飛び|駆)|馬に'),
    east('outdoors', 1, '木々|木が|草を|(?<!窓の)外で|飛ん|泳|鳥|風が|雲'),
  ],
};
