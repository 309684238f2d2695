/** Plain HTML to text: blocks become paragraphs, the rest of the tags go, entities are read. */

const ENTITIES: Record<string, string> = {
  amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ldquo: '“', rdquo: '”', lsquo: '‘', rsquo: '’', laquo: '«', raquo: '»',
  mdash: '—', ndash: '–', hellip: '…', ensp: ' ', emsp: ' ', thinsp: ' ', shy: '', copy: '©', eacute: 'é', egrave: 'è', agrave: 'à',
  ccedil: 'ç', ouml: 'ö', auml: 'ä', uuml: 'ü', szlig: 'ß', middot: '·', bull: '•',
};

const TAG_NAMES =
  'p|br|div|span|a|b|i|u|em|strong|small|big|sub|sup|h[1-6]|hr|ul|ol|li|dl|dt|dd|table|thead|tbody|tfoot|tr|td|th|blockquote|pre|code|img|font|center|section|article|header|footer|main|nav|aside|figure|figcaption|html|head|body|title|meta|link|abbr|cite|q|s|del|ins|mark|ruby|rb|rt|rp|svg|iframe|form|input|button|label|select|option|textarea|audio|video|source|noscript';
const TAG = new RegExp(`<(/?)(${TAG_NAMES})(?:\\s[^<>]{0,2000})?/?>`, 'gi');
const BLOCKS = /^(?:p|div|hr|ul|ol|dl|table|tr|blockquote|pre|section|article|header|footer|main|nav|aside|figure|figcaption|center|body|h[1-6])$/i;

/** Text without a known tag comes back unchanged apart from entities, so `a < b` and `<3` survive. */
export function reduceHtml(text: string): string {
  const withoutTags = text.includes('<') ? removeTags(dropHidden(text)) : text;
  return withoutTags.includes('&') ? readEntities(withoutTags) : withoutTags;
}

/** Comments, scripts and styles go with their content. Plain searches: a regular expression would backtrack. */
function dropHidden(text: string): string {
  let result = text;
  for (const [open, close] of [['<!--', '-->'], ['<script', '</script>'], ['<style', '</style>'], ['<rt>', '</rt>'], ['<rp>', '</rp>']] as const) {
    result = dropBetween(result, open, close);
  }
  return result.replace(/<!doctype[^<>]{0,500}>/gi, '').replace(/<\?xml[^<>]{0,500}>/gi, '');
}

function dropBetween(text: string, open: string, close: string): string {
  const lower = text.toLowerCase();
  // Lower-casing may change the length of exotic letters; then offsets would lie and nothing is dropped.
  if (lower.length !== text.length || !lower.includes(open)) return text;
  const kept: string[] = [];
  let at = 0;
  for (;;) {
    const from = lower.indexOf(open, at);
    const to = from < 0 ? -1 : lower.indexOf(close, from + open.length);
    if (from < 0 || to < 0) break;
    kept.push(text.slice(at, from));
    at = to + close.length;
  }
  kept.push(text.slice(at));
  return kept.join('');
}

function removeTags(text: string): string {
  const plain = text.replace(TAG, (_whole: string, slash: string, tagName: string) => {
    const name = tagName.toLowerCase();
    if (/^h[1-6]$/.test(name)) return slash ? '\n\n' : '\n\n# ';
    if (name === 'title') return slash ? '\n\n' : '\n\n# ';
    if (name === 'br') return '\n';
    if (name === 'hr') return '\n\n***\n\n';
    if (name === 'li' || name === 'dt' || name === 'dd') return '\n';
    if (name === 'em' || name === 'i') return '*';
    if (name === 'q') return slash ? '”' : '“';
    if (name === 'td' || name === 'th') return ' ';
    return BLOCKS.test(name) ? '\n\n' : '';
  });
  // Neighbouring blocks are one paragraph apart, not a scene.
  return plain === text ? text : plain.replace(/\n\s{0,200}\n/g, '\n\n').replace(/\n{3,}/g, '\n\n');
}

function readEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi, (whole: string, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    const isVisible = code === 10 || (code >= 32 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) && !(code >= 0x7f && code <= 0x9f));
    return isVisible ? String.fromCodePoint(code) : '';
  });
}
