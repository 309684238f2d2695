import { describe, expect, test } from 'vitest';
import { readStory } from '../index.ts';

function speakersOf(text: string): string[] {
  const story = readStory(text, { language: 'ja' });
  const lines = story.chapters.flatMap((chapter) => chapter.beats).flatMap((beat) => (beat.type === 'line' && beat.isQuoted ? [beat] : []));
  return lines.map((line) => story.voices.find((voice) => voice.key === line.speakerKey)?.name ?? '?');
}

type Case = readonly [string, string, readonly string[]];

const OPEN: readonly Case[] = [
  ['a trade that no list knows', '朝の市は静かだった。\n\n「早いな」と、夜鍋売りが言った。\n\n「お前さんこそ」と、塩引き屋は答えた。', ['夜鍋売り', '塩引き屋']],
  ['a thing that speaks', '「寒いのはいい」と、雪だるまは言いました。雪だるまは笑いました。', ['雪だるま']],
  ['a name met once', '夕方の駅だった。「なに？」と千早が聞いた。', ['千早']],
  ['a name beside a mere deed', '由次は丘の上にいた。\n\n「待て、こら」遠くから由次が叫んだ。由次の声は遠い。', ['由次']],
  ['a kana name behind の', '家は静かだった。\n\n「これ、どうする？」\n\n妹のひよりが言った。ひよりは箱を見ていた。', ['ひより']],
  ['a surname that ends like a thing', '「もう帰るよ」と中村が言った。「そうか」と山口は答えた。', ['中村', '山口']],
  ['と with a doer right behind it and no verb of speaking', '「よし、行くぞ」と大五郎は膝を打った。大五郎は立った。', ['大五郎']],
  ['と and a bare name', '姉は笑った。姉は窓を見た。「雨だね」と姉が言った。\n\n「じゃあ、傘は」とケンジ。', ['姉', 'ケンジ']],
  ['who it was', '「まだいたのか」鈴木課長だった。\n\n「課長こそ」と大野が言った。大野は頭をかいた。', ['鈴木課長', '大野']],
  ['whose voice it was', '受話器を取った。\n\n「もしもし」\n\n男の子の声だった。', ['男の子']],
  ['who is described by what he said', '「お話を……」と言いかけた巡査の袖を、ミドリがつかんだ。ミドリは首をふった。', ['巡査']],
];

const BESIDE: readonly Case[] = [
  ['who was asked', 'ミツは店に入った。主人にその話をすると、\n\n「考えておこう」\n\nと言って奥へ入った。主人は笑わなかった。', ['主人']],
  ['who scolds', 'タロとジロは、番頭に呼び出されて、ひどく叱られた。\n\n「二人とも、掃除をしろ」\n\n番頭は出て行った。タロは泣いた。ジロも泣いた。', ['番頭']],
  ['by whom it is done behind the quote', 'タロは畑にいた。\n\n「馬鹿だな、お前は」\n\n父にどなられてもタロは笑っていた。', ['父']],
  ['it ends in speech only when the verb is last', 'リクは、ミオの言うことをわかっていた。ミオは立った。\n\n「もう行くね」とミオが言った。', ['ミオ']],
  ['a name that begins with と', 'とよ子は本を読んでいた。とよ子は笑った。\n\nとよ子はおかしそうに言った。\n\n「へんな人」', ['とよ子']],
  ['who came into sight spoke above and is answered', 'アキは箱をあけた。アキは笑った。「これだ」とアキが言った。\n\n「何をしている」\n\n入口に、番人が立っていた。\n\n「いえ、何も」', ['アキ', '番人', 'アキ']],
];

const JOINED: readonly Case[] = [
  ['a title and the name that bears it', '堀先生が来た。「遅いぞ」と堀先生が言った。「すみません」とルイは答えた。\n\n「もういい」と先生は笑った。', ['堀先生', 'ルイ', '堀先生']],
  ['kin and the name beside it', '妹は箱を見た。妹のミクは笑った。「重いよ」と妹が言った。「そうか」とミクの父が言った。', ['ミク', '父']],
  ['owners tell people of one trade apart', '「安いよ」と角屋の主人が言った。「高いね」と松屋の主人が言った。角屋の主人は笑った。松屋の主人は泣いた。', ['角屋の主人', '松屋の主人']],
  ['そのひと who was just told of', '一人の老人が来た。その老人は帽子をとった。「寒いな」とその老人が言った。', ['老人']],
  ['honorifics in a line speak against its speaker', 'ナミは店の人だった。ナミは笑った。カイは客だった。カイは本を見た。「これ」とカイが言った。「はい」とナミが言った。\n\n「ナミさんが言ったんですよ」', ['カイ', 'ナミ', 'カイ']],
  ['a name called without a mark', '宮内は走った。慎吾は止まった。「なに」と宮内が言った。「いや」と慎吾が言った。\n\n「慎吾待て」\n\n「いやだ」', ['宮内', '慎吾', '宮内', '慎吾']],
];

describe.each([['open persons', OPEN], ['words beside a quote', BESIDE], ['persons joined', JOINED]] as const)('Japanese %s', (_, cases) => {
  test.each(cases.map(([name, text, speakers]) => ({ name, text, speakers })))('$name', ({ text, speakers }) => {
    expect(speakersOf(text)).toEqual(speakers);
  });
});
