import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanText, detectLanguage, MAX_STORY_LENGTH, readStory, WriterError } from './index.ts';
import type { Beat, Story } from './index.ts';

type LineBeat = Extract<Beat, { type: 'line' }>;

const beatsOf = (story: Story): Beat[] => story.chapters.flatMap((chapter) => chapter.beats);
const linesOf = (story: Story): LineBeat[] => beatsOf(story).flatMap((beat) => (beat.type === 'line' ? [beat] : []));
const speakersOf = (text: string): string[] => {
  const story = readStory(text);
  return linesOf(story).map((line) => story.voices.find((voice) => voice.key === line.speakerKey)?.name ?? '?');
};
const codeOf = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    if (error instanceof WriterError) return error.code;
    throw error;
  }
  return '';
};

describe('English', () => {
  test('tags before, after and between, with pronouns, titles and described speakers', () => {
    expect(speakersOf(`Mr. Hart came home late. Ella sat by the stove.

“You are wet,” said Ella.

Mr. Hart took off his hat. “It rains,” he replied, “and the road is long.”

“Who is there?” asked a thin old woman from the stairs.

Ella answered, “Only Father.”

“Good!” the old woman cried.`)).toEqual(['Ella', 'Mr. Hart', 'Mr. Hart', 'thin old woman', 'Ella', 'thin old woman']);
  });

  test('turns in a run and a name called is not the speaker', () => {
    expect(speakersOf(`Tom met Clara at the gate.

“Where is the key?” asked Clara.

“I lost it.”

“Again, Tom?”

“Again.”

“Then we wait.”`)).toEqual(['Clara', 'Tom', 'Clara', 'Tom', 'Clara']);
  });

  test('apostrophes, single quotes, nested quotes and quotes that go on', () => {
    const story = readStory(`'I won't go,' said Nora. 'It's the boys' turn, 'tis only fair.'

'She said "never" to me,' Paul muttered.`);
    expect(linesOf(story).map((line) => line.text)).toEqual(["I won't go,", "It's the boys' turn, 'tis only fair.", 'She said "never" to me,']);
    const long = readStory(`“First part of a long tale.

“Second part of it,” said Rose. “The end.”`);
    expect(linesOf(long).map((line) => line.text)).toEqual(['First part of a long tale.', 'Second part of it,', 'The end.']);
    expect(new Set(linesOf(long).map((line) => line.speakerKey)).size).toBe(1);
    expect(long.notes).toEqual([]);
  });

  test('terms and titles in quotes stay in the narration', () => {
    const story = readStory('The so-called “expert” read “The Raven” to us all. “Stop!” cried Ann.');
    expect(linesOf(story).map((line) => line.text)).toEqual(['Stop!']);
  });

  test('kinds of lines', () => {
    const story = readStory(`*I must not sleep.*

BANG!

“Run!” shouted Max.

“Be quiet,” whispered Lena.

“She is gone,” Max thought.

“Are you there?” said a voice on the phone.`);
    expect(linesOf(story).map((line) => line.kind)).toEqual(['thought', 'sfx', 'shout', 'whisper', 'thought', 'speech']);
    expect(linesOf(story).at(-1)?.isOffPanel).toBe(true);
  });

  test('the narrator speaks as I', () => {
    expect(speakersOf(`I opened the door and I saw him. My brother Carl was there; I knew his cough.

“You came,” I said.

“I did,” said Carl.`)).toEqual(['I', 'Carl']);
  });
});

