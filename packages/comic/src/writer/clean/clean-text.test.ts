import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanRuby, cleanText } from './clean-text.ts';

describe('ruby between the words', () => {
  test('is lifted with the place it belongs to', () => {
    const { text, ruby } = cleanRuby('「おい、小僧《こぞう》」と浪人《ろうにん》が呼んだ。「この道は｜何処《どこ》へ続く」');
    expect(text).toBe('「おい、小僧」と浪人が呼んだ。「この道は何処へ続く」');
    expect(ruby.map((run) => [text.slice(run.start, run.end), run.text])).toEqual([['小僧', 'こぞう'], ['浪人', 'ろうにん'], ['何処', 'どこ']]);
  });

  test('a marked base may be anything', () => {
    const { text, ruby } = cleanRuby('｜ＴＶ《テレビ》を見た。');
    expect(text).toBe('ＴＶを見た。');
    expect(ruby).toEqual([{ start: 0, end: 2, text: 'テレビ' }]);
  });

  test.each(['他读《红楼梦》和《西游记》。', '《こころ》を読んだ。', '《》', '｜《《》》', 'a《b》c'])('%s has none', (text) => expect(cleanRuby(text)).toEqual({ text, ruby: [] }));

  test('every run lies in the text, in order, and the rest is what stood there', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('漢字', 'かな', '《かな》', '｜', '《', '》', '。', '\n\n', '「', '」', 'abc'), { maxLength: 30 }), (parts) => {
      const { text, ruby } = cleanRuby(parts.join(''));
      let at = 0;
      for (const run of ruby) {
        expect(run.start).toBeGreaterThanOrEqual(at);
        expect(run.end).toBeGreaterThan(run.start);
        expect(run.end).toBeLessThanOrEqual(text.length);
        at = run.end;
      }
    }), { numRuns: 300 });
  });
});

describe('texts of free libraries', () => {
  const AOZORA = `坊っちゃん\n夏目漱石\n\n${'-'.repeat(55)}\n【テキスト中に現れる記号について】\n\n《》：ルビ\n（例）坊《ぼ》っちゃん\n${'-'.repeat(55)}\n\n［＃５字下げ］一［＃「一」は中見出し］\n\n　親譲《おやゆず》りの無鉄砲《むてっぽう》で小供の時から損ばかりしている。${'雨が降っていた。'.repeat(20)}\n　「おい」［＃「おい」に傍点］と※［＃「口＋愛」、第3水準1-15-23］が云った。\n\n\n底本：「ちくま日本文学全集」筑摩書房\n入力：だれか\n`;

  test('Aozora’s legend, notes and printed source are no part of the story', () => {
    const text = cleanText(AOZORA);
    expect(text).not.toMatch(/［＃|記号について|底本|筑摩|《|-{5}/);
    expect(text).toContain('# 一\n');
    expect(text).toContain('「おい」と〓が云った。');
    expect(text).toContain('親譲りの無鉄砲で');
  });

  test('Gutenberg’s licence is none either', () => {
    const text = cleanText('The Project Gutenberg eBook of Tales\r\n\r\n*** START OF THE PROJECT GUTENBERG EBOOK TALES ***\r\n\r\nRain.\r\n\r\n"Go," said Tom.\r\n\r\n*** END OF THE PROJECT GUTENBERG EBOOK TALES ***\r\n\r\nLicence.');
    expect(text).toBe('Rain.\n\n"Go," said Tom.');
  });

  test('a story that speaks of such marks keeps its words', () => {
    expect(cleanText('「底本：何だそれは」と彼は言った。')).toBe('「底本：何だそれは」と彼は言った。');
    expect(cleanText('He read PROJECT GUTENBERG aloud.')).toBe('He read PROJECT GUTENBERG aloud.');
  });
});

test('front matter goes and its title stays where nothing else gives one', () => {
  expect(cleanText('---\ntitle: The Lift\nauthor: A\n---\n\n"Up," said Jo.')).toBe('# The Lift\n\n"Up," said Jo.');
  expect(cleanText('---\ntitle: The Lift\n---\n\n# Another\n\n"Up," said Jo.')).toBe('# Another\n\n"Up," said Jo.');
  expect(cleanText('---\n\nA scene.\n\n---\n\nAnother.')).toContain('A scene.');
});

test('struck words are words', () => expect(cleanText('~~Ding.~~ "Oh," said Jill.')).toBe('Ding. "Oh," said Jill.'));
