/** The way to other machines. Every address is vetted before a byte is sent to it, and again at each redirect. */

export type Outgoing = {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  headers?: Readonly<Record<string, string>>;
  /** A form is sent as multipart. */
  body?: string | Uint8Array | FormData;
  signal: AbortSignal;
  /** Until the head of the answer. */
  headTimeoutMs: number;
  /** Between two pieces of the body. */
  idleTimeoutMs: number;
  /** The body after decompression. */
  bytesMax: number;
  /** Redirects that are followed, 0 unless told. Credentials are dropped when the origin changes. */
  redirectsMax?: number;
};

export type Incoming = {
  status: number;
  headers: Headers;
  /** Pieces as they come; throws WebError `cut`, `idle` or `too-large`. Read once, to its end or `discard`. */
  body: AsyncIterable<Uint8Array>;
  /** The whole body. */
  bytes(): Promise<Uint8Array>;
  discard(): Promise<void>;
};

export type WebSocketIn = {
  /** Text as string, binary as bytes; ends when the socket does, throws WebError `cut` when it breaks. */
  messages: AsyncIterable<string | Uint8Array>;
  send(data: string | Uint8Array): void;
  close(): void;
};

export type Web = {
  /** Any status is an answer. Throws WebError, or the reason of the signal. */
  fetch(url: string, outgoing: Outgoing): Promise<Incoming>;
  /** `ws:` or `wss:`. `messageBytesMax` a message. Throws WebError, or the reason of the signal. */
  openSocket(url: string, options: { headers?: Readonly<Record<string, string>>; signal: AbortSignal; openTimeoutMs: number; messageBytesMax: number }): Promise<WebSocketIn>;
};

export type WebErrorKind =
  /** The address, or one that it leads to, is not allowed. */
  | 'blocked'
  /** No name, no route, connection or handshake refused: nothing was sent. */
  | 'unreachable'
  /** No head of an answer in time. */
  | 'timeout'
  | 'idle'
  /** The connection ended in the middle. */
  | 'cut'
  | 'too-large'
  | 'too-many-redirects';

/** `wasSent`: whether the request may have reached the other side, so that it may have acted on it. */
export class WebError extends Error {
  override name = 'WebError';
  readonly kind: WebErrorKind;
  readonly wasSent: boolean;

  constructor(kind: WebErrorKind, options: { wasSent: boolean; cause?: unknown; detail?: string }) {
    super(options.detail ? `${kind}: ${options.detail}` : kind, { cause: options.cause });
    this.kind = kind;
    this.wasSent = options.wasSent;
  }
}
