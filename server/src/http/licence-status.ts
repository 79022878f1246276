import type { FastifyInstance } from 'fastify';
import { credentialType, LIST_SECONDS, statusListToken } from '../licence/actions.ts';
import type { Platform } from '../platform.ts';

/**
 * What a verifier of a licence's credential fetches, as plain files for anybody: the signed status lists, and what a type of
 * credential is called. Whoever asks for a list of thousands tells nobody whose licence he looks at.
 */
export function serveLicenceStatus(app: FastifyInstance, platform: Platform): void {
  app.get<{ Params: { list: string } }>('/licence-status/:list', async (request, reply) => {
    const { list } = request.params;
    const token = /^(0|[1-9]\d{0,8})$/.test(list)
      ? await statusListToken(platform, Number(list), platform.clock.now())
      : undefined;
    if (token === undefined)
      return reply
        .code(404)
        .type('text/plain; charset=utf-8')
        .header('cache-control', 'no-cache')
        .send('no such list\n');
    return reply
      .type('application/statuslist+jwt')
      .header('cache-control', `public, max-age=${LIST_SECONDS}`)
      .header('access-control-allow-origin', '*')
      .send(token);
  });
  app.get<{ Params: { code: string } }>('/credential-types/:code', async (request, reply) => {
    const type = platform.licenceTypes.list().find(({ view }) => view?.code === request.params.code)?.view;
    if (type === undefined)
      return reply
        .code(404)
        .type('text/plain; charset=utf-8')
        .header('cache-control', 'no-cache')
        .send('no such type\n');
    const vct = credentialType(platform.publicUrl, type.code);
    return reply
      .header('cache-control', 'public, max-age=3600')
      .header('access-control-allow-origin', '*')
      .send({ vct, name: type.name, display: [{ lang: 'zh-CN', name: type.name }] });
  });
}
