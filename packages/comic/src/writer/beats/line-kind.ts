/** Speech, thought, shout, whisper or sound; and whether the speaker is out of the picture. */
import type { Language, LineKind } from '../../model/kinds.ts';
import type { Manner } from '../speakers/scene-types.ts';
import { isSound } from './sound-words.ts';

type Kind = Exclude<LineKind, 'narration'>;

const SHOUT: Record<Language, RegExp> = {
  en: /\b(?:shout|yell|scream|roar|bellow|shriek|holler|thunder)(?:ed|s|ing)?\b|\bat the top of (?:his|her|their) (?:voice|lungs)\b/i,
  zh: /大喊|大叫|喊道|叫道|吼|怒喝|喝道|尖叫|高喊|高声|高聲|大声|大聲|嚷/,
  ja: /叫[びんぶ]|怒鳴|どな[りっ]|わめ[いき]|喚[いき]|大声|大聲|絶叫|さけ[びんぶ]/,
};
const WHISPER: Record<Language, RegExp> = {
  en: /\b(?:whisper|murmur|mutter|breathe|mumble)(?:ed|s|ing)?\b|\b(?:under (?:his|her|their) breath|in a low voice|in a whisper)\b/i,
  zh: /低声|低聲|小声|小聲|轻声|輕聲|悄悄|耳语|耳語|悄声|喃喃|嘟囔|嘀咕|附耳/,
  ja: /ささや[いき]|囁[いき]|小声|小聲|つぶや[いき]|呟[いき]|低い声|耳打ち|ひそひそ/,
};
const OFF_PANEL: Record<Language, RegExp> = {
  en: /\b(?:on|over|through|into|from) the (?:phone|telephone|radio|intercom|loudspeaker|speaker|line|receiver)\b|\b(?:from|through|behind) (?:the|a) (?:door|wall|next room|other room|other side|darkness|kitchen)\b|\b(?:voice|voices) (?:came|called|said|answered|cried|from|behind|outside)\b|\bfrom (?:outside|upstairs|downstairs|inside|behind|within)\b|\((?:v\. ?o\.?|o\. ?[sc]\.?|off|vo|os|offscreen|off-screen|voice[- ]?over|on (?:the )?phone)\)/i,
  zh: /电话里|電話裡|电话那头|電話那頭|收音机|收音機|广播|廣播|门外|門外|隔壁|里屋|屋里传|传来|傳來|隔着门|隔著門|对讲机|喇叭里|背后有人|背後有人|画外音|畫外音/,
  ja: /電話の(?:向こう|声|むこう)|受話器|ラジオ|無線|スピーカー|(?:戸|扉|ドア|襖|障子|壁)の(?:向こう|むこう|外|かげ|陰)|(?:外|奥|後ろ|うしろ|背後|上|下|隣|となり|どこか)(?:から|で)[^。]{0,12}声|（(?:オフ|ＯＦＦ|OFF|声|電話)）|声がし|声が聞こえ|声がきこえ/,
};

export function readKind(text: string, cue: string, manner: Manner, language: Language): Kind {
  if (manner === 'think') return 'thought';
  if (isSound(text, language)) return 'sfx';
  if (manner === 'whisper' || (manner === 'say' && WHISPER[language].test(cue) && !/[!！]/.test(text))) return 'whisper';
  if (manner === 'shout' && (/[!！]/.test(text) || SHOUT[language].test(cue))) return 'shout';
  const isCapitals = language === 'en' && /[A-Z]{3}/.test(text) && text === text.toUpperCase();
  const isLoud = /[!！]{2,}|[!！?？]{3,}/.test(text) || (/[!！]$/.test(text) && SHOUT[language].test(cue));
  return isCapitals || isLoud ? 'shout' : 'speech';
}

/** How a direction says that words are spoken: `(whispering)`, `（大喊）`. */
export function readManner(direction: string, language: Language): Manner {
  return WHISPER[language].test(direction) ? 'whisper' : SHOUT[language].test(direction) ? 'shout' : 'say';
}

export function isOffPanel(cue: string, language: Language): boolean {
  return OFF_PANEL[language].test(cue);
}
