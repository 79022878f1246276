import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Platform } from '../platform.ts';
import { findSealedByNumber } from '../seal/actions.ts';

const Query = z.object({ no: z.string().min(1).max(100) });

/** No letter has this hash: the page says that the letter is not known here. */
const NO_DOCUMENT = '0'.repeat(64);

/** The address that is printed on letters as a code: leads whoever scans it to the check of that letter. */
export function followPrintedCodes(app: FastifyInstance, platform: Platform): void {
  app.get('/verify', async (request, reply) => {
    const query = Query.safeParse(request.query);
    const { journal, realm } = platform;
    const sealed = query.success ? await findSealedByNumber(journal, realm, query.data.no) : undefined;
    return reply.redirect(`/documents/${sealed?.applied.sealedHash ?? NO_DOCUMENT}`);
  });
}
