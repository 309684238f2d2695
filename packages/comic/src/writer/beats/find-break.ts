/** Where a new scene begins without a mark: a wide gap, a new place or a jump in time. */
import type { Language } from '../../model/kinds.ts';
import type { Beat } from '../types.ts';
import type { Block } from '../split/blocks.ts';
import type { Scenes } from '../speakers/scene-types.ts';

const TIME: Record<Language, RegExp> = {
  en: /^(?:(?:The|That|One|On the|Early (?:the )?|Late (?:that )?|Two|Three|Four|Five|Six|Seven|Several|A few|Some|Many|Next|Years|Months|Weeks|Days|Hours|An hour|Half an hour|Ten minutes|At (?:dawn|noon|midnight|sunset|sunrise|dusk|last|night))\b.{0,30}?\b(?:day|days|morning|evening|night|afternoon|week|weeks|month|months|year|years|hour|hours|minutes|later|after|afterwards|dawn|noon|midnight|sunset|sunrise|dusk|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b|(?:Later|Meanwhile|Tomorrow|Afterwards|Eventually)[, ])/,
  zh: /^(?:(?:第二|第三|次|翌|隔|当|當|那|这|這|有|一|过了|過了|又过|又過|几|幾|两|兩|三|数|數|半)[^，。！？]{0,6}(?:天|日|年|月|夜|晚|晨|早|早上|早晨|傍晚|下午|黄昏|黃昏|钟头|鐘頭|小时|小時|个月|個月|星期|礼拜)(?:后|後|之后|之後|以后|以後|里|裡|上|，|的)|(?:后来|後來|与此同时|與此同時|不久|傍晚|黄昏|清晨|半夜|深夜|天亮|晚上|夜里|第二天|次日))/,
  ja: /^(?:(?:翌|次の|その|ある|明くる|あくる|数|二|三|四|五|十|何|幾)[^、。！？]{0,6}(?:日|朝|晩|夜|年|月|週間|時間|夕方|昼|秋|春|夏|冬)(?:後|のち|が過ぎ|ののち|の|、|に|は|も)|(?:それから|しばらく(?:し|す|たっ)|やがて|まもなく|夜が明け|日が暮れ|翌朝|翌日|その頃|一方))/,
};
const PLACE: Record<Language, RegExp> = {
  en: /^(?:(?:Outside|Inside|Downstairs|Upstairs|Across town|Back (?:at|in|home|on)|Elsewhere|Far away)\b|(?:In|At|On|By|Beyond|Behind) the (?:\w+ ){0,3}(?:house|room|kitchen|garden|street|forest|wood|woods|station|school|village|town|city|castle|palace|church|shop|office|hospital|inn|harbour|harbor|ship|beach|river|bridge|market|library|park|mountain|cave|hall|tower|tavern|field|road|shore)\b)/,
  zh: /^(?:在|到了|来到|來到|回到|走进|走進)[^，。！？]{1,10}(?:里|裡|中|上|前|外|边|邊|旁|下|家|店|门口|門口|车站|車站|学校|學校|城|村|镇|山|河|海|院)(?:[，,]|的)/,
  ja: /^[^、。！？「」]{1,10}(?:では|には|に着く|に着いた|へ来|に来|へ戻|に戻|の中|の前)[、は]?/,
};

/** `undefined` when the paragraph goes on in the scene. A fresh chapter or a break just made needs no other. */
export function findBreak(scenes: Scenes, block: Block, beats: readonly Beat[]): 'blank' | 'place' | 'time' | undefined {
  const last = beats.at(-1);
  if (!last || last.type === 'break') return undefined;
  if (block.hasGapBefore) return 'blank';
  const opening = scenes.text.slice(block.start, Math.min(block.end, block.start + 80));
  if (TIME[scenes.language].test(opening)) return 'time';
  return PLACE[scenes.language].test(opening) ? 'place' : undefined;
}
