import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BubbleByHand, Stress } from '../model/hand-made.ts';
import { boxOf, type Box } from '../model/geometry.ts';
import { LANGUAGES, LINE_KINDS, type Language } from '../model/kinds.ts';
import { aimTail, bubbleAt, bubblesOfLine, bubblesSvg, bubbleToHand, letterByHand, letterPage, letterPanelOnly, moveBubble, plainText, refitBubble, resizeBubble, textOfLine, turnSound, usualTurn, withoutPlaces, type Bubble, type LetteredPage, type PageToLetter } from './index.ts';
import { flattenPath } from './shape/flatten-path.ts';
import { testFonts } from './test-fonts.ts';
import { onePanel, personAt, type Said } from './test-pages.ts';

const fonts = await testFonts();

const WORDS = {
  en: ['I', 'umbrella', 'never', 'rain.', 'Wait!', 'extraordinarily', "don't", 'yes?', '♥'],
  ja: ['雨が', '降る', '。', '「', '」', 'コーヒー', '、', '12', '時に', '……', 'TV', '走れ', '!!', '👍🏽'],
  zh: ['下雨', '了', '，', '。', '“', '”', '雨伞', '——', '2024', '年', '！', ' ', '\n'],
};
const spot = fc.record({ x: fc.double({ min: -9, max: 9 }), y: fc.double({ min: -9, max: 9 }) });
const hand: fc.Arbitrary<BubbleByHand> = fc.record({
  at: spot, measure: fc.double({ min: -50, max: 5000 }), tail: fc.oneof(spot, fc.constant('none' as const)), scale: fc.double({ min: -1, max: 9 }),
  font: fc.constantFrom('no-such-font', 'bangers', 'klee-one', 'zcool-kuaile', 'jua', ''), isVertical: fc.boolean(), turn: fc.double({ min: -400, max: 400 }),
  splits: fc.array(fc.integer({ min: -3, max: 60 }), { maxLength: 5 }), parts: fc.array(fc.oneof(spot, fc.tuple(spot, fc.double()).map(([s, measure]) => ({ ...s, measure }))), { maxLength: 5 }), joins: fc.boolean(),
}, { requiredKeys: [] });
const stress: fc.Arbitrary<Stress[]> = fc.array(fc.record({ start: fc.integer({ min: 0, max: 40 }), end: fc.integer({ min: -2, max: 60 }), how: fc.constantFrom('bold', 'italic', 'dots') }), { maxLength: 4 });

function handPage(language: Language): fc.Arbitrary<PageToLetter> {
  const said = fc.record({
    kind: fc.constantFrom(...LINE_KINDS), who: fc.constantFrom('a', 'b', 'somebody'), isOffPanel: fc.boolean(), text: fc.array(fc.constantFrom(...WORDS[language]), { minLength: 1, maxLength: 9 }).map((words) => words.join(language === 'en' ? ' ' : '')),
    ruby: fc.array(fc.record({ start: fc.integer({ min: 0, max: 9 }), end: fc.integer({ min: 1, max: 90 }), text: fc.constantFrom('あめ', 'yu', ''), language: fc.constantFrom(...LANGUAGES, undefined) }), { maxLength: 2 }),
  });
  return fc.tuple(fc.array(fc.tuple(said, fc.option(hand, { nil: undefined }), fc.option(stress, { nil: undefined })), { minLength: 1, maxLength: 5 }), fc.boolean(), fc.nat(99)).map(([lines, isVertical, seed]) => {
    const page = onePanel(lines.map(([each]) => each as Said), { language, isVertical: language !== 'en' && isVertical, seed });
    const [panel] = page.panels;
    panel!.lines = panel!.lines.map((line, i) => {
      const made = lines[i]![1] ? { ...line, letter: { [language]: lines[i]![1] } } : line;
      return lines[i]![2] ? { ...made, stress: { [language]: lines[i]![2] } } : made;
    });
    return page;
  });
}

const textOf = (lettered: LetteredPage, lineId: string): string => lettered.bubbles.filter((b) => b.lineId === lineId).flatMap((b) => b.runs.map((r) => r.text)).join('');
const isWithin = (box: Box, page: PageToLetter): boolean => box.x >= 0 && box.y >= 0 && box.x + box.width <= page.width && box.y + box.height <= page.height;

describe('whatever is set by hand', () => {
  test.each(LANGUAGES)('no text is lost, every bubble stays on the page, nothing is no number (%s)', (language) => {
    fc.assert(
      fc.property(handPage(language), (page) => {
        const lettered = letterPage(page, fonts);
        for (const line of page.panels[0]!.lines) expect(textOf(lettered, line.id)).toBe(plainText(textOfLine(line, language)));
        expect(lettered.problems.filter((p) => p.code === 'missing-line')).toEqual([]);
        for (const { box } of lettered.bubbles) expect(isWithin(box, page)).toBe(true);
        expect(bubblesSvg(lettered, fonts)).not.toMatch(/NaN|Infinity|undefined/);
      }),
      { numRuns: 60 },
    );
  });
});

