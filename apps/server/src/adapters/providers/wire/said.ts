/** What a provider says about a failure, made fit for logs and users. */

const SAID_MAX = 500;
const MASK = '…';
/** An echo of so many characters of a prompt is the prompt. */
const ECHO = 24;
/** Longer texts of a request are pictures: an echo of these is caught by its looks. */
const TEXT_MAX = 100_000;

/**
 * Cut to 500 characters, without `secrets`, addresses, long runs of base64, and without what it repeats of `texts` (24 characters or
 * more in a row).
 */
export function cleanSaid(said: string, { secrets, texts = [] }: { secrets: readonly string[]; texts?: readonly string[] }): string {
  // Cut twice: what follows costs per character, and a masked text is shorter than it was.
  let clean = Array.from(said.slice(0, SAID_MAX * 8), (char) => (char < ' ' || char === '\u007f' ? ' ' : char)).join('');
  for (const secret of secrets) for (const form of formsOf(secret)) clean = clean.replaceAll(form, MASK);
  clean = clean.replace(/\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s"'<>]+/gi, MASK).replace(/\bdata:image\/[^\s"'<>]+/gi, MASK).replace(/[A-Za-z0-9+/_=-]{120,}/g, MASK);
  clean = clean.slice(0, SAID_MAX * 2);
  for (const text of texts) clean = withoutEchoes(clean, text);
  return clean.replace(/\s+/g, ' ').trim().slice(0, SAID_MAX);
}

/** The strings of a request's body that are somebody's words: not names, numbers or pictures. */
export function wordsIn(body: unknown, depth = 0): string[] {
  if (typeof body === 'string') return body.length >= ECHO && body.length <= TEXT_MAX && (/[\s\u0080-\uffff]/.test(body) || body.length > 120) ? [body] : [];
  if (typeof body !== 'object' || body === null || depth > 12) return [];
  return Object.values(body).flatMap((part) => wordsIn(part, depth + 1));
}

function formsOf(secret: string): string[] {
  if (secret.length < 6) return [];
  return [secret, encodeURIComponent(secret), Buffer.from(secret).toString('base64')];
}

function withoutEchoes(said: string, text: string): string {
  let clean = '';
  let at = 0;
  while (at < said.length) {
    let length = ECHO;
    if (at + length > said.length || !text.includes(said.slice(at, at + length))) {
      clean += said[at] ?? '';
      at += 1;
      continue;
    }
    while (at + length < said.length && text.includes(said.slice(at, at + length + 1))) length += 1;
    clean += MASK;
    at += length;
  }
  return clean;
}
