import { createPrivateKey, X509Certificate } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { StartupError } from '../config/startup-error.ts';
import { readKeyFile, writeKeyFile } from './key-files.ts';
import type { KeyedCertificate } from './make-certificates.ts';
import { isPermitted, machineLabel, PRIVATE_ENDINGS, type Machine } from './names.ts';

/** The certificate authority of one data folder. Devices that trust it trust every certificate it makes. */
export interface Authority extends KeyedCertificate {
  /** Endings of names that its own certificate allows. */
  permittedDns: readonly string[];
}

const authoritySchema = z.object({ certPem: z.string(), keyPem: z.string(), permittedDns: z.array(z.string()) });
const DAY_MS = 86_400_000;

export function lanFolder(dataDir: string): string {
  return join(dataDir, 'lan');
}

export function authorityFile(dataDir: string): string {
  return join(lanFolder(dataDir), 'authority.json');
}

/**
 * The authority of this data folder, made when there is none or when its ten years are over. A damaged one is
 * never replaced: every device would have to trust the new one. @throws StartupError lan.authority, lan.name
 */
export async function openAuthority({ dataDir, machine, publicName, now }: { dataDir: string; machine: Machine; publicName?: string; now: Date }): Promise<Authority> {
  const file = authorityFile(dataDir);
  const stored = read(file);
  if (stored && !isOver(stored, now)) return vouching(stored, file, publicName);
  const label = machineLabel(machine);
  const permittedDns = [...new Set([...PRIVATE_ENDINGS, ...(label ? [label] : []), ...(publicName && z.hostname().safeParse(publicName).success ? [publicName] : [])])];
  const { makeAuthority } = await import('./make-certificates.ts');
  const made = { ...(await makeAuthority({ commonName: `Komawari at home (${label ?? 'this machine'})`, permittedDns, now })), permittedDns };
  try {
    writeKeyFile(file, made, stored ? 'last' : 'first');
  } catch (error) {
    throw unusable(file, error);
  }
  return vouching(read(file) ?? made, file, publicName);
}

/** The authority that the start has made. @throws StartupError lan.authority */
export function readAuthority(dataDir: string): Authority {
  const file = authorityFile(dataDir);
  const stored = read(file);
  if (!stored) throw unusable(file, new Error('it is missing'));
  return stored;
}

/** SHA-256 of the certificate, as every system shows it: `AB:CD:...`. */
export function fingerprintOf({ certPem }: Pick<KeyedCertificate, 'certPem'>): string {
  return new X509Certificate(certPem).fingerprint256;
}

function read(file: string): Authority | undefined {
  try {
    const stored = readKeyFile(file, authoritySchema);
    if (stored && !new X509Certificate(stored.certPem).checkPrivateKey(createPrivateKey(stored.keyPem))) throw new Error('key and certificate do not belong together');
    return stored;
  } catch (error) {
    throw unusable(file, error);
  }
}

function unusable(file: string, error: unknown): StartupError {
  const { code, message } = error as NodeJS.ErrnoException;
  const isReadable = error instanceof z.ZodError || error instanceof SyntaxError || code?.startsWith('ERR_');
  return StartupError.one('lan.authority', { file, why: isReadable ? 'damaged' : (code ?? message) }, { cause: error });
}

function isOver({ certPem }: Authority, now: Date): boolean {
  return new X509Certificate(certPem).validToDate.getTime() - now.getTime() < 30 * DAY_MS;
}

function vouching(authority: Authority, file: string, publicName: string | undefined): Authority {
  if (publicName !== undefined && z.hostname().safeParse(publicName).success && !z.ipv4().safeParse(publicName).success && !isPermitted(publicName, authority.permittedDns)) throw StartupError.one('lan.name', { name: publicName, file });
  return authority;
}
