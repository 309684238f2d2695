/** The WebSocket of the stand-in of ComfyUI: who listens under which client id, and both forms of previews. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type RawData, type WebSocket } from 'ws';

export type PreviewType = 'jpeg' | 'png';
export type Preview = { bytes: Buffer; type: PreviewType; nodeId: string; promptId: string };

const PREVIEW_IMAGE = 1;
const PREVIEW_WITH_METADATA = 4;
const FEATURES = { supports_preview_metadata: true, max_upload_size: 104_857_600 };

type Listener = { socket: WebSocket; wantsMetadata: boolean };

export class ComfySockets {
  readonly #door = new WebSocketServer({ noServer: true });
  readonly #listeners = new Map<string, Listener>();
  readonly #waiting: () => number;
  #refusals = 0;
  #isMuted = false;

  /** `isWelcome` is asked before the handshake; `waiting` is told in each `status`. */
  constructor(server: Server, { isWelcome, waiting }: { isWelcome: (request: IncomingMessage) => boolean; waiting: () => number }) {
    this.#waiting = waiting;
    server.on('upgrade', (request: IncomingMessage, raw: Duplex, head: Buffer) => {
      raw.on('error', () => undefined);
      const { pathname, searchParams } = new URL(request.url ?? '/', 'http://fake.test');
      if (this.#refusals > 0) {
        this.#refusals -= 1;
        return void raw.destroy();
      }
      if (!['/ws', '/api/ws'].includes(pathname)) return refuse(raw, '404 Not Found');
      if (!isWelcome(request)) return refuse(raw, '403 Forbidden');
      this.#door.handleUpgrade(request, raw, head, (socket) => { this.#welcome(socket, searchParams.get('clientId') || randomUUID().replaceAll('-', '')); });
    });
  }

  /** Client ids that listen now. */
  get clients(): string[] {
    return [...this.#listeners.keys()];
  }

  /** To one client, or to all when it is undefined; who is away misses it for good. */
  tell(type: string, data: Record<string, unknown>, clientId?: string): void {
    for (const { socket } of this.#to(clientId)) socket.send(JSON.stringify({ type, data }));
  }

  tellStatus(): void {
    this.tell('status', { status: { exec_info: { queue_remaining: this.#waiting() } } });
  }

  show(preview: Preview, clientId?: string): void {
    for (const { socket, wantsMetadata } of this.#to(clientId)) socket.send(wantsMetadata ? withMetadata(preview) : plain(preview));
  }

  /** Any frame, garbage too, to all. */
  say(frame: string | Buffer): void {
    for (const { socket } of this.#listeners.values()) socket.send(frame);
  }

  /** Ends all connections without a closing handshake. */
  cut(): void {
    for (const { socket } of this.#listeners.values()) socket.terminate();
    this.#listeners.clear();
  }

  /** The next so many connections end before the handshake. */
  refuse(times: number): void {
    this.#refusals = times;
  }

  /** The connections stand, and nothing comes. */
  mute(isMuted: boolean): void {
    this.#isMuted = isMuted;
  }

  #to(clientId: string | undefined): Listener[] {
    if (this.#isMuted) return [];
    const all = clientId === undefined ? [...this.#listeners.values()] : [this.#listeners.get(clientId)];
    return all.filter((one) => one !== undefined);
  }

  #welcome(socket: WebSocket, clientId: string): void {
    const listener: Listener = { socket, wantsMetadata: false };
    this.#listeners.set(clientId, listener);
    socket.on('error', () => undefined);
    socket.on('close', () => {
      if (this.#listeners.get(clientId) === listener) this.#listeners.delete(clientId);
    });
    // Only the first frame counts; later ones are not read.
    socket.once('message', (frame: RawData, isBinary: boolean) => {
      if (isBinary) return;
      const features = featuresIn(bytesOf(frame).toString('utf8'));
      if (!features) return;
      listener.wantsMetadata = features['supports_preview_metadata'] === true;
      if (!this.#isMuted) socket.send(JSON.stringify({ type: 'feature_flags', data: FEATURES }));
    });
    if (!this.#isMuted) socket.send(JSON.stringify({ type: 'status', data: { status: { exec_info: { queue_remaining: this.#waiting() } }, sid: clientId } }));
  }
}

function refuse(raw: Duplex, status: string): void {
  raw.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

function bytesOf(frame: RawData): Buffer {
  if (Array.isArray(frame)) return Buffer.concat(frame);
  return frame instanceof ArrayBuffer ? Buffer.from(frame) : frame;
}

function featuresIn(text: string): Record<string, unknown> | undefined {
  try {
    const { type, data } = JSON.parse(text) as { type?: unknown; data?: Record<string, unknown> };
    return type === 'feature_flags' ? (data ?? {}) : undefined;
  } catch {
    return undefined;
  }
}

function plain({ bytes, type }: Preview): Buffer {
  return Buffer.concat([uint32(PREVIEW_IMAGE), uint32(type === 'jpeg' ? 1 : 2), bytes]);
}

function withMetadata({ bytes, type, nodeId, promptId }: Preview): Buffer {
  const metadata = Buffer.from(JSON.stringify({ node_id: nodeId, prompt_id: promptId, display_node_id: nodeId, parent_node_id: null, real_node_id: nodeId, image_type: `image/${type}` }));
  return Buffer.concat([uint32(PREVIEW_WITH_METADATA), uint32(metadata.length), metadata, bytes]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
