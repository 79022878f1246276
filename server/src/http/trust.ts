import { writeTrust } from '@liangqian/verify/trust.ts';
import { z } from 'zod';
import type { Platform } from '../platform.ts';
import { readLicensed } from '../seal/actions.ts';
import { route, type Route } from './route.ts';
import { revokedSeals } from './seal-trust.ts';
import { revokedStaff } from './staff-trust.ts';

const base64 = z.base64().meta({ description: 'DER in Base64' });

const Trust = z
  .object({
    development: z.boolean(),
    certificates: z.array(base64),
    revocationLists: z.array(base64),
    log: z.string().meta({ description: 'Keys of the log, its witnesses and their quorum (C2SP tlog-policy)' }),
    at: z.string(),
  })
  .meta({
    id: 'Trust',
    description:
      'What a verifier needs: roots and authorities, the lists of what they called back, and the keys of the log',
  });

/** The roots of the seals and what was called back: with it anybody verifies a sealed letter without asking again. */
export function trustRoutes(platform: Platform): readonly Route[] {
  return [
    route({
      method: 'GET',
      path: '/trust',
      operationId: 'getTrust',
      summary: 'Certificates of the authorities behind the seals, their revocation lists, and the keys of the log',
      access: 'anybody',
      asks: z.strictObject({}),
      answer: Trust,
      async handle({ at }) {
        const { authority, keys, ledger } = platform;
        const [licensed, staff] = await Promise.all([readLicensed(platform), revokedStaff(platform)]);
        const own = await Promise.all([
          authority.revocationList('sm2', [...revokedSeals(platform, licensed), ...staff], at),
          authority.revocationList('p256', [], at),
        ]);
        const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
        const certificates = [...authority.trusted, ...licensed.certificates].map(text);
        const revocationLists = [...own, ...licensed.lists].map(text);
        return { development: keys.development, certificates, revocationLists, log: writeTrust(ledger.trust), at };
      },
    }),
  ];
}
