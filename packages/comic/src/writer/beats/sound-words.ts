/** Words that are sounds: standing as a sentence of their own they are drawn as sound effects. */
import type { Language } from '../../model/kinds.ts';

const EN_SOUND = /^(?:b+a+n+g+|ba-?bump|b+o+o+m+|k+a+-?b+o+o+m+|c+r+a+s+h+|t+h+u+d+|thwack|thunk|whack|smack|slap|k?r+i+n+g+|c+l+i+c+k+|clack|click-clack|c+r+a+c+k+|s+p+l+a+s+h+|splat|w+h+o+o+s+h+|swish|swoosh|k+n+o+c+k+|rap|t+a+p+|d+i+n+g+|d+o+n+g+|ding-dong|b+e+e+p+|b+u+z+z+|t+i+c+k+|t+o+c+k+|tick-tock|c+l+a+n+g+|clank|clunk|clink|jingle|s+l+a+m+|p+o+p+|s+n+a+p+|t+h+u+m+p+|bump|h+o+n+k+|r+o+a+r+|z+a+p+|w+h+a+m+|p+o+w+|biff|c+l+a+t+t+e+r|r+u+m+b+l+e|c+r+e+a+k+|squeak|d+r+i+p+|drop|plop|plip|w+o+o+f+|arf|bark|m+e+o+w+|moo+|hiss+|grr+|vroom|screech|fizz+|sizzle|rustle|patter|pitter-patter|rat-a-tat|achoo|gulp|chug|choo-choo|toot|whirr*|clip-clop|crunch|rip|riip+|tinkle|bzz+t?|brr+ing|ka-ching|ta-da|boing|thrum|whump|crackle)$/i;
const ZH_LETTER = '[轰轟砰啪啦咚哗嘩嗖呼咔嚓噗叮当當铃鈴嘭哐啷滴答嗒汪喵呜嗡吱嘎扑通撲乒乓嘟隆咣铛噹喀哒咕噜嚕沙飒颯唰刷嘶吼咯簌淅沥瀝嗷咩哞啾叽喳呱哇嘀铮锵噼]';
const ZH_SOUND = new RegExp(`^(?:只听见?|忽听|忽然|突然)?[“‘「]?${ZH_LETTER}{1,12}[”’」]?(?:的?(?:一|几|两|兩|幾|数)[声聲])?$`);
/** One letter alone is a word as often as a sound, unless it cries out or `一声` follows. */
const ZH_SINGLE = /^[砰啪咚轰轟嘭哐咣噗嗖唰咔叮铛哗]$/;
const JA_STEMS = 'ド|ドド|ドン|ドンドン|バ|バン|バタ|バタン|ガ|ガシャ|ガシャン|ガタ|ガタン|ガチャ|ガチャン|ゴ|ゴン|ゴロ|ゴトン|ゴト|ザ|ザザ|ザブ|ザブン|ドカ|ドカン|ドサ|ドス|ドスン|ドシン|ピンポン|チリン|キ|キィ|ギィ|ギ|ギギ|ゴゴ|パチ|パン|ポン|ポト|ポタ|ピチャ|ピシ|ピカ|ビシ|ビリ|バキ|バサ|ボキ|ボン|ボカン|ズドン|ズシン|ズド|ズズ|ガラ|ガラガラ|コン|コンコン|カン|カチ|カチャ|カタ|カタン|カツ|カツン|キン|シャキン|シュ|シュッ|スパ|ヒュ|ヒュウ|ビュ|ビュン|ブ|ブブ|ブーン|ブォン|プシュ|リン|リリリ|ジリリ|ピ|ピピ|ピピピ|ニャ|ニャア|ワン|モ|メ|ガオ|グシャ|ベキ|メリメリ|サラサラ|ザアザア|ザーザー|ヒュー|ドボン|ポチャン|バシャ|バシャン|チャリン|トン|トントン|ドキ|ドキン|ドクン|グ|グラ|グゥ|クゥ';
const JA_SOUND = new RegExp(`^(?:(?:${JA_STEMS})[ッーァアィイゥウォオ〜～]*[ンッ]?|([ァ-ヴー]{2,4})\\1{1,4}[ッー]?|([ドゴズザバダガビブボギグゲ])\\2{2,12}[ッー〜～ン]*)$`);

/** True when the text is nothing but sounds (`Bang! Bang!`, `轰隆一声。`, `ドン！`), six words at most. */
export function isSound(text: string, language: Language): boolean {
  const words = text.replace(/[!！?？。.…—―～~\s、，,・“”「」]+/g, ' ').trim().split(' ');
  if (words.length === 0 || words.length > 6 || words[0] === '') return false;
  if (language === 'zh') return words.every((word) => word.length <= 14 && ZH_SOUND.test(word)) && (words.join('').length > 1 || (ZH_SINGLE.test(words[0] ?? '') && /[!！…—～~]/.test(text)));
  if (language === 'ja') return words.every((word) => word.length <= 16 && JA_SOUND.test(word)) && (words.join('').length > 1);
  // `Drop.` or `Snap!` alone is a sound; `Pop` the man is not: small letters or a mark of force.
  return words.every((word) => word.length <= 16 && EN_SOUND.test(word)) && /[!.…~—]|^[^a-z]+$|^\p{L}+(?:[- ]\p{L}+)+$|^\p{L}+$/u.test(text);
}
