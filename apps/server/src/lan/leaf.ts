import { X509Certificate } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { StartupError } from '../config/startup-error.ts';
import { lanFolder, type Authority } from './authority.ts';
import { readKeyFile, writeKeyFile } from './key-files.ts';
import type { KeyedCertificate } from './make-certificates.ts';
import type { LanNames } from './names.ts';

export interface Leaf extends KeyedCertificate {
  names: LanNames;
}

const leafSchema = z.object({ certPem: z.string(), keyPem: z.string(), names: z.object({ dns: z.array(z.string()), addresses: z.array(z.string()) }) });
const RENEWAL_MS = 30 * 86_400_000;

export function leafFile(dataDir: string): string {
  return join(lanFolder(dataDir), 'certificate.json');
}

/** The stored certificate while it fits, else a new one, which is stored. @throws StartupError lan.authority */
export async function freshLeaf({ dataDir, authority, names, now }: { dataDir: string; authority: Authority; names: LanNames; now: Date }): Promise<Leaf> {
  const file = leafFile(dataDir);
  const stored = readLeaf(file);
  if (stored && isFresh(stored, authority, names, now)) return stored;
  const { makeLeaf } = await import('./make-certificates.ts');
  const leaf = { ...(await makeLeaf({ authority, names, commonName: 'Komawari', now })), names };
  try {
    writeKeyFile(file, leaf, 'last');
  } catch (error) {
    throw StartupError.one('lan.authority', { file, why: (error as NodeJS.ErrnoException).code ?? String(error) }, { cause: error });
  }
  return leaf;
}

/** True while it has these very names, this very authority, and more than 30 days to go. */
export function isFresh(leaf: Leaf, authority: Authority, names: LanNames, now: Date): boolean {
  const [certificate, issuer] = [new X509Certificate(leaf.certPem), new X509Certificate(authority.certPem)];
  const isLate = certificate.validToDate.getTime() - now.getTime() <= RENEWAL_MS && certificate.validToDate < issuer.validToDate;
  const isInTime = certificate.validFromDate <= now && !isLate;
  return isInTime && isSame(leaf.names, names) && certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
}

function isSame(a: LanNames, b: LanNames): boolean {
  const sorted = ({ dns, addresses }: LanNames) => [...dns, ...addresses].sort().join(' ');
  return sorted(a) === sorted(b);
}

/** Unlike the authority it is nothing to be missed: what cannot be read is made again. */
function readLeaf(file: string): Leaf | undefined {
  try {
    const stored = readKeyFile(file, leafSchema);
    return stored && new X509Certificate(stored.certPem) && stored;
  } catch {
    return undefined;
  }
}
