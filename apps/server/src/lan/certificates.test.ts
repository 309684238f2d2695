import { createPrivateKey, X509Certificate } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { authorityFile, fingerprintOf, openAuthority, readAuthority } from './authority.ts';
import { freshLeaf, leafFile } from './leaf.ts';
import { makeAuthority, makeLeaf, type KeyedCertificate } from './make-certificates.ts';
import { lanNames, PRIVATE_ENDINGS, type LanNames } from './names.ts';
import { shownCertificate } from './testing/secure-get.ts';

const DAY_MS = 86_400_000;
const now = new Date();
const later = (days: number) => new Date(now.getTime() + days * DAY_MS);
const machine = { hostname: 'study', addresses: ['192.168.1.20', 'fd00::ab'] };
const names: LanNames = { dns: ['localhost', 'study', 'study.local'], addresses: ['127.0.0.1', '::1', '192.168.1.20', 'fd00::ab'] };

let dataDir: string;
beforeEach(() => { dataDir = mkdtempSync(join(tmpdir(), 'koma-lan-')); });
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

/** What a client that trusts the authority alone makes of a leaf, for each name. */
async function judge(authority: KeyedCertificate, leaf: KeyedCertificate, asked: string[]): Promise<unknown[]> {
  const server = createServer({ key: leaf.keyPem, cert: leaf.certPem });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const answers = [];
  for (const name of asked) answers.push(await shownCertificate((server.address() as AddressInfo).port, { ca: authority.certPem, name }));
  server.close();
  return answers.map((answer) => (typeof answer === 'string' ? answer : 'trusted'));
}

