import { isIP } from 'node:net';

/**
 * The extension that limits an authority to some names and networks (RFC 5280, 4.2.1.10), as DER.
 * Whoever steals its key can then pretend to be a machine of a home, never a bank.
 */
export function encodeNameConstraints(permitted: { dns: readonly string[]; networks: readonly (readonly [address: string, bits: number])[] }): Uint8Array<ArrayBuffer> {
  const names = permitted.dns.map((ending) => tlv(SEQUENCE, tlv(DNS_NAME, Buffer.from(ending, 'ascii'))));
  const networks = permitted.networks.map(([address, bits]) => tlv(SEQUENCE, tlv(IP_ADDRESS, Buffer.concat([addressBytes(address), maskBytes(address, bits)]))));
  return new Uint8Array(tlv(SEQUENCE, tlv(PERMITTED, Buffer.concat([...names, ...networks]))));
}

export const NAME_CONSTRAINTS_OID = '2.5.29.30';

const SEQUENCE = 0x30;
const PERMITTED = 0xa0;
const DNS_NAME = 0x82;
const IP_ADDRESS = 0x87;

function tlv(tag: number, value: Uint8Array): Buffer {
  const { length } = value;
  const head = length < 0x80 ? [tag, length] : length < 0x100 ? [tag, 0x81, length] : [tag, 0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from(head), value]);
}

function addressBytes(address: string): Buffer {
  if (isIP(address) === 4) return Buffer.from(address.split('.').map(Number));
  const [head = '', tail = ''] = address.split('::');
  const groups = (part: string) => (part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16)));
  const [left, right] = [groups(head), groups(tail)];
  const all = [...left, ...Array<number>(8 - left.length - right.length).fill(0), ...right];
  return Buffer.from(all.flatMap((group) => [group >> 8, group & 0xff]));
}

function maskBytes(address: string, bits: number): Buffer {
  const length = isIP(address) === 4 ? 4 : 16;
  return Buffer.from(Array.from({ length }, (_, index) => 0xff & ~(0xff >> Math.min(Math.max(bits - index * 8, 0), 8))));
}
