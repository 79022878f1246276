import { z } from 'zod';
import { viewApplication } from '../application/application.ts';
import { isRefusal, refuse } from '../kernel/refusal.ts';
import { dropUpload, findUpload, receiveUpload } from '../material/actions.ts';
import { materialRefusals } from '../material/refusals.ts';
import type { Platform } from '../platform.ts';
import { readCase } from './case-reading.ts';
import { caseReaders } from './case-acts.ts';
import { httpRefusals } from './refusals.ts';
import { attachmentRoute, route, type Route, uploadRoute } from './route.ts';

const Uploaded = z
  .object({
    uploadId: z.string(),
    name: z.string(),
    size: z.int(),
    mediaType: z.string(),
    hash: z.string(),
    keptUntilAt: z.string(),
  })
  .meta({ id: 'Upload', description: 'A file that waits to be handed in; it goes again by itself' });

const UploadParams = z.strictObject({ uploadId: z.uuid() });
const FileParams = z.strictObject({ caseNo: z.string().min(1).max(80), fileHash: z.string().regex(/^[0-9a-f]{64}$/) });

const HANDERS = ['applicant', 'windowClerk'] as const;

/** Files as materials: taken in, looked at again, taken away, and read in the case that has them. */
export function materialRoutes(platform: Platform): readonly Route[] {
  return [
    uploadRoute({
      method: 'POST',
      path: '/uploads',
      operationId: 'uploadFile',
      summary: 'Takes in a file: PDF, JPEG, PNG or OFD, told by its content',
      access: HANDERS,
      asks: z.strictObject({ query: z.strictObject({ name: z.string().trim().min(1).max(400) }) }),
      answer: Uploaded,
      async handle({ query, caller, at }, chunks) {
        if (caller === undefined) return refuse(httpRefusals, 'not-signed-in');
        return receiveUpload(platform, { actor: caller.actor, at }, { name: query.name, chunks });
      },
    }),
    attachmentRoute({
      method: 'GET',
      path: '/uploads/:uploadId',
      operationId: 'getUpload',
      summary: 'One’s own upload',
      access: HANDERS,
      asks: z.strictObject({ params: UploadParams }),
      async handle({ params, caller, at }) {
        if (caller === undefined) return refuse(httpRefusals, 'not-signed-in');
        const found = await findUpload(platform, { actor: caller.actor, at }, params.uploadId);
        return isRefusal(found) ? found : { ...found, chunks: platform.materialFiles.open(found.hash, found.size) };
      },
    }),
    route({
      method: 'DELETE',
      path: '/uploads/:uploadId',
      operationId: 'deleteUpload',
      summary: 'Takes one’s own waiting upload away',
      access: HANDERS,
      asks: z.strictObject({ params: UploadParams }),
      answer: Uploaded,
      async handle({ params, caller, at }) {
        if (caller === undefined) return refuse(httpRefusals, 'not-signed-in');
        return dropUpload(platform, { actor: caller.actor, at }, params.uploadId);
      },
    }),
    limitsRoute(platform),
    caseFileRoute(platform),
  ];
}

/** What a screen says before somebody chooses a file. */
function limitsRoute(platform: Platform): Route {
  return route({
    method: 'GET',
    path: '/upload-limits',
    operationId: 'getUploadLimits',
    summary: 'How large a file, and all files of one case together, may be',
    access: 'anybody',
    asks: z.strictObject({}),
    answer: z.object({ fileBytes: z.int(), caseBytes: z.int() }),
    async handle() {
      const { fileBytes, caseBytes } = platform.uploadLimits;
      return { fileBytes, caseBytes };
    },
  });
}

/** A material of a case as it was handed in. */
function caseFileRoute(platform: Platform): Route {
  return attachmentRoute({
    method: 'GET',
    path: '/cases/:caseNo/files/:fileHash',
    operationId: 'getCaseFile',
    summary: 'A file of the case, for those whom the case concerns',
    access: caseReaders,
    asks: z.strictObject({ params: FileParams }),
    async handle({ params, caller, at }) {
      const opened = await readCase(platform, caller, { caseNo: params.caseNo, what: 'file', at });
      if (isRefusal(opened)) return opened;
      const file = viewApplication(opened.events)
        .materials.flatMap((one) => ('file' in one && one.file !== undefined ? [one.file] : []))
        .find(({ hash }) => hash === params.fileHash);
      if (file === undefined) return refuse(materialRefusals, 'upload-unknown', { hash: params.fileHash });
      return { ...file, chunks: platform.materialFiles.open(file.hash, file.size) };
    },
  });
}
