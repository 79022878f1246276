import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { findSealRecordByNumber } from '../journal/store.ts';
import type { Platform } from '../platform.ts';
import { sealEvents } from '../seal/seal.ts';

const Query = z.object({ no: z.string().min(1).max(100) });

/** No letter has this hash: the page says that the letter is not known here. */
const NO_DOCUMENT = '0'.repeat(64);

/** The address that is printed on letters as a code: leads whoever scans it to the check of that letter. */
export function followPrintedCodes(app: FastifyInstance, platform: Platform): void {
  app.get('/verify', async (request, reply) => {
    const query = Query.safeParse(request.query);
    const { pool } = platform.journal;
    const record = query.success ? await findSealRecordByNumber(pool, platform.realm, query.data.no) : undefined;
    const hash = record === undefined ? NO_DOCUMENT : sealEvents.SealApplied.parse(record.data).sealedHash;
    return reply.redirect(`/documents/${hash}`);
  });
}
