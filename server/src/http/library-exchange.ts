import { z } from 'zod';
import { findImport, importItems, type Imported } from '../catalogue/actions.ts';
import {
  exchangeFacts,
  exchangeFormats,
  type ImportPlan,
  planImport,
  readItems,
  writeItems,
} from '../catalogue/catalogue.ts';
import { catalogueRefusals } from '../catalogue/refusals.ts';
import { sha256 } from '../kernel/digest.ts';
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import type { Platform } from '../platform.ts';
import type { Caller } from './caller.ts';
import { fingerprintOf, importPreview, ImportPreview } from './exchange-view.ts';
import { libraryActs, libraryReaders } from './library-acts.ts';
import { draftFactsOf, itemsInForce, postsIn } from './library-facts.ts';
import { httpRefusals } from './refusals.ts';
import { attachmentRoute, route, type Route, uploadRoute } from './route.ts';

const FileName = z.string().trim().min(1).max(400);
const Hash = z.string().regex(/^[0-9a-f]{64}$/);

const ImportAnswer = z
  .object({
    fileHash: z.string(),
    fileName: z.string(),
    unchanged: z.int(),
    drafts: z.array(z.object({ itemId: z.string(), made: z.enum(['opened', 'edited']) })),
    repeated: z.boolean(),
  })
  .meta({ id: 'ItemImport', description: 'The drafts that an import has made, all in one commit' });

const MEDIA_TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json',
} as const;

/** Items as files: taken out, looked at before they come in, and taken in whole or not at all. */
export function libraryExchangeRoutes(platform: Platform): readonly Route[] {
  const progress = new Map<string, Reached>();
  return [
    exportRoute(platform),
    previewRoute({ platform, progress }),
    importRoute({ platform, progress }),
    progressRoute(progress),
  ];
}

/** How far the reading of a file has come, by the request id under which it was sent. */
interface Reached {
  readonly done: number;
  readonly total: number;
}

interface Exchange {
  readonly platform: Platform;
  readonly progress: Map<string, Reached>;
}

function exportRoute(platform: Platform): Route {
  return attachmentRoute({
    method: 'GET',
    path: '/library/export',
    operationId: 'exportItems',
    summary: 'The items in force as a workbook or as JSON; imported again they change nothing',
    access: libraryReaders,
    asks: z.strictObject({
      query: z.strictObject({ format: z.enum(exchangeFormats), organ: z.string().max(4).exactOptional() }),
    }),
    async handle({ query: { format, organ }, at }) {
      const items = itemsInForce(platform, at)
        .filter(({ dept }) => organ === undefined || dept === organ)
        .toSorted((a, b) => (a.id < b.id ? -1 : 1));
      const bytes = writeItems(format, items);
      const name = `事项${organ ?? ''}-${at.slice(0, 10)}.${format}`;
      return { chunks: pieces(bytes), size: bytes.length, mediaType: MEDIA_TYPES[format], name };
    },
  });
}

async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

function previewRoute(exchange: Exchange): Route {
  return uploadRoute({
    method: 'POST',
    path: '/library/import-previews',
    operationId: 'previewItemImport',
    summary:
      'What an import of the file would do: every fault of every row, every change of every item; nothing is done',
    access: libraryActs.openItemDraft,
    asks: z.strictObject({ query: z.strictObject({ name: FileName }) }),
    answer: ImportPreview,
    async handle({ caller, at, requestId }, chunks) {
      const bytes = await collected(chunks);
      if (isRefusal(bytes)) return bytes;
      const plan = await planned(exchange, bytes, { caller, at, requestId });
      return isRefusal(plan) ? plan : importPreview(plan, hashOf(bytes));
    },
  });
}

function importRoute(exchange: Exchange): Route {
  return uploadRoute({
    method: 'POST',
    path: '/library/imports',
    operationId: 'importItems',
    summary: 'Makes drafts of the items of the file that was previewed: of all, or of none; nothing is published',
    access: libraryActs.openItemDraft,
    isAct: true,
    asks: z.strictObject({ query: z.strictObject({ name: FileName, fingerprint: Hash }) }),
    answer: ImportAnswer,
    async handle({ query, caller, at, requestId }, chunks) {
      if (caller === undefined) return refuse(httpRefusals, 'not-signed-in');
      const bytes = await collected(chunks);
      if (isRefusal(bytes)) return bytes;
      const done = await imported(exchange, bytes, { caller, at, requestId, ...query });
      return isRefusal(done) ? done : { ...done, drafts: [...done.drafts] };
    },
  });
}

interface Asker {
  readonly caller: Caller | undefined;
  readonly at: Instant;
  readonly requestId: string;
}

async function imported(
  exchange: Exchange,
  bytes: Uint8Array,
  asked: Asker & { readonly caller: Caller; readonly name: string; readonly fingerprint: string },
): Promise<Imported | Refusal> {
  const { platform } = exchange;
  const { caller, at, requestId, name: fileName, fingerprint } = asked;
  const fileHash = hashOf(bytes);
  const frame = { realm: platform.realm, actor: caller.actor, requestId, at, fileHash, fileName };
  // Once done, the library is no longer what was previewed: a repetition is answered before anything is compared.
  const before = await findImport(platform.journal, frame);
  if (before !== undefined) return before;
  const plan = await planned(exchange, bytes, asked);
  if (isRefusal(plan)) return plan;
  if (fingerprintOf(plan, fileHash) !== fingerprint) return refuse(catalogueRefusals, 'exchange-changed-meanwhile');
  const factsOf = (itemId: string) => draftFactsOf(platform, { itemId, caller, at });
  return importItems(platform.journal, { ...frame, factsOf }, plan);
}

/** Requests whose progress is remembered; the oldest go first. */
const REMEMBERED = 200;

async function planned(
  { platform, progress }: Exchange,
  bytes: Uint8Array,
  { caller, at, requestId }: Asker,
): Promise<ImportPlan | Refusal> {
  const given = readItems(bytes);
  if (isRefusal(given)) return given;
  const mayWrite = (organ: string): boolean => postsIn(caller, organ).length > 0;
  const facts = exchangeFacts(platform, { ...platform.codeLists, district: platform.realm }, { at, mayWrite });
  const [oldest] = progress.keys();
  if (progress.size >= REMEMBERED && oldest !== undefined) progress.delete(oldest);
  return planImport(given, facts, (done, total) => progress.set(requestId, { done, total }));
}

function progressRoute(progress: Exchange['progress']): Route {
  return route({
    method: 'GET',
    path: '/library/import-progress/:requestId',
    operationId: 'getImportProgress',
    summary: 'How far the file sent under this request id has been looked at; nothing is known before it has arrived',
    access: libraryActs.openItemDraft,
    asks: z.strictObject({ params: z.strictObject({ requestId: z.uuid() }) }),
    answer: z.object({ done: z.int(), total: z.int() }),
    handle: async ({ params }) => progress.get(params.requestId) ?? { done: 0, total: 0 },
  });
}

/** More than any workbook that is read; the reader's own limit says the rest. */
const MOST_BYTES = 60_000_000;

async function collected(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array | Refusal> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > MOST_BYTES) return refuse(catalogueRefusals, 'exchange-file-too-large', { bytes: size });
    parts.push(chunk);
  }
  return Buffer.concat(parts);
}

function hashOf(bytes: Uint8Array): string {
  return sha256(bytes).toString('hex');
}
