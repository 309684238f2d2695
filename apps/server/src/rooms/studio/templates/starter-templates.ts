import type { TemplateContent, UiLanguage } from '@komawari/contract';

type Starter = { style: string | null; ratio: string; negative: boolean; words: Readonly<Record<UiLanguage, readonly [title: string, prompt: string, note: string]>> };

const NEGATIVE: Readonly<Record<UiLanguage, string>> = { en: 'text, signature, watermark', 'zh-CN': '文字, 签名, 水印', ja: '文字, 署名, 透かし' };

/** Templates that come with the house, written for it and given to the public domain (CC0). */
const STARTERS: readonly Starter[] = [
  { style: 'anime', ratio: '16:9', negative: true, words: {
    en: ['Character sheet', 'Character sheet of {{who=a girl with short silver hair and a long red scarf}}: full length from the front, from the side and from behind, beside them three faces, {calm|curious}, laughing and angry, plain white background, even light', 'Draw it once, then use it as a reference so that a figure stays the same in every panel.'],
    'zh-CN': ['角色设定图', '{{角色=银色短发、系着红色长围巾的少女}}的角色设定图：正面、侧面、背面三个全身像，旁边有三张表情特写：{平静|好奇}、大笑、生气，纯白背景，光线均匀', '先画好这一张，之后作为参考图，角色在每一格里都不会走样。'],
    ja: ['キャラクター設定画', '{{人物=銀色のショートヘアで長い赤いマフラーの少女}}のキャラクター設定画。正面・横・後ろの全身図、横に表情を三つ（{落ち着いた顔|興味深そうな顔}、笑顔、怒り顔）、白い背景、均一な光', 'まず一枚描き、参照画像として使うと、どのコマでも同じ人物になります。'],
  } },
  { style: 'manga', ratio: '4:3', negative: true, words: {
    en: ['Comic panel', 'A comic panel, {close-up|half-length view|wide view|seen from above}: {{who=a young courier}} {{does=stops and listens}} in {{where=a narrow alley at night}}, one clear gesture, strong shadows, quiet space at the top for a speech bubble', 'The view changes from picture to picture: draw four and take the best.'],
    'zh-CN': ['漫画分格', '一格漫画，{面部特写|半身|远景|俯视}：{{人物=年轻的信使}}在{{地点=深夜的窄巷}}里{{动作=停下脚步侧耳倾听}}，动作清晰，阴影强烈，上方留出对话气泡的空间', '每张图的镜头会变化：一次画四张，挑最好的。'],
    ja: ['漫画の一コマ', '漫画の一コマ、{顔のアップ|バストショット|ロングショット|俯瞰}：{{場所=夜の路地}}で{{人物=若い配達人}}が{{動作=立ち止まって耳を澄ます}}、動きが一目でわかる、強い影、上部に吹き出しの余白', '構図は一枚ごとに変わります。四枚描いて、いちばん良いものを選びましょう。'],
  } },
  { style: null, ratio: '16:9', negative: true, words: {
    en: ['Place without people', '{{where=an old station hall with a glass roof}}, __weather__, __light__, nobody in sight, deep perspective, details that tell who was here before', 'Weather and light come from the word lists. A stage for panels to come.'],
    'zh-CN': ['空无一人的场景', '{{地点=有玻璃穹顶的老火车站大厅}}，__weather__，__light__，画面中没有人，纵深透视，细节透露出曾经来过的人', '天气和光线取自词表。给后面的分格准备舞台。'],
    ja: ['人のいない場所', '{{場所=ガラス屋根の古い駅舎}}、__weather__、__light__、人影なし、奥行きのある遠近感、誰かがいた気配のある細部', '天気と光は単語リストから選ばれます。これからのコマの舞台に。'],
  } },
  { style: 'comic', ratio: '2:3', negative: true, words: {
    en: ['Cover', 'Cover picture of a comic: {{hero=a small fox with a lantern}} before {{scene=a huge gate half open}}, seen from below, one strong silhouette, two colours and black, wide calm area in the upper third for the title', 'No letters in it: the title is set over the picture later, sharp and in any language.'],
    'zh-CN': ['封面', '漫画封面图：{{主角=提着灯笼的小狐狸}}站在{{场景=半开的巨门}}前，仰视，剪影有力，黑色加两种颜色，上方三分之一留白放标题', '画面里不写字：标题之后再排上去，清晰，任何语言都行。'],
    ja: ['表紙', '漫画の表紙絵：{{場面=半ば開いた巨大な門}}の前に立つ{{主人公=ランタンを持った小さな狐}}、ローアングル、力強いシルエット、黒と二色、上三分の一はタイトル用の余白', '絵の中に文字は入れません。タイトルは後から、どの言語でもくっきり載せられます。'],
  } },
  { style: 'lineArt', ratio: '1:1', negative: true, words: {
    en: ['Object study', '{{thing=a pocket watch with a cracked glass}} drawn as a study: front, side, open, and one detail large, evenly laid out on one sheet, no background', 'For things that come back in a story and must look the same each time.'],
    'zh-CN': ['道具设定', '{{物件=表面有裂痕的怀表}}的设定图：正面、侧面、打开的样子，以及一处放大的细节，均匀排列在一张图上，无背景', '故事里反复出现的物件，每次都要长得一样。'],
    ja: ['小道具の設定画', '{{物=ガラスにひびの入った懐中時計}}の設定画：正面、側面、開いたところ、細部の拡大を一枚に均等に配置、背景なし', '物語に何度も出てくる物を、毎回同じ姿で描くために。'],
  } },
  { style: 'anime', ratio: '1:1', negative: false, words: {
    en: ['Six stickers', 'Sheet of six stickers of {{who=a round grey cat}} with a white outline: happy, sleepy, surprised, {proud|shy}, crying, waving goodbye, large head, small body, flat colours, plain background', 'Cut them apart afterwards, or give the background away where a model can.'],
    'zh-CN': ['六张表情贴', '{{角色=圆滚滚的灰猫}}的六张贴纸合集，白色描边：开心、犯困、惊讶、{得意|害羞}、哭泣、挥手再见，大头小身，平涂色彩，纯色背景', '画好后裁开使用；有的模型可以直接去掉背景。'],
    ja: ['スタンプ六種', '{{キャラクター=まるい灰色の猫}}のスタンプ六種、白いふち取り：うれしい、ねむい、びっくり、{得意げ|はずかしい}、泣く、手を振る、大きな頭に小さな体、フラットな色、無地の背景', 'あとで切り分けて使います。背景を消せるモデルもあります。'],
  } },
  { style: 'photo', ratio: '2:3', negative: false, words: {
    en: ['Portrait', 'Portrait of {{who=an old fisherman}}, {{mood=amused}}, {three-quarter view|profile|looking into the camera}, __light__, {{where=on a harbour wall}}, skin as it is, sharp eyes, soft background', 'Other models understand it too: change the style, keep the words.'],
    'zh-CN': ['人像', '{{人物=年老的渔夫}}的肖像，神情{{神情=带着笑意}}，{四分之三侧面|侧脸|看向镜头}，__light__，{{地点=在码头堤岸上}}，真实皮肤质感，眼神清晰，背景柔和', '换一种风格也能用，文字不必改。'],
    ja: ['肖像', '{{人物=年老いた漁師}}の肖像、{{表情=楽しげな表情}}、{斜め前から|横顔|カメラ目線}、__light__、{{場所=港の防波堤で}}、自然な肌、くっきりした目、柔らかい背景', 'スタイルを変えても、言葉はそのまま使えます。'],
  } },
];

/** In the language of the reader; the words of a style are those that it has. */
export function startersIn(language: UiLanguage): TemplateContent[] {
  return STARTERS.map(({ style, ratio, negative, words }) => {
    const [title, prompt, note] = words[language];
    return { title, prompt, note, negativePrompt: negative ? NEGATIVE[language] : '', style: style === null ? null : { id: style, words: '' }, size: { kind: 'ratio', ratio }, model: null, language };
  });
}