describe('Chinese', () => {
  test('tags before, after and between; turns; described speakers', () => {
    expect(speakersOf(`小明推开门，外面下着大雨。

“你怎么才来？”老王问。

“路上堵车。”小明说，“师傅，灯怎么不亮？”

“坏了。”

“我来修吧。”

李梅从里屋走出来，低声说：“别吵，孩子睡了。”

门口站着一个老人。老人笑道：“你们忙。”`)).toEqual(['老王', '小明', '小明', '老王', '小明', '李梅', '老人']);
  });

  test('traditional script and corner marks', () => {
    expect(speakersOf(`林小姐看著窗外。「天黑了。」她說。

張先生點點頭，答道：「該走了。」`)).toEqual(['林小姐', '張先生']);
  });

  test('所谓 and names in quotes are no lines; thoughts are thoughts', () => {
    const story = readStory('小明不信所谓“专家”的话。他心想：“我自己去看。”');
    expect(linesOf(story).map((line) => [line.text, line.kind])).toEqual([['我自己去看。', 'thought']]);
  });
});

describe('Japanese', () => {
  test('tags behind, before and in the next line', () => {
    expect(speakersOf(`夜になった。田中さんは窓のそばに座っていた。

「もう来ないのかな」と田中さんは言った。

ケンジは「きっと来るよ」と答えた。

美咲が戸を開けた。

「ただいま！」

と、美咲は叫んだ。`)).toEqual(['田中さん', 'ケンジ', '美咲']);
  });

  test('titles in marks are no lines, songs over several lines are one', () => {
    const story = readStory('太郎は「坊っちゃん」という本を読んだ。\n\n太郎は歌った。\n\n「ねむれ\nねむれ」\n\nおしまい。');
    expect(linesOf(story).map((line) => line.text)).toEqual(['ねむれ\nねむれ']);
  });
});

describe('bad input', () => {
  test('is refused with a code', () => {
    expect(codeOf(() => readStory(' \n\u200b\n'))).toBe('writer.empty');
    expect(codeOf(() => readStory('a '.repeat(MAX_STORY_LENGTH / 2 + 1)))).toBe('writer.too-long');
    expect(codeOf(() => readStory('\u0000\u0001\u0002\ufffd'.repeat(50)))).toBe('writer.not-text');
  });

  test('is cleaned', () => {
    expect(cleanText('\ufeffOne\u202e two\u200b.\r\nThree\u0007')).toBe('One two.\nThree');
    expect(cleanText('<h1>The <b>Inn</b></h1><p>&ldquo;Hi&rdquo; &amp; bye</p><script>x()</script>')).toBe('# The Inn\n\n“Hi” & bye');
    expect(cleanText('## Two\n\n**Bold** and [link](http://x.y) here')).toBe('# Two\n\nBold and link here');
    expect(cleanText('2 < 3 and I <3 you')).toBe('2 < 3 and I <3 you');
  });

  test('no dialogue, only dialogue, emoji, mixed languages, one endless sentence', () => {
    expect(linesOf(readStory('It rained. Nobody spoke. The road was long.'))).toEqual([]);
    expect(linesOf(readStory('“Yes.”\n\n“No.”\n\n“Maybe.”')).length).toBe(3);
    expect(linesOf(readStory('“😀👨‍👩‍👧!” said Tom. 小明说：“好。” 「はい」と花子が言った。')).length).toBe(3);
    const endless = readStory(`${'and on it went '.repeat(700)}.`);
    expect(beatsOf(endless).length).toBeGreaterThan(5);
  });

  test('sixty speakers are sixty voices', () => {
    const names = Array.from({ length: 60 }, (_, i) => `B${'aeiou'[i % 5]}${'lmnrst'[Math.floor(i / 5) % 6]}${'aeiou'[Math.floor(i / 30)]}k`);
    const text = names.map((name) => `“I am here,” said ${name}.`).join('\n\n');
    expect(new Set(speakersOf(text))).toEqual(new Set(names));
  });

  test('an open quote ends with its paragraph and is noted', () => {
    const story = readStory('“I never closed this, said Tom.\n\nThe rain fell.');
    expect(linesOf(story).length).toBe(1);
    expect(story.notes.map((note) => note.code)).toContain('writer.unclosed-quote');
  });
});

