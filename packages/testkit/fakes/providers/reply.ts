import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault } from './fault.ts';

export type Answer = { status?: number; headers?: Record<string, string>; /** Objects go as JSON. */ body: unknown };

type Desk = { refusal: (status: number, code: string | undefined) => Answer; takeFault: () => Fault | undefined; bill: (units: number) => void };

const PAGE = '<!doctype html><title>502</title><h1>Bad gateway</h1>';

/** One answer, with the fault that befalls it. */
export class Reply {
  readonly #response: ServerResponse;
  readonly #desk: Desk;
  #fault: Fault | undefined;
  #sentBytes = 0;

  constructor(response: ServerResponse, desk: Desk) {
    this.#response = response;
    this.#desk = desk;
    response.on('error', () => undefined);
  }

  /** Whether the caller has gone away. */
  get isLeft(): boolean {
    return this.#response.destroyed || this.#response.closed;
  }

  /** Resolves when the caller goes away or has its answer. */
  async left(): Promise<void> {
    if (!this.isLeft) await once(this.#response, 'close');
  }

  /**
   * A request that makes something. Takes the next fault: refusals by status are answered here, with nothing done; all else is
   * `make`'s, which gets the fault, bills what the original would and answers.
   */
  async work(make: (fault: Fault | undefined) => void | Promise<void>): Promise<void> {
    this.#fault = this.#desk.takeFault();
    if (this.#fault?.kind === 'slow') await sleep(this.#fault.ms);
    if (this.#fault?.kind === 'status') {
      const { status, code, retryAfterS } = this.#fault;
      const refusal = this.#desk.refusal(status, code);
      return this.answer({ ...refusal, status, headers: { ...refusal.headers, ...(retryAfterS === undefined ? {} : { 'retry-after': String(retryAfterS) }) } });
    }
    await make(this.#fault);
  }

  /** Counts what the original would bill. */
  bill(units = 1): void {
    this.#desk.bill(units);
  }

  async answer({ status = 200, headers = {}, body }: Answer): Promise<void> {
    const isBytes = body instanceof Uint8Array;
    const bytes = isBytes ? Buffer.from(body) : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
    if (this.#fault?.kind === 'redirect') return this.#whole(302, { location: this.#fault.to }, Buffer.alloc(0));
    if (this.#fault?.kind === 'html') return this.#whole(200, { 'content-type': 'text/html' }, Buffer.from(PAGE));
    const type = headers['content-type'] ?? (isBytes ? 'application/octet-stream' : 'application/json');
    if (this.#fault?.kind === 'garbage') return this.#whole(status, { ...headers, 'content-type': type }, bytes.subarray(0, Math.ceil(bytes.length / 2)));
    if (this.#fault?.kind === 'lost') return void this.#response.destroy();
    this.#head(status, { ...headers, 'content-type': type, 'content-length': String(bytes.length) });
    if (await this.#send(bytes)) this.#response.end();
  }

  /** Pieces as they come: events, lines. `gapMs` lies between them. */
  async stream(type: string, pieces: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>, gapMs = 0): Promise<void> {
    if (this.#fault?.kind === 'html') return this.#whole(200, { 'content-type': 'text/html' }, Buffer.from(PAGE));
    if (this.#fault?.kind === 'redirect') return this.#whole(302, { location: this.#fault.to }, Buffer.alloc(0));
    if (this.#fault?.kind === 'lost') return void this.#response.destroy();
    this.#head(200, { 'content-type': type, 'cache-control': 'no-cache' });
    for await (const piece of pieces) {
      if (this.isLeft) return;
      const bytes = Buffer.from(piece as string);
      const isTorn = this.#fault?.kind === 'garbage';
      if (!(await this.#send(isTorn ? bytes.subarray(0, Math.ceil(bytes.length / 2)) : bytes))) return;
      if (gapMs > 0) await sleep(gapMs);
    }
    this.#response.end();
  }

  /** The fake itself is wrong: said aloud, so that no test takes it for a fault of the provider. */
  fail(error: unknown): void {
    console.error('the fake failed:', error);
    if (!this.#response.headersSent) this.#response.writeHead(599);
    this.#response.end();
  }

  #whole(status: number, headers: Record<string, string>, bytes: Buffer): void {
    this.#response.writeHead(status, { ...headers, 'content-length': bytes.length });
    this.#response.end(bytes);
  }

  #head(status: number, headers: Record<string, string>): void {
    this.#response.socket?.setNoDelay(true);
    this.#response.writeHead(status, headers);
    this.#response.flushHeaders();
  }

  /** Whether the answer goes on. */
  async #send(bytes: Buffer): Promise<boolean> {
    const fault = this.#fault;
    if (fault?.kind === 'stall') {
      await this.left();
      return false;
    }
    if (fault?.kind === 'cut' && this.#sentBytes + bytes.length > fault.afterBytes) {
      this.#response.write(bytes.subarray(0, Math.max(0, fault.afterBytes - this.#sentBytes)), () => this.#response.destroy());
      return false;
    }
    this.#sentBytes += bytes.length;
    const step = fault?.kind === 'split' ? fault.bytes : Math.max(1, bytes.length);
    for (let at = 0; at < bytes.length && !this.isLeft; at += step) {
      this.#response.write(bytes.subarray(at, at + step));
      if (step < bytes.length) await new Promise((resolve) => setImmediate(resolve));
    }
    return !this.isLeft;
  }
}
