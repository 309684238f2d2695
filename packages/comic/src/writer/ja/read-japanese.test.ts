import { describe, expect, test } from 'vitest';
import { readStory } from '../index.ts';

function speakersOf(text: string): string[] {
  const story = readStory(text, { language: 'ja' });
  const lines = story.chapters.flatMap((chapter) => chapter.beats).flatMap((beat) => (beat.type === 'line' && beat.isQuoted ? [beat] : []));
  return lines.map((line) => story.voices.find((voice) => voice.key === line.speakerKey)?.name ?? '?');
}

const CASES: readonly (readonly [string, string, readonly string[]])[] = [
  ['the quote stands in the line below its speaker', 'ナギは、\n\n「行こう」\n\nと言いました。トトは、\n\n「待って」\n\nと言いました。', ['ナギ', 'トト']],
  ['と before a kin word is no part of it', '雨の朝でした。\n\n「起きなさい」\n\nとおかあさんは言いました。\n\n「まだ眠いよ」\n\nとケンタは答えました。', ['おかあさん', 'ケンタ']],
  ['a kin word right behind another word', 'いちばん早く着いたおばさんが笑った。\n\n「あら、早いこと」\n\nと窓から見ていたおばさんがいった。', ['おばさん']],
  ['a new doer behind と', 'ユキが空を見ていますと、そこへ白い服の老人が来て、\n\n「道に迷ったのかね」\n\nと聞きました。', ['老人']],
  ['the topic goes on where no other doer comes', 'リンは、母が手をふると、\n\n「いってきます」\n\nと言った。', ['リン']],
  [
    'whoever is spoken to in a broken-off clause does not speak',
    'サブロウがおじぎをすると、店主は、\n\n「よく来た」\n\nと言った。サブロウは、\n\n「はい」'
      + '\n\nと答えた。サブロウが手を出すと、\n\n「冷たい手だ」\n\nと店主は笑った。',
    ['店主', 'サブロウ', '店主'],
  ],
  ['behind a tag another begins', 'テツは顔を上げて、\n\n「なぜだい」\n\nとききますと、ミツは、\n\n「秘密よ」\n\nと答えました。', ['テツ', 'ミツ']],
  ['who only stands in a relative clause does not speak', 'タロは、婆さんが言ったことを思い出して、\n\n「ひらけ」\n\nと言った。婆さんは、\n\n「よろしい」\n\nと言った。', ['タロ', '婆さん']],
  ['こう言った names the speaker of the quote below', '丘の上は静かだった。ミツは町を見ていた。\n\nテツはミツに向かってこう言った。\n\n「明日、町へ行く」\n\nミツはうなずいてこう言った。\n\n「わかった」', ['テツ', 'ミツ']],
  [
    'somebody new comes in behind the quote',
    'リサは本を読んでいた。リサは耳をすました。\n\n「ごめんください！」\n\n入ってきたのは、となりの組のゴロウだった。'
      + '\n\n「どうしたの」とリサが聞いた。\n\n「本をかしてほしい」とゴロウが言った。',
    ['ゴロウ', 'リサ', 'ゴロウ'],
  ],
  ['a man stands there behind a shout', 'ヨウタは門をくぐった。\n\n「こら、どこへ行く！」\n\nそこには、門番が立っていた。ヨウタは逃げ出した。', ['門番']],
  ['what a face does, its owner does', 'ソラとマイは歩いた。「入る？」とマイが言った。\n\n「え、いいの」ソラの顔が赤くなった。', ['マイ', 'ソラ']],
  ['a voice that sinks', 'ソラは笑った。「また来る？」ソラの声が小さくなった。「うん」とマイが言った。', ['ソラ', 'マイ']],
  ['who is called does not speak and answers', 'ソラは窓をあけた。マイは庭にいた。「マイ、早く」とソラが呼んだ。\n\n「今行くわ」\n\n「雨になるぞ」\n\n「ソラくん、ほら見て」', ['ソラ', 'マイ', 'ソラ', 'マイ']],
  ['a kin word called does not speak', 'ぼくは戸をあけた。おばあさまは火を見ていた。ぼくは走った。ぼくはこわかった。\n\n「おばあさま、どうしたの」\n\nとぼくは聞いた。', ['ぼく']],
  ['the narrator\'s own word for I speaks for him', 'ぼくは妹と山へ行った。ぼくは妹をにらんだ。妹は泣いた。\n\n「おまえが悪いんだ」とぼくは言った。\n\n「あら、わたしじゃないわ」\n\n「ぼくはかわいがってたよ」', ['ぼく', '妹', 'ぼく']],
  ['who heard it did not say it', '親方は腕を組んだ。ロクは頭をかいた。\n\n「まただめだったのか」\n\nと親方は言いました。\n\n「すみません」\n\n「もう一度行ってこい」\n\nロクは叱られて、外へ出て行きました。', ['親方', 'ロク', '親方']],
  ['one who stays silent', '仙人は笑った。トシは石の上に坐っていた。\n\n「お前は誰だ」\n\nトシは黙っていました。\n\n「返事をしろ」と仙人は叫びました。', ['仙人', '仙人']],
  ['two-letter katakana names', 'アアとサアが来ました。アアは、\n\n「鉄砲がいい」\n\nと云いました。サアは、\n\n「刀がいい」\n\nと云いました。', ['アア', 'サア']],
  ['a long name in characters', '左衛門尉清経は、\n\n「連れて参れ」\n\nと申しました。左衛門尉清経は笑いました。', ['左衛門尉清経']],
  ['old and young of one family', '「ただいま」とハナが言った。\n\n「おかえり」と母が答えた。\n\n「おじいちゃんは？」とハナが聞いた。\n\n「ここにおるよ」と祖父が笑った。', ['ハナ', '母', 'ハナ', '祖父']],
  ['a tag split by a deed', '「うん」とミオは笑った。「また、雨の日にね」', ['ミオ', 'ミオ']],
  ['a long deed between と and the verb', '「もう帰る」とユウは鞄をつかみ、椅子をけって、ふり返りもせずに言った。「じゃあな」とケイが言った。', ['ユウ', 'ケイ']],
  ['what was done with the quote goes on in the same line', 'マリは雑誌を閉じた。「つまらない」マリは立ち上がった。', ['マリ']],
  ['のほうから', 'ジンは黙って酒をついだ。ゲンも黙っていた。やがてゲンの方から、\n\n「話がある」\n\nと言い出した。ジンは、\n\n「聞こう」\n\nと答えた。', ['ゲン', 'ジン']],
  ['the doer of the clause before an interruption', 'ジンは、\n\n「だがな」\n\nと、云いかけるのをゲンはさえぎって、\n\n「もういい」\n\nと言った。', ['ジン', 'ゲン']],
  ['animals in kana', 'わなにかかったたぬきが、上から声をかけました。\n\n「もしもし、うさぎさん」\n\nうさぎは、\n\n「何だい」\n\nと言いました。', ['狸', '兎']],
  ['the agent of a passive speaks', '「年は？」とタダシはミチコに聞かれた。ミチコは笑った。タダシは困った。', ['ミチコ']],
  ['a question, then the answer told before it comes', 'タダシは門の前で立ち上がった。タダシは男を見つめた。\n\n「押してやろうか？」\n\n男は快い返事をした。\n\n「おお、たのむ」', ['タダシ', '男']],
  ['we', 'わたしたちは坐った。わたしは茶を飲んだ。わたしは聞いた。\n\n「それでどうしました」\n\nと、わたしたちは訊いた。', ['わたしたち']],
  ['といって with the doer behind it', '「さようなら」といって、赤い着物を着た子供は岩を下りた。', ['子供']],
  ['a described person whom only the suffix makes one', '広間は静かだった。\n\n「始めましょう」\n\nと、司会者が言った。隣の化学者は、\n\n「待ちたまえ」\n\nと答えた。', ['司会者', '隣の化学者']],
  ['a hero who is never named', '彼は歩いた。彼は止った。彼は空を見た。彼は疲れていた。彼は坐った。そこへ老人が来た。\n\n「寒いな」と彼は言った。\n\n「冬だからな」と老人が答えた。\n\n「帰るよ」と彼は言った。', ['彼', '老人', '彼']],
  ['many of a kind', '「そうだ、そうだ」\n\nと、百姓たちは言いました。', ['百姓たち']],
  ['a single letter for a name', 'Ａは窓を見た。\n\n「雨だ」とＡが言った。\n\n「困ったな」とＢさんが答えた。', ['Ａ', 'Ｂさん']],
  ['an adjective before a name', '「かぶと虫だ」と小さい太郎は言いました。', ['太郎']],
  [
    'men told apart by their looks',
    '「行くか」と髯の男が云った。「待て」と背の低い男が云った。髯の男は笑った。背の低い男は黙っていた。'
      + '\n\n「もう行く」と髯の男が云った。\n\n「待てと云うに」と背の低い男が云った。',
    ['髯の男', '背の低い男', '髯の男', '背の低い男'],
  ],
  ['who acts behind the question was asked', 'ルカは砂の山をつくった。\n\n「パンはいらない？」\n\nと聞きますと、女の子は目を伏せました。\n\n「どこから来たの？」とルカは聞いた。', ['ルカ', 'ルカ']],
  ['a name told by という子', 'いたずら者のヨシオという子が、こっちを向いて、\n\n「見ておいで」\n\nと言いました。ヨシオは笑いました。ヨシオは走りました。', ['ヨシオ']],
  ['one who goes on while he walks', 'ゴロウが、\n\n「さあ買うぞ」\n\nと、言いながら、老婆の傍へ寄ると、\n\n「おい、ひとつおくれ」\n\nと、言いながら、手を出しました。ゴロウは笑いました。', ['ゴロウ', 'ゴロウ']],
];

describe('Japanese speakers', () => {
  test.each(CASES.map(([name, text, speakers]) => ({ name, text, speakers })))('$name', ({ text, speakers }) => {
    expect(speakersOf(text)).toEqual(speakers);
  });
});