const at = (page: PageToLetter): { box: Box } => ({ box: boxOf(page.panels[0]!.polygon) });

function setByHand(page: PageToLetter, lineId: string, change: (hand: BubbleByHand) => BubbleByHand, bubbles: readonly Bubble[] = []): PageToLetter {
  const panels = page.panels.map((panel) => ({
    ...panel,
    lines: panel.lines.map((line) => {
      if (line.id !== lineId) return line;
      const from = bubbles.length > 0 ? bubbleToHand(bubblesOfLine(bubbles, line.id), at(page), line, page.language) : (line.letter?.[page.language] ?? {});
      return letterByHand(line, page.language, change(from));
    }),
  }));
  return { ...page, panels };
}

function pointsOf(bubble: Bubble): { x: number; y: number }[] {
  return flattenPath(bubble.outline, 4).flat();
}

const TALKS: [Language, boolean, string[]][] = [
  ['en', false, ['Where does that road go?', 'Nowhere good, and certainly nowhere that I would take you on a night like this one.']],
  ['ja', true, ['どこへ行くの？', '雨が降る前に、あの橋を渡っておきたいんだ。急ごう。']],
  ['zh', false, ['你要去哪里？', '下雨之前，我想先过那座桥。我们得快一点，不然就来不及了。']],
  ['zh', true, ['你要去哪里？', '下雨之前，我想先过那座桥。']],
];