test('languages are told apart', () => {
  expect(detectLanguage('The cat sat.')).toBe('en');
  expect(detectLanguage('猫坐在那里。')).toBe('zh');
  expect(detectLanguage('貓坐在那裡，說：「好。」')).toBe('zh');
  expect(detectLanguage('猫がそこに座っていた。')).toBe('ja');
  expect(detectLanguage('小明说：“こんにちは，你好！”李雷说：“我爱吃ラーメン。”')).toBe('zh');
  expect(detectLanguage('国際連合総会決議第三号、採択。猫は寝た。')).toBe('ja');
});

test('chapters, title and scene breaks', () => {
  const story = readStory('# The Inn\n\nChapter 1\n\nIt was cold.\n\n***\n\nThe next morning the sun shone.\n\nChapter 2\n\nThe end came.');
  expect(story.title).toBe('The Inn');
  expect(story.chapters.map((chapter) => chapter.title)).toEqual(['Chapter 1', 'Chapter 2']);
  expect(beatsOf(story).filter((beat) => beat.type === 'break').length).toBe(1);
});

describe('properties', () => {
  const pieces = fc.constantFrom('“', '”', '"', '‘', '’', "'", '「', '」', '『', '』', '«', '»', '—', '*', '\n', '\n\n', ' ', 'Tom said', 'she asked', ' I ', "don't", 'the old man', '.', ',', '!', '?', '。', '，', '！', '说：', '小明', '他', 'と言った', '田中さんは', 'です', '# ', '...', '😀', 'Chapter 2', '第三章', '- ', '<p>', 'Mr. Lee', 'Tom: ', 'ANN (low): ', '小明：', 'ソラ「', '（', '）', '(', ')', '○', '心想，', 'と思った。', 'Bang!', '砰！', 'INT. ', ' thought Tom.', '\nTom: Hi!\nAnn: You!\nTom: I.\n');
  const stories = fc.array(pieces, { minLength: 1, maxLength: 60 }).map((parts) => parts.join(''));
  const languages = fc.constantFrom('en' as const, 'zh' as const, 'ja' as const);

  test('no word is lost and nothing is out of order', () => {
    fc.assert(fc.property(stories, languages, (text, language) => {
      const cleaned = cleanText(text);
      if (!/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(cleaned)) return;
      const story = readStory(text, { language });
      let at = 0;
      const opening = story.chapters[0]?.title ?? '';
      const said: string[] = opening === '' || opening === story.title ? [] : [story.title];
      for (const chapter of story.chapters) {
        said.push(chapter.title);
        for (const beat of chapter.beats) {
          expect(beat.start).toBeGreaterThanOrEqual(at);
          expect(beat.end).toBeGreaterThanOrEqual(beat.start);
          at = beat.end;
          if (beat.type === 'break') {
            said.push(cleaned.slice(beat.start, beat.end));
            continue;
          }
          expect(cleaned.slice(beat.start, beat.end)).toBe(beat.text);
          said.push(beat.text);
        }
      }
      expect(wordsOf(said.join(' '))).toBe(wordsOf(cleaned));
    }), { numRuns: 400 });
  });

  test('cleaning twice is cleaning once', () => {
    fc.assert(fc.property(stories, (text) => {
      const once = cleanText(text);
      expect(cleanText(once)).toBe(once);
    }), { numRuns: 300 });
  });

  /** Letters and digits only: marks of quotes, headings and breaks may go, words may not. */
  function wordsOf(text: string): string {
    return text.replace(/[^\p{L}\p{N}]/gu, '');
  }
});

test('the time grows with the length, not faster', () => {
  const part = '“Come in,” said the old man, who was tired. Tom Baker went in and looked at Mary.\n\n小明说：“好吧。”\n\n「そうか」と田中さんは言った。\n\n';
  const measure = (count: number): number => {
    const text = part.repeat(count);
    const start = performance.now();
    readStory(text, { language: 'en' });
    return performance.now() - start;
  };
  measure(50);
  const small = Math.min(measure(250), measure(250));
  const large = Math.min(measure(1500), measure(1500));
  expect(large / small).toBeLessThan(6 * 2.2);
});
