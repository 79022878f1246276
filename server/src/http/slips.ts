import { z } from 'zod';
import { getPinnedVersion, viewApplication } from '../application/application.ts';
import type { ItemVersion } from '../catalogue/catalogue.ts';
import { type Deliver, viewDelivery } from '../delivery/delivery.ts';
import {
  deliveryReceipt,
  type LetterContent,
  type LetterFrame,
  receiptSlip,
  withChinesePunctuation,
} from '../document/document.ts';
import { findOrgan } from '../identity/actions.ts';
import { personStream } from '../identity/identity.ts';
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import { dateInChina, type Instant, instantInChina, type PlainDate } from '../kernel/time.ts';
import { sealEvents, sealsLetter } from '../seal/seal.ts';
import type { Platform } from '../platform.ts';
import type { openCase, OpenedCase } from './case-access.ts';
import { readCase } from './case-reading.ts';
import { CaseParams } from './case-act-route.ts';
import { caseReaders } from './case-acts.ts';
import { httpRefusals } from './refusals.ts';
import { type FileAnswer, pdfRoute, type Route } from './route.ts';

/** The papers of the counter, printed from the record whenever somebody wants them: they bear no seal (domain 1.6). */
export function slipRoutes(platform: Platform): readonly Route[] {
  return [
    pdfRoute({
      method: 'GET',
      path: '/cases/:caseNo/receipt',
      operationId: 'getReceipt',
      summary: 'The receipt for the materials 收件回执 as PDF, without seal',
      access: caseReaders,
      asks: z.strictObject({ params: CaseParams }),
      handle: ({ params, caller, at }) => slip(platform, receiptOf, { caller, caseNo: params.caseNo, at }),
    }),
    pdfRoute({
      method: 'GET',
      path: '/cases/:caseNo/delivery-receipt',
      operationId: 'getDeliveryReceipt',
      summary: 'The proof of service 送达回证 as PDF, to be signed by hand where it was handed over',
      access: caseReaders,
      asks: z.strictObject({ params: CaseParams }),
      handle: ({ params, caller, at }) => slip(platform, proofOf, { caller, caseNo: params.caseNo, at }),
    }),
  ];
}

interface Told {
  readonly content: LetterContent;
  readonly on: PlainDate;
}

async function slip(
  platform: Platform,
  tell: (platform: Platform, opened: OpenedCase, version: ItemVersion) => Told | undefined,
  asked: { readonly caller: Parameters<typeof openCase>[1]; readonly caseNo: string; readonly at: Instant },
): Promise<FileAnswer | Refusal> {
  const opened = await readCase(platform, asked.caller, { caseNo: asked.caseNo, what: 'slip', at: asked.at });
  if (isRefusal(opened)) return opened;
  const { received } = viewApplication(opened.events);
  const told =
    received === undefined
      ? undefined
      : tell(platform, opened, getPinnedVersion(platform, received.itemId, received.itemVersion));
  if (told === undefined) return refuse(httpRefusals, 'unknown-document', { caseNo: asked.caseNo });
  const content = withChinesePunctuation(told.content);
  const rendered = await platform.renderer.renderPdf(content, { at: instantInChina(told.on) });
  return isRefusal(rendered) ? rendered : { bytes: rendered.pdf };
}

function receiptOf(platform: Platform, opened: OpenedCase, version: ItemVersion): Told {
  const { receivedAt, receivedBy, materials } = viewApplication(opened.events);
  const on = dateInChina(receivedAt);
  const frame = frameOf(platform, opened, on, '收件编号');
  const content = receiptSlip({
    ...frame,
    caseNo: opened.caseNo,
    itemName: version.item.name,
    applicant: frame.addressee,
    receivedOn: on,
    receivedBy: platform.people.get(personStream(receivedBy))?.view?.name ?? '政务服务网',
    materials: materials.map(({ code }) => version.item.materials.find((one) => one.code === code)?.name ?? code),
    enquiry: platform.place.enquiry,
  });
  return { content, on };
}

const METHODS = {
  direct: '直接送达',
  electronic: '电子送达',
  mail: '邮寄送达',
  substitute: '委托送达',
  publicNotice: '公告送达',
} as const satisfies Record<Deliver['method'], string>;

function proofOf(platform: Platform, opened: OpenedCase, version: ItemVersion): Told | undefined {
  const { delivered, decision } = viewDelivery(opened.events);
  const event = opened.events.findLast(({ type }) => type === 'CaseDelivered');
  if (delivered === undefined || event === undefined) return undefined;
  const sealed = opened.events.findLast((one) => sealsLetter(one) && one.type === 'DecisionSealed');
  const paperNo = decision.decided?.paper?.paperNo;
  const document = sealed === undefined ? paperNo : sealEvents.SealApplied.parse(sealed.data).docNo;
  const on = dateInChina(delivered.at);
  const frame = frameOf(platform, opened, on, '办件编号');
  const content = deliveryReceipt({
    ...frame,
    caseNo: opened.caseNo,
    recipient: frame.addressee,
    documents: [`${version.item.result.document}${document === undefined ? '' : `（${document}）`}`],
    method: METHODS[delivered.method],
    servedOn: on,
    servedTo: delivered.recipient,
    server: platform.people.get(personStream(event.actor.id))?.view?.name ?? '政务服务平台',
  });
  return { content, on };
}

function frameOf(
  platform: Platform,
  { caseNo, organ, received }: OpenedCase,
  on: PlainDate,
  word: string,
): LetterFrame {
  return {
    organ: findOrgan(platform.identity, organ)?.name ?? organ,
    docNo: `${word}：${caseNo}`,
    addressee: received.applicant.printedAs ?? received.applicant.name,
    on,
    verification: platform.place.verification(caseNo),
  };
}
