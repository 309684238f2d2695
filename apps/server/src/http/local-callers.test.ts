import { expect, test } from 'vitest';
import { localCallers } from './local-callers.ts';

const host = 'localhost:8080';
const open = (publicUrl = `http://${host}`, hasOwnTls = false) => {
  const warnings: string[] = [];
  const isLocal = localCallers({ publicUrl, hasOwnTls, warn: (address) => warnings.push(address) });
  return { warnings, ask: (headers: Record<string, string> = {}, httpVersion = '1.1') => isLocal({ remoteAddress: '127.0.0.1', headers: { host, ...headers }, httpVersion }) };
};

test('who sits here is local, in a browser or not', () => {
  const { ask, warnings } = open();
  expect(ask()).toBe(true);
  expect(ask({ 'sec-fetch-site': 'none' })).toBe(true);
  expect(ask({ 'sec-fetch-site': 'same-origin', referer: `http://${host}/comics`, origin: `http://${host}` })).toBe(true);
  expect(open(`https://${host}`, true).ask()).toBe(true);
  expect(warnings).toEqual([]);
});

test('behind a proxy that says nothing of itself nobody is', () => {
  expect(open().ask({}, '1.0'), 'nginx before 1.29.7').toBe(false);
  expect(open('https://comics.example.org').ask(), 'somebody else speaks HTTPS').toBe(false);
});

test('one visitor who is on our page at another address is enough', () => {
  for (const said of [{ referer: 'https://comics.example.org/comics/1' }, { origin: 'https://comics.example.org' }] as Record<string, string>[]) {
    const { ask, warnings } = open();
    expect(ask({ 'sec-fetch-site': 'same-origin', ...said })).toBe(false);
    expect(ask(), 'nor whoever comes next').toBe(false);
    ask({ 'sec-fetch-site': 'same-origin', ...said });
    expect(warnings).toEqual(['comics.example.org']);
  }
});

test('a foreign page takes nothing away from who sits here', () => {
  const { ask, warnings } = open();
  for (const site of ['cross-site', 'same-site']) ask({ 'sec-fetch-site': site, referer: 'https://evil.example/', origin: 'https://evil.example' });
  expect(ask()).toBe(true);
  expect(warnings).toEqual([]);
});
