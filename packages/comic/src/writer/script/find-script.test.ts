import { describe, expect, test } from 'vitest';
import { cleanText, readStory } from '../index.ts';
import type { Language } from '../../model/kinds.ts';

/** `kind speaker: words`, `N: narration that is shown`, `---` for a new scene. */
function read(text: string, language: Language): string[] {
  const story = readStory(text, { language });
  const nameOf = (key: string | undefined): string => story.voices.find((voice) => voice.key === key)?.name ?? '?';
  return story.chapters.flatMap(({ beats }) => beats).flatMap((beat) => {
    if (beat.type === 'break') return beat.reason === 'mark' ? ['---'] : [];
    if (beat.type === 'line') return [`${beat.kind}${beat.isOffPanel ? '/off' : ''} ${nameOf(beat.speakerKey)}: ${beat.text}`];
    return beat.isTag ? [] : [`N: ${beat.text}`];
  });
}

describe('a script', () => {
  test('in English: manners, deeds between, narrator, sound, thought, voice from elsewhere', () => {
    expect(read(`INT. KITCHEN - NIGHT

OLD PETE sleeps in a chair.

MAYA: Who ate my cake?
OLD PETE (half asleep): What cake?
MAYA (angry): The one with my name! (She slams the fridge.) Look at me, Grandpa.
MAYA (whispering): Somebody is at the door.
SFX: Knock knock!
NARRATOR: Nobody had knocked for ten years.

EXT. GARDEN - DAWN

OLD PETE (V.O.): Then who ate it, Maya?
MAYA: (thinking) He must never know.`, 'en')).toEqual([
      '---', 'N: KITCHEN - NIGHT', 'N: OLD PETE sleeps in a chair.', 'speech Maya: Who ate my cake?', 'speech Old Pete: What cake?', 'speech Maya: The one with my name!',
      'N: She slams the fridge.', 'speech Maya: Look at me, Grandpa.', 'whisper Maya: Somebody is at the door.', 'sfx ?: Knock knock!', 'N: Nobody had knocked for ten years.',
      '---', 'N: GARDEN - DAWN', 'speech/off Old Pete: Then who ate it, Maya?', 'thought Maya: He must never know.',
    ]);
  });

  test('in Chinese: directions in lines of their own, scenes, boxed names', () => {
    expect(read(`场景一 教室 早上

上课铃响了。

老师（生气地）：你又迟到了！
小明：对不起，老师。
（全班大笑。小明低下头。）
【小红】别难过。
小红：下课我陪你去。

第二场 校门口

旁白：老爷爷正在打瞌睡。
老爷爷（小声地）：谁呀？（慢慢站起来）是修车吗？
小明：“是的，爷爷。”`, 'zh')).toEqual([
      '---', 'N: 教室 早上', 'N: 上课铃响了。', 'speech 老师: 你又迟到了！', 'speech 小明: 对不起，老师。', 'N: 全班大笑。小明低下头。', 'speech 小红: 别难过。', 'speech 小红: 下课我陪你去。',
      '---', 'N: 校门口', 'N: 老爷爷正在打瞌睡。', 'whisper 老爷爷: 谁呀？', 'speech 老爷爷: 是修车吗？', 'speech 小明: 是的，爷爷。',
    ]);
  });

  test('in Japanese: names before corner marks, colons, wide spaces, monologue', () => {
    expect(read('○学校・屋上（夕方）\n\nミナ「やっぱりここにいた」\nソラ「……来るなって言っただろ」\nミナ（笑って）「言われてないもん」\n\nソラ、ため息をつく。\n\nソラＭ「明日、引っ越すのに」\nナレーション：ドアが閉まる。', 'ja')).toEqual([
      '---', 'N: 学校・屋上（夕方）', 'speech ミナ: やっぱりここにいた', 'speech ソラ: ……来るなって言っただろ', 'speech ミナ: 言われてないもん', 'N: ソラ、ため息をつく。', 'thought ソラ: 明日、引っ越すのに', 'N: ドアが閉まる。',
    ]);
    expect(read('ミナ　もう行くの？\nソラ　うん。\nミナ　手紙、書いてね。\nソラ　書くよ。', 'ja')).toEqual(['speech ミナ: もう行くの？', 'speech ソラ: うん。', 'speech ミナ: 手紙、書いてね。', 'speech ソラ: 書くよ。']);
  });

  test('as screenplays and plays are set', () => {
    expect(read('INT. CLASSROOM - DAY\n\nSunlight falls on the desks.\n\n          JONAS\n     Do you think\n     she saw us?\n\n          MISS HALE (O.S.)\n     I see everything.\n\n          JONAS (CONT\'D)\n     (whispering)\n     Run!\n\nHe runs.', 'en')).toEqual([
      '---', 'N: CLASSROOM - DAY', 'N: Sunlight falls on the desks.', 'speech Jonas: Do you think she saw us?', 'speech/off Miss Hale: I see everything.', 'whisper Jonas: Run!', 'N: He runs.',
    ]);
    expect(read('ALDO. Did you hear me play?\n\nLENA. I did not think it polite to listen, sir.\n\nALDO. [Stiffly.] I am sorry for that.\n\nLENA. So was I, Mr. Aldo.\n\nALDO. Go. LENA. is gone.\n\nLENA. Yes, sir.', 'en').slice(0, 4)).toEqual([
      'speech Mr. Aldo: Did you hear me play?', 'speech Lena: I did not think it polite to listen, sir.', 'speech Mr. Aldo: I am sorry for that.', 'speech Lena: So was I, Mr. Aldo.',
    ]);
  });

  test('a chat with the time of day, and words said without marks', () => {
    expect(read('[12:30] Tom: hi are you there\n[12:31] Ann: yes\n[12:31] Tom: I found the key', 'en')).toEqual(['speech Tom: hi are you there', 'speech Ann: yes', 'speech Tom: I found the key']);
    expect(read('小明说：我不去。\n小红问：为什么不去？\n小明低声说：外面下雨了。\n小红笑着说：我有伞。\n我说：走吧。', 'zh')).toEqual(['speech 小明: 我不去。', 'speech 小红: 为什么不去？', 'whisper 小明: 外面下雨了。', 'speech 小红: 我有伞。', 'speech 我: 走吧。']);
  });

  test('as Japanese scenarios are set', () => {
    expect(read('佐伯　　「まだいたのか」\nケイ　　「先生こそ」\n佐伯　　「進路、決めたか？」\nケイ　　「（首を振って）まだです」\n　　ケイ、窓の外を見る。\nケイＮ　「あの日の夕日を忘れない」\nSE　　　「ガラガラ（戸の音）」', 'ja')).toEqual([
      'speech 佐伯: まだいたのか', 'speech ケイ: 先生こそ', 'speech 佐伯: 進路、決めたか？', 'speech ケイ: まだです', 'N: ケイ、窓の外を見る。', 'N: あの日の夕日を忘れない', 'sfx ?: ガラガラ',
    ]);
  });

  test('sounds in brackets are sounds', () => {
    expect(read('TOM: Hush! (Bang!) What was that?\nANN: The door.\n(Crash!)\nTOM: Run!', 'en')).toEqual(['speech Tom: Hush!', 'sfx ?: Bang!', 'speech Tom: What was that?', 'speech Ann: The door.', 'sfx ?: Crash!', 'speech Tom: Run!']);
  });

  test('prose beside it keeps its quotes', () => {
    expect(read('司机：去哪儿？\n我：机场。\n司机：这么晚了？\n\n“您看，”我指着前面，“那是什么？”\n\n司机：“鬼。”他笑了。', 'zh')).toEqual(['speech 司机: 去哪儿？', 'speech 我: 机场。', 'speech 司机: 这么晚了？', 'speech 我: 您看，', 'N: 我指着前面，', 'speech 我: 那是什么？', 'N: 司机：', 'speech 司机: 鬼。', 'N: 他笑了。']);
  });

  test('a passage of three lines in prose', () => {
    expect(read('Tom and Ann sat in the car. Nobody spoke for a while.\n\nTom: Are we lost?\n\nAnn: We are not lost.\n\nTom: The map is upside down.\n\nThen it rained all night.', 'en')).toEqual([
      'N: Tom and Ann sat in the car. Nobody spoke for a while.', 'speech Tom: Are we lost?', 'speech Ann: We are not lost.', 'speech Tom: The map is upside down.', 'N: Then it rained all night.',
    ]);
  });
});

