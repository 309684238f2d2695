import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { parseProviders } from './parse-providers.ts';
import { readSecrets } from './read-secrets.ts';
import { tableOf } from './table.ts';

const parse = (...args: string[]) => parseProviders(args, { KEY: ' from the environment ' });

test('reads every action', () => {
  expect(parse()).toBeUndefined();
  expect(parse('list', '--help')).toBeUndefined();
  expect(parse('list', '--json')).toEqual({ action: { kind: 'list' }, asJson: true });
  expect(parse('test', 'At home')).toEqual({ action: { kind: 'test', name: 'At home' }, asJson: false });
  expect(parse('default', 'panel', 'At home', 'm')?.action).toEqual({ kind: 'default', purpose: 'panel', name: 'At home', modelId: 'm' });
  expect(parse('add', 'ark', '--name', 'N', '--url', 'https://ark.test', '--secret', 'a=-', '--secret-env', 'b=KEY', '--setting', 'x={"y":[1]}', '--setting', 'z="t"', '--allow-private', '--at-once', '9')?.action).toEqual({
    kind: 'add', provider: { kind: 'ark', name: 'N', url: 'https://ark.test', secrets: [{ name: 'a' }, { name: 'b', value: 'from the environment' }], settings: { x: { y: [1] }, z: 't' }, isPrivateAllowed: true, inFlightMax: 9 },
  });
});

test.each([
  ['an unknown action', ['draw'], /koma providers must be one of list, .*add, not "draw"/],
  ['a name too few', ['test'], /koma providers test takes NAME/],
  ['an unknown purpose', ['default', 'film', 'N', 'm'], /PURPOSE must be one of picture, panel, .*not "film"/],
  ['an option of another action', ['list', '--url', 'http://a.test'], /--url: koma providers add/],
  ['an unknown option', ['list', '--nonsense'], /Unknown option.*koma providers --help/],
  ['a setting that is no JSON', ['add', 'ark', '--setting', 'x=words'], /--setting x must be JSON/],
  ['a setting without a value', ['add', 'ark', '--setting', 'x'], /--setting is written NAME=VALUE/],
  ['an address that is none', ['add', 'ark', '--url', 'ftp://x'], /--url must be an address/],
  ['too many at once', ['add', 'ark', '--at-once', '201'], /--at-once must be a whole number from 1 to 200/],
  ['a key twice', ['add', 'ark', '--secret', 'a=-', '--secret-env', 'a=KEY'], /The key a is given twice/],
  ['a key on the command line', ['add', 'ark', '--secret', 'apiKey=sk-live-1'], /never stands on the command line.*--secret apiKey=-/],
  ['a key without its name', ['add', 'ark', '--secret', 'sk-live-1'], /--secret is written NAME=VALUE/],
  ['a key in place of its variable', ['add', 'ark', '--secret-env', 'apiKey=sk-live-1'], /the key apiKey is not set/],
])('%s is one sentence, without a key in it', (_, args, sentence) => {
  let said = '';
  try {
    parse(...args);
  } catch (error) {
    said = (error as Error).message;
  }
  expect(said).toMatch(sentence);
  expect(said).not.toContain('sk-live');
});

const piped = (text: string) => { const input = new PassThrough(); input.end(text); return { input, output: { write: () => true }, language: 'en' as const }; };

test('keys come one a line where there is no terminal; a single one may have lines', async () => {
  expect(await readSecrets([{ name: 'a' }, { name: 'env', value: 'v' }, { name: 'b' }], piped('\ufeffone\r\n two \n'))).toEqual({ a: 'one', env: 'v', b: 'two' });
  expect(await readSecrets([{ name: 'file' }], piped('{\n}\n'))).toEqual({ file: '{\n}' });
  await expect(readSecrets([{ name: 'a' }, { name: 'b' }], piped('one\n'))).rejects.toThrow(/for the key b: several keys come one a line/);
  expect(await readSecrets([{ name: 'env', value: 'v' }], piped(''))).toEqual({ env: 'v' });
});

/** A terminal: raw or not, and what it shows. */
function terminal() {
  const input = Object.assign(new PassThrough(), { isTTY: true, raws: [] as boolean[], setRawMode(isRaw: boolean) { this.raws.push(isRaw); return this; } });
  let shown = '';
  const output = { write: (text: string | Uint8Array) => { shown += String(text); return true; } };
  return { input, from: { input, output, language: 'en' as const }, shown: () => shown };
}

test('a terminal asks for each key and shows nothing of it', async () => {
  const { input, from, shown } = terminal();
  const read = readSecrets([{ name: 'apiKey' }], from);
  input.write('sx\u007fk-live-1\r');
  expect(await read).toEqual({ apiKey: 'sk-live-1' });
  expect(shown()).toBe('apiKey (not shown while you type): \n');
  expect(input.raws).toEqual([true, false]);
});

test.each([['Ctrl-C', '\u0003'], ['Ctrl-D', '\u0004']])('%s while a key is asked for adds nothing', async (_, key) => {
  const { input, from } = terminal();
  const read = readSecrets([{ name: 'apiKey' }], from);
  input.write(key);
  await expect(read).rejects.toThrow('Stopped: nothing was added.');
});

test('columns stand under each other in every script', () => {
  expect(tableOf([['名前', '種類'], ['At home', 'a'], ['灯台', '']])).toBe('名前     種類\nAt home  a\n灯台');
});
