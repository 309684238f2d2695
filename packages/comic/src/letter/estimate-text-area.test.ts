import { expect, test } from 'vitest';
import { estimateTextArea, letterPage } from './index.ts';
import { testFonts } from './test-fonts.ts';
import { lineOf, onePanel } from './test-pages.ts';

const TEXTS = {
  en: ['Run!', 'You said you would bring the umbrella this time!', 'Nobody told me that the bridge was gone, so I walked straight into the cold river.'],
  ja: ['走れ！', '心配するなって。俺のを半分貸してやるよ。', '昔々、この山には一匹の白い狐が住んでいて、満月の夜になると村へ降りてきた。'],
  zh: ['快跑！', '别担心，我带了伞，一把伞可以撑两个人。', '等一下，前面的桥已经被水淹了，我们要是现在游过去，天黑之前恐怕到不了。'],
};

test('the estimate is near the room that bubbles take', async () => {
  const fonts = await testFonts();
  for (const language of ['en', 'ja', 'zh'] as const) {
    for (const text of TEXTS[language]) {
      for (const kind of ['speech', 'thought', 'shout', 'whisper', 'narration'] as const) {
        const page = onePanel([{ text, kind, who: 'a' }], { language });
        const real = letterPage(page, fonts).bubbles.reduce((sum, { box, tailTip, outline }) => sum + (tailTip ? bodyArea(outline) : box.width * box.height), 0);
        const ratio = estimateTextArea(page.panels[0]!.lines, language, page.isVertical) / real;
        expect(ratio, `${language} ${kind} ${text}`).toBeGreaterThan(0.6);
        expect(ratio, `${language} ${kind} ${text}`).toBeLessThan(1.7);
      }
    }
  }
});

function bodyArea(outline: string): number {
  const numbers = (outline.split('Z')[0]!.match(/-?\d+\.?\d*/g) ?? []).map(Number);
  const [xs, ys] = [numbers.filter((_, i) => i % 2 === 0), numbers.filter((_, i) => i % 2 === 1)];
  return (Math.max(...xs) - Math.min(...xs)) * (Math.max(...ys) - Math.min(...ys));
}

test('nothing needs no room, more needs more', () => {
  const area = (text: string): number => estimateTextArea([lineOf('en', { text })], 'en', false);
  expect(area('')).toBe(0);
  expect(area('Hello there')).toBeGreaterThan(area('Hi'));
  expect(area('word '.repeat(2000))).toBeGreaterThan(area('word '.repeat(200)) * 8);
});
