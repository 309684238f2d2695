import { createHash } from 'node:crypto';
import type { UiLanguage } from '@komawari/contract';
import { fingerprintOf, type Authority } from '../authority.ts';

const WORDS: Record<UiLanguage, { name: string; about: string }> = {
  en: { name: 'Komawari at home', about: 'Lets this device open Komawari securely on your home network.' },
  'zh-CN': { name: '家中的 Komawari', about: '让本设备在家庭网络中安全地打开 Komawari。' },
  ja: { name: '家の Komawari', about: 'この端末から家庭内ネットワークの Komawari を安全に開けるようにします。' },
};

/**
 * A configuration profile with the authority in it: the way in for iPhone, iPad and Mac. Equal authorities give equal
 * identifiers, so that installing it twice replaces it. Source: Apple, "Configuration Profile Reference", com.apple.security.root.
 */
export function mobileConfig(authority: Pick<Authority, 'certPem'>, language: UiLanguage): string {
  const { name, about } = WORDS[language];
  const fingerprint = fingerprintOf(authority);
  const der = authority.certPem.replace(/-----[^-]+-----|\s/g, '');
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
  <key>PayloadType</key><string>Configuration</string>
  <key>PayloadVersion</key><integer>1</integer>
  <key>PayloadIdentifier</key><string>app.komawari.lan</string>
  <key>PayloadUUID</key><string>${uuidOf(`${fingerprint} profile`)}</string>
  <key>PayloadDisplayName</key><string>${name}</string>
  <key>PayloadDescription</key><string>${about}</string>
  <key>PayloadOrganization</key><string>Komawari</string>
  <key>PayloadContent</key>
  <array>
    <dict>
      <key>PayloadType</key><string>com.apple.security.root</string>
      <key>PayloadVersion</key><integer>1</integer>
      <key>PayloadIdentifier</key><string>app.komawari.lan.authority</string>
      <key>PayloadUUID</key><string>${uuidOf(`${fingerprint} authority`)}</string>
      <key>PayloadDisplayName</key><string>${name}</string>
      <key>PayloadDescription</key><string>${about}</string>
      <key>PayloadCertificateFileName</key><string>komawari.crt</string>
      <key>PayloadContent</key><data>${der}</data>
    </dict>
  </array>
</dict>
</plist>
`;
}

/** RFC 9562, version 8: of our own making, from a hash. */
function uuidOf(text: string): string {
  const bytes = createHash('sha256').update(text).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5').toUpperCase();
}
