/** The address of a provider as it is typed. */

/** Four numbers of IPv4 that are no public ones: this machine, a home, a company, a carrier, a link. */
const PRIVATE_V4 = [/^0\./, /^10\./, /^127\./, /^192\.168\./, /^169\.254\./, /^172\.(1[6-9]|2\d|3[01])\./, /^100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./];
const PRIVATE_V6 = /^\[(::1?|f[cd][\da-f]{2}:.*|fe[89ab][\da-f]:.*|::ffff:.*)\]$/;
/** Names that no public register gives out, and names without a dot. */
const PRIVATE_NAME = /(^|\.)(localhost|local|lan|home|internal|intranet|home\.arpa|ts\.net)$|^[^.]+$/;

/** Whether an address leads into a private network, as far as its name shows; the server looks again. */
export function isPrivateAddress(typed: string): boolean {
  const host = URL.parse(completeAddress(typed))?.hostname;
  if (host === undefined || host === '') return false;
  if (host.startsWith('[')) return PRIVATE_V6.test(host);
  if (/^[\d.]+$/.test(host)) return PRIVATE_V4.some((range) => range.test(host));
  return PRIVATE_NAME.test(host.replace(/\.$/, ''));
}

/** `192.168.1.20:8188` means http; a public name means https. What names a protocol stays as it is. */
export function completeAddress(typed: string): string {
  const text = typed.trim();
  if (text === '' || /^[a-z][a-z\d+.-]*:\/\//i.test(text)) return text;
  const plain = `http://${text}`;
  return isPrivateAddress(plain) ? plain : `https://${text}`;
}

export type AddressFault = 'addressMissing' | 'addressWrong' | 'addressUser' | 'addressLong';

export function addressFault(typed: string): AddressFault | undefined {
  const text = completeAddress(typed);
  if (text === '') return 'addressMissing';
  if (text.length > 2000) return 'addressLong';
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol) || url.hostname === '' || /\s/.test(text)) return 'addressWrong';
  return url.username !== '' || url.password !== '' ? 'addressUser' : undefined;
}

/** The server takes keys away when another host would get them. */
export function leadsElsewhere(before: string, typed: string): boolean {
  const [from, to] = [URL.parse(before), URL.parse(completeAddress(typed))];
  return from !== null && to !== null && from.origin !== to.origin;
}
