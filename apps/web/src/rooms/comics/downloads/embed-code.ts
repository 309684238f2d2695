/** What somebody puts into a page of his own. The token has no sign that HTML would read. */
export function embedCodeOf(origin: string, token: string): string {
  return `<iframe src="${origin}/embed/${token}" title="Comic" width="640" height="820" allow="fullscreen" loading="lazy" style="border:0;max-width:100%"></iframe>`;
}

/** An address that other machines understand as themselves. */
export function isOnlyHere(hostname: string): boolean {
  return hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '[::1]' || /^127(\.\d+){1,3}$/.test(hostname);
}
