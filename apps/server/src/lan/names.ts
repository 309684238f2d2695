import { BlockList, isIP } from 'node:net';
import { hostname as systemHostname, networkInterfaces } from 'node:os';

/** What the certificate depends on. Tests hold it still. */
export interface Machine {
  hostname: string;
  /** Addresses of its network cards, those of real cards before those of containers and virtual machines. */
  addresses: readonly string[];
}

export interface LanNames {
  dns: readonly string[];
  addresses: readonly string[];
}

/** Networks that nobody reaches from the internet: RFC 1918, 3927, 4193, 4291, 6598 and loopback. */
export const PRIVATE_NETWORKS = [
  ['10.0.0.0', 8], ['172.16.0.0', 12], ['192.168.0.0', 16], ['169.254.0.0', 16], ['100.64.0.0', 10], ['127.0.0.0', 8],
  ['fc00::', 7], ['fe80::', 10], ['::1', 128],
] as const;

/** Endings that no public name has, or that belong to a home's router. */
export const PRIVATE_ENDINGS = ['localhost', 'local', 'lan', 'home.arpa', 'internal', 'home', 'fritz.box'] as const;

const LOOPBACK = ['127.0.0.1', '::1'];
const VIRTUAL_CARD = /^(docker|br-|veth|virbr|vmnet|vboxnet|vEthernet|podman|cni|lxc|lxd)/i;

const privateList = new BlockList();
for (const [network, bits] of PRIVATE_NETWORKS) privateList.addSubnet(network, bits, isIP(network) === 6 ? 'ipv6' : 'ipv4');

export function isPrivateAddress(address: string): boolean {
  const version = isIP(address);
  return version !== 0 && privateList.check(address, version === 6 ? 'ipv6' : 'ipv4');
}

export function thisMachine(): Machine {
  const cards = Object.entries(networkInterfaces()).sort(([a], [b]) => Number(VIRTUAL_CARD.test(a)) - Number(VIRTUAL_CARD.test(b)));
  return { hostname: systemHostname(), addresses: cards.flatMap(([, found]) => (found ?? []).filter(({ internal }) => !internal).map(({ address }) => address)) };
}

/**
 * Private addresses at which others reach a listener on `host`, IPv4 first. Link-local IPv6 is left out:
 * a browser cannot name the network card that such an address needs.
 */
export function reachableAddresses(machine: Machine, host: string): string[] {
  const fits = (address: string) => (host === '::' ? true : host === '0.0.0.0' ? isIP(address) === 4 : canonicalName(host) === canonicalName(address));
  const found = machine.addresses.filter((address) => isPrivateAddress(address) && !address.startsWith('fe80:') && !isLoopback(address) && fits(address));
  return [...new Set(found.map(canonicalName))].sort((a, b) => isIP(a) - isIP(b));
}

/** The machine's first label, as far as a certificate can carry it. */
export function machineLabel({ hostname }: Pick<Machine, 'hostname'>): string | undefined {
  const label = hostname.split('.')[0]?.toLowerCase() ?? '';
  return /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(label) && label !== 'localhost' && isIP(label) === 0 ? label : undefined;
}

/** All names and addresses of the certificate. `permittedDns` are the endings that the authority may speak for. */
export function lanNames(machine: Machine, options: { host: string; permittedDns: readonly string[]; publicName?: string }): LanNames {
  const label = machineLabel(machine);
  const wishes = ['localhost', ...(label ? [label, `${label}.local`] : []), machine.hostname.toLowerCase(), ...(options.publicName ? [options.publicName] : [])];
  const isSound = (name: string) => isIP(name) === 0 && /^[a-z0-9-]+(\.[a-z0-9-]+)*$/.test(name) && isPermitted(name, options.permittedDns);
  const given = options.publicName !== undefined && isPrivateAddress(options.publicName) ? [options.publicName] : [];
  return { dns: [...new Set(wishes.filter(isSound))], addresses: [...new Set([...LOOPBACK, ...reachableAddresses(machine, options.host), ...given])] };
}

/** Whether an authority that is limited to these endings may speak for a name (RFC 5280, 4.2.1.10). */
export function isPermitted(name: string, permittedDns: readonly string[]): boolean {
  return permittedDns.some((ending) => name === ending || name.endsWith(`.${ending}`));
}

/** One spelling for each name or address, without brackets. */
export function canonicalName(name: string): string {
  const hostname = URL.parse(`http://${isIP(name) === 6 ? `[${name}]` : name}`)?.hostname ?? name;
  return hostname.replace(/^\[|\]$/g, '');
}

/** A name or address as it stands in a URL. */
export function inUrl(name: string): string {
  return isIP(name) === 6 ? `[${name}]` : name;
}

function isLoopback(address: string): boolean {
  return address.startsWith('127.') || address === '::1';
}
