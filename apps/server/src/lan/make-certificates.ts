// The one file that loads the certificate library; a start that finds everything made does without it.
import 'reflect-metadata';
import type { webcrypto } from 'node:crypto';
import { isIP } from 'node:net';
import {
  AuthorityKeyIdentifierExtension, BasicConstraintsExtension, ExtendedKeyUsage, ExtendedKeyUsageExtension, Extension, KeyUsageFlags, KeyUsagesExtension, PemConverter,
  SubjectAlternativeNameExtension, SubjectKeyIdentifierExtension, X509Certificate, X509CertificateGenerator, type JsonName,
} from '@peculiar/x509';
import { encodeNameConstraints, NAME_CONSTRAINTS_OID } from './name-constraints.ts';
import { PRIVATE_NETWORKS, type LanNames } from './names.ts';

/** A certificate and its private key (PKCS#8), both as PEM. */
export interface KeyedCertificate {
  certPem: string;
  keyPem: string;
}

const DAY_MS = 86_400_000;
const ECDSA = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const SIGNING = { name: 'ECDSA', hash: 'SHA-256' } as const;
const AUTHORITY_DAYS = 3_650;
/** Apple refuses more than 398 days, whoever signed. */
const LEAF_DAYS = 396;

/** An authority that may speak for private networks and the given endings of names, and for nothing else. */
export async function makeAuthority({ commonName, permittedDns, now }: { commonName: string; permittedDns: readonly string[]; now: Date }): Promise<KeyedCertificate> {
  const keys = await makeKeys();
  const certificate = await X509CertificateGenerator.createSelfSigned({
    name: subject(commonName), keys, signingAlgorithm: SIGNING, notBefore: aDayBefore(now), notAfter: daysAfter(now, AUTHORITY_DAYS),
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
      new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
      new Extension(NAME_CONSTRAINTS_OID, true, encodeNameConstraints({ dns: permittedDns, networks: PRIVATE_NETWORKS })),
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return keyed(certificate, keys.privateKey);
}

/** The certificate that the program shows, with a key of its own, never longer valid than its authority. */
export async function makeLeaf({ authority, names, commonName, now }: { authority: KeyedCertificate; names: LanNames; commonName: string; now: Date }): Promise<KeyedCertificate> {
  const issuer = new X509Certificate(authority.certPem);
  const [signingKey, keys] = await Promise.all([importSigningKey(authority.keyPem), makeKeys()]);
  const notAfter = daysAfter(now, LEAF_DAYS);
  const certificate = await X509CertificateGenerator.create({
    // Not a host name: some verifiers read one here as well, and hold it against the limits of the authority.
    subject: subject(commonName), issuer: issuer.subject, publicKey: keys.publicKey, signingKey, signingAlgorithm: SIGNING,
    notBefore: aDayBefore(now), notAfter: notAfter < issuer.notAfter ? notAfter : issuer.notAfter,
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
      new SubjectAlternativeNameExtension([...names.dns, ...names.addresses].map((value) => ({ type: isIP(value) === 0 ? 'dns' : 'ip', value }))),
      await AuthorityKeyIdentifierExtension.create(issuer.publicKey),
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return keyed(certificate, keys.privateKey);
}

function makeKeys(): Promise<webcrypto.CryptoKeyPair> {
  return crypto.subtle.generateKey(ECDSA, true, ['sign', 'verify']);
}

function importSigningKey(keyPem: string): Promise<webcrypto.CryptoKey> {
  return crypto.subtle.importKey('pkcs8', PemConverter.decodeFirst(keyPem), ECDSA, false, ['sign']);
}

async function keyed(certificate: X509Certificate, privateKey: webcrypto.CryptoKey): Promise<KeyedCertificate> {
  const keyDer = await crypto.subtle.exportKey('pkcs8', privateKey);
  return { certPem: `${certificate.toString('pem')}\n`, keyPem: `${PemConverter.encode(keyDer, 'PRIVATE KEY')}\n` };
}

function subject(commonName: string): JsonName {
  return [{ O: ['Komawari'] }, { CN: [commonName.slice(0, 64)] }];
}

/** The clocks of a home's devices do not agree. */
function aDayBefore(now: Date): Date {
  return daysAfter(now, -1);
}

function daysAfter(now: Date, days: number): Date {
  return new Date(now.getTime() + days * DAY_MS);
}
