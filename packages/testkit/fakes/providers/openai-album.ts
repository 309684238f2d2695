/** Pictures at addresses, as servers hand them out that are asked for `url`. */
import type { PictureType } from './fake-pictures.ts';
import type { Route } from './fake-provider.ts';

type Kept = { bytes: Buffer; type: PictureType; isOver: boolean };

const FOLDER = '/pictures/';

export type OpenaiAlbum = {
  /** The address of a picture; `isOver` is one that has expired already. */
  keep(bytes: Buffer, type: PictureType, isOver: boolean): string;
  /** Addresses need no key. */
  holds(path: string): boolean;
  routes: Record<string, Route>;
};

/** `origin` is known once the server listens. */
export function openaiAlbum(origin: () => string): OpenaiAlbum {
  const kept = new Map<string, Kept>();
  return {
    keep(bytes, type, isOver) {
      const name = `${kept.size + 1}.${type}`;
      kept.set(name, { bytes, type, isOver });
      return `${origin()}${FOLDER}${name}?signature=${Buffer.from(name).toString('hex')}`;
    },
    holds: (path) => path.startsWith(FOLDER),
    routes: {
      [`GET ${FOLDER}:name`]: ({ params, query }, reply) => {
        const name = params['name'] ?? '';
        const picture = kept.get(name);
        if (!picture) return reply.answer({ status: 404, body: { detail: 'Not Found' } });
        if (picture.isOver || query.get('signature') !== Buffer.from(name).toString('hex')) return reply.answer({ status: 403, headers: { 'content-type': 'application/xml' }, body: '<Error><Code>AccessDenied</Code><Message>Request has expired</Message></Error>' });
        return reply.answer({ headers: { 'content-type': `image/${picture.type}` }, body: picture.bytes });
      },
    },
  };
}
