import { renderUnicodeCompact } from 'uqr';
import { sentence, type Language } from '../config/sentences.ts';
import type { LanNotice } from './prepare-lan.ts';

/** What stands in the terminal after a start with `--lan`. */
export function announceLan({ urls, trustUrl, fingerprint }: LanNotice, language: Language): string {
  return [
    sentence(language, 'lan.urls'), ...urls.map((url) => `  ${url}`), '',
    sentence(language, 'lan.trust', { url: trustUrl }), '', renderUnicodeCompact(trustUrl, { border: 2, ecc: 'M' }), '',
    sentence(language, 'lan.fingerprint', { fingerprint }),
  ].join('\n');
}
