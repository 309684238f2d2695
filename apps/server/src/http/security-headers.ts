import type { FastifyInstance } from 'fastify';

const CSP = [
  "default-src 'self'", "script-src 'self' 'wasm-unsafe-eval'", "style-src 'self'", "img-src 'self' data: blob:", "connect-src 'self'",
  "worker-src 'self'", "manifest-src 'self'", "object-src 'none'", "base-uri 'self'", "frame-ancestors 'none'", "form-action 'self'",
].join('; ');

/** The bare reader may stand in pages of others; there is nothing to press in it but pages. */
export const EMBED_CSP = CSP.replace("frame-ancestors 'none'", 'frame-ancestors *');

/** A drawing opened by itself: a picture, never a program. */
export const PICTURE_CSP = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

export function addSecurityHeaders(server: FastifyInstance, { demandsHttps }: { demandsHttps: boolean }): void {
  const headers = {
    'content-security-policy': CSP, 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin', 'x-frame-options': 'DENY',
    'cross-origin-opener-policy': 'same-origin', 'cross-origin-resource-policy': 'same-origin', 'permissions-policy': 'camera=(), microphone=(), geolocation=()',
    ...(demandsHttps ? { 'strict-transport-security': 'max-age=31536000' } : {}),
  };
  server.addHook('onRequest', (_request, reply, done) => {
    reply.headers(headers);
    done();
  });
}
