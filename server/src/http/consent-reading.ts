import { z } from 'zod';
import { papersShown } from '../application/actions.ts';
import { viewApplication } from '../application/application.ts';
import {
  type Company,
  type ConsentCall,
  LetterAgent,
  PaperConsent,
  type ReadAt,
  readPaper,
  redeemCode,
} from '../consent/actions.ts';
import { RedeemCode, Subject } from '../consent/consent.ts';
import { consentRefusals } from '../consent/refusals.ts';
import { InputValue, itemStream, versionInForce } from '../catalogue/catalogue.ts';
import { holderKey } from '../identity/identity.ts';
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts';
import type { Platform } from '../platform.ts';
import type { Caller, StaffCaller } from './caller.ts';
import { openCase } from './case-access.ts';
import { namedIn, organName } from './consent-view.ts';
import { RefusalBody, refusalBody, Text } from './problem.ts';
import { httpRefusals } from './refusals.ts';
import { route, type Route } from './route.ts';

const Received = z
  .object({
    consentId: z.string(),
    subject: Subject,
    /** Who showed it for the holder, under a letter on record. */
    agent: LetterAgent.exactOptional(),
    answers: z.array(
      z.object({
        name: z.string(),
        label: Text,
        value: InputValue,
        source: z.string(),
        sourceName: z.string(),
        organ: z.string(),
        receipt: z.string(),
      }),
    ),
    /** Papers that may be relied on; none of them is brought (R6). */
    papers: z.array(
      z.object({
        code: z.string(),
        label: Text,
        source: z.string(),
        sourceName: z.string(),
        organName: Text,
        licenceNo: z.string().exactOptional(),
        validUntilOn: z.string().nullable(),
        receipt: z.string(),
      }),
    ),
    /** Papers that he agreed to show and that cannot be used now, with the reason (R46). */
    unusable: z.array(z.object({ code: z.string(), label: Text, refusal: RefusalBody })),
  })
  .meta({
    id: 'ClaimsReceived',
    description: 'What a window receives for a code: the claims that the item needs, once',
  });

const READERS = ['windowClerk', 'postedOfficer', 'chiefRepresentative'] as const;

/** A window reads the code that a holder shows, or takes down what he signed on paper. */
export function consentReadingRoutes(platform: Platform): readonly Route[] {
  return [
    route({
      method: 'POST',
      path: '/consent-codes/readings',
      operationId: 'readCode',
      summary: 'Reads the code that a holder shows at the window, for the item or the case that is open there',
      access: READERS,
      asks: z.strictObject({ body: RedeemCode }),
      answer: Received,
      handle: ({ body, ...window }) =>
        receiveAt(platform, window, body, (call, standing) => redeemCode(platform, call, body, standing)),
    }),
    route({
      method: 'POST',
      path: '/consent-papers',
      operationId: 'readPaperConsent',
      summary:
        'Takes down what a holder without a telephone signed at the window, and receives what he agreed to, once',
      access: READERS,
      asks: z.strictObject({ body: PaperConsent }),
      answer: Received,
      handle: ({ body, ...window }) =>
        receiveAt(platform, window, body, (call, standing) => readPaper(platform, call, body, standing)),
    }),
  ];
}

interface AtWindow {
  readonly caller: StaffCaller;
  readonly call: ConsentCall;
  readonly address: string;
}

interface Standing {
  readonly where: ReadAt;
  readonly company: Company | undefined;
}

type Read = Parameters<typeof receivedAnswer>[3];

/** What a holder shows or has signed at a window, received there once, for the item or the case that is open. */
async function receiveAt(
  platform: Platform,
  {
    caller,
    requestId,
    at,
    address,
  }: Pick<AtWindow, 'address'> & Pick<ConsentCall, 'requestId' | 'at'> & { readonly caller: Caller | undefined },
  body: Pick<RedeemCode, 'caseNo' | 'itemId'>,
  read: (call: ConsentCall, standing: Standing) => Promise<Read | Refusal>,
): Promise<z.input<typeof Received> | Refusal> {
  if (caller?.kind !== 'staff') return refuse(httpRefusals, 'not-permitted');
  const call = { actor: caller.actor, requestId, at };
  const standing = await standingAt(platform, { caller, call, address }, body);
  if (isRefusal(standing)) return standing;
  const received = await read(call, standing);
  return isRefusal(received) ? received : receivedAnswer(platform, body.itemId, at, received);
}

/** The window and the case that is open there, with the act that takes the papers on its record. */
async function standingAt(
  platform: Platform,
  { caller, call, address }: AtWindow,
  body: Pick<RedeemCode, 'caseNo' | 'itemId'>,
): Promise<Standing | Refusal> {
  const { caseNo } = body;
  const opened = await caseRead(platform, caller, body, call.at);
  if (isRefusal(opened)) return opened;
  const company = caseNo === undefined ? undefined : papersShown(platform, call, caseNo);
  return { where: { ...windowOf(platform, caller), address, ...opened }, company };
}

/** Whose case is open at the window, if one is; it must be of the item for which the code is read (R20). */
async function caseRead(
  platform: Platform,
  caller: StaffCaller,
  { caseNo, itemId }: Pick<RedeemCode, 'caseNo' | 'itemId'>,
  at: string,
): Promise<Pick<ReadAt, 'applicantKey' | 'answered'> | Refusal> {
  if (caseNo === undefined) return {};
  const opened = await openCase(platform, caller, caseNo, at);
  if (isRefusal(opened)) return opened;
  const { received, events } = opened;
  if (received.itemId !== itemId)
    return refuse(consentRefusals, 'consent-other-item', { shownFor: itemId, readFor: received.itemId });
  return { applicantKey: holderKey(platform.realm, received.applicant.idNo), answered: viewApplication(events).form };
}

function windowOf(
  { centre }: Platform,
  { posts, person }: StaffCaller,
): { readonly place: string; readonly isCentre: boolean } {
  const isCentre = posts.some((post) => post.kind === 'windowClerk' && (post.centre ?? post.organ) === centre);
  return isCentre ? { place: centre, isCentre } : { place: posts[0]?.organ ?? person.organ, isCentre };
}

function receivedAnswer(
  platform: Platform,
  itemId: string,
  at: string,
  read: Exclude<
    Awaited<ReturnType<typeof redeemCode<Awaited<ReturnType<Platform['facts']['known']>>[number]>>>,
    { refused: true }
  >,
): z.input<typeof Received> {
  const held = platform.items.get(itemStream(itemId));
  const item = held === undefined ? undefined : versionInForce(held.view, at)?.item;
  if (item === undefined) throw new Error(`a code was read for ${itemId}, which is not in force`);
  const { consentId, subject, letter, answers, papers } = read;
  const labelOf = (kind: 'answer' | 'material', code: string) => namedIn(item, { kind, code }).label;
  return {
    consentId,
    subject,
    ...(letter === undefined ? {} : { agent: letter.parties.agent }),
    answers: answers.map((answer) => ({ ...answer, label: labelOf('answer', answer.name) })),
    papers: papers.flatMap(({ paper, refusal }) => {
      if (refusal !== undefined) return [];
      const { code, source, sourceName, organ, licenceNo, validUntilOn, receipt } = paper;
      const number = licenceNo === undefined ? {} : { licenceNo };
      const label = labelOf('material', code);
      return [
        { code, label, source, sourceName, organName: organName(platform, organ), validUntilOn, receipt, ...number },
      ];
    }),
    unusable: papers.flatMap(({ paper: { code }, refusal }) =>
      refusal === undefined ? [] : [{ code, label: labelOf('material', code), refusal: refusalBody(refusal) }],
    ),
  };
}
