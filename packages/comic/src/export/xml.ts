/** Escapes text for XML content and double-quoted attributes; drops what XML 1.0 forbids. */
export function xml(text: string): string {
  // oxlint-disable-next-line no-control-regex -- XML 1.0 allows no other control characters than tab, LF, CR
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
