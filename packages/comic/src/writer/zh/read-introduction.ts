/** Names that Chinese speakers give as their own. */
import type { Cast } from '../speakers/scene-types.ts';
import { isPatterned, isPlainWord, isPossibleName } from './name-shapes.ts';

const ASKED = /(?:叫什么|叫什麼|什么名字|什麼名字|叫啥|贵姓|貴姓|尊姓|大名|怎么称呼|怎麼稱呼|(?:你|您)(?:到底|究竟)?是谁|(?:你|您)是誰|哪位)[^。！]{0,4}[？?]/;
const OWN = /(?:^|[，。！,\s])(?:我|俺|小生|在下|人家|本名|我的名字)(?:就)?(?:名叫|姓.，?名叫|叫做|叫|是)([\u3400-\u9fff·]{2,4}?)(?=[，。！,!…；—]|$)/;
const CALL_ME = /(?:叫|喊)我([\u3400-\u9fff·]{2,4}?)(?=吧|好了|就行|[，。！,!…]|$)/;
const ANSWER = /^(?:我叫|我是|叫我|叫|是)?([\u3400-\u9fff·]{2,4}?)[，。！,!…—]*$/;

/** `我叫阿木。`, or a bare `小满。` when asked. */
export function readChineseIntroduction(text: string, previous: string, cast: Cast): string | undefined {
  const own = OWN.exec(text) ?? CALL_ME.exec(text);
  const isNaming = own !== null && /叫/.test(own[0]);
  const name = own?.[1] ?? (ASKED.test(previous) ? ANSWER.exec(text.split(/[，。]/)[0] ?? '')?.[1] : undefined);
  if (name === undefined || !isPossibleName(name)) return undefined;
  const isKnown = cast.persons.some((person) => person.kind === 'name' && person.aliases.has(name));
  return isKnown || isNaming || (isPatterned(name) && !isPlainWord(name)) ? name : undefined;
}
