import { expect, test } from 'vitest';
import { addressGroup, callerAddress, isLocalCaller } from './origin.ts';

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8:1:2::9', '2001:db8:1:2'],
  ['2001:0db8:0001:0002:ffff::', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
  ['::1', '0:0:0:0'],
  [undefined, ''],
])('requests of %s count with those of %s', (address, group) => {
  expect(addressGroup(address)).toBe(group);
});

test('who comes through a proxy of this machine is not at this machine', () => {
  const host = 'localhost:8080';
  expect(isLocalCaller('127.0.0.1', { host })).toBe(true);
  expect(isLocalCaller('::ffff:127.0.0.1', { host: '[::1]:8080' })).toBe(true);
  for (const name of ['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'forwarded', 'via', 'cf-connecting-ip']) expect(isLocalCaller('127.0.0.1', { host, [name]: '1' }), name).toBe(false);
  for (const foreign of ['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example', 'evil.example:127', '']) expect(isLocalCaller('127.0.0.1', { host: foreign }), foreign).toBe(false);
  expect(isLocalCaller('192.168.1.5', { host })).toBe(false);
});

test.each([['203.0.113.9', '203.0.113.9'], ['203.0.113.9:5123', '203.0.113.9'], ['[2001:db8::9]:443', '2001:db8::9'], ['2001:db8::9', '2001:db8::9'], ['unknown', '10.0.0.1'], ['203.0.113.9, 1', '10.0.0.1'], ['', '10.0.0.1'], [undefined, '10.0.0.1']])('a proxy that says "%s" means %s', (ip, address) => {
  expect(callerAddress(ip, '10.0.0.1')).toBe(address);
});
