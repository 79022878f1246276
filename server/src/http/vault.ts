import { z } from 'zod';
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import {
  dropFile,
  fileInCase,
  fileOf,
  filesOf,
  keepFile,
  keepUpload,
  share,
  SharePurpose,
  sharesOf,
  takeBack,
  type VaultCall,
} from '../licence/actions.ts';
import type { Platform } from '../platform.ts';
import { openCase } from './case-access.ts';
import { httpRefusals } from './refusals.ts';
import { attachmentRoute, route, type Knock, type Route } from './route.ts';

const VaultFile = z
  .object({ fileId: z.string(), name: z.string(), size: z.int(), mediaType: z.string(), hash: z.string() })
  .meta({ id: 'VaultFile' });

const VaultShare = z
  .object({
    shareId: z.string(),
    fileHash: z.string(),
    itemId: z.string(),
    itemName: z.string(),
    materialName: z.string(),
    at: z.string(),
    untilAt: z.string(),
    state: z.enum(['open', 'used', 'revoked']),
    caseNo: z.string().exactOptional(),
    usedAt: z.string().exactOptional(),
  })
  .meta({ id: 'VaultShare', description: 'One file for one requirement of one item, once; and who used it' });

const Vault = z.object({ files: z.array(VaultFile), shares: z.array(VaultShare) }).meta({ id: 'Vault' });
const FileParams = z.strictObject({ fileId: z.uuid() });
const Upload = z.object({ uploadId: z.string(), name: z.string(), size: z.int(), keptUntilAt: z.string() });

/** The vault of a holder: his files, what each was shared for, and which case used it. */
export function vaultRoutes(platform: Platform): readonly Route[] {
  return [getRoute(platform), ...filesRoutes(platform), shareRoute(platform), revokeRoute(platform)];
}

function getRoute(platform: Platform): Route {
  return route({
    method: 'GET',
    path: '/my/vault',
    operationId: 'getVault',
    summary: 'One’s own files, with every sharing and its use',
    access: ['applicant'],
    asks: z.strictObject({}),
    answer: Vault,
    async handle(knock) {
      const call = callOf(knock);
      if (isRefusal(call)) return call;
      const [files, shares] = await Promise.all([filesOf(platform, call), sharesOf(platform, call.key)]);
      return { files: files.map((file) => fileAnswer(file)), shares: [...shares] };
    },
  });
}

function filesRoutes(platform: Platform): readonly Route[] {
  return [
    route({
      method: 'POST',
      path: '/my/vault',
      operationId: 'keepInVault',
      summary: 'Keeps one’s own upload in the vault',
      access: ['applicant'],
      asks: z.strictObject({ body: z.strictObject({ uploadId: z.uuid() }) }),
      answer: VaultFile,
      async handle({ body, ...knock }) {
        const call = callOf(knock);
        if (isRefusal(call)) return call;
        const kept = await keepUpload(platform, call, body.uploadId);
        return isRefusal(kept) ? kept : fileAnswer(kept);
      },
    }),
    route({
      method: 'POST',
      path: '/my/vault/from-case',
      operationId: 'keepCaseFile',
      summary: 'Keeps a file of one’s own case in the vault',
      access: ['applicant'],
      asks: z.strictObject({
        body: z.strictObject({ caseNo: z.string().min(1).max(80), fileHash: z.string().regex(/^[0-9a-f]{64}$/) }),
      }),
      answer: VaultFile,
      async handle({ body, ...knock }) {
        const call = callOf(knock);
        if (isRefusal(call)) return call;
        const opened = await openCase(platform, knock.caller, body.caseNo, knock.at);
        if (isRefusal(opened)) return opened;
        const file = fileInCase(opened.events, body.fileHash);
        if (isRefusal(file)) return file;
        const kept = await keepFile(platform, call, file);
        return isRefusal(kept) ? kept : fileAnswer(kept);
      },
    }),
    ...heldRoutes(platform),
  ];
}

/** One file: read, and taken away. */
function heldRoutes(platform: Platform): readonly Route[] {
  return [
    attachmentRoute({
      method: 'GET',
      path: '/my/vault/:fileId',
      operationId: 'getVaultFile',
      summary: 'One’s own file',
      access: ['applicant'],
      asks: z.strictObject({ params: FileParams }),
      async handle({ params, ...knock }) {
        const call = callOf(knock);
        const file = isRefusal(call) ? call : await fileOf(platform, call, params.fileId);
        return isRefusal(file) ? file : { ...file, chunks: platform.materialFiles.open(file.hash, file.size) };
      },
    }),
    route({
      method: 'DELETE',
      path: '/my/vault/:fileId',
      operationId: 'dropVaultFile',
      summary: 'Takes one’s own file away; what a case has stays with the case',
      access: ['applicant'],
      asks: z.strictObject({ params: FileParams }),
      answer: VaultFile,
      async handle({ params, ...knock }) {
        const call = callOf(knock);
        const gone = isRefusal(call) ? call : await dropFile(platform, call, params.fileId);
        return isRefusal(gone) ? gone : fileAnswer(gone);
      },
    }),
  ];
}

function shareRoute(platform: Platform): Route {
  return route({
    method: 'POST',
    path: '/my/vault/:fileId/shares',
    operationId: 'shareVaultFile',
    summary: 'Shares a file for one requirement of one item, once; the answer is what the application names',
    access: ['applicant'],
    asks: z.strictObject({ params: FileParams, body: SharePurpose }),
    answer: Upload,
    async handle({ params, body, ...knock }) {
      const call = callOf(knock);
      return isRefusal(call) ? call : share(platform, call, params.fileId, body);
    },
  });
}

function revokeRoute(platform: Platform): Route {
  return route({
    method: 'POST',
    path: '/my/vault/shares/:shareId/revocation',
    operationId: 'revokeVaultShare',
    summary: 'Takes a sharing back that was not used yet',
    access: ['applicant'],
    asks: z.strictObject({ params: z.strictObject({ shareId: z.uuid() }) }),
    answer: z.object({ shareId: z.string() }),
    async handle({ params, ...knock }) {
      const call = callOf(knock);
      const done = isRefusal(call) ? call : await takeBack(platform, call, params.shareId);
      return isRefusal(done) ? done : params;
    },
  });
}

function callOf({ caller, requestId, at }: Pick<Knock, 'caller' | 'requestId' | 'at'>): VaultCall | Refusal {
  if (caller?.kind !== 'applicant') return refuse(httpRefusals, 'not-signed-in');
  return { key: caller.key, actor: caller.actor, requestId, at };
}

function fileAnswer(file: { uploadId: string; name: string; size: number; mediaType: string; hash: string }) {
  const { uploadId, name, size, mediaType, hash } = file;
  return { fileId: uploadId, name, size, mediaType, hash };
}
