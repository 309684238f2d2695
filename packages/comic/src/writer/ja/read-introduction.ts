/** Names that Japanese speakers give as their own. */
import type { Cast } from '../speakers/scene-types.ts';

/** What may stand before one's own name: 僕は, 私の名前は. */
const GREETING = '(?:はい|ああ|あの|ええと|えっと|うん|はじめまして|初めまして|こんにちは|こんばんは)[、。！\\s]*';
const I = '(?:私|わたし|わたくし|僕|ぼく|ボク|俺|おれ|オレ|あたし|わし|おいら|拙者)(?:[はが、]|の(?:名前?|なまえ)は)';
const LEAD = new RegExp(`^[…――、　\\s]*(?:${GREETING})?(?:${I}|(?:名前?|なまえ)は、?)?`);
const IS_MY_NAME = /^(?:です|でございます|と申し|ともうし|と言いま|といいま|っていいま|って言いま|という(?:者|もの)|と言う者|だよ?。|だ[、。！]|じゃ。|でござ)/;
const GIVEN_TOO = /^(?:です|と申し|といいま|と言いま)/;
const SAYS_NAME = /です|ございます|申し|もうし|いいま|言いま|という|と言う|だ[よ、。！]|じゃ。|でござ/;
const ASKED = /(?:名前|お名|なまえ|名は|誰|だれ|どなた|どちら(?:様|さま)|何者|なにもの|なんて(?:呼|言|いう|いう))[^。]{0,12}[？?。]?$/;

/** `七瀬ひかりです。`, `僕は健太。`, or a bare `ミミ。` when asked; only names that the story uses. */
export function readJapaneseIntroduction(text: string, previous: string, cast: Cast): string | undefined {
  const lead = LEAD.exec(text)?.[0].length ?? 0;
  const words = text.slice(lead, lead + 40);
  const isAsked = ASKED.test(previous.trim());
  if (!isAsked && !SAYS_NAME.test(words)) return undefined;
  let best: string | undefined;
  for (const person of cast.persons) {
    if (person.kind !== 'name') continue;
    for (const alias of person.aliases) {
      if (!words.startsWith(alias) || alias.length <= (best?.length ?? 0)) continue;
      const full = /^[ぁ-ゖァ-ヴー一-龯]{0,5}/.exec(words.slice(alias.length))?.[0] ?? '';
      const rest = words.slice(alias.length);
      // 七瀬ひかりです: the given name behind the known surname.
      const isGiven = IS_MY_NAME.test(rest) || [1, 2, 3, 4].some((length) => length <= full.length && isGivenName(rest, length));
      if (isGiven || (isAsked && /^(?:[。、！…]|$)/.test(rest))) best = alias;
    }
  }
  return best;
}

function isGivenName(rest: string, length: number): boolean {
  return GIVEN_TOO.test(rest.slice(length)) && !/[はがもをにのでと]/.test(rest.slice(0, length));
}
