import { lookup } from 'node:dns/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LanConfig, Settings } from '../config/config.ts';
import { prepareDataDir } from '../config/data-folder.ts';
import { StartupError } from '../config/startup-error.ts';
import { assertPortFree } from '../supervisor/assert-port-free.ts';
import { fingerprintOf, openAuthority } from './authority.ts';
import { freshLeaf } from './leaf.ts';
import { inUrl, lanNames, machineLabel, reachableAddresses, thisMachine, type LanNames, type Machine } from './names.ts';

/** What the person at the terminal is told. */
export interface LanNotice {
  /** Best first. */
  urls: string[];
  trustUrl: string;
  fingerprint: string;
}

export type PreparedLan = { settings: Settings; notice: LanNotice };

/**
 * Before anything runs: certificates on the disk, free ports, the addresses to print. Whatever is wrong is found here,
 * where it can be said in a sentence. @throws StartupError lan.*, data.*, port.*
 */
export async function prepareLan(settings: Settings, lan: LanConfig, machine: Machine = thisMachine()): Promise<PreparedLan> {
  const { dataDir, host, port } = settings;
  const addresses = reachableAddresses(machine, host);
  const [first] = addresses;
  if (first === undefined) throw StartupError.one('lan.no-address', { host: machine.addresses.join(', ') || '-' });
  prepareDataDir(dataDir);
  const now = new Date();
  const publicName = lan.publicName === undefined ? {} : { publicName: lan.publicName };
  const authority = await openAuthority({ dataDir, machine, now, ...publicName });
  const names = lanNames(machine, { host, permittedDns: authority.permittedDns, ...publicName });
  await freshLeaf({ dataDir, authority, names, now });
  const trustPort = await findTrustPort(settings);
  const name = (await isAnnounced(machine, names)) ? `${machineLabel(machine)}.local` : undefined;
  const urls = [...(name ? [name] : []), ...addresses].map((host) => `https://${inUrl(host)}${port === 443 ? '' : `:${port}`}`);
  return {
    settings: { ...settings, lan: { ...lan, trustPort }, publicUrl: lan.publicName === undefined ? (urls[0] ?? '') : settings.publicUrl },
    notice: { urls: [...new Set([...(lan.publicName === undefined ? [] : [settings.publicUrl]), ...urls])], trustUrl: `http://${inUrl(first)}${trustPort === 80 ? '' : `:${trustPort}`}/`, fingerprint: fingerprintOf(authority) },
  };
}

const TRUST_PORTS = 10;

/** The port above ours, or one of the next nine; 80 belongs to 443. */
async function findTrustPort({ host, port }: Settings): Promise<number> {
  const above = Array.from({ length: TRUST_PORTS }, (_, index) => port + 1 + index).filter((candidate) => candidate <= 65_535);
  for (const candidate of port === 443 ? [80, ...above] : above) {
    try {
      await assertPortFree({ host, port: candidate });
      return candidate;
    } catch (error) {
      if (!(error instanceof StartupError)) throw error;
    }
  }
  throw StartupError.one('lan.trust-port', { from: port + 1, to: port + TRUST_PORTS });
}

const LOOKUP_MS = 700;

/**
 * Whether `name.local` leads to this machine, which tells that something here announces it (Bonjour, Avahi, Windows).
 * Such a name outlives a change of address, and passkeys need a name.
 */
async function isAnnounced(machine: Machine, names: LanNames): Promise<boolean> {
  const label = machineLabel(machine);
  if (!label) return false;
  const found = await Promise.race([lookup(`${label}.local`, { all: true }).catch(() => []), sleep(LOOKUP_MS, [], { ref: false })]);
  return found.some(({ address }) => !address.startsWith('127.') && address !== '::1' && names.addresses.includes(address));
}
