import ipaddr from 'ipaddr.js';

/** Why an address is not reached from here; undefined for a public one. */
export type AddressFault = 'not-an-address' | 'not-public';

/**
 * Public unicast alone, by the registries of IANA (RFC 6890 and what came after): no loopback, private, shared (100.64/10), link-local,
 * unique-local, multicast, reserved, benchmarking, documentation, unspecified or broadcast address. An IPv4 address in IPv6 clothes
 * (mapped, RFC 6052) is what it is underneath; the clothes that nobody wears any more (compatible, 6to4, Teredo) are refused whole.
 */
export function addressFault(text: string): AddressFault | undefined {
  if (text.includes('%') || !ipaddr.isValid(text)) return 'not-an-address';
  const address = ipaddr.parse(text);
  return isPublic(address) ? undefined : 'not-public';
}

function isPublic(address: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  if (address instanceof ipaddr.IPv4) return address.range() === 'unicast' && address.toString() !== AZURE_HOST;
  const bytes = address.toByteArray();
  const underneath = (): boolean => isPublic(new ipaddr.IPv4(bytes.slice(12)));
  if (startsWith(bytes, MAPPED) || startsWith(bytes, NAT64)) return underneath();
  // What IANA has given out for unicast lies in 2000::/3; whatever the library calls unicast beside it is not in use.
  return address.range() === 'unicast' && ((bytes[0] ?? 0) & 0xe0) === 0x20;
}

/** Public by its number, and the host's own door on every machine of Azure. */
const AZURE_HOST = '168.63.129.16';

/** ::ffff:0:0/96 */
const MAPPED = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff];
/** 64:ff9b::/96, the well-known prefix: on a network of IPv6 alone every old host has such an address. */
const NAT64 = [0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0];

function startsWith(bytes: readonly number[], prefix: readonly number[]): boolean {
  return prefix.every((byte, at) => bytes[at] === byte);
}
