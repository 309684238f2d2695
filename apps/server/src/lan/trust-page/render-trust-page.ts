import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { UI_LANGUAGES, type UiLanguage } from '@komawari/contract';
import { LOGO, STRIP } from './drawings.ts';
import { PLATFORMS, type Platform } from './platforms.ts';
import { TRUST_WORDS, type TrustWords } from './words.ts';

export interface TrustPage {
  language: UiLanguage;
  /** Its steps stand first. */
  platform: Platform;
  /** `AB:CD:...` */
  fingerprint: string;
  validTo: Date;
  urls: readonly string[];
}

const STYLE = readFileSync(new URL('trust-page.css', import.meta.url), 'utf8');
const LANGUAGE_NAMES: Record<UiLanguage, string> = { 'zh-CN': '中文', en: 'English', ja: '日本語' };

/** Asks the secure address of this very host; an answer arrives only when the device lets it through. */
const SCRIPT = `const box=document.getElementById('trusted'),link=box.querySelector('a');
const base='https://'+location.hostname+(box.dataset.port==='443'?'':':'+box.dataset.port);
const look=()=>fetch(base+'/trust/probe',{cache:'no-store'}).then((reply)=>{if(reply.ok){link.href=base+'/';box.hidden=false}},()=>undefined);
look();document.addEventListener('visibilitychange',()=>{if(!document.hidden)look()});`;

const CSP = `default-src 'none'; style-src '${hashOf(STYLE)}'; script-src '${hashOf(SCRIPT)}'; connect-src 'self' https:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** The page, whole in itself: it must look right on a device that refuses everything else from us. */
export function renderTrustPage(page: TrustPage): { html: string; csp: string } {
  const words = TRUST_WORDS[page.language];
  const html = `<!doctype html>
<html lang="${page.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${escape(words.title)}</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<span class="brand">${LOGO}<span>Komawari</span></span>
<nav aria-label="${escape(words.languages)}">${UI_LANGUAGES.map((language) => languageLink(language, page)).join('')}</nav>
</header>
<main>
<div class="hero">
<div><h1>${escape(words.heading)}</h1><p class="lead">${escape(words.lead)}</p></div>
${STRIP}
</div>
<p id="trusted" class="panel trusted" data-port="${portOf(page.urls[0])}" hidden><span>${escape(words.trusted)}</span> <a class="button" href="${escape(page.urls[0] ?? '/')}">${escape(words.open)}</a></p>
<div class="page">
<section class="panel compare"><h2><i>1</i>${escape(words.compare.heading)}</h2><p>${escape(words.compare.text)}</p>${fingerprintBlock(page.fingerprint)}</section>
<section class="panel get"><h2><i>2</i>${escape(words.get.heading)}</h2><p>${escape(words.get.text)}</p>${downloads(page.platform, words)}</section>
<section class="panel steps"><h2><i>3</i>${escape(words.steps.heading)}</h2>${stepsOf(page.platform, words, 'h3')}
<h3 class="others">${escape(words.steps.others)}</h3>${PLATFORMS.filter((platform) => platform !== page.platform).map((platform) => otherPlatform(platform, words)).join('')}</section>
<section class="panel open"><h2><i>4</i>${escape(words.done.heading)}</h2><p>${escape(words.done.text)}</p><ul class="urls">${page.urls.map((url) => `<li><a href="${escape(url)}/">${escape(url)}</a></li>`).join('')}</ul><p class="small">${escape(words.done.names)}</p></section>
<section class="panel about"><h2>${escape(words.about.heading)}</h2><ul>${words.about.points.map((point) => `<li>${escape(point)}</li>`).join('')}</ul><p class="small">${escape(words.about.until.replace('{date}', page.validTo.toLocaleDateString(page.language, { dateStyle: 'long', timeZone: 'UTC' })))}</p></section>
</div>
</main>
<script>${SCRIPT}</script>
</body>
</html>
`;
  return { html, csp: CSP };
}

function languageLink(language: UiLanguage, { language: current, platform }: TrustPage): string {
  return `<a href="/trust?lang=${language}&amp;device=${platform}" lang="${language}" hreflang="${language}"${language === current ? ' aria-current="true"' : ''}>${LANGUAGE_NAMES[language]}</a>`;
}

/** What the device at hand needs comes first and in colour. */
function downloads(platform: Platform, { get }: TrustWords): string {
  const wantsProfile = platform === 'ios';
  const certificate = `<a class="button${wantsProfile ? ' quiet' : ''}" href="/trust/komawari.crt" download>${escape(get.certificate)}</a>`;
  // Safari on an iPhone hands a profile to the settings only when it is opened, not when it is saved.
  const profile = `<a class="button${wantsProfile ? '' : ' quiet'}" href="/trust/komawari.mobileconfig">${escape(get.profile)}</a>`;
  return `<p class="downloads">${wantsProfile ? profile + certificate : certificate + profile}</p>`;
}

function otherPlatform(platform: Platform, words: TrustWords): string {
  return `<details name="device"><summary>${escape(words.platforms[platform].name)}</summary>${stepsOf(platform, words)}</details>`;
}

function stepsOf(platform: Platform, words: TrustWords, heading?: 'h3'): string {
  const { name, steps, note } = words.platforms[platform];
  return `${heading ? `<${heading}>${escape(name)}</${heading}>` : ''}<ol>${steps.map((step) => `<li>${marked(step)}</li>`).join('')}</ol>${note === undefined ? '' : `<p class="small">${marked(note)}</p>`}`;
}

function fingerprintBlock(fingerprint: string): string {
  const rows = fingerprint.match(/(?:[0-9A-F]{2}:?){1,8}/gi) ?? [];
  return `<p class="fingerprint"><b>SHA-256</b><code>${rows.map((row) => `<span>${escape(row)}</span>`).join('')}</code></p>`;
}

function marked(text: string): string {
  return escape(text).replace(/\*\*(.+?)\*\*/g, '<b>$1</b>').replace(/`(.+?)`/g, '<code>$1</code>');
}

function portOf(url: string | undefined): string {
  return URL.parse(url ?? '')?.port || '443';
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign);
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
