import { describe, expect, test } from 'vitest';
import { canonicalName, inUrl, isPermitted, isPrivateAddress, lanNames, machineLabel, PRIVATE_ENDINGS, reachableAddresses, thisMachine } from './names.ts';

const machine = { hostname: 'Study.fritz.box', addresses: ['192.168.1.20', 'fd00::AB', 'fe80::1', '203.0.113.9', '2001:db8::7', '172.17.0.1', '192.168.1.20'] };

test.each([['10.1.2.3', true], ['172.31.0.1', true], ['172.32.0.1', false], ['192.168.0.1', true], ['100.64.0.9', true], ['100.128.0.1', false], ['169.254.1.1', true], ['8.8.8.8', false], ['fd12::1', true], ['fe80::1', true], ['2001:db8::1', false], ['::1', true], ['localhost', false], ['', false]])('%s is private: %s', (address, isPrivate) => {
  expect(isPrivateAddress(address)).toBe(isPrivate);
});

describe('addresses', () => {
  test('are the private ones that others can name, IPv4 first', () => {
    expect(reachableAddresses(machine, '::')).toEqual(['192.168.1.20', '172.17.0.1', 'fd00::ab']);
    expect(reachableAddresses(machine, '0.0.0.0')).toEqual(['192.168.1.20', '172.17.0.1']);
    expect(reachableAddresses(machine, 'FD00:0::AB')).toEqual(['fd00::ab']);
    expect(reachableAddresses(machine, '203.0.113.9')).toEqual([]);
  });

  test('of this machine never hold its loopback', () => {
    expect(thisMachine().addresses).not.toContain('127.0.0.1');
  });

  test('have one spelling, and brackets in a URL where they need them', () => {
    expect(canonicalName('FD00:0:0:0:0:0:0:AB')).toBe('fd00::ab');
    expect(canonicalName('NAS.local')).toBe('nas.local');
    expect([inUrl('fd00::ab'), inUrl('10.0.0.1'), inUrl('nas.local')]).toEqual(['[fd00::ab]', '10.0.0.1', 'nas.local']);
  });
});

describe('names', () => {
  test('are those of the machine that the authority may speak for', () => {
    const names = lanNames(machine, { host: '0.0.0.0', permittedDns: [...PRIVATE_ENDINGS, 'study'] });
    expect(names).toEqual({ dns: ['localhost', 'study', 'study.local', 'study.fritz.box'], addresses: ['127.0.0.1', '::1', '192.168.1.20', '172.17.0.1'] });
    expect(lanNames({ hostname: 'renamed.example.com', addresses: [] }, { host: '::', permittedDns: PRIVATE_ENDINGS }).dns).toEqual(['localhost', 'renamed.local']);
  });

  test('hold the public name, or the public address, where it is one of a home', () => {
    const permittedDns = [...PRIVATE_ENDINGS, 'comics.example.org'];
    expect(lanNames(machine, { host: '::', permittedDns, publicName: 'comics.example.org' }).dns).toContain('comics.example.org');
    expect(lanNames(machine, { host: '::', permittedDns, publicName: '10.9.9.9' }).addresses).toContain('10.9.9.9');
    expect(lanNames(machine, { host: '::', permittedDns, publicName: '8.8.8.8' }).addresses).not.toContain('8.8.8.8');
  });

  test('that no certificate can carry are left out', () => {
    for (const hostname of ['', 'localhost', 'my_box', '-x', 'x'.repeat(64), '机器']) expect(machineLabel({ hostname }), hostname).toBeUndefined();
    expect(machineLabel({ hostname: 'Lindas-MacBook.local' })).toBe('lindas-macbook');
  });

  test('end where a dot is', () => {
    expect([isPermitted('local', ['local']), isPermitted('a.b.local', ['local']), isPermitted('notlocal', ['local']), isPermitted('local.evil.example', ['local'])]).toEqual([true, true, false, false]);
  });
});
