import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { defaultDataDir, prepareDataDir } from './data-folder.ts';
import { loadSettings } from './load-settings.ts';
import { loadSecrets } from './secrets.ts';
import { languageOf } from './sentences.ts';
import { StartupError } from './startup-error.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'koma config '));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

function mistakesOf(env: Record<string, string>): string[] {
  try {
    loadSettings({ KOMA_DATA: dir, ...env });
  } catch (error) {
    if (error instanceof StartupError) return error.inLanguage('en').split('\n');
    throw error;
  }
  return [];
}

describe('settings', () => {
  test('have defaults that need nothing', () => {
    expect(loadSettings({ KOMA_DATA: dir })).toEqual({ dataDir: dir, host: '127.0.0.1', port: 8080, publicUrl: 'http://127.0.0.1:8080', logLevel: 'info' });
  });

  test('come from the environment before the file', () => {
    writeFileSync(join(dir, 'komawari.json'), JSON.stringify({ port: 9001, host: '::', logLevel: 'warn' }));
    expect(loadSettings({ KOMA_DATA: dir, KOMA_PORT: '9002' })).toMatchObject({ port: 9002, host: '::', publicUrl: 'http://[::1]:9002', logLevel: 'warn' });
  });

  test('of a mail server are whole or a mistake; its port says how it is made safe', () => {
    const whole = { KOMA_DATA: dir, SMTP_HOST: 'mail.example.org', SMTP_FROM: 'Komawari <koma@example.org>' };
    expect(loadSettings(whole).smtp).toEqual({ host: 'mail.example.org', port: 587, security: 'starttls', from: 'Komawari <koma@example.org>' });
    expect(loadSettings({ ...whole, SMTP_PORT: '465', SMTP_USER: 'u', SMTP_PASSWORD: 'p' }).smtp).toMatchObject({ security: 'tls', user: 'u', password: 'p' });
    expect(mistakesOf({ SMTP_HOST: 'mail.example.org' })).toHaveLength(1);
    expect(mistakesOf({ ...whole, SMTP_USER: 'u' })).toHaveLength(1);
    for (const SMTP_FROM of ['nobody', 'a@b\nBcc: c@d', 'A <a@b> <c@d>']) expect(mistakesOf({ ...whole, SMTP_FROM })[0], SMTP_FROM).toContain('SMTP_FROM');
    expect(mistakesOf({ KOMA_SIGN_UP: 'anyone' })).toHaveLength(1);
    expect(loadSettings({ KOMA_DATA: dir, KOMA_SIGN_UP: 'approval' }).signUp).toBe('approval');
  });

  test('of proxies that are believed hold addresses and networks, in the environment or as a list', () => {
    expect(loadSettings({ KOMA_DATA: dir, KOMA_TRUSTED_PROXIES: '127.0.0.1, ::1 10.0.0.0/8,fd00::/8' }).trustedProxies).toEqual(['127.0.0.1', '::1', '10.0.0.0/8', 'fd00::/8']);
    expect(loadSettings({ KOMA_DATA: dir, KOMA_INNER_HOST: '10.0.0.5' }).innerHost).toBe('10.0.0.5');
    expect(mistakesOf({ KOMA_INNER_HOST: '10.0.0.5:80' })[0]).toContain('KOMA_INNER_HOST must be a host name');
    writeFileSync(join(dir, 'komawari.json'), JSON.stringify({ trustedProxies: ['192.168.1.2'] }));
    expect(loadSettings({ KOMA_DATA: dir }).trustedProxies).toEqual(['192.168.1.2']);
    for (const wrong of ['true', 'proxy.example.org', '10.0.0.0/33', '0.0.0.0/0', '::/0', '10.0.0.0/8/8', '10.0.0', '127.0.0.1,loopback', ',']) {
      expect(mistakesOf({ KOMA_TRUSTED_PROXIES: wrong }), wrong).toEqual([`KOMA_TRUSTED_PROXIES must list addresses or networks, such as 127.0.0.1, 10.0.0.0/8 (no names, and no network of everybody), not "${wrong}".`]);
    }
  });

  test('name plug-ins: packages or folders, in the environment or as a list', () => {
    expect(loadSettings({ KOMA_DATA: dir, KOMA_PLUGINS: 'komawari-stripes, ./a folder ,/opt/x' }).plugIns).toEqual(['komawari-stripes', './a folder', '/opt/x']);
    writeFileSync(join(dir, 'komawari.json'), JSON.stringify({ plugins: ['@me/dots'] }));
    expect(loadSettings({ KOMA_DATA: dir }).plugIns).toEqual(['@me/dots']);
    expect(mistakesOf({ KOMA_PLUGINS: ' , ' })).toEqual(['KOMA_PLUGINS must list packages or folders, such as komawari-stripes, ./my-plug-in, not " , ".']);
    for (const wrong of [[], [''], [1], true]) {
      writeFileSync(join(dir, 'komawari.json'), JSON.stringify({ plugins: wrong }));
      expect(mistakesOf({}), JSON.stringify(wrong)).toHaveLength(1);
    }
  });

  test('list every mistake at once, one sentence each', () => {
    writeFileSync(join(dir, 'komawari.json'), JSON.stringify({ logLevel: 'loud', colour: 'red' }));
    expect(mistakesOf({ KOMA_PORT: '80x', KOMA_HOST: 'a:1', DATABASE_URL: 'mysql://x', REDIS_URL: 'here', S3_BUCKET: 'b' })).toEqual([
      'komawari.json has a setting "colour" that Komawari does not know.',
      'KOMA_HOST must be a host name or an IP address without a port, not "a:1".',
      'KOMA_PORT must be a whole number from 1 to 65535, not "80x".',
      'DATABASE_URL must be an address that begins with postgres:// / postgresql://.',
      'REDIS_URL must be an address that begins with redis:// / rediss://.',
      '"logLevel" in komawari.json must be one of fatal, error, warn, info, debug, trace, silent, not "loud".',
      'S3_ACCESS_KEY_ID is missing: it is needed because S3_BUCKET is set.',
      'S3_SECRET_ACCESS_KEY is missing: it is needed because S3_BUCKET is set.',
    ]);
  });

  test.each(['0', '65536', '-1', '1.5', ' ', '1e3'])('refuse the port %j', (port) => {
    expect(mistakesOf({ KOMA_PORT: port })).toHaveLength(1);
  });

  test('never repeat an address, which may hold a password', () => {
    expect(mistakesOf({ DATABASE_URL: 'mysql://me:hunter2@host/db' }).join()).not.toContain('hunter2');
  });

  test('say where the file is wrong', () => {
    writeFileSync(join(dir, 'komawari.json'), '{ "port": 1');
    expect(mistakesOf({})[0]).toMatch(/komawari\.json is not valid JSON/);
    writeFileSync(join(dir, 'komawari.json'), '[]');
    expect(mistakesOf({})[0]).toMatch(/not valid JSON/);
  });

  test("know an S3 of one's own", () => {
    const s3 = { S3_ENDPOINT: 'http://127.0.0.1:9000', S3_BUCKET: 'b', S3_ACCESS_KEY_ID: 'k', S3_SECRET_ACCESS_KEY: 's' };
    expect(loadSettings({ KOMA_DATA: dir, ...s3 }).s3).toEqual({ bucket: 'b', region: 'us-east-1', endpoint: 'http://127.0.0.1:9000', accessKeyId: 'k', secretAccessKey: 's', isPathStyle: true });
    expect(loadSettings({ KOMA_DATA: dir, ...s3, S3_PATH_STYLE: 'false' }).s3?.isPathStyle).toBe(false);
  });

  test('are explained in the language of the terminal', () => {
    expect([languageOf({ LANG: 'zh_CN.UTF-8' }), languageOf({ LANG: 'de_DE', LC_ALL: 'ja_JP.UTF-8' }), languageOf({ LANG: 'C' })]).toEqual(['zh-CN', 'ja', 'en']);
    expect(StartupError.one('port.taken', { host: 'h', port: 1 }).inLanguage('zh-CN')).toContain('h 的端口 1 已被其他程序占用');
  });
});