describe('a drag starts from what is seen', () => {
  test.each(TALKS)('the hand-made value draws the automatic bubble again (%s, vertical: %s)', (language, isVertical, texts) => {
    for (const kind of ['speech', 'thought', 'shout', 'whisper'] as const) {
      const page = onePanel([{ text: texts[0]!, who: 'a', kind }, { text: texts[1]!, who: 'b', kind }, { text: texts[0]!, kind: 'narration' }, { text: language === 'en' ? 'RUMBLE' : 'ゴゴゴ', kind: 'sfx' }], { language, isVertical });
      const { bubbles } = letterPage(page, fonts);
      const frozen = page.panels[0]!.lines.reduce((made, line) => setByHand(made, line.id, (hand) => hand, bubbles), page);
      const again = letterPage(frozen, fonts).bubbles;
      expect(again.map((b) => b.lineId)).toEqual(bubbles.map((b) => b.lineId));
      again.forEach((bubble, i) => {
        const was = bubbles[i]!;
        expect(bubble.glyphs.length).toBe(was.glyphs.length);
        const [p, q] = [pointsOf(bubble), pointsOf(was)];
        expect(p.length).toBe(q.length);
        p.forEach((point, k) => expect(Math.hypot(point.x - q[k]!.x, point.y - q[k]!.y)).toBeLessThan(1));
        bubble.glyphs.forEach((glyph, k) => expect(Math.hypot(glyph.x - was.glyphs[k]!.x, glyph.y - was.glyphs[k]!.y)).toBeLessThan(1));
      });
    }
  });

  test('a long speech of linked bubbles too', () => {
    const text = 'First we cross the river at night. Then we follow the old railway line until the lights begin. After that nobody knows the way, so stay close to me and do not stop for anything at all.';
    const page = onePanel([{ text, who: 'a' }]);
    const { bubbles } = letterPage(page, fonts);
    const again = letterPage(setByHand(page, 'line-0', (hand) => hand, bubbles), fonts).bubbles;
    expect(again.map((b) => b.runs.map((r) => r.text))).toEqual(bubbles.map((b) => b.runs.map((r) => r.text)));
    again.forEach((bubble, i) => pointsOf(bubble).forEach((p, k) => expect(Math.hypot(p.x - pointsOf(bubbles[i]!)[k]!.x, p.y - pointsOf(bubbles[i]!)[k]!.y)).toBeLessThan(1)));
  });

  test('two sayings in one bubble stay together', () => {
    const page = onePanel([{ text: 'I think,', who: 'a' }, { text: 'we should go.', who: 'a' }]);
    const { bubbles } = letterPage(page, fonts);
    expect(bubbles[1]!.isInside).toBe(true);
    const again = letterPage(setByHand(page, 'line-0', (hand) => hand, bubbles), fonts).bubbles;
    expect(again[1]!.isInside).toBe(true);
    expect(Math.abs(again[0]!.box.x - bubbles[0]!.box.x)).toBeLessThan(1);
  });

  test('moving, resizing, aiming and turning do what they say', () => {
    const page = onePanel([{ text: 'Where does that road go, and who has built it?', who: 'a' }, { text: 'RUMBLE', kind: 'sfx' }]);
    const { bubbles } = letterPage(page, fonts);
    const moved = letterPage(setByHand(page, 'line-0', (hand) => moveBubble(hand, { x: 200, y: 130 }, at(page)), bubbles), fonts).bubbles[0]!;
    const centre = (b: Bubble): number => b.runs[0]!.box.x + b.runs[0]!.box.width / 2;
    expect(Math.abs(centre(moved) - centre(bubbles[0]!) - 200)).toBeLessThan(0.5);
    const wide = letterPage(setByHand(page, 'line-0', (hand) => resizeBubble(hand, { measure: 900, scale: 1 }), bubbles), fonts).bubbles[0]!;
    expect(wide.runs).toHaveLength(1);
    const narrow = letterPage(setByHand(page, 'line-0', (hand) => resizeBubble(hand, { measure: 120 }), bubbles), fonts).bubbles[0]!;
    expect(Math.max(...narrow.runs.map((run) => run.box.width))).toBeLessThanOrEqual(121);
    const aimed = letterPage(setByHand(page, 'line-0', (hand) => aimTail(hand, { x: 700, y: 600 }, at(page)), bubbles), fonts).bubbles[0]!;
    expect(aimed.tailTip!.x).toBeCloseTo(700, 0);
    expect(aimed.tailTip!.y).toBeCloseTo(600, 0);
    const bare = letterPage(setByHand(page, 'line-0', (hand) => aimTail(hand, 'none', at(page)), bubbles), fonts).bubbles[0]!;
    expect(bare.tailTip).toBeUndefined();
    const sound = letterPage(setByHand(page, 'line-1', (hand) => turnSound(hand, usualTurn(page, 'line-1')), bubbles), fonts).bubbles[1]!;
    expect(Math.abs(sound.glyphs[0]!.turn - bubbles[1]!.glyphs[0]!.turn)).toBeLessThan(0.2);
  });

  test('a tail aimed by hand starts from the nearest linked bubble', () => {
    const page = onePanel([{ text: 'Wait for me at the gate. I will be there before dawn.', who: 'a' }]);
    const { bubbles } = letterPage(setByHand(page, 'line-0', () => ({ at: { x: 0.2, y: 0.2 }, splits: [25], parts: [{ x: 0.7, y: 0.3 }], tail: { x: 0.85, y: 0.7 } })), fonts);
    expect(bubbles.map((bubble) => bubble.tailTip !== undefined)).toEqual([false, true]);
  });

  test('in panels of another shape the places go, the rest stays', () => {
    const [line] = setByHand(onePanel([{ text: 'Wait.', who: 'a' }]), 'line-0', () => ({ at: { x: 0.2, y: 0.2 }, measure: 90, tail: 'none', font: 'bangers', scale: 1.2 })).panels[0]!.lines;
    expect(withoutPlaces(line!).letter).toEqual({ en: { tail: 'none', font: 'bangers', scale: 1.2 } });
  });

  test('what lies under a finger is found', () => {
    const { bubbles } = letterPage(onePanel([{ text: 'Where does that road go?', who: 'a' }]), fonts);
    const [bubble] = bubbles;
    expect(bubbleAt(bubbles, { x: bubble!.runs[0]!.box.x + 5, y: bubble!.runs[0]!.box.y + 5 })).toEqual({ bubble, on: 'body' });
    expect(bubbleAt(bubbles, bubble!.tailTip!)?.on).toBe('tail');
    expect(bubbleAt(bubbles, { x: 1, y: 1 })).toBeUndefined();
  });
});

