import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LANGUAGES, LINE_KINDS } from '../model/kinds.ts';
import { bubblesSvg, letterPage, meter, plainText, textOfLine, type LetteredPage, type PageToLetter } from './index.ts';
import { testFonts } from './test-fonts.ts';
import { onePanel, personAt, type Said } from './test-pages.ts';

const fonts = await testFonts();

const textOf = (lettered: LetteredPage, lineId: string): string => lettered.bubbles.filter((b) => b.lineId === lineId).flatMap((b) => b.runs.map((r) => r.text)).join('');

function expectAllText(page: PageToLetter, lettered: LetteredPage): void {
  for (const line of page.panels.flatMap((panel) => panel.lines)) expect(textOf(lettered, line.id)).toBe(plainText(textOfLine(line, page.language)));
}

const WORDS = {
  en: ['I', 'the', 'umbrella', 'never', 'rain.', 'Wait!', 'home,', 'tomorrow', "don't", 'extraordinarily', 'lamp', 'and', 'yes?'],
  ja: ['雨が', '降る', '。', 'どうして', '「', '」', '？', 'コーヒー', '、', '12', '時に', 'っ', '……', 'TV', '走れ', '!!'],
  zh: ['下雨', '了', '，', '。', '为什么', '“', '”', '？', '雨伞', '我们', '——', '2024', '年', '！'],
};

const saids = (language: 'en' | 'ja' | 'zh', most: number): fc.Arbitrary<Said[]> =>
  fc.array(
    fc.record({
      kind: fc.constantFrom(...LINE_KINDS),
      text: fc.array(fc.constantFrom(...WORDS[language]), { minLength: 1, maxLength: 9 }).map((words) => words.join(language === 'en' ? ' ' : '')),
      who: fc.constantFrom('a', 'b', 'somebody'),
      isOffPanel: fc.boolean(),
    }),
    { minLength: 1, maxLength: most },
  );

describe('every line', () => {
  test.each(LANGUAGES)('keeps each character, in order, whatever is said (%s)', (language) => {
    fc.assert(
      fc.property(saids(language, 5), fc.boolean(), fc.integer({ min: 0, max: 99 }), (lines, isVertical, seed) => {
        const page = onePanel(lines, { language, isVertical: language !== 'en' && isVertical, seed });
        expectAllText(page, letterPage(page, fonts));
      }),
      { numRuns: 60 },
    );
  });

  test('keeps each character of any text at all', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 60 }), { minLength: 1, maxLength: 3 }), fc.constantFrom(...LANGUAGES), (texts, language) => {
        const page = onePanel(texts.map((text) => ({ text, who: 'a' })), { language });
        const lettered = letterPage(page, fonts);
        expectAllText(page, lettered);
        expect(lettered.problems.filter((p) => p.code === 'missing-line')).toEqual([]);
      }),
      { numRuns: 80 },
    );
  });

  test('is there in a panel far too small, and reported', () => {
    const page = onePanel([{ text: 'word '.repeat(200), who: 'a' }, { text: '？'.repeat(40) }, { text: 'Bang', kind: 'sfx' }], { polygon: [{ x: 60, y: 60 }, { x: 130, y: 60 }, { x: 120, y: 120 }, { x: 60, y: 120 }], people: [personAt('a', 90, 90, 50)] });
    const lettered = letterPage(page, fonts);
    expectAllText(page, lettered);
    expect(lettered.problems.map((p) => p.code)).toContain('text-too-small');
    expect(lettered.problems.map((p) => p.code)).not.toContain('missing-line');
  });
});

