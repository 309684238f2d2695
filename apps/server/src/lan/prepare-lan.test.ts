import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadSettings } from '../config/load-settings.ts';
import { StartupError } from '../config/startup-error.ts';
import { freePort } from '../supervisor/testing/instances.ts';
import { announceLan } from './announce.ts';
import { authorityFile } from './authority.ts';
import { prepareLan } from './prepare-lan.ts';

const machine = { hostname: 'no-such-machine-here', addresses: ['192.168.1.20', 'fd00::ab'] };
let dataDir: string;
let port: number;
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'koma-lan-'));
  port = await freePort();
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

const settingsOf = (env: Record<string, string> = {}) => loadSettings({ KOMA_DATA: dataDir, KOMA_PORT: String(port), KOMA_HOST: '0.0.0.0', KOMA_LAN: '1', ...env });
function prepare(env: Record<string, string> = {}, of = machine) {
  const settings = settingsOf(env);
  if (!settings.lan) throw new Error('KOMA_LAN was not read');
  return prepareLan(settings, settings.lan, of);
}

test('the addresses, the page and the fingerprint are said in every language', async () => {
  const { settings, notice } = await prepare();
  expect(settings.publicUrl).toBe(`https://192.168.1.20:${port}`);
  expect(notice).toEqual({ urls: [`https://192.168.1.20:${port}`], trustUrl: `http://192.168.1.20:${settings.lan?.trustPort}/`, fingerprint: expect.stringMatching(/^([0-9A-F]{2}:){31}/) });
  for (const language of ['en', 'zh-CN', 'ja'] as const) {
    const text = announceLan(notice, language, { isTerminal: false });
    for (const part of [notice.urls[0] ?? '', notice.trustUrl, notice.fingerprint, '█▀']) expect(text).toContain(part);
    expect(text).not.toMatch(/\{\w+\}/);
  }
  expect(announceLan(notice, 'en', { isTerminal: true })).toContain('\u001b[97;40m');
  expect((await prepare()).notice.fingerprint, 'the same at the next start').toBe(notice.fingerprint);
});

test('without a private address it is a sentence', async () => {
  await expect(prepare({}, { hostname: 'x', addresses: ['203.0.113.9'] })).rejects.toThrow(/no address on a home network \(203\.0\.113\.9\)/);
  await expect(prepare({ KOMA_HOST: '127.0.0.1' })).rejects.toThrow(StartupError);
  await expect(prepare({}, { hostname: 'x', addresses: [] })).rejects.toThrow(/\(-\)/);
});

test('the page moves on from a port that is taken', async () => {
  const other = createServer();
  await new Promise<void>((resolve, reject) => other.once('error', reject).listen(port + 1, '127.0.0.1', resolve));
  const { settings } = await prepare();
  other.close();
  expect(settings.lan?.trustPort).toBeGreaterThan(port + 1);
});

test('a public address of one\'s own is kept, and stands in the certificate', async () => {
  const { settings, notice } = await prepare({ KOMA_PUBLIC_URL: 'https://comics.home.arpa/' });
  expect(settings.publicUrl).toBe('https://comics.home.arpa');
  expect(settings.lan?.publicName).toBe('comics.home.arpa');
  expect(notice.urls).toEqual(['https://comics.home.arpa', `https://192.168.1.20:${port}`]);
  expect(() => settingsOf({ KOMA_PUBLIC_URL: 'http://comics.home.arpa' })).toThrow('KOMA_PUBLIC_URL must be an address that begins with https://.');
  await expect(prepare({ KOMA_PUBLIC_URL: 'https://comics.example.org' })).rejects.toThrow(/comics\.example\.org/);
});

test('a damaged authority is a sentence in the language of the terminal', async () => {
  await prepare();
  writeFileSync(authorityFile(dataDir), 'x');
  const error = await prepare().catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(StartupError);
  expect((error as StartupError).inLanguage('zh-CN')).toMatch(/^证书文件 .*authority\.json 无法使用（damaged）/);
  expect((error as StartupError).inLanguage('ja')).toMatch(/^証明書ファイル/);
});

test('without KOMA_LAN nothing of it is there', () => {
  expect(loadSettings({ KOMA_DATA: dataDir, KOMA_LAN: 'false' }).lan).toBeUndefined();
  expect(loadSettings({ KOMA_DATA: dataDir, KOMA_LAN: '1' })).toMatchObject({ host: expect.stringMatching(/^(::|0\.0\.0\.0)$/), lan: { trustPort: 8081 } });
  expect(() => loadSettings({ KOMA_DATA: dataDir, KOMA_LAN: 'maybe' })).toThrow('KOMA_LAN must be one of true, false');
});
