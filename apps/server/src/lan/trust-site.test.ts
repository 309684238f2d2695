import { X509Certificate } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { fingerprintOf, type Authority } from './authority.ts';
import { makeAuthority } from './make-certificates.ts';
import { PLATFORMS, platformOf } from './trust-page/platforms.ts';
import { TRUST_WORDS } from './trust-page/words.ts';
import { answerTrust, TRUST_PATHS, type TrustSite } from './trust-site.ts';

let site: TrustSite;
let authority: Authority;
beforeAll(async () => {
  authority = { ...(await makeAuthority({ commonName: 'test', permittedDns: ['local'], now: new Date() })), permittedDns: ['local'] };
  site = { authority, names: () => ({ dns: ['localhost', 'study', 'study.local'], addresses: ['127.0.0.1', '::1', '192.168.1.20', 'fd00::ab'] }), port: () => 8080 };
});
const ask = (path: string, headers: Record<string, string> = {}) => answerTrust(site, { path, headers });
const page = (path: string, headers: Record<string, string> = {}) => String(ask(path, headers)?.body);

describe('the page', () => {
  test.each([['zh-CN,zh;q=0.9', 'zh-CN', '让这台设备'], ['ja', 'ja', 'この端末に'], ['fr', 'en', 'Let this device']])('speaks the language of "%s"', (language, tag, words) => {
    expect(page('/trust', { 'accept-language': language })).toContain(`<html lang="${tag}">`);
    expect(page('/trust', { 'accept-language': language })).toContain(words);
    expect(page('/trust?lang=ja', { 'accept-language': language }), 'or the one that is chosen').toContain('<html lang="ja">');
    expect(page('/trust?lang=xx&device=toaster', { 'accept-language': language })).toContain(`<html lang="${tag}">`);
  });

  test.each([
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X)', 'ios'], ['Mozilla/5.0 (Linux; Android 15; Pixel 9) Chrome/150', 'android'], ['Mozilla/5.0 (Phone; OpenHarmony 5.0) ArkWeb', 'android'],
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) Firefox/140.0', 'windows'], ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)', 'macos'], ['Mozilla/5.0 (X11; Linux x86_64) Chrome/150', 'linux'],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'firefox'], ['', 'windows'],
  ] as const)('puts the steps of %s first', (agent, platform) => {
    expect(platformOf(agent)).toBe(platform);
    const html = page('/trust', { 'user-agent': agent });
    expect(html).toContain(`<h3>${TRUST_WORDS.en.platforms[platform].name}</h3>`);
    expect(html.match(/<details name="device">/g)).toHaveLength(PLATFORMS.length - 1);
    expect(page('/trust?device=macos', { 'user-agent': agent })).toContain('<h3>Mac</h3>');
  });

  test('shows the fingerprint, and the addresses that work from elsewhere', () => {
    const html = page('/trust');
    expect(html.replace(/<[^>]+>/g, '')).toContain(fingerprintOf(authority));
    expect([...html.matchAll(/<li><a href="([^"]+)"/g)].map((match) => match[1])).toEqual(['https://study.local:8080/', 'https://192.168.1.20:8080/', 'https://[fd00::ab]:8080/']);
    expect(String(answerTrust({ ...site, port: () => 443 }, { path: '/trust', headers: {} })?.body)).toContain('href="https://study.local/"');
  });

  test('needs nothing from elsewhere and lets nothing else run', () => {
    const csp = ask('/trust')?.headers['content-security-policy'];
    expect(csp).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; script-src 'sha256-[^']+'/);
    expect(page('/trust')).not.toMatch(/ (src|style|on\w+)=/);
  });

  test('has the same steps in every language', () => {
    for (const platform of PLATFORMS) {
      const counts = Object.values(TRUST_WORDS).map(({ platforms }) => platforms[platform].steps.length);
      expect(new Set(counts).size, platform).toBe(1);
    }
  });
});

describe('the files', () => {
  test('are the authority, without its key', () => {
    const certificate = ask('/trust/komawari.crt');
    expect(certificate?.headers['content-disposition']).toBe('attachment; filename="komawari.crt"');
    expect(new X509Certificate(certificate?.body ?? '').fingerprint256).toBe(fingerprintOf(authority));
    for (const path of TRUST_PATHS) expect(String(ask(path)?.body), path).not.toContain('PRIVATE KEY');
  });

  test('are a profile for Apple devices, the same each time', () => {
    const profile = ask('/trust/komawari.mobileconfig', { 'accept-language': 'ja' });
    expect(profile?.headers['content-type']).toBe('application/x-apple-aspen-config');
    const text = String(profile?.body);
    const [, data] = /<data>([^<]+)<\/data>/.exec(text) ?? [];
    expect(new X509Certificate(Buffer.from(data ?? '', 'base64')).fingerprint256).toBe(fingerprintOf(authority));
    expect(text).toContain('<string>家の Komawari</string>');
    const uuids = [...text.matchAll(/[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}/g)].map(([uuid]) => uuid);
    expect(new Set(uuids).size).toBe(2);
    expect(String(ask('/trust/komawari.mobileconfig', { 'accept-language': 'ja' })?.body)).toBe(text);
  });

  test.each(['/', '/trusty', '/trust/authority.json', '/trust/../lan/authority.json', '//evil.example/trust/x', '/trust/%2e%2e/x'])('are nothing else: %s', (path) => {
    expect(ask(path)).toBeUndefined();
  });
});