describe('values of one kind', () => {
  test('automatic bubbles go round one set by hand', () => {
    const page = onePanel([{ text: 'One of us must stay here.', who: 'a' }, { text: 'Then it will be me.', who: 'b' }]);
    const { bubbles, problems } = letterPage(setByHand(page, 'line-1', () => ({ at: { x: 0.3, y: 0.3 } })), fonts);
    expect(bubbles).toHaveLength(2);
    expect(problems.map((p) => p.code)).not.toContain('overlap');
    expect(problems.map((p) => p.code)).not.toContain('out-of-order');
  });

  test('a font without the letters gives way to the usual one', () => {
    const page = onePanel([{ text: '雨傘を忘れた', who: 'a' }], { language: 'ja' });
    const usual = letterPage(page, fonts);
    expect(letterPage(setByHand(page, 'line-0', () => ({ font: 'bangers' })), fonts).bubbles[0]!.glyphs.map((g) => g.fontId)).toEqual(usual.bubbles[0]!.glyphs.map((g) => g.fontId));
    expect(letterPage(setByHand(page, 'line-0', () => ({ font: 'klee-one' })), fonts).bubbles[0]!.glyphs.every((g) => g.fontId === 'klee-one')).toBe(true);
  });

  test('splits make linked bubbles, joins a neck to another voice, no splits one bubble', () => {
    const page = onePanel([{ text: 'Wait for me at the gate. I will be there before dawn.', who: 'a' }, { text: 'Promise!', who: 'b' }]);
    const split = letterPage(setByHand(page, 'line-0', () => ({ splits: [25] })), fonts).bubbles;
    expect(split.filter((b) => b.lineId === 'line-0').map((b) => b.runs.map((r) => r.text).join(''))).toEqual(['Wait for me at the gate. ', 'I will be there before dawn.']);
    expect(split[1]!.joinsPrevious).toBe(true);
    expect(letterPage(setByHand(page, 'line-1', () => ({ joins: true, at: { x: 0.6, y: 0.4 } })), fonts).bubbles[1]!.joinsPrevious).toBe(true);
    const long = onePanel([{ text: 'word '.repeat(40), who: 'a' }]);
    expect(letterPage(setByHand(long, 'line-0', () => ({ splits: [] })), fonts).bubbles).toHaveLength(1);
  });

  test('a bubble beside its panel is not cut, one that hides a face is reported with its place', () => {
    const polygon = [{ x: 60, y: 60 }, { x: 560, y: 60 }, { x: 560, y: 500 }, { x: 60, y: 500 }];
    const page = onePanel([{ text: 'Out here?', who: 'a' }], { polygon, people: [personAt('a', 300, 380, 120)] });
    expect(letterPage(setByHand(page, 'line-0', () => ({ at: { x: 1.1, y: 0.5 } })), fonts).problems).toEqual([]);
    const [problem] = letterPage(setByHand(page, 'line-0', () => ({ at: { x: 0.48, y: 0.72 } })), fonts).problems;
    expect(problem?.code).toBe('face-covered');
    expect(problem?.box?.width).toBeGreaterThan(20);
  });

  test('stress takes a bold or leaning font where there is one, else a stroke or a shear; dots for kana and kanji', () => {
    const stressed = (language: Language, text: string, how: Stress['how'], isVertical = false): Bubble => {
      const page = onePanel([{ text, who: 'a', kind: 'narration' }], { language, isVertical });
      page.panels[0]!.lines[0]!.stress = { [language]: [{ start: 0, end: 2, how }] };
      return letterPage(page, fonts).bubbles[0]!;
    };
    expect(stressed('zh', '下雨了吗', 'bold').glyphs.map((g) => g.fontId)).toEqual(['noto-sans-sc-bold', 'noto-sans-sc-bold', 'noto-sans-sc', 'noto-sans-sc']);
    expect(stressed('ja', '雨だよね', 'bold', true).glyphs.map((g) => (g.bold ?? 0) > 0)).toEqual([true, true, false, false]);
    expect(stressed('ja', '雨だよね', 'italic', true).glyphs.some((g) => g.slant)).toBe(false);
    expect(stressed('en', 'Oh no', 'italic').glyphs[0]!.fontId).toBe('comic-neue-bold-italic');
    expect(stressed('en', 'Oh no', 'dots').glyphs).toHaveLength(4);
    expect(stressed('ja', '雨だよね', 'dots', true).glyphs).toHaveLength(6);
    expect(stressed('zh', '雨，下了', 'dots').glyphs).toHaveLength(5);
  });

  test('ruby of another language is not set, stale ruby is dropped', () => {
    const page = onePanel([{ text: '雨が降る', who: 'a', ruby: [{ start: 0, end: 1, text: 'rain', language: 'en' }, { start: 3, end: 9, text: 'ふる' }] }], { language: 'ja' });
    expect(letterPage(page, fonts).bubbles[0]!.glyphs).toHaveLength(4);
  });
});

test('a panel is lettered alone as on its page, and refitting moves nothing else', () => {
  const page = onePanel([{ text: 'One of us must stay here.', who: 'a' }, { text: 'Then it will be me.', who: 'b' }, { text: 'Later.', kind: 'narration' }]);
  const whole = letterPage(page, fonts);
  expect(letterPanelOnly(page, 'panel', fonts)).toEqual(whole);
  const dragged = setByHand(page, 'line-1', (hand) => moveBubble(hand, { x: -20, y: 30 }, at(page)), whole.bubbles);
  const refit = refitBubble(dragged, 'line-1', whole.bubbles, fonts);
  expect(refit).toHaveLength(3);
  for (const i of [0, 2]) expect(Math.hypot(refit[i]!.runs[0]!.box.x - whole.bubbles[i]!.runs[0]!.box.x, refit[i]!.runs[0]!.box.y - whole.bubbles[i]!.runs[0]!.box.y)).toBeLessThan(0.1);
  expect(() => refitBubble(page, 'no-such-line', [], fonts)).toThrow(RangeError);
});
