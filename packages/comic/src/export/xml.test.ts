import fc from 'fast-check';
import { expect, test } from 'vitest';
import { xml } from './xml.ts';

test.each([['a < b & c > d "e"', 'a &lt; b &amp; c &gt; d &quot;e&quot;'], ['&amp;', '&amp;amp;'], ['a\u0000\u0008\u000b\u001fb\ufffe\uffffc', 'abc'], ['\ud83d lone \udd25', ' lone '], ['🔥\t\n', '🔥\t\n'], [']]>', ']]&gt;']])('%j is escaped', (text, escaped) => expect(xml(text)).toBe(escaped));

test('what comes out has no character that XML 1.0 forbids, and the rest can be read back', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
    const escaped = xml(text);
    // oxlint-disable-next-line no-control-regex -- such characters are what must be gone
    expect(escaped).not.toMatch(/[<>"\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|&(?!amp;|lt;|gt;|quot;)/u);
    expect(escaped.isWellFormed()).toBe(true);
    const back = escaped.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
    // oxlint-disable-next-line no-control-regex -- such characters are what must be gone
    expect(back).toBe(text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ''));
  }), { numRuns: 300 });
});
