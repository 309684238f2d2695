/** Chinese for the built-in writer. */
import type { LanguageReader, Paragraph, Scenes } from '../speakers/scene-types.ts';
import type { Quote } from '../split/quotes.ts';
import { findCalled } from './find-called.ts';
import { findChineseCast } from './find-cast.ts';
import type { ChineseCast } from './find-cast.ts';
import { readChineseIntroduction } from './read-introduction.ts';
import { readChineseClues } from './read-tags.ts';
import { SPEECH_VERB } from './words.ts';

export const readChinese: LanguageReader = {
  habits: { sureMargin: 14, sameInNextParagraph: -6, sameAfterNarration: -1, sameInParagraph: 0.5, back: 3, stranger: 3 },
  isUtterance: isChineseUtterance,
  findCast: findChineseCast,
  readClues: readChineseClues,
  findAddressees: (text, cast) => findCalled(text, cast as ChineseCast),
  readIntroduction: readChineseIntroduction,
  readHabits: (text) => HABITS.filter(([, pattern]) => pattern.test(text)).map(([name]) => name),
  isDescription: (sentence) => LOOKS.test(sentence),
};

const HABITS: readonly (readonly [string, RegExp])[] = [
  ['俺', /俺|咱/], ['老子', /老子/], ['奴', /奴家|奴婢|妾/], ['老身', /老身|老夫|老朽/], ['本', /本王|本官|朕|寡人|孤家/], ['贫', /贫道|贫僧|施主/], ['您', /您/], ['小的', /小人|小的|奴才/], ['先生', /先生/],
];

const LOOKS = /头发|頭髮|胡子|鬍子|胡须|眼睛|脸|臉|高个|高個|矮|瘦|胖|年轻|年輕|岁|歲|老人|白发|白髮|秃|眼镜|眼鏡|穿着|穿著|衣|袍|裙|帽|戴着|戴著|辫|辮|身材|皱纹|皺紋|漂亮|美丽|英俊|丑|鼻/;

/** A short quote inside a clause, without an end of its own, is a term or a name. */
function isChineseUtterance(scenes: Scenes, paragraph: Paragraph, quote: Quote): boolean {
  const { text } = scenes;
  if (!quote.isClosed || quote.open === '—') return true;
  const inner = text.slice(quote.innerStart, quote.innerEnd);
  const before = text.slice(Math.max(paragraph.start, quote.start - 12), quote.start).trimEnd();
  const after = text.slice(quote.end, Math.min(paragraph.end, quote.end + 8));
  if (/[：:]$/.test(before)) return !/^(?:的|二字|两个字|三字|四字|四个字)/.test(after);
  const hasEnd = /[。！？!?…，,—～~]$/.test(inner);
  if (before === '') return hasEnd || after.trim() === '' || !/^[的是和与、]/.test(after);
  if (/[。！？!?…]$/.test(before) && (hasEnd || inner.length > 6)) return !/^的/.test(after) || hasEnd;
  if (hasEnd) return !(inner.length <= 5 && /^的/.test(after) && !SPEECH_VERB.test(before.slice(-4)));
  if (/[，,]$/.test(before)) return SPEECH_VERB.test(before.slice(-4)) || (inner.length > 8 && after.trim() === '');
  if (/[说說问問喊道]$/.test(before)) return inner.length >= 2 && !/^的/.test(after);
  return inner.length > 12 && /[，。]/.test(inner);
}