describe('no script', () => {
  test.each([
    ['en', 'Note: the cake was old.\n\nThe clock showed 12:30. Tom ate it.\n\nWarning: do not eat.'],
    ['en', 'Flour: 200 g\nSugar: 100 g\nEggs: 3\nButter: 50 g'],
    ['en', 'Step 1: Open the box.\n\nStep 2: Close your eyes!\n\nStep 3: Are you asleep?'],
    ['en', 'He said: come in.\n\nShe said: no.\n\nHe said: why?'],
    ['zh', '时间：晚上\n地点：教室\n人物：小明\n\n那天很冷。他走了。'],
    ['zh', '他说：来吧。\n\n她走了。\n\n注意：天黑了。'],
    ['ja', '時間：夜\n場所：学校\n登場人物：ミナ\n\n寒い夜だった。'],
    ['ja', 'ミナは「行こう」と言った。\n\nソラは「うん」と答えた。\n\n二人は「さようなら」という店に入った。'],
  ] as const)('%s %s', (language, text) => {
    expect(read(text, language).filter((beat) => /^speech/.test(beat)).length).toBe(language === 'ja' && text.includes('「') ? 2 : 0);
  });
});

test('cleaning a screenplay twice is cleaning it once', () => {
  const once = cleanText('INT. ROOM\n\n  TOM\n  (low)\n  Come in.\n\n  ANN\n  No.\n\n  TOM\n  Why not?\n');
  expect(once).toBe('INT. ROOM\n\nTOM: (low) Come in.\n\nANN: No.\n\nTOM: Why not?');
  expect(cleanText(once)).toBe(once);
});

test('lines of a script without full stops are not taken for wrapped text', () => {
  expect(read('小明：你去哪里\n小红：我去学校\n小明：等等我\n小红：快点儿', 'zh')).toEqual(['speech 小明: 你去哪里', 'speech 小红: 我去学校', 'speech 小明: 等等我', 'speech 小红: 快点儿']);
});
