import { z } from 'zod';
import { readStream } from '../journal/actions.ts';
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import { findSealed, readTwin, type Sealed, verifySealedPdf, type SealVerification } from '../seal/actions.ts';
import { viewLicence } from '../licence/licence.ts';
import type { Instant } from '../kernel/time.ts';
import type { Platform } from '../platform.ts';
import type { Caller } from './caller.ts';
import { readCase } from './case-reading.ts';
import { feeRefusals } from '../fee/refusals.ts';
import { caseReaders } from './case-acts.ts';
import { againstHeldLicence, readLicence } from './licence-reading.ts';
import { isHeldFrom } from './letters-shown.ts';
import { Text } from './problem.ts';
import { httpRefusals } from './refusals.ts';
import { ofdRoute, pdfRoute, route, type Route } from './route.ts';
import { sealTrustOf } from './seal-trust.ts';

const DocumentParams = z.strictObject({ documentHash: z.string().regex(/^[0-9a-f]{64}$/) });

const DocumentCheck = z
  .object({
    valid: z.boolean(),
    result: z.enum(['valid', 'invalid', 'undecided']),
    docNo: z.string().exactOptional(),
    sealName: z.string().exactOptional(),
    signer: z.string().exactOptional(),
    sealedAt: z.string().exactOptional(),
    signedHash: z.string().exactOptional(),
    reasons: z.array(Text),
  })
  .meta({ id: 'DocumentCheck', description: 'Whether seal and content hold; what is undecided is never called valid' });

/** Sealed letters: read by those whom they concern, checked by anybody who holds one. */
export function documentRoutes(platform: Platform): readonly Route[] {
  return [
    pdfRoute({
      method: 'GET',
      path: '/documents/:documentHash',
      operationId: 'getDocument',
      summary: 'The sealed letter as PDF, or the document as it was signed',
      access: caseReaders,
      asks: z.strictObject({ params: DocumentParams }),
      async handle({ params, caller, at }) {
        const sealed = await openSealed(platform, params.documentHash, caller, at);
        if (isRefusal(sealed)) return sealed;
        return { bytes: await platform.files.get(params.documentHash) };
      },
    }),
    ofdRoute({
      method: 'GET',
      path: '/documents/:documentHash/ofd',
      operationId: 'getDocumentAsOfd',
      summary: 'The OFD twin of the sealed letter, under the same seal; sealed when it is first asked for',
      access: caseReaders,
      asks: z.strictObject({ params: DocumentParams }),
      async handle({ params, caller, at }) {
        const sealed = await openSealed(platform, params.documentHash, caller, at);
        if (isRefusal(sealed)) return sealed;
        const twin = await readTwin(platform, sealed.applied, at);
        if (twin === undefined) return refuse(httpRefusals, 'unknown-document', params);
        return isRefusal(twin) ? twin : { bytes: twin };
      },
    }),
    route({
      method: 'GET',
      path: '/documents/:documentHash/check',
      operationId: 'checkDocument',
      summary: 'Checks seal and content of a letter whose hash one knows',
      access: 'anybody',
      asks: z.strictObject({ params: DocumentParams }),
      answer: DocumentCheck,
      async handle({ params }) {
        const sealed = await getSealed(platform, params.documentHash);
        if (isRefusal(sealed)) return sealed;
        const { docNo, sealedHash } = sealed.applied;
        const trust = await sealTrustOf(platform);
        return checkAnswer(docNo, verifySealedPdf(await platform.files.get(sealedHash), trust));
      },
    }),
  ];
}

/** A sealed letter for one who may see its case, and from whom no unpaid fee holds it (R9). */
async function openSealed(
  platform: Platform,
  documentHash: string,
  caller: Caller | undefined,
  at: Instant,
): Promise<Sealed | Refusal> {
  const sealed = await getSealed(platform, documentHash);
  if (isRefusal(sealed)) return sealed;
  if (sealed.stream.startsWith('licence/')) return openOfLicence(platform, sealed, caller, at);
  const caseNo = sealed.stream.slice('case/'.length);
  const opened = await readCase(platform, caller, { caseNo, what: 'document', at });
  if (isRefusal(opened) && opened.code === 'reading-needs-reason') return opened;
  if (isRefusal(opened)) return refuse(httpRefusals, 'unknown-document', { documentHash });
  return isHeldFrom(platform, caller, opened.events, sealed.applied.documentKind)
    ? refuse(feeRefusals, 'fee-unpaid')
    : sealed;
}

/** A letter about a licence, or its document, for its holder and the organ. */
async function openOfLicence(
  platform: Platform,
  sealed: Sealed,
  caller: Caller | undefined,
  at: Instant,
): Promise<Sealed | Refusal> {
  const licence = viewLicence(await readStream(platform.journal, platform.realm, sealed.stream));
  const opened = await readLicence(platform, caller, { licenceNo: licence?.licenceNo ?? '', at });
  if (!isRefusal(opened))
    return sealed.applied.documentKind === 'licence'
      ? ((await againstHeldLicence(platform, caller, opened)) ?? sealed)
      : sealed;
  if (opened.code === 'reading-needs-reason') return opened;
  return refuse(httpRefusals, 'unknown-document', { documentHash: sealed.applied.sealedHash });
}

async function getSealed({ journal, realm }: Platform, documentHash: string): Promise<Sealed | Refusal> {
  return (await findSealed(journal, realm, documentHash)) ?? refuse(httpRefusals, 'unknown-document', { documentHash });
}

function checkAnswer(docNo: string, verified: SealVerification): z.input<typeof DocumentCheck> {
  const { result, sealName, signer, sealedAt, signedHash, checks } = verified;
  const open = checks.filter(({ required, verdict }) => required && verdict !== true);
  return {
    valid: result === 'valid',
    result,
    docNo,
    ...(sealName === undefined ? {} : { sealName }),
    ...(signer === undefined ? {} : { signer }),
    ...(sealedAt === undefined ? {} : { sealedAt }),
    ...(signedHash === undefined ? {} : { signedHash }),
    reasons: open.map(({ zh, en }) => ({ zh, en })),
  };
}
