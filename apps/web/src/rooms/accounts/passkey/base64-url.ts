/** RFC 4648 section 5, without padding: how WebAuthn writes bytes in JSON. */
export function toBase64Url(bytes: ArrayBuffer | Uint8Array): string {
  const text = [...new Uint8Array(bytes)].map((byte) => String.fromCodePoint(byte)).join('');
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.codePointAt(0) ?? 0);
}
