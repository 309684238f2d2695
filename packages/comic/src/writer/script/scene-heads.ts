/** Heads of scenes in scripts: `INT. KITCHEN - NIGHT`, `场景一 厨房 夜`, `第二场 校门口`, `○教室（昼）`. */
import type { Language } from '../../model/kinds.ts';
import type { Span } from '../split/sentences.ts';

/** `tag` is the mere mark of a head, `told` the place and time behind it; either may be empty. */
export type SceneHead = { tag: Span; told: Span; /** Of this form in no other text: needs no script around it. */ isSure: boolean };

const HAN_NUMBER = '[0-9０-９一二三四五六七八九十百]{1,4}';
const SURE = /^(?:\d{1,3}[A-Z]?[. ] ?)?(?:INT\.?\/EXT\.?|EXT\.?\/INT\.?|INT\.|EXT\.|I\/E\.?|INT(?= [A-Z])|EXT(?= [A-Z]))\s+(?=\S)/;
const HEADS: Record<Language, RegExp> = {
  en: /^(?:\[?scene(?: (?:\d{1,3}|[ivxl]{1,6}|one|two|three|four|five|six|seven|eight|nine|ten))?\]?[.:,—–-]*|setting:|place:|location:|time:)\s*/i,
  zh: new RegExp(`^(?:[【\\[]?(?:场景|場景|场|場|幕)[ ]?${HAN_NUMBER}?[】\\]]?[：:、.．]?|第${HAN_NUMBER}[场場]|[【\\[]?(?:时间|時間|地点|地點|布景)[】\\]]?[：:])[ \\u3000：:、]*`),
  ja: new RegExp(`^(?:[○〇◯◎][ \\u3000]?|(?:シーン|場面|Ｓ|S)[ #＃]?${HAN_NUMBER}[：:、.．]?|第${HAN_NUMBER}場|(?:場所|時間|時|舞台)[：:])[ \\u3000：:、]*`),
};
const TRANSITION = /^(?:(?:CUT|FADE|SMASH CUT|DISSOLVE|MATCH CUT|JUMP CUT)(?: (?:TO|IN|OUT|UP))?(?: (?:BLACK|WHITE))?[:.]?|THE END\.?|（?(?:暗転|溶暗|幕|淡出|淡入|切换|切換|转场|轉場|黑屏)[。）]?)$/;

/** The head in the line, or nothing. `isInScript`: the text was found to be a script, so looser forms count. */
export function readSceneHead(text: string, { start, end }: Span, language: Language, isInScript: boolean): SceneHead | undefined {
  const line = text.slice(start, end);
  if (line.length > 100) return undefined;
  if (TRANSITION.test(line)) return isInScript ? { tag: { start, end }, told: { start: end, end }, isSure: false } : undefined;
  const sure = SURE.exec(line);
  if (sure) return split(start, end, sure[0].length, true);
  const loose = isInScript ? HEADS[language].exec(line) : undefined;
  // `Scene by scene the story grew.` is a sentence, no head.
  if (!loose || loose[0] === '' || (language === 'en' && /[.!?]$/.test(line) && line.split(' ').length > 9)) return undefined;
  if (language !== 'en' && /[。！？]$/.test(line) && line.length > 24) return undefined;
  return split(start, end, loose[0].length, false);
}

function split(start: number, end: number, length: number, isSure: boolean): SceneHead {
  return { tag: { start, end: start + length }, told: { start: start + length, end }, isSure };
}
