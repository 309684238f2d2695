import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hostAndPort, readUrl } from './target.ts';
import { addressFault } from './vet-address.ts';

/** The special-purpose registries of IANA (IPv4, 2024) as first and last address, besides what is multicast or reserved. */
const CLOSED: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['168.63.129.16', 32], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24], ['192.0.2.0', 24],
  ['192.88.99.0', 24], ['192.168.0.0', 16], ['198.18.0.0', 15], ['198.51.100.0', 24], ['203.0.113.0', 24], ['224.0.0.0', 4], ['240.0.0.0', 4],
];
/** Given out for special services of networks: refused too, and nothing is lost by it. */
const ODD: readonly (readonly [string, number])[] = [['192.31.196.0', 24], ['192.52.193.0', 24], ['192.175.48.0', 24]];

const numberOf = (address: string): number => address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
const textOf = (number: number): string => [24, 16, 8, 0].map((shift) => (number >>> shift) & 255).join('.');
const isIn = (number: number, [first, bits]: readonly [string, number]): boolean => Math.floor(number / 2 ** (32 - bits)) === Math.floor(numberOf(first) / 2 ** (32 - bits));
const ipv4 = fc.oneof(fc.nat(0xffff_ffff), ...CLOSED.map(([first, bits]) => fc.nat(2 ** (32 - bits) - 1).map((offset) => numberOf(first) + offset)), ...CLOSED.map(([first]) => fc.constant(Math.max(0, numberOf(first) - 1))));
const hex = (number: number): string => `${(number >>> 16).toString(16)}:${(number & 0xffff).toString(16)}`;

test('of IPv4 exactly what the registries leave open is public', () => {
  fc.assert(fc.property(ipv4, (number) => {
    const isOpen = ![...CLOSED, ...ODD].some((block) => isIn(number, block));
    expect(addressFault(textOf(number)) === undefined).toBe(isOpen);
  }), { numRuns: 2000 });
});

test('IPv4 in the clothes of IPv6 is what it is underneath, or refused', () => {
  fc.assert(fc.property(ipv4, (number) => {
    const plain = addressFault(textOf(number));
    for (const dressed of [`::ffff:${hex(number)}`, `::ffff:${textOf(number)}`, `64:ff9b::${hex(number)}`]) expect(addressFault(dressed)).toBe(plain);
    for (const dressed of [`::${hex(number)}`, `::ffff:0:${hex(number)}`, `64:ff9b:1::${hex(number)}`, `2002:${hex(number)}::1`, `2001:0:${hex(number)}::1`, `2001::${hex(number)}`]) expect(addressFault(dressed)).toBeDefined();
  }), { numRuns: 500 });
});

test('of IPv6 nothing outside of 2000::/3 is public, and of that no block with a purpose of its own', () => {
  fc.assert(fc.property(fc.array(fc.nat(0xffff), { minLength: 8, maxLength: 8 }), (groups) => {
    const first = groups[0] ?? 0;
    if (first >>> 13 !== 1 && !(first === 0x64 && groups[1] === 0xff9b) && groups.slice(0, 5).some((group) => group !== 0)) expect(addressFault(groups.map((group) => group.toString(16)).join(':'))).toBeDefined();
  }), { numRuns: 1000 });
  for (const address of ['::', '::1', '100::1', '2001:db8::1', '2001:2::1', '2001:10::1', '2001:20::1', '3fff::1', '5f00::1', 'fc00::1', 'fd12:3456::1', 'fe80::1', 'fec0::1', 'ff02::1', 'fe80::1%eth0', '2606:4700::1111%1']) expect(addressFault(address), address).toBeDefined();
  for (const address of ['2606:4700:4700::1111', '2001:4860:4860::8888', '2a00:1450:4001:81a::200e', '240e::1']) expect(addressFault(address), address).toBeUndefined();
});

test('what is no address is none', () => {
  fc.assert(fc.property(fc.string(), (text) => { if (!/^[\d.a-fx:]+$/i.test(text)) expect(addressFault(text)).toBe('not-an-address'); }));
});

test('every spelling of an IPv4 host is the same one after reading', () => {
  fc.assert(fc.property(fc.nat(0xffff_ffff), fc.constantFrom('', '.'), (number, end) => {
    const parts = [24, 16, 8, 0].map((shift) => (number >>> shift) & 255);
    const spellings = [textOf(number), String(number), `0x${number.toString(16)}`, `0${number.toString(8)}`, parts.map((part) => `0x${part.toString(16)}`).join('.'), parts.map((part) => `0${part.toString(8)}`).join('.'), `${parts[0]}.${number & 0xff_ffff}`];
    for (const host of spellings) expect(readUrl(`http://${host}${end}/`, { protocols: ['http:'] }).hostname.replace(/\.$/, '')).toBe(textOf(number));
  }), { numRuns: 300 });
});

test('what an operator allows is read as addresses are', () => {
  expect(['localhost:11434', 'LOCALHOST.:11434', '192.168.1.9:80', '0x7f.1:8188', '[::1]:8080', 'http://gpu.lan', 'https://gpu.lan/v1', 'wss://gpu.lan:444', 'gpu.lan'].map(hostAndPort))
    .toEqual(['localhost:11434', 'localhost:11434', '192.168.1.9:80', '127.0.0.1:8188', '::1:8080', 'gpu.lan:80', 'gpu.lan:443', 'gpu.lan:444', 'gpu.lan:80']);
});
