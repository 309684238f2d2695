import { expect, test } from 'vitest';
import { parseHost } from './parse-host.ts';

const TO = ['--to', 'http://127.0.0.1:11434'];
const SERVER = ['--server', 'https://comics.example'];

test('takes both addresses, and asks for help', () => {
  const command = parseHost([...SERVER, '--to', 'http://127.0.0.1:1234/v1', '--quiet']);
  expect([command?.server.href, command?.to.href, command?.isQuiet]).toEqual(['https://comics.example/', 'http://127.0.0.1:1234/v1', true]);
  expect(parseHost(['--help'])).toBeUndefined();
});

test.each([
  [[], '--server is missing'], [SERVER, '--to is missing'], [[...SERVER, '--to', '127.0.0.1:11434'], '--to must be an address'], [['--server', 'ftp://x', ...TO], '--server must be an address'],
  [['--server', 'https://user:word@x.example', ...TO], '--server must be an address'], [[...SERVER, '--to', 'http://127.0.0.1/?x=1'], '--to must be an address'], [[...SERVER, ...TO, '--port', '1'], 'options do not fit'], [[...SERVER, ...TO, 'more'], 'options do not fit'],
])('%j is refused: %s', (args, sentence) => { expect(() => parseHost(args)).toThrow(sentence); });

test('a token on the command line is refused, and not repeated', () => {
  for (const args of [['--token', 'komahost_abc'], ['--token=komahost_abc'], ['komahost_abc']]) {
    expect(() => parseHost([...SERVER, ...TO, ...args])).toThrow('must not stand on the command line');
    expect(() => parseHost([...SERVER, ...TO, ...args])).not.toThrow('komahost_abc');
  }
});