describe('the data folder', () => {
  test('lies where the platform wants it', () => {
    expect(defaultDataDir({ LOCALAPPDATA: 'C:\\a' }, 'win32')).toContain('Komawari');
    expect(defaultDataDir({}, 'darwin')).toMatch(/Library\/Application Support\/Komawari$/);
    expect(defaultDataDir({ XDG_DATA_HOME: '/x' }, 'linux')).toBe(process.getuid?.() === 0 ? '/var/lib/komawari' : '/x/komawari');
  });

  test('that cannot be written is named', () => {
    writeFileSync(join(dir, 'file'), '');
    expect(() => prepareDataDir(join(dir, 'file', 'data'))).toThrow(/cannot be written \(ENOTDIR\)/);
  });
});

describe('secrets', () => {
  test('are made once and are readable by their owner alone', () => {
    const first = loadSecrets(dir, {});
    expect(loadSecrets(dir, {})).toEqual(first);
    expect(statSync(join(dir, 'secrets.json')).mode & 0o777).toBe(0o600);
  });

  test('are never replaced when the file is damaged', () => {
    writeFileSync(join(dir, 'secrets.json'), '{}');
    expect(() => loadSecrets(dir, {})).toThrow(/is damaged/);
  });

  test('may come from outside, whole', () => {
    expect(loadSecrets(dir, { KOMA_AUTH_SECRET: 'x'.repeat(32) }).authSecret).toBe('x'.repeat(32));
    expect(() => loadSecrets(dir, { KOMA_AUTH_SECRET: 'short' })).toThrow(/damaged/);
  });
});
