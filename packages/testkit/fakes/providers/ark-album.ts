import { createHash } from 'node:crypto';
import type { Route } from './fake-provider.ts';
import { bombPicture, fakePicture, NO_PICTURE, type PictureType } from './fake-pictures.ts';
import type { Fault } from './fault.ts';
import type { FaultQueues } from './ark-fault-queues.ts';

type Kept = { bytes: Buffer; type: PictureType; expiresAt: number };

type Shelf = {
  /** Where the addresses begin, known once the server listens. */
  origin: () => string;
  now: () => number;
  lifeMs: number;
  /** What a dead address answers with. */
  expiredStatus: number;
};

/** What a fault makes of the bytes of a picture. */
export type PictureFault = Extract<Fault, { kind: 'wrong-type' | 'bomb' }>['kind'];

/** The finished pictures of a provider, at signed addresses that die. */
export class Album {
  readonly #shelf: Shelf;
  readonly #kept = new Map<string, Kept>();

  constructor(shelf: Shelf) {
    this.#shelf = shelf;
  }

  /** The address of a picture; `isDead` is one that has expired already. */
  keep(bytes: Buffer, type: PictureType, isDead = false): string {
    const name = `${String(this.#kept.size + 1).padStart(4, '0')}.${type}`;
    this.#kept.set(name, { bytes, type, expiresAt: isDead ? -Infinity : this.#shelf.now() + this.#shelf.lifeMs });
    return `${this.#shelf.origin()}/pictures/${name}?Expires=${this.#shelf.lifeMs / 1000}&Signature=${signatureOf(name)}`;
  }

  /** Every address given out so far dies. */
  expireAll(): void {
    for (const kept of this.#kept.values()) kept.expiresAt = -Infinity;
  }

  /** `GET /pictures/:name`. Needs no key, but the whole of its query. */
  route(queues: Pick<FaultQueues<'download'>, 'work'>): Route {
    return ({ params, query }, reply) => queues.work('download', reply, async (fault) => {
      const name = params['name'] ?? '';
      const kept = this.#kept.get(name);
      if (!kept) return reply.answer({ status: 404, headers: XML, body: '<Error><Code>NoSuchKey</Code></Error>' });
      if (query.get('Signature') !== signatureOf(name)) return reply.answer({ status: 403, headers: XML, body: '<Error><Code>SignatureDoesNotMatch</Code></Error>' });
      if (fault?.kind === 'expired-address' || this.#shelf.now() >= kept.expiresAt) return reply.answer({ status: this.#shelf.expiredStatus, headers: XML, body: '<Error><Code>AccessDenied</Code><Message>Request has expired</Message></Error>' });
      const body = fault?.kind === 'wrong-type' || fault?.kind === 'bomb' ? await spoiltBytes(fault.kind) : kept.bytes;
      return reply.answer({ headers: { 'content-type': `image/${kept.type}` }, body });
    });
  }
}

const XML = { 'content-type': 'application/xml' };
const drawn = new Map<string, Promise<Buffer>>();

/** Encoding 16 megapixels takes a sixth of a second, so equal pictures are drawn once. */
export function drawOnce(size: { width: number; height: number }, index: number, type: PictureType): Promise<Buffer> {
  const key = `${size.width}x${size.height}-${index}-${type}`;
  const picture = drawn.get(key) ?? fakePicture(size.width, size.height, index, type);
  drawn.set(key, picture);
  return picture;
}

export async function spoiltBytes(kind: PictureFault): Promise<Buffer> {
  return kind === 'bomb' ? bombPicture() : NO_PICTURE;
}

function signatureOf(name: string): string {
  return createHash('sha256').update(`fake picture ${name}`).digest('hex').slice(0, 24);
}
