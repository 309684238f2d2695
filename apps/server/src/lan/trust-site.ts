import { X509Certificate } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { UiLanguage } from '@komawari/contract';
import { languageOf } from '../http/language.ts';
import { fingerprintOf, type Authority } from './authority.ts';
import { inUrl, type LanNames } from './names.ts';
import { mobileConfig } from './trust-page/mobile-config.ts';
import { isPlatform, platformOf } from './trust-page/platforms.ts';
import { renderTrustPage } from './trust-page/render-trust-page.ts';

export interface TrustSite {
  authority: Authority;
  names(): LanNames;
  /** Where HTTPS is. */
  port(): number;
}

export interface TrustAnswer {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

export const TRUST_PATHS = ['/trust', '/trust/komawari.crt', '/trust/komawari.mobileconfig', '/trust/probe'] as const;

/** What the trust page and its files answer, on whichever port. Undefined for every other address. */
export function answerTrust(site: TrustSite, { path, headers }: { path: string; headers: IncomingHttpHeaders }): TrustAnswer | undefined {
  const { pathname, searchParams } = new URL(path, 'http://trust.invalid');
  if (pathname === '/trust/komawari.crt') return file('application/x-x509-ca-cert', 'komawari.crt', Buffer.from(site.authority.certPem));
  if (pathname === '/trust/komawari.mobileconfig') return file('application/x-apple-aspen-config', 'komawari.mobileconfig', Buffer.from(mobileConfig(site.authority, languageOf(headers['accept-language']))));
  // Asked by the page from the plain port: the answer arrives only on a device that trusts us.
  if (pathname === '/trust/probe') return { status: 200, headers: { 'content-type': 'text/plain', 'cache-control': 'no-store', 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' }, body: Buffer.from('trusted') };
  if (pathname !== '/trust') return undefined;
  const wished = searchParams.get('lang');
  const platform = searchParams.get('device');
  const { html, csp } = renderTrustPage({
    language: isUiLanguage(wished) ? wished : languageOf(headers['accept-language']),
    platform: isPlatform(platform) ? platform : platformOf(String(headers['user-agent'] ?? '')),
    fingerprint: fingerprintOf(site.authority), validTo: new X509Certificate(site.authority.certPem).validToDate, urls: urlsOf(site),
  });
  return { status: 200, headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', 'content-security-policy': csp, vary: 'accept-language, user-agent', 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'x-frame-options': 'DENY' }, body: Buffer.from(html) };
}

function file(type: string, name: string, body: Buffer): TrustAnswer {
  return { status: 200, headers: { 'content-type': type, 'content-disposition': `attachment; filename="${name}"`, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' }, body };
}

/** The name first: it outlives a change of address, and passkeys need it. Not `localhost`, which is another machine elsewhere. */
function urlsOf(site: TrustSite): string[] {
  const { dns, addresses } = site.names();
  const port = site.port() === 443 ? '' : `:${site.port()}`;
  const own = [...dns.filter((name) => name.includes('.')), ...addresses.filter((address) => !address.startsWith('127.') && address !== '::1')];
  return own.map((name) => `https://${inUrl(name)}${port}`);
}

function isUiLanguage(value: string | null): value is UiLanguage {
  return value === 'en' || value === 'zh-CN' || value === 'ja';
}
