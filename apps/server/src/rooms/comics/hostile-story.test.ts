/** A story that tries to be a program, through the real engine into every drawing and file. */
import { bootServer, eventually, type BootedServer } from '@komawari/testkit';
import { Resvg } from '@resvg/resvg-js';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { realEngine } from './engine.ts';
import { acceptText } from './rules.ts';

const TITLE = `"><script>alert(1)</script>\r\nX-Evil: 1; filename=evil.html 😀 ‮אבג ]]> ../../etc/passwd`;
const STORY = [
  '# <img src=x onerror=alert(1)>',
  'By <svg onload=alert(2)>',
  '"Hello <script>alert(3)</script>," said <b>Anna</b>.',
  '"&lt;script&gt; ]]> <!-- --> <![CDATA[ x ]]>," said Ben O\'"Brien.',
  '"javascript:alert(4) \' onmouseover=\'alert(5)," said </title><script>Eve</script>.',
  '"{{constructor.constructor(1)()}} ${process.env} %00 \\u0000," said Anna.',
].join('\n\n');

let server: BootedServer;
beforeAll(async () => { server = await bootServer({ hasWorker: true, engine: realEngine() }); }, 60_000);
afterAll(() => server.close());

type Whole = { state: string; panelStates: { picture: string }[]; pages: { picture: string; preview: string }[]; files: { address: string; format: string }[] };

test('markup in titles, names and lines stays text: in every picture, page and file', async () => {
  const { headers } = await server.account('user');
  const started = await server.call('POST', '/api/v1/comics', { headers, body: { text: STORY, options: { title: TITLE, author: '<script>alert(6)</script>&"\'' } } });
  expect(started.status).toBe(202);
  const { id } = started.body as { id: string };
  const look = async () => (await server.call('GET', `/api/v1/comics/${id}`, { headers })).body as Whole;
  await eventually('the comic is made', async () => !['queued', 'running'].includes((await look()).state), 60_000);
  expect(await look()).toMatchObject({ state: 'done', error: null });
  const { panelStates, pages } = await look();
  expect(panelStates.length).toBeGreaterThan(2);
  for (const address of [...panelStates.map(({ picture }) => picture), ...pages.map(({ picture }) => picture)]) {
    const { headers: sent, text } = await server.call('GET', address, { headers });
    expect(sent.get('content-type')).toBe('image/svg+xml');
    expect(sent.get('content-security-policy')).toContain('sandbox');
    expect(sent.get('content-security-policy')).toContain(`default-src 'none'`);
    expect(sent.get('x-content-type-options')).toBe('nosniff');
    expectHarmless(address, text);
    // A strict XML parser reads it.
    expect(() => new Resvg(text, { font: { loadSystemFonts: false } })).not.toThrow();
  }
  for (const format of ['epub', 'cbz', 'koma', 'pdf']) await server.call('POST', `/api/v1/comics/${id}/exports`, { headers, body: { format, dpi: 40 } });
  const { files } = await eventually('the files are written', async () => { const whole = await look(); return whole.files.length >= 4 && whole; }, 60_000);
  for (const { address, format } of files) {
    const { headers: sent, bytes } = await server.call('GET', address, { headers });
    expectHarmlessDownload(sent);
    if (format === 'pdf') continue;
    for (const [name, inside] of Object.entries(unzipSync(bytes))) {
      expect(name, 'names inside stay inside').not.toMatch(/(^\/|\.\.|\\|[\u0000-\u001f])/);
      if (/\.(svg|xhtml|html|opf|ncx|xml)$/.test(name)) expectHarmless(`${format} ${name}`, new TextDecoder().decode(inside));
    }
  }
}, 180_000);

test.each([
  ['blanks', `"Hi," said Anna.${' '.repeat(150_000)}x`],
  ['tabs', `"Hi," said Anna.${'\t'.repeat(150_000)}x`],
  ['wide blanks', `「はい」と彼は言った。${'\u3000'.repeat(150_000)}x`],
  ['line ends', `"Hi," said Anna.${'\n'.repeat(150_000)}x`],
  ['marks', `"Hi," said Anna. e${'\u0301'.repeat(150_000)}`],
  ['brackets', `"Hi," said Anna. ${'[(<'.repeat(50_000)}`],
])('a hundred and fifty thousand %s take no longer than a novel', async (_name, text) => {
  const startedAt = process.cpuUsage();
  await realEngine().scriptBook(acceptText(text), {});
  const { user, system } = process.cpuUsage(startedAt);
  // Each takes less than a second; what grows with the square of the length takes fifteen.
  expect((user + system) / 1000).toBeLessThan(6000);
});

/** No element or attribute that runs, no address of a script, and no text broken out of its place. */
function expectHarmless(name: string, xml: string): void {
  const tags = xml.replace(/<!--[\s\S]*?-->/g, '').match(/<[a-z][^<>]*>/gi) ?? [];
  expect(tags.length, name).toBeGreaterThan(0);
  for (const tag of tags) {
    const outside = tag.replace(/"[^"]*"|'[^']*'/g, '""');
    expect(outside, name).not.toMatch(/^<(script|iframe|object|embed|foreignObject|img src=x|b>|animate|set)\b/i);
    expect(outside, name).not.toMatch(/\son\w+\s*=/i);
    expect(tag, name).not.toMatch(/(href|src)\s*=\s*["']\s*(javascript|data:text|https?:\/\/(?!www\.w3\.org))/i);
  }
  expect(xml, name).not.toMatch(/<!ENTITY|<!DOCTYPE[^>]*\[/i);
  expect(xml.replace(/<[^<>]*>/g, ''), `${name}: a bare bracket or ampersand`).not.toMatch(/<|&(?!(amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i);
}

function expectHarmlessDownload(sent: Headers): void {
  expect(sent.get('x-evil')).toBeNull();
  expect(sent.get('x-content-type-options')).toBe('nosniff');
  const disposition = sent.get('content-disposition') ?? '';
  expect(disposition).toMatch(/^attachment; filename="[^"\\\r\n]*"; filename\*=UTF-8''[\w.~!#$&+^`|%-]+$/);
  const name = decodeURIComponent(disposition.split(`UTF-8''`)[1] ?? '');
  expect(name, 'no path, no control and no direction characters').not.toMatch(/[/\\\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/);
}
