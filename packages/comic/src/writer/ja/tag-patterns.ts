/** Wordings around a Japanese quote that tell who speaks, hears or answers. */
import { SPEECH_VERB } from './speech-words.ts';

/** 「…」とXに聞かれた: the agent speaks, the topic hears. (言われた may be mere politeness.) */
export const PASSIVE = /^と[^。、]{0,16}?(?:聞か|訊か|きか|尋ねら|たずねら|問わ|叱ら|しから|頼ま|命じら|呼ば|よば|声をかけら|起さ|起こさ)れ/;

/** The clause of the one who spoke, behind which another acts: 〜と聞きますと、 こういうと、 */
export const ASKED = /(?:[うくぐすつぬぶむるふ]と|(?:まし)?たら|ますと)、[^、。]{0,8}$/;

/** No answer comes: 返事をしません, 何も言わない. */
export const SILENT = /(?:(?:返事|へんじ|答え?|こたえ|物|もの|口)[をもはさえ]*[^。、はが]{0,4}|(?:何とも|なんとも|何も|なにも)[、]?(?:[言云答返]|い[わえ]|こた|しゃべ)[^。、はが]{0,3})(?:ない|なか|ませ|ず)[^。]{0,8}。?$/;

/** What one does instead of an answer. */
export const NODS = /(?:うなず|うなづ|頷|かぶりをふ|かぶりを振|首を[ふ振横縦かた傾]|くびを[ふか]|頭を[ふ振])/;

const PASSIVES = '叱られ|しかられ|怒られ|[言云]われ(?:て|る|た|まし)|いわれ(?:て|る|た|まし)|嚇され|おどされ|聞かれ|きかれ|問われ|尋ねられ|たずねられ|訊かれ|呼ばれ|よばれ|話しかけられ|どなられ|怒鳴られ|促され|誘われ|頼まれ';
const HEARINGS = [
  '(?:それ|これ|その(?:声|言葉|ことば|話)|この(?:声|言葉|ことば|話)|話|声)を(?:聞|き[いくけ])', '[のを]言葉を聞', '黙って[いお]', 'だまって[いお]', '黙って[^。、]{0,10}(?:見|みつめ)', '返事をし(?:ず|な|ませ)',
  '答えな', '答えませ', '何も(?:言|云|い)わ', '無言',
].join('|');

/** `Xは叱られて`, `Xはそれを聞くと`: behind a quote the one who heard it, not the one who spoke. */
export const HEARS = new RegExp(`^[はがも、][^。]{0,14}?(?:${PASSIVES}|${HEARINGS})`);

/** `Xは「…」という声を聞いて`: X only hears it. */
export const HEARD = /^(?:と|って)(?:いう|いふ|云う|云ふ|言う)[^、。「]{0,16}(?:声|聲|言葉|ことば|返事|叫び)[^、。「]{0,6}を[^、。「]{0,4}(?:聞|き[いくけ])/;

/** そう言って, こんなことを言いながら: what was said is the quote above. */
export const THAT_SAID = /(?:そう|さう|(?<!向)こう|斯う|かう|左様|そんな|それだけ|こんな|斯様な)(?:こと[をに])?[、]?[^。、]{0,10}/;

const ENTERS = [
  '立って', '佇んで', 'たたずんで', '坐って', '座って', 'すわって', '顔を出し', '顔を出す', '覗いて', 'のぞいて', '現れ', '現われ', 'あらわれ', '[入い]って[来き]', 'はいって[来き]', '出て[来き]', 'やって[来き]',
  '走って[来き]', 'かけて[来き]', '駈けて[来き]', '近づいて[来き]', '飛び出', '見おろして', '見下ろして', '見下して', '覗き込', 'のぞきこ',
].join('|');

const COMES = new RegExp(`(?:${ENTERS})[^。、]{0,8}。`);

/** Behind a quote, somebody new comes into sight: 入ってきたのはXだった, そこにXが立っていた. He has just spoken. */
export function isAppearance(words: string, behind: string): boolean {
  if (/^(?:だった|でした|であっ|である|です|だ。|で、)/.test(behind)) return /(?:来|き|現れ|現われ|あらわれ|立って|立った|言っ|云っ|いっ|話し|呼[びん]|よん|叫ん|声を|いた|答え|こたえ)[^。、]{0,8}のは/.test(words);
  return /^が/.test(behind) && COMES.test(behind);
}

/** `「…か？」Xは返事をした。`: the answer comes below. */
export function isAnswer(asked: string, words: string): boolean {
  return isQuestion(asked) && (/(?:返事|答|こたえ|こたへ)[^。、]{0,7}。$/.test(words) || NODS.test(words));
}

export function isQuestion(words: string): boolean {
  return /[？?]$|[かね]。?$/.test(words.trim());
}

/** `主人にその由を話すと、` */
const ASKED_OF = /(?:話[すし]|はなす|聞[くい]|きく|訊[くいね]|尋ね|たずね|頼[むん]|問[うい]|相談|申し?込|申し出|言[うっい]|云[うっい]|いう|訴え|せが|ねだ|見せ|告げ|伝え)[^。、]{0,4}(?:と|たら|ところ)、?$/;

/** `支配頭に叱りつけられた。「…」` */
const DONE = '(?:叱|怒鳴|どな|呼[びば]|呼び止め|言[わい]|云[わい]|命[じぜ]|尋ね|訊[かね]|聞か|問わ|責め|諭さ|詰[らじ]|なじ|声をかけ|たしなめ|頼ま|注意さ)';
const DONE_BY = new RegExp(`${DONE}[^。、]{0,6}(?:られ|され|われ|かれ|まれ|れ)(?:た|て|まし)[^。、]{0,3}[。、]?$`);

/** `そう言うと、Xは出て行った`: who goes away has spoken; who smiles or nods has heard. */
export const GOES_AWAY = /^は[^。]{0,20}(?:行[っき]|出て|去[っり]|帰[っり]|立ち[上去あさ]|駆け|かけ[だ出]|走[っり]|消え|背を向け|電話を切|歩き)/;

/** Whether the sentence before a quote ends so that the one marked by に speaks. */
export function tellsOfOther(words: string): boolean {
  return (ASKED_OF.test(words) || DONE_BY.test(words)) && !/^、?(?:と|って)/.test(words);
}

/** The verb of speaking is the last: `…と言った。`, not `言うことをさとっていた。` */
export function endsInSpeech(words: string): boolean {
  const last = [...words.slice(-14).matchAll(EACH_SPEECH)].at(-1);
  return last !== undefined && SPEECH_ENDS.test(words.slice(-14).slice(last.index + last[0].length));
}

const EACH_SPEECH = new RegExp(SPEECH_VERB, 'g');
const SPEECH_ENDS = /^(?!.*(?:こと|もの|ため|はず))[ぁ-ゖ出掛返切放始続添寄来見上立居付散捨込]{0,9}[。、…！]?$/;
