/** What the wording of a Japanese line tells of its speaker: gender, and whether the narrator's own word for "I" is used. */
import type { Voicing } from '../speakers/scene-types.ts';

const END = '(?=[。！？!?…、～―]|$)';
const FEMALE = new RegExp(`(?:[うくぐすつぬむるたいよだなね]わ(?:よ|ね|よね)?|[だす]わ|のよ|[くっ]てよ|ことよ|ですもの|ますもの|の(?:よ)?ね|ですの|ますの|だもん)${END}|あたし|あたい|(?:ねえ|まあ)、?あなた`);
const MALE = new RegExp(`(?:[るたいだう]ぜ|[るたいだうぬ]ぞ|だい|たまえ|給え|やがれ|かね|だろ)${END}|僕|俺|(?:ぼく|おれ)(?=[はがもにのをとだら、。]|たち)|おいら|わし(?=[はがもにのをら、])|儂|拙者|貴様|てめえ`);

/** Oftener heard from women and girls, yet no proof: なの。 もん。 ちゃって。 */
const SOFT = new RegExp(`(?:なの|もん|でしょ|かしら)${END}|わたし(?=[はがもにの])`);

export function readVoicing(text: string, narrator: string | undefined): Voicing {
  const [isFemale, isMale] = [FEMALE.test(text), MALE.test(text)];
  // Everybody says 私: only other words tell the narrator.
  const own = narrator === undefined || /^(?:|私|わたし|わたくし)$/.test(narrator) ? undefined : narrator;
  const isNarrator = own !== undefined && new RegExp(`${own}(?=[はがもにのをとだら、]|たち)`).test(text);
  return {
    ...(isFemale === isMale ? {} : { gender: isFemale ? 'female' : 'male' }),
    ...(!isMale && !isFemale && SOFT.test(text) ? { leaning: 'female' } : {}),
    ...(isNarrator ? { isNarrator } : {}),
  };
}
