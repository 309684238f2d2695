/** Words of a style in the description of a picture: which of the six axes, and which palette suits them where none is named. */
import type { Art, CharacterStyle, CompositionStyle, LineStyle, PaletteId, PresetId, StyleMood } from '../../model/kinds.ts';

export type StyleFind = { preset?: PresetId; palette?: PaletteId; art?: Art; character?: CharacterStyle; line?: LineStyle; mood?: StyleMood; composition?: CompositionStyle };

/** [what is wished, words of all three languages]. The first row that gives an axis wins; palettes that are named stand before those that only suit. */
export const STYLE_WORDS: readonly (readonly [StyleFind, RegExp])[] = [
  [{ palette: 'black-and-white' }, /\bblack[- ]and[- ]white\b|\bb&w\b|\bink drawing\b|黑白|水墨|白黒|モノクロ|墨絵/iu], [{ palette: 'monochrome' }, /\bmonochrome\b|\bgr[ae]yscale\b|单色|灰度|灰色调|モノトーン/iu],
  [{ palette: 'pastel' }, /\bpastel\b|粉彩|柔和(?:的)?(?:颜色|色彩|色调)|马卡龙|パステル/iu], [{ palette: 'sepia' }, /\bsepia\b|泛黄|老照片|セピア/iu], [{ palette: 'neon' }, /\bneon\b|\bcyberpunk\b|霓虹|赛博朋克|ネオン|サイバーパンク/iu],
  [{ palette: 'warm' }, /\bwarm (?:colou?rs?|tones?|light|palette)\b|暖色|暖調|暖色調|暖かい色/iu], [{ palette: 'cool' }, /\b(?:cool|cold) (?:colou?rs?|tones?|light|palette)\b|冷色|寒色/iu], [{ palette: 'earth' }, /\bearth(?:y)? (?:colou?rs?|tones?)\b|大地色|アースカラー/iu],
  [{ palette: 'sunset' }, /\bsunset (?:colou?rs?|palette)\b|晚霞色|夕焼け色/iu], [{ palette: 'vibrant' }, /\bvibrant\b|\bcolou?rful\b|\bbright colou?rs?\b|\bin colou?r\b|\bfull colou?r\b|鲜艳|彩色|色彩鲜明|カラフル|フルカラー|鮮やか/iu],
  [{ preset: 'noir' }, /\bnoir\b|黑色电影|ノワール/iu], [{ preset: 'shojo' }, /\bsh[oō]u?jo\b|少女漫|少女マンガ/iu], [{ preset: 'shonen' }, /\bsh[oō]u?nen\b|少年漫|热血漫|少年マンガ/iu], [{ preset: 'horror' }, /\bhorror\b|恐怖|ホラー/iu],
  [{ preset: 'picture-book' }, /\bpicture book\b|\bchildren['’]s book\b|\bstorybook\b|绘本|童书|絵本/iu], [{ preset: 'newspaper' }, /\bnewspaper\b|\bcomic strip\b|报纸漫画|新聞漫画/iu], [{ preset: 'gag' }, /\bgag\b|\b4[- ]?koma\b|四格|四コマ|ギャグ/iu],
  [{ art: 'watercolour', palette: 'warm' }, /\bwater ?colou?rs?\b|\baquarelle\b|水彩/iu], [{ art: 'oil', palette: 'earth' }, /\boil paint(?:ing)?\b|\boil on canvas\b|油画|油彩|油絵/iu], [{ art: 'sketch', palette: 'black-and-white' }, /\bsketch(?:y)?\b|\bpencil\b|素描|速写|铅笔|スケッチ|鉛筆|デッサン/iu],
  [{ art: 'manga', palette: 'black-and-white' }, /\bmanga\b|日漫|漫画|マンガ/iu], [{ art: 'digital', palette: 'vibrant' }, /\banime\b|\bdigital (?:art|painting)\b|动漫|动画|二次元|アニメ|デジタル/iu], [{ art: 'cartoon', palette: 'vibrant' }, /\bcartoon(?:y|ish)?\b|卡通|カートゥーン/iu],
  [{ art: 'minimalist', palette: 'cool' }, /\bminimal(?:ist|ism)?\b|极简|ミニマル/iu], [{ art: 'vintage', palette: 'sepia' }, /\bvintage\b|\bretro\b|\bold[- ]fashioned\b|复古|怀旧|レトロ|ヴィンテージ/iu], [{ art: 'comic', palette: 'vibrant' }, /\bcomic(?: book)?\b|\bpop art\b|美漫|アメコミ/iu],
  [{ art: 'realistic', palette: 'earth' }, /\brealistic\b|\bphoto(?:graph|realistic|graphic)?\b|写实|逼真|照片|写実|リアル/iu],
  [{ character: 'chibi' }, /\bchibi\b|Q版|ちび|チビ|デフォルメ/iu], [{ character: 'elegant' }, /\belegant\b|优雅|優雅/iu], [{ character: 'heroic' }, /\bheroic\b|英勇|勇ましい/iu],
  [{ line: 'bold' }, /\b(?:bold|thick) lines?\b|粗线|太い線/iu], [{ line: 'crosshatch' }, /\bcross[- ]?hatch(?:ed|ing)?\b|排线|クロスハッチ/iu], [{ line: 'clean' }, /\b(?:clean lines?|line art|ligne claire)\b|清晰线条|线稿|線画/iu], [{ line: 'soft' }, /\bsoft lines?\b|柔和线条|柔らかい線/iu],
];
