import { renderUnicodeCompact } from 'uqr';
import { sentence, type Language } from '../config/sentences.ts';
import type { LanNotice } from './prepare-lan.ts';

/** What stands in the terminal after a start with `--lan`. */
export function announceLan({ urls, trustUrl, fingerprint }: LanNotice, language: Language, options: { isTerminal: boolean }): string {
  const code = renderUnicodeCompact(trustUrl, { border: 2, ecc: 'M' });
  return [
    sentence(language, 'lan.urls'), ...urls.map((url) => `  ${url}`), '',
    sentence(language, 'lan.trust', { url: trustUrl }), '', options.isTerminal ? inBlackAndWhite(code) : code, '',
    sentence(language, 'lan.fingerprint', { fingerprint }),
  ].join('\n');
}

/** White on black whatever the colours of the terminal: some cameras do not read a code turned inside out. */
function inBlackAndWhite(code: string): string {
  return code.split('\n').map((line) => `\u001b[97;40m${line}\u001b[0m`).join('\n');
}
