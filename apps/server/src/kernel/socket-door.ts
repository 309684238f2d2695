/** A socket that a room brings beside the one of events. Who is let in is the room's to say: cookies and keys of accounts open none. */
import type { App } from './app.ts';
import type { WebSocket } from 'ws';

export type SocketIn = WebSocket;

export type SocketDoor<Guest = unknown> = {
  /** Under `/api/v1`. */
  path: string;
  /** Handshakes of one address in a minute. */
  perMinute: number;
  /** Throws AppError for who is not let in. */
  admit(asked: { header(name: string): string | undefined }): Promise<Guest>;
  /** Messages have 16 384 bytes at most. Listens before it waits for anything: what comes meanwhile would be lost. */
  open(guest: Guest, socket: SocketIn): void;
  /** The server stops. */
  close(): void;
};

export type OpenSocketDoor = (app: App) => SocketDoor;

/** Ties the guest that a door lets in to what it opens for him. */
export function socketDoor<Guest>(open: (app: App) => SocketDoor<Guest>): OpenSocketDoor {
  return open as OpenSocketDoor;
}
