import { expect, test } from 'vitest';
import { isHostOf, ownNamesOf, refuseForeignHost } from './own-names.ts';

const isOwn = ownNamesOf('https://comics.example.org');

test.each(['localhost', 'localhost:8080', '127.0.0.1:8080', '[::1]:8080', '[::1]', '192.168.1.5', '203.0.113.7:80', 'comics.example.org', 'COMICS.example.org:443'])('%s is our own', (host) => {
  expect(isHostOf(host, isOwn)).toBe(true);
});

test.each([undefined, '', 'evil.example', 'evil.example:8080', 'localhost.evil.example', 'comics.example.org.evil.example', 'x@localhost', 'localhost/x', 'localhost evil', '[::1', '127.0.0.1.evil.example', 'a'.repeat(300)])('%s is not', (host) => {
  expect(isHostOf(host, isOwn)).toBe(false);
});

test('a foreign host is refused, but not to machines that ask whether we live, nor to who brings a token', () => {
  const from = (host: string, url = '/api/v1/me', more = {}) => () => refuseForeignHost({ headers: { host, ...more }, url }, isOwn);
  expect(from('evil.example')).toThrow('request.unknown-host');
  expect(from('evil.example', '/healthz?x')).toThrow('request.unknown-host');
  expect(from('evil.example', '/healthz')).not.toThrow();
  expect(from('koma-web:8080', '/metrics', { authorization: 'Bearer abc' })).not.toThrow();
  expect(from('evil.example', '/metrics', { authorization: 'Basic abc' })).toThrow('request.unknown-host');
  expect(from('localhost')).not.toThrow();
});
