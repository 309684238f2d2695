/** Whether a found surface stands as a word of its own: Japanese puts no spaces between words. */
import { SPEECH_VERB } from './speech-words.ts';

/** A surface in kana or a single character must stand free: `ごん` not inside `すごんで`. */
export function isWholeName(text: string, at: number, surface: string): boolean {
  const before = text[at - 1] ?? '\n';
  const after = text.slice(at + surface.length, at + surface.length + 2);
  if (/^[ぁ-ゖ]+$/.test(surface)) {
    if (!/[ぁ-ゖ]/.test(before)) return /^(?:[はがもをにのとへで、。！？」 　]|さん|ちゃん|から|まで|たち)/.test(after);
    return /[とのはがもをにで]/.test(before) && /^[はがもをにのとへ、]/.test(after);
  }
  if (/^[ァ-ヴー・＝]+$/.test(surface)) return !/[ァ-ヴー]/.test(before) && !/^[ァ-ヴー]/.test(after);
  if (surface.length === 1) return !/[一-龯々]/.test(before) && !/^[一-龯々]/.test(after);
  return !/^[一-龯々]/.test(after) || /^(?:君|様|殿|氏|嬢|先生|達)/.test(after);
}

const BEHIND_NOUN = /^(?:は|が|も|の|に|を|と|へ|で|から|、|。|だ|さん|さま|様|たち|だけ|まで|ら[はが]|や|」|』)/;
const KANA_ANIMAL = /^(?:たぬき|きつね|うさぎ|おおかみ|ねずみ|からす|すずめ|ふくろう|やまねこ)$/;

export function isWholeNoun(text: string, at: number, surface: string): boolean {
  const before = text[at - 1] ?? '\n';
  const after = text.slice(at + surface.length, at + surface.length + 3);
  if (!BEHIND_NOUN.test(after)) return false;
  // おかあさん, おばさん: whole words wherever they stand, but for `お` and `ど` that would make another word.
  if (/^お[ぁ-ゖ]{1,4}(?:さん|さま)$/.test(surface) || /^お[一-龯](?:さん|様|さま)$/.test(surface) || KANA_ANIMAL.test(surface)) return true;
  if (/^[ぁ-ゖ]/.test(surface)) return !/[ぁ-ゖ一-龯々]/.test(before) || before === 'の' || (before === 'と' && /[」』\n、]/.test(text[at - 2] ?? '\n'));
  if (/^[ァ-ヴー]/.test(surface)) return !/[ァ-ヴー]/.test(before);
  if (surface === '子') return /[いなたるの]/.test(before) && /^[はがも]/.test(after);
  if (surface === '人') {
    const isGeneral = /^(?:この|その|あの|ほかの|世の|村の|町の|昔の|多くの)$/.test(text.slice(Math.max(0, at - 2), at));
    return /[うくすつぬむるぐぶたいなの]/.test(before) && !isGeneral && isOneWhoSpeaks(text, at, surface, true);
  }
  if (surface === '一人' || surface === 'ひとり') return isOneWhoSpeaks(text, at, surface);
  if (surface === '者' || surface === '客') return /[のたいな一]/.test(before) || surface === '客';
  return !/[一-龯々]/.test(before);
}

/** `その中の一人が言った`, not `一人で`. */
function isOneWhoSpeaks(text: string, at: number, surface: string, mustSpeak = false): boolean {
  const behind = text.slice(at + surface.length, at + surface.length + 24);
  if (!/^[はが]/.test(behind)) return false;
  if (!mustSpeak && /[るたの]/.test(text[at - 1] ?? '\n') && behind.startsWith('が')) return true;
  return SPEECH_VERB.test(behind.split(/[。「]/)[0] ?? '') || /[」』]\s*と、?$/.test(text.slice(Math.max(0, at - 5), at));
}
