import type { FastifyInstance } from 'fastify';
import { answerTrust, TRUST_PATHS, type TrustSite } from './trust-site.ts';

/** The same page over HTTPS, for those who come back to it: to trust another device, or to take the certificate along. */
export function mountTrustRoutes(server: FastifyInstance, site: TrustSite): void {
  for (const path of TRUST_PATHS) {
    server.get(path, { config: { access: { who: 'anyone' } } }, async (request, reply) => {
      const answer = answerTrust(site, { path: request.url, headers: request.headers });
      if (!answer) return reply.callNotFound();
      return reply.code(answer.status).headers(answer.headers).send(answer.body);
    });
  }
}