describe('with room enough', () => {
  test.each(LANGUAGES)('the meter has nothing to report (%s)', (language) => {
    fc.assert(
      fc.property(saids(language, 3), fc.integer({ min: 0, max: 99 }), (lines, seed) => {
        const page = onePanel(lines, { language, seed });
        expect(letterPage(page, fonts).problems).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('slanted panels hold their bubbles', () => {
    const polygon = [{ x: 60, y: 60 }, { x: 900, y: 60 }, { x: 640, y: 700 }, { x: 60, y: 780 }];
    const page = onePanel([{ text: 'Where does that road go?', who: 'a' }, { text: 'Nowhere good.', who: 'b' }, { text: 'Later that night.', kind: 'narration' }], { polygon, people: [personAt('a', 200, 560, 100), personAt('b', 480, 540, 100)] });
    expect(letterPage(page, fonts).problems).toEqual([]);
  });

  test('a bleeding panel keeps its text inside the safe line', () => {
    const page = onePanel([{ text: 'Out here the sky never ends.', kind: 'narration' }, { text: 'Hello?', who: 'b', isOffPanel: true }], { polygon: [{ x: -18, y: -18 }, { x: 1093, y: -18 }, { x: 1093, y: 400 }, { x: -18, y: 400 }], people: [] });
    const { bubbles, problems } = letterPage(page, fonts);
    expect(problems).toEqual([]);
    for (const { box } of bubbles) expect(Math.min(box.x, box.y)).toBeGreaterThanOrEqual(40);
  });
});

test('the same input gives the same page, byte for byte', () => {
  const page = onePanel([{ text: 'Again?', who: 'a' }, { text: 'Again and again, until it is right.', who: 'b', kind: 'thought' }, { text: 'RUMBLE', kind: 'sfx' }, { text: 'Run!', kind: 'shout', who: 'a' }]);
  const first = letterPage(page, fonts);
  expect(letterPage(structuredClone(page), fonts)).toEqual(first);
  expect(bubblesSvg(letterPage(page, fonts), fonts)).toBe(bubblesSvg(first, fonts));
});

test('tails end between bubble and mouth, and outside every face', () => {
  const page = onePanel([{ text: 'Look at me when I talk to you.', who: 'a' }, { text: 'I am looking.', who: 'b' }]);
  for (const bubble of letterPage(page, fonts).bubbles) {
    expect(bubble.tailTip).toBeDefined();
    for (const { faceBox: f } of page.panels[0]!.people) {
      const { x, y } = bubble.tailTip!;
      expect(x > f.x && x < f.x + f.width && y > f.y && y < f.y + f.height).toBe(false);
    }
  }
});

test('a long speech becomes joined bubbles with one tail', () => {
  const text = 'First we cross the river at night. Then we follow the old railway line until the lights begin. After that nobody knows the way, so stay close to me and do not stop for anything at all.';
  const { bubbles } = letterPage(onePanel([{ text, who: 'a' }]), fonts);
  expect(bubbles.length).toBeGreaterThan(1);
  expect(bubbles.map((b) => b.part)).toEqual(bubbles.map((_, i) => i));
  expect(bubbles.slice(1).every((b) => b.joinsPrevious)).toBe(true);
  expect(bubbles.filter((b) => b.tailTip)).toHaveLength(1);
});

describe('bad input', () => {
  test.each([
    ['nothing', ''],
    ['only spaces and control characters', ' \u0000\u0007\t\n\u200b '],
    ['one sentence of 10 000 characters', 'ab '.repeat(3333)],
    ['10 000 characters without a space', 'x'.repeat(10_000)],
    ['10 000 Chinese characters', '雨'.repeat(10_000)],
    ['a lone surrogate', 'a\ud800b'],
    ['tags', '<b>bold & "loud"</b>'],
    ['Arabic', 'مرحبا بالعالم'],
    ['combining marks', 'e\u0301\u0302\u0303 Z\u0351\u036b\u0343'],
  ])('%s is lettered', (_, text) => {
    const page = onePanel([{ text, who: 'a' }, { text: 'Fine.', who: 'b' }]);
    const lettered = letterPage(page, fonts);
    expectAllText(page, lettered);
    expect(new Set(lettered.bubbles.map((b) => b.lineId)).size).toBe(2);
    expect(bubblesSvg(lettered, fonts)).not.toMatch(/NaN|undefined|Infinity/);
  });

  test('signs that no font has are drawn or reported', () => {
    expect(letterPage(onePanel([{ text: 'I ♥ you 😀🎵★', who: 'a' }]), fonts).problems).toEqual([]);
    expect(letterPage(onePanel([{ text: 'مرحبا', who: 'a' }]), fonts).problems.map((p) => p.code)).toEqual(['missing-glyph']);
    expect(letterPage(onePanel([{ text: '我们 안녕 Привет 👨‍👩‍👧🇨🇳', who: 'a' }], { language: 'ja' }), fonts).problems).toEqual([]);
  });

  test('a text in another language is set rather than lost', () => {
    const page = onePanel([{ text: 'Hello', who: 'a' }]);
    page.language = 'zh';
    expectAllText(page, letterPage(page, fonts));
  });
});

test('the meter finds what is wrong without the placer', () => {
  const page = onePanel([{ text: 'One is here.', who: 'a' }, { text: 'Two is there.', who: 'b' }, { text: 'Three.', who: 'b', kind: 'shout' }]);
  const good = letterPage(page, fonts);
  const codes = (change: (bubbles: LetteredPage['bubbles']) => void): string[] => {
    const copy = structuredClone(good);
    change(copy.bubbles);
    return meter(page, copy).map((p) => p.code);
  };
  expect(codes(() => {})).toEqual([]);
  expect(codes((b) => b.splice(0, 1))).toContain('missing-line');
  expect(codes((b) => void (b[0]!.runs[0]!.text = 'x'))).toContain('missing-line');
  expect(codes((b) => void (b[0]!.sizeU = 9))).toContain('text-too-small');
  expect(codes((b) => void (b[1] = { ...b[1]!, outline: b[0]!.outline, box: b[0]!.box, runs: b[1]!.runs }))).toContain('overlap');
  expect(codes((b) => void (b[0]!.runs[0]!.box.x = 1060))).toContain('cut');
  const face = page.panels[0]!.people[0]!.faceBox;
  const square = `M${face.x} ${face.y}L${face.x + 60} ${face.y}L${face.x + 60} ${face.y + 60}L${face.x} ${face.y + 60}Z`;
  expect(codes((b) => void Object.assign(b[0]!, { outline: square, box: face }))).toContain('face-covered');
});

describe('voices', () => {
  test('from outside the panel point at its border and stay inside it', () => {
    const page = onePanel([{ text: 'Is anybody in there?', who: 'nobody', isOffPanel: true }], { people: [] });
    const { bubbles, problems } = letterPage(page, fonts);
    expect(problems).toEqual([]);
    const { x, y } = bubbles[0]!.tailTip!;
    expect(Math.min(x - 60, 1020 - x, y - 60, 760 - y)).toBeLessThan(12);
    expect(Math.min(x - 60, 1020 - x, y - 60, 760 - y)).toBeGreaterThanOrEqual(0);
  });

  test('of people beyond the border do not reach over it', () => {
    const { bubbles } = letterPage(onePanel([{ text: 'I am just outside.', who: 'a' }], { people: [personAt('a', 1150, 500, 100)] }), fonts);
    expect(bubbles[0]!.tailTip!.x).toBeLessThanOrEqual(1020);
  });

  test('that go on are joined, but not over a sound between', () => {
    const joined = letterPage(onePanel([{ text: 'One moment.', who: 'a' }, { text: 'Here it is.', who: 'a' }]), fonts);
    expect(joined.bubbles.map((b) => b.joinsPrevious ?? false)).toEqual([false, true]);
    const parted = letterPage(onePanel([{ text: 'One moment.', who: 'a' }, { text: 'CLICK', kind: 'sfx' }, { text: 'Here it is.', who: 'a' }]), fonts);
    expect(parted.bubbles.map((b) => b.kind)).toEqual(['speech', 'sfx', 'speech']);
    expect(parted.bubbles.some((b) => b.joinsPrevious)).toBe(false);
  });

  test('many in a small panel keep their order', () => {
    const lines = ['Who?', 'Me.', 'You?', 'Yes, me.', 'Why?', 'Because.'].map((text, i) => ({ text, who: i % 2 ? 'b' : 'a' }));
    const polygon = [{ x: 60, y: 60 }, { x: 500, y: 60 }, { x: 500, y: 420 }, { x: 60, y: 420 }];
    const { problems } = letterPage(onePanel(lines, { polygon, people: [personAt('a', 140, 330, 90), personAt('b', 420, 330, 90)] }), fonts);
    expect(problems.filter((p) => p.code === 'out-of-order' || p.code === 'overlap')).toEqual([]);
  });
});

test('ruby stands beside its base in half size', () => {
  const plain = letterPage(onePanel([{ text: '龍神様に会う', who: 'a' }], { language: 'ja' }), fonts).bubbles[0]!;
  const withRuby = letterPage(onePanel([{ text: '龍神様に会う', who: 'a', ruby: [{ start: 0, end: 2, text: 'りゅうじん' }] }], { language: 'ja' }), fonts).bubbles[0]!;
  expect(withRuby.glyphs.length).toBe(plain.glyphs.length + 5);
  expect(withRuby.runs.map((r) => r.text).join('')).toBe('龍神様に会う');
  const sizes = new Set(withRuby.glyphs.map((g) => Math.round(g.scale * 1e5)));
  expect(Math.max(...sizes) / Math.min(...sizes)).toBeCloseTo(2, 1);
});

test('kinds look different: dashes for whispers, rims for sounds, nothing but outlines', () => {
  const page = onePanel([{ text: 'Psst.', kind: 'whisper', who: 'a' }, { text: 'BOOM', kind: 'sfx' }, { text: 'A <sign> & "more"', kind: 'narration' }]);
  const svg = bubblesSvg(letterPage(page, fonts), fonts, { ink: '#223344', paper: '#ffeedd' });
  expect(svg).toContain('stroke-dasharray');
  expect(svg).toContain('#223344');
  expect(svg).toContain('#ffeedd');
  expect(svg).not.toMatch(/<text|<use|&(?!#)/);
});

describe('the quotes of one sentence', () => {
  const said = (...texts: string[]): Said[] => texts.map((text) => ({ text, who: 'a' }));

  test.each([
    ['en', ['I think,', 'we should go.']], ['zh', ['老师，', '我肚子疼。']], ['ja', ['だから、', 'もう行こう。']],
  ] as const)('stand in one bubble, each with its own text (%s)', (language, texts) => {
    const page = onePanel(said(...texts), { language });
    const lettered = letterPage(page, fonts);
    expectAllText(page, lettered);
    expect(lettered.problems).toEqual([]);
    expect(lettered.bubbles.map(({ outline, isInside }) => [outline === '', isInside === true])).toEqual([[false, false], [true, true]]);
    expect(lettered.bubbles[0]!.glyphs.length).toBeGreaterThan(2);
    expect(lettered.bubbles[1]!.glyphs.length).toBeGreaterThan(2);
  });

  test('keep their ruby', () => {
    const page = onePanel([{ text: '今夜、', who: 'a' }, { text: '山へ行く。', who: 'a', ruby: [{ start: 0, end: 1, text: 'やま' }] }], { language: 'ja' });
    const plain = onePanel([{ text: '今夜、', who: 'a' }, { text: '山へ行く。', who: 'a' }], { language: 'ja' });
    expect(letterPage(page, fonts).bubbles[1]!.glyphs.length).toBe(letterPage(plain, fonts).bubbles[1]!.glyphs.length + 2);
  });

  test('not when another speaks, the sentence ended or there is too much', () => {
    for (const lines of [[{ text: 'I think,', who: 'a' }, { text: 'we go.', who: 'b' }], said('I think.', 'We go.'), said('Sit down,', 'It rains.'), said('I think,', 'we should '.repeat(30))]) {
      expect(letterPage(onePanel(lines), fonts).bubbles.some(({ isInside }) => isInside)).toBe(false);
    }
  });

  test('are written into one group of the page', () => {
    const lettered = letterPage(onePanel(said('I think,', 'we should go.')), fonts);
    expect(bubblesSvg(lettered, fonts).match(/<g class="bubble/g)?.length).toBe(1);
  });
});