describe('what is made', () => {
  test('is an authority for homes alone, and a leaf with every name', async () => {
    const authority = await openAuthority({ dataDir, machine, now });
    const root = new X509Certificate(authority.certPem);
    expect(root.ca).toBe(true);
    expect(root.subject).toContain('CN=Komawari at home (study)');
    expect(fingerprintOf(authority)).toMatch(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/);

    const leaf = new X509Certificate((await freshLeaf({ dataDir, authority, names, now })).certPem);
    expect(leaf.ca).toBe(false);
    expect(leaf.subjectAltName).toBe('DNS:localhost, DNS:study, DNS:study.local, IP Address:127.0.0.1, IP Address:0:0:0:0:0:0:0:1, IP Address:192.168.1.20, IP Address:FD00:0:0:0:0:0:0:AB');
    expect(leaf.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1']);
    expect(leaf.publicKey.asymmetricKeyDetails).toEqual({ namedCurve: 'prime256v1' });
    expect((leaf.validToDate.getTime() - leaf.validFromDate.getTime()) / DAY_MS).toBeLessThanOrEqual(398);
    expect(leaf.checkIssued(root) && leaf.verify(root.publicKey)).toBe(true);
  });

  test('is trusted by TLS under its names and no other', async () => {
    const authority = await makeAuthority({ commonName: 'test', permittedDns: [...PRIVATE_ENDINGS, 'study'], now });
    const leaf = await makeLeaf({ authority, names, commonName: 'Komawari', now });
    expect(await judge(authority, leaf, ['localhost', 'study', 'study.local', '192.168.1.20', 'fd00::ab', 'other.local'])).toEqual(['trusted', 'trusted', 'trusted', 'trusted', 'trusted', expect.stringContaining('ERR_TLS_CERT_ALTNAME_INVALID')]);
    const stranger = await makeAuthority({ commonName: 'test', permittedDns: PRIVATE_ENDINGS, now });
    expect(await judge(stranger, leaf, ['localhost'])).not.toEqual(['trusted']);
  });

  test.each([['a bank', { dns: ['bank.example'], addresses: [] }], ['a public address', { dns: ['study.local'], addresses: ['8.8.8.8'] }], ['a public IPv6 address', { dns: ['study.local'], addresses: ['2001:db8::1'] }]])('cannot vouch for %s, whoever has the key', async (_what, stolen) => {
    const authority = await makeAuthority({ commonName: 'test', permittedDns: [...PRIVATE_ENDINGS, 'study'], now });
    const leaf = await makeLeaf({ authority, names: stolen, commonName: 'Komawari', now });
    expect(await judge(authority, leaf, [stolen.dns[0] ?? ''])).toEqual([expect.stringContaining('permitted subtree violation')]);
  });
});

describe('the authority', () => {
  test('is made once, and its owner alone can read it', async () => {
    const first = await openAuthority({ dataDir, machine, now });
    expect(await openAuthority({ dataDir, machine: { hostname: 'renamed', addresses: [] }, now: later(3_000) })).toEqual(first);
    expect(readAuthority(dataDir)).toEqual(first);
    expect(statSync(authorityFile(dataDir)).mode & 0o777).toBe(0o600);
    expect(statSync(dirname(authorityFile(dataDir))).mode & 0o777).toBe(0o700);
    expect(createPrivateKey(first.keyPem).asymmetricKeyDetails).toEqual({ namedCurve: 'prime256v1' });
  });

  test('of two that are made at once, one stays', async () => {
    const [a, b] = await Promise.all([openAuthority({ dataDir, machine, now }), openAuthority({ dataDir, machine, now })]);
    expect(a).toEqual(b);
  });

  test('is replaced when its ten years are over', async () => {
    const first = await openAuthority({ dataDir, machine, now });
    expect(fingerprintOf(await openAuthority({ dataDir, machine, now: later(3_640) }))).not.toBe(fingerprintOf(first));
  });

  test('is never replaced when it is damaged, and the sentence says what to do', async () => {
    const { certPem } = await openAuthority({ dataDir, machine, now });
    const other = await makeAuthority({ commonName: 'test', permittedDns: [], now });
    for (const damaged of ['', '{', '{}', JSON.stringify({ certPem, keyPem: other.keyPem, permittedDns: [] }), JSON.stringify({ certPem: 'x', keyPem: 'y', permittedDns: [] })]) {
      writeFileSync(authorityFile(dataDir), damaged);
      await expect(openAuthority({ dataDir, machine, now }), damaged).rejects.toThrow(/authority\.json cannot be used .*mend its permissions/);
      expect(readFileSync(authorityFile(dataDir), 'utf8')).toBe(damaged);
    }
  });

  test('that cannot be read or written is named', async () => {
    mkdirSync(authorityFile(dataDir), { recursive: true });
    await expect(openAuthority({ dataDir, machine, now })).rejects.toThrow(/\(EISDIR\)/);
    rmSync(join(dataDir, 'lan'), { recursive: true });
    writeFileSync(join(dataDir, 'lan'), '');
    await expect(openAuthority({ dataDir, machine, now })).rejects.toThrow(/\(ENOTDIR\)/);
    expect(() => readAuthority(join(dataDir, 'nowhere'))).toThrow(/missing/);
  });

  test.skipIf(process.getuid?.() === 0)('that this user may not read is named', async () => {
    await openAuthority({ dataDir, machine, now });
    chmodSync(authorityFile(dataDir), 0);
    await expect(openAuthority({ dataDir, machine, now })).rejects.toThrow(/\(EACCES\)/);
  });

  test('vouches for a public name only when it was made for it', async () => {
    const authority = await openAuthority({ dataDir, machine, now, publicName: 'comics.example.org' });
    expect(lanNames(machine, { host: '::', permittedDns: authority.permittedDns, publicName: 'comics.example.org' }).dns).toContain('comics.example.org');
    await expect(openAuthority({ dataDir, machine, now, publicName: 'elsewhere.example.org' })).rejects.toThrow(/without the name elsewhere\.example\.org of KOMA_PUBLIC_URL/);
    await expect(openAuthority({ dataDir, machine, now, publicName: '192.168.1.20' })).resolves.toEqual(authority);
  });
});

describe('the leaf', () => {
  test('stays while it fits, and is made again 30 days before its end', async () => {
    const authority = await openAuthority({ dataDir, machine, now });
    const leafAt = (at: Date, of = names) => freshLeaf({ dataDir, authority, names: of, now: at });
    const first = await leafAt(now);
    expect((await leafAt(later(365))).certPem).toBe(first.certPem);
    const second = await leafAt(later(367));
    expect(second.certPem).not.toBe(first.certPem);
    expect((await leafAt(later(368))).certPem).toBe(second.certPem);
    expect((await leafAt(now)).certPem, 'a clock that was wrong and is right again').not.toBe(second.certPem);
    expect(statSync(leafFile(dataDir)).mode & 0o777).toBe(0o600);
  });

  test('is made again when an address comes or goes, not when they change places', async () => {
    const authority = await openAuthority({ dataDir, machine, now });
    const leafOf = (of: LanNames) => freshLeaf({ dataDir, authority, names: of, now });
    const first = await leafOf(names);
    expect((await leafOf({ ...names, addresses: [...names.addresses].reverse() })).certPem).toBe(first.certPem);
    const moved = await leafOf({ ...names, addresses: ['127.0.0.1', '::1', '192.168.1.99'] });
    expect(new X509Certificate(moved.certPem).checkIP('192.168.1.99')).toBe('192.168.1.99');
    expect(new X509Certificate(moved.certPem).checkIP('192.168.1.20')).toBeUndefined();
  });

  test('is made again when it is damaged or of another authority', async () => {
    const authority = await openAuthority({ dataDir, machine, now });
    const first = await freshLeaf({ dataDir, authority, names, now });
    writeFileSync(leafFile(dataDir), '{"certPem":');
    const second = await freshLeaf({ dataDir, authority, names, now });
    expect(second.certPem).not.toBe(first.certPem);
    const other = { ...(await makeAuthority({ commonName: 'test', permittedDns: PRIVATE_ENDINGS, now })), permittedDns: PRIVATE_ENDINGS };
    expect((await freshLeaf({ dataDir, authority: other, names, now })).certPem).not.toBe(second.certPem);
  });

  test('never outlives its authority, and is not made again and again near that end', async () => {
    const authority = await openAuthority({ dataDir, machine, now });
    const at = later(3_640);
    const leaf = await freshLeaf({ dataDir, authority, names, now: at });
    expect(new X509Certificate(leaf.certPem).validTo).toBe(new X509Certificate(authority.certPem).validTo);
    expect((await freshLeaf({ dataDir, authority, names, now: at })).certPem).toBe(leaf.certPem);
  });
});
