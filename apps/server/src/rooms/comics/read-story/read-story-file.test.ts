import { cleanText } from '@komawari/comic/make';
import { strToU8 } from 'fflate';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AppError } from '../../../kernel/errors.ts';
import { readStoryFile } from './read-story-file.ts';
import { CONTAINER, docx, epub, p, xhtml, zipOf } from './story-samples.ts';

function codeOf(bytes: Uint8Array, name: string): string {
  try {
    readStoryFile(bytes, name);
    return 'read';
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
}

describe('a Word document', () => {
  test('gives headings, paragraphs, title and author', () => {
    const file = readStoryFile(docx(p('One', '<w:pStyle w:val="berschrift1"/>') + p('“Who is there?” asked Mara.', '<w:pStyle w:val="Textbody"/>') + p('Nobody &lt;answered&gt; &#233;.')), 'a.docx');
    expect(file).toEqual({ text: '# One\n\n“Who is there?” asked Mara.\n\nNobody <answered> é.', title: 'The Lamp', author: 'Ada & Co', notices: [] });
  });

  test('keeps line breaks, split runs, insertions and text boxes, and leaves out what is not shown', () => {
    const run = (text: string, properties = '') => `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
    const body = `<w:p>${run('Sp')}${run('lit ')}<w:ins>${run('in')}</w:ins><w:del><w:r><w:delText>out</w:delText></w:r></w:del>${run('secret', '<w:vanish/>')}<w:r><w:br/></w:r>${run('next')}</w:p>`
      + `<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>${p('In a box.')}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict>${p('In a box.')}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`
      + `<w:p><w:r><w:instrText>PAGEREF x</w:instrText></w:r>${run('I see.', '<w:i/>')}${run(' He left.', '<w:i w:val="0"/>')}</w:p>`;
    expect(readStoryFile(docx(body), 'a.docx')).toMatchObject({ text: 'Split in\nnext\n\nIn a box.\n\n*I see.* He left.', notices: [{ code: 'pictures', count: 1 }] });
  });

  test('tells of footnotes and pictures, and keeps ruby', () => {
    const body = `<w:p><w:r><w:ruby><w:rt><w:r><w:t>さむらい</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>侍</w:t></w:r></w:rubyBase></w:ruby></w:r><w:r><w:t>が来た。</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>`;
    expect(readStoryFile(docx(body, { 'word/footnotes.xml': `<w:footnotes>${p('A note.')}</w:footnotes>` }), 'a.docx')).toMatchObject({ text: '｜侍《さむらい》が来た。', notices: [{ code: 'footnotes', count: 1 }] });
  });

  test('a gap now and then is a break; gaps everywhere are spacing', () => {
    const lines = Array.from({ length: 8 }, (_, i) => p(`Line ${i}.`));
    expect(readStoryFile(docx(lines.toSpliced(4, 0, '<w:p/>').join('')), 'a.docx').text).toContain('Line 3.\n\n\nLine 4.');
    expect(readStoryFile(docx(lines.join('<w:p/>')), 'a.docx').text).toBe(Array.from({ length: 8 }, (_, i) => `Line ${i}.`).join('\n\n'));
  });
});

describe('an EPUB', () => {
  test('gives its chapters in the order of the spine, with title and author', () => {
    const file = readStoryFile(epub(['<h1>一</h1><p>「行こう」</p>', '<h2>二</h2><p>B</p>']), 'b.epub');
    expect(file).toEqual({ text: '# 一\n\n「行こう」\n\n# 二\n\nB', title: '灯台', author: '青木 空', notices: [] });
  });

  test('keeps ruby as the writer reads it', () => {
    const { text } = readStoryFile(epub(['<p><ruby>浪人<rp>(</rp><rt>ろうにん</rt><rp>)</rp></ruby>が<ruby>東<rt>とう</rt>京<rt>きょう</rt></ruby>へ。</p>', '<p><ruby><rb>何処</rb><rt>どこ</rt></ruby>だ</p>']), 'b.epub');
    expect(text).toBe('｜浪人《ろうにん》が｜東《とう》｜京《きょう》へ。\n\n｜何処《どこ》だ');
    expect(cleanText(text)).toBe('浪人が東京へ。\n\n何処だ');
  });

  test('leaves out notes, contents, pictures and what is missing, and says so', () => {
    const bytes = epub(['<p>Text<a epub:type="noteref" href="#n">1</a>.<img src="x.png" alt="x"/></p><aside epub:type="footnote" id="n"><p>Note.</p></aside>', '<section epub:type="copyright-page"><p>All rights</p></section><p>End.</p><script>alert(1)</script>']);
    expect(readStoryFile(bytes, 'b.epub')).toMatchObject({ text: 'Text.\n\nEnd.', notices: [{ code: 'footnotes', count: 1 }, { code: 'pictures', count: 1 }, { code: 'matter', count: 1 }] });
    const opf = '<package><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/><item id="b" href="../../../etc/passwd" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/><itemref idref="b"/><itemref idref="c"/></spine></package>';
    expect(readStoryFile(zipOf({ 'META-INF/container.xml': CONTAINER, 'OEBPS/content.opf': opf, 'OEBPS/a.xhtml': xhtml('<p>A</p>') }), 'b.epub')).toMatchObject({ text: 'A', notices: [{ code: 'missing-parts', count: 2 }] });
  });

  const encrypted = (algorithm: string) => `<encryption><enc:EncryptedData xmlns:enc="e"><enc:EncryptionMethod Algorithm="${algorithm}"/><enc:CipherData><enc:CipherReference URI="OEBPS/a"/></enc:CipherData></enc:EncryptedData></encryption>`;
  test('under copy protection is told as such; scrambled fonts are none', () => {
    const chapter = ['<p>x</p>'];
    expect(codeOf(epub(chapter, { 'META-INF/encryption.xml': encrypted('http://www.w3.org/2001/04/xmlenc#aes128-cbc'), 'META-INF/rights.xml': '<rights/>' }), 'b.epub')).toBe('comics.file-protected');
    expect(codeOf(epub(chapter, { 'META-INF/sinf.xml': '<sinf/>' }), 'b.epub')).toBe('comics.file-protected');
    expect(codeOf(epub(chapter, { 'META-INF/encryption.xml': encrypted('http://www.idpf.org/2008/embedding') }), 'b.epub')).toBe('read');
  });
});

describe('a page of HTML', () => {
  test('is reduced to its text, whatever it is called', () => {
    const page = '<!DOCTYPE html><html><head><title>A &amp; B</title><script>var x = "<p>no</p>"</script></head><body><h1>One</h1><p>“Hi,”<br>she said.</p><!-- no --><p><em>Why?</em></p><hr><p>End</p></body></html>';
    for (const name of ['a.html', 'a.txt']) expect(readStoryFile(strToU8(page), name)).toEqual({ text: '# One\n\n“Hi,”\nshe said.\n\n*Why?*\n\n* * *\n\nEnd', title: 'A & B', notices: [] });
  });

  test('of 5 MB takes no longer than its size', () => {
    const page = `<html><body>${'<div class="x"><p>Some words of a story.</p><script>var a = 1;</script></div>\n'.repeat(65_000)}</body></html>`;
    expect(page.length).toBeGreaterThan(4_900_000);
    const start = performance.now();
    expect(readStoryFile(strToU8(page), 'p.html').text.length).toBeGreaterThan(1_400_000);
    expect(performance.now() - start).toBeLessThan(8000);
  }, 20_000);

  test('in another encoding is read by what it says', () => {
    const body = Uint8Array.from([...strToU8('<html><head><meta charset="shift_jis"></head><body><p>'), 0x93, 0xfa, 0x96, 0x7b, ...strToU8('</p></body></html>')]);
    expect(readStoryFile(body, 'a.html').text).toBe('日本');
  });
});

describe('plain text', () => {
  test('stays as it is', () => {
    expect(readStoryFile(strToU8('# A\n\nx < y & z'), 'a.md')).toEqual({ text: '# A\n\nx < y & z', notices: [] });
    expect(codeOf(Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919) % 256), 'a.txt')).toBe('comics.not-text');
  });
});

describe('is refused with the true reason', () => {
  const bomb = docx('<w:p/>', { 'word/document.xml': new Uint8Array(21_000_000).fill(32) });
  test.each<[string, string, string, () => Uint8Array]>([
    ['a PDF', 'comics.file-kind', 'a.docx', () => strToU8('%PDF-1.7')],
    ['an RTF', 'comics.file-kind', 'a.rtf', () => strToU8('{\\rtf1 hello}')],
    ['an old Word file', 'comics.file-kind', 'a.doc', () => Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)],
    ['a Word file with a password', 'comics.file-protected', 'a.docx', () => Buffer.concat([Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')])],
    ['another zip', 'comics.file-kind', 'a.epub', () => zipOf({ 'a.txt': 'x' })],
    ['no zip at all', 'comics.file-damaged', 'a.docx', () => strToU8('hello')],
    ['a cut document', 'comics.file-damaged', 'a.docx', () => docx(p('x')).subarray(0, 300)],
    ['an EPUB without a package', 'comics.file-damaged', 'a.epub', () => zipOf({ 'META-INF/container.xml': CONTAINER })],
    ['an EPUB without chapters', 'comics.file-damaged', 'a.epub', () => epub([])],
    ['a bomb', 'comics.file-too-large', 'a.docx', () => bomb],
    ['markup without end', 'comics.file-damaged', 'a.html', () => strToU8('<b>'.repeat(100_000))],
    ['an EPUB of nested elements', 'comics.file-damaged', 'a.epub', () => epub(['<div>'.repeat(50_000)])],
    ['five novels at once', 'comics.file-too-large', 'a.html', () => strToU8(`<p>${'long '.repeat(900_000)}</p>`)],
  ])('%s: %s', (_, code, name, bytes) => expect(codeOf(bytes(), name)).toBe(code));

  test('entities that grow are never expanded', () => {
    const lol = '<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;"><!ENTITY x SYSTEM "file:///etc/passwd">]>';
    const file = readStoryFile(docx('', { 'word/document.xml': `<?xml version="1.0"?>${lol}<w:document><w:body>${p('&c;&x;')}</w:body></w:document>` }), 'a.docx');
    expect(file.text).toBe('&c;&x;');
  });
});

const CODES = /^(?:read|comics\.(?:file-(?:kind|protected|damaged|too-large)|not-text))$/;

describe('whatever comes', () => {
  const samples = [docx(p('“Hi,” said Ann.') + p('End')), epub(['<p>「行こう」</p>', '<p><ruby>東<rt>とう</rt></ruby></p>'])];

  test('ends in a text or a reason', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), fc.constantFrom('a.docx', 'a.epub', 'a.html', 'a.txt', 'a', ''), (bytes, name) => {
      expect(codeOf(bytes, name)).toMatch(CODES);
    }), { numRuns: 200 });
  });

  test('a file with changed bytes ends in a text or a reason', () => {
    fc.assert(fc.property(fc.constantFrom(...samples), fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 5 }), (sample, changes) => {
      const spoiled = Uint8Array.from(sample);
      for (const [at, value] of changes) spoiled[at % spoiled.length] = value;
      expect(codeOf(spoiled, 'a.docx')).toMatch(CODES);
    }), { numRuns: 300 });
  });

  test('markup of any shape ends in a text or a reason', () => {
    const piece = fc.constantFrom('<p>', '</p>', '<ruby>', '<rt>', '</rt>', '</ruby>', '<rb>', '<h1>', '</h1>', '<em>', '</em>', '<script>', '</script>', '<br/>', '<hr>', 'words ', '漢字', '*', '&amp;', '&#x1F600;', '&#0;', '<!--', '-->', '<![CDATA[', ']]>', '<aside role="doc-footnote">', '</aside>', '<w:p>', '</w:p>', '<w:r>', '<w:t>', '</w:t>', '</w:r>', '<w:del>', '</w:del>', '<w:ruby>', '<w:rt>', '</w:rt>', '</w:ruby>', '<', '>', '"');
    fc.assert(fc.property(fc.array(piece, { maxLength: 40 }), fc.constantFrom<(body: string) => Uint8Array>((body) => strToU8(`<html>${body}`), (body) => docx(body), (body) => epub([body])), (pieces, wrap) => {
      expect(codeOf(wrap(pieces.join('')), 'a.html')).toMatch(CODES);
    }), { numRuns: 300 });
  });
});
