/** Machines at home by plain data. Pure but for hashing. */
import { createHash, createHmac } from 'node:crypto';
import { HOME_HOST_DOMAIN, type HomeHost } from '@komawari/contract';
import type { HomeHostRow } from './home-host-store.ts';

export const HEARTBEAT_MS = 15_000;
/** A process that was killed takes nothing back: what it held counts for so long after its last heartbeat. */
const SILENT_MAX_MS = 3 * HEARTBEAT_MS + 5000;

/** Enough to know a token again, not to use it. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** What opens the door of one connection, for the processes of this instance alone: it is never stored, and ends with the connection. */
export function doorKey(encryptionKeyB64: string, connectionId: string): string {
  return createHmac('sha256', Buffer.from(encryptionKeyB64, 'base64')).update(`komawari home host ${connectionId}`).digest('base64url');
}

export function isConnected({ link, lastSeenAt }: Pick<HomeHostRow, 'link' | 'lastSeenAt'>, now: Date): boolean {
  return link !== undefined && lastSeenAt !== null && now.getTime() - lastSeenAt.getTime() <= SILENT_MAX_MS;
}

export function addressOf(name: string): string {
  return `http://${name}.${HOME_HOST_DOMAIN}`;
}

/** The host that an address means; undefined for any other address. */
export function hostNameIn(url: URL): string | undefined {
  const name = url.hostname.endsWith(`.${HOME_HOST_DOMAIN}`) ? url.hostname.slice(0, -HOME_HOST_DOMAIN.length - 1) : '';
  return name === '' || name.includes('.') ? undefined : name;
}

export function presentHost(row: HomeHostRow, now: Date): HomeHost {
  const isHere = isConnected(row, now);
  return {
    id: row.id, name: row.name, address: addressOf(row.name), isConnected: isHere, connectedAt: isHere ? row.link?.connectedAt.toISOString() ?? null : null,
    lastSeenAt: row.lastSeenAt?.toISOString() ?? null, createdAt: row.createdAt.toISOString(),
  };
}
