/** A file name every system accepts, made from a title. */
export function fileStem(title: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what is removed here
  const clean = title.normalize('NFC').replace(/[\u0000-\u001f\u007f<>:"/\\|?*\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, ' ').replace(/\s+/gu, ' ').trim().replace(/^\.+|[. ]+$/gu, '');
  const short = Array.from(clean).slice(0, 60).join('').trim();
  return short === '' || /^(con|prn|aux|nul|com\d|lpt\d)$/iu.test(short) ? `comic ${short}`.trim() : short;
}
