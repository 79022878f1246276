import { z } from 'zod';
import { LetterKind } from '../document/document.ts';
import { isRefusal, refuse, type Refusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import type { Recorded } from '../journal/journal.ts';
import { sealRefusals, type SealRefusalCode } from './refusals.ts';
import type { SealImage } from './seal-image.ts';

/**
 * The seal's vocabulary: its life from making to stopping (R85), and the one question that matters each time it is
 * used: may this seal go on this document now (R82, T12).
 */

const text = z.string().trim().min(1);
const instant = z.iso.datetime({ precision: 3 });
const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** 受理专用章, 行政审批专用章, 机关印章, 个人名章. */
export const SealKind = z.enum(['receiptSeal', 'approvalSeal', 'organSeal', 'nameSeal']);
export type SealKind = z.infer<typeof SealKind>;

export const sealKindText = {
  receiptSeal: { zh: '受理专用章', en: 'receipt seal' },
  approvalSeal: { zh: '行政审批专用章', en: 'approval seal' },
  organSeal: { zh: '机关印章', en: 'seal of the organ' },
  nameSeal: { zh: '个人名章', en: 'name seal' },
} as const satisfies Record<SealKind, { readonly zh: string; readonly en: string }>;

/** Fourteen digits: the region's six, the organ's two, the kind's two, and four that count. */
export const SealId = z.string().regex(/^\d{14}$/);

const SealBearer = z.strictObject({ personId: text, name: text });

/** Which seal a document takes (许可法 32, 38, 39; domain 1.6). */
export const SEALS_FOR_LETTER = {
  acceptanceNotice: ['receiptSeal', 'approvalSeal', 'organSeal'],
  correctionNotice: ['receiptSeal', 'approvalSeal', 'organSeal'],
  nonAcceptanceNotice: ['receiptSeal', 'approvalSeal', 'organSeal'],
  specialProcedureNotice: ['approvalSeal', 'organSeal'],
  extensionNotice: ['approvalSeal', 'organSeal'],
  terminationNotice: ['approvalSeal', 'organSeal'],
  grantDecision: ['approvalSeal', 'organSeal'],
  refusalDecision: ['approvalSeal', 'organSeal'],
  // R84: what was decided on paper bears the physical seal; its record here bears none.
  paperDecisionRecord: [],
  mandateLetter: ['organSeal'],
  hearingNotice: ['approvalSeal', 'organSeal'],
  // 许可法39: a licence bears the organ's own seal.
  licence: ['organSeal'],
  withdrawalDecision: ['organSeal'],
  annulmentDecision: ['organSeal'],
  forfeitureDecision: ['organSeal'],
  cancellationDecision: ['organSeal'],
  suspensionDecision: ['organSeal'],
  endingNotice: ['approvalSeal', 'organSeal'],
  // What is signed by hand at the counter bears no seal (domain 1.6).
  receiptSlip: [],
  deliveryReceipt: [],
} as const satisfies Record<LetterKind, readonly SealKind[]>;

/** 申请刻制: the organ asks for a seal, and says what for. */
export const SealRequested = z.strictObject({
  sealId: SealId,
  kind: SealKind,
  organ: text,
  organName: text,
  /** Whose name the seal bears, for a name seal. */
  bearer: SealBearer.exactOptional(),
  purpose: text,
});
export type SealRequested = z.infer<typeof SealRequested>;

export const SealMade = z.strictObject({
  sealId: SealId,
  kind: SealKind,
  /** USCC of the organ whose seal it is. */
  organ: text,
  organName: text,
  bearer: SealBearer.exactOptional(),
  /** True for a software key: such a seal has no legal force, and every surface says so. */
  development: z.boolean(),
  certificateSerial: text,
  /** SM3 of the electronic seal structure (GB/T 38540). */
  structureHash: hash,
  validFromAt: instant,
  validToAt: instant,
});
export type SealMade = z.infer<typeof SealMade>;

export const SealFiled = z.strictObject({ filedWith: text, filingNo: text });
export type SealFiled = z.infer<typeof SealFiled>;

export const SealInUse = z.strictObject({
  keeper: text,
  /** The mandate or rule by which the leader of the organ approved its use in advance (国发〔1999〕25号 25). */
  approval: text,
});
export type SealInUse = z.infer<typeof SealInUse>;

/** 移交: the keeper, or for him the head, gives the seal to another keeper; it passes when that one takes it. */
export const SealOffered = z.strictObject({ to: text, reason: text });
export type SealOffered = z.infer<typeof SealOffered>;

export const SealTaken = z.strictObject({ from: text, to: text });
export type SealTaken = z.infer<typeof SealTaken>;

export const SealStopped = z.strictObject({
  reason: z.enum(['expired', 'replaced', 'organChanged', 'keyCompromised', 'breaker', 'other']),
  explanation: text,
});
export type SealStopped = z.infer<typeof SealStopped>;

/** 交回: a seal that is no longer used goes back to the authority that made it (国发〔1999〕25号 24). */
export const SealHandedBack = z.strictObject({
  receiver: text,
  disposal: z.enum(['archived', 'destroyed']),
  receiptNo: text,
});
export type SealHandedBack = z.infer<typeof SealHandedBack>;

/** One line of the seal-use register; recorded on the stream of the case, in the commit that completes it. */
export const SealApplied = z.strictObject({
  sealId: text,
  sealKind: SealKind,
  /** SM3 of the document that was signed: the PDF before sealing. */
  signedHash: hash,
  /** SM3 of the sealed PDF as served. */
  sealedHash: hash,
  /** SM3 of what the OFD twin is made of, for the documents that have one: sealed with this act's approval on first demand. */
  twinHash: hash.exactOptional(),
  /** SM3 of the sealed OFD twin; on the act itself only where both were sealed at once, as in the first versions. */
  ofdHash: hash.exactOptional(),
  documentKind: LetterKind,
  docNo: text,
  /** A person, or the platform's robot under the standing approval. */
  keeper: text,
  at: instant,
  certificateSerial: text,
  /** The seal of the other party beside it, on letters between organs: a use of that seal like any other. */
  coSeal: z.strictObject({ sealId: text, certificateSerial: text }).exactOptional(),
});
export type SealApplied = z.infer<typeof SealApplied>;

/** A line of the register of its own: the twin of a sealed letter was asked for, and sealed with the letter's seal. */
export const TwinSealed = SealApplied.extend({ twinHash: hash, ofdHash: hash });
export type TwinSealed = z.infer<typeof TwinSealed>;

/** The robot that seals under the standing approval of the organ's leader (国发〔1999〕25号 25). */
export const SEALING_ROBOT = 'robot/sealing';

/** The letter of a mandate in force, under the seal of its grantor, and of the organ that receives. */
const MandateLetterSealed = SealApplied;

/**
 * The events of the stream `seal/<sealId>`, `SealApplied` on the stream of the case, `TwinSealed` on `twin/<sealedHash>`,
 * `MandateLetterSealed` on `mandate-letter/<number>-<version>`.
 */
export const sealEvents = {
  SealRequested,
  SealMade,
  SealFiled,
  SealInUse,
  SealOffered,
  SealTaken,
  SealStopped,
  SealHandedBack,
  SealApplied,
  TwinSealed,
  MandateLetterSealed,
} as const;

/** How the streams of sealed mandate letters begin. */
export const MANDATE_LETTERS = 'mandate-letter/';

/** True for the events by which a letter, of a case or of a mandate, bears its seal. */
export function sealsLetter({ type }: { readonly type: string }): boolean {
  return type === 'LetterSealed' || type === 'DecisionSealed' || type === 'MandateLetterSealed';
}

export interface SealView {
  readonly state: 'absent' | 'requested' | 'made' | 'filed' | 'inUse' | 'stopped' | 'handedBack';
  readonly requested?: SealRequested & { readonly at: Instant };
  readonly made?: SealMade;
  readonly filed?: SealFiled;
  readonly inUse?: SealInUse;
  /** Who has the seal in his hands. */
  readonly keeper?: string;
  /** On its way to another keeper. */
  readonly offered?: SealOffered;
  readonly stopped?: SealStopped & { readonly at: Instant };
  readonly handedBack?: SealHandedBack & { readonly at: Instant };
}

/** What signs: opened for one seal by its driver, be it software keys or a signing server. */
export interface SealInstrument {
  readonly sealId: string;
  readonly name: string;
  /** The electronic seal (SESeal, DER), made once by the seal maker. */
  readonly seal: Uint8Array;
  readonly certificate: Uint8Array;
  readonly certificateSerial: string;
  readonly image: SealImage;
  readonly development: boolean;
  readonly sign: (bytes: Uint8Array) => Promise<Uint8Array>;
}

/** The port behind which keys live. A seal with legal force needs the region's unified seal system as its driver. */
export interface SealSigner {
  readonly open: (sealId: string) => Promise<SealInstrument>;
}

const KIND_DIGITS = {
  receiptSeal: '01',
  approvalSeal: '02',
  organSeal: '03',
  nameSeal: '04',
} as const satisfies Record<SealKind, string>;

/** A seal's number from its parts. */
export function sealIdOf(parts: {
  readonly realm: string;
  readonly organNo: number;
  readonly kind: SealKind;
  readonly serial: number;
}): string {
  const organ = String(parts.organNo).padStart(2, '0');
  return `${parts.realm}${organ}${KIND_DIGITS[parts.kind]}${String(parts.serial).padStart(4, '0')}`;
}

/** The stream, and the fence, of a seal. */
export function sealStream(sealId: string): string {
  return `seal/${sealId}`;
}

/** The state of a seal as its events tell it. */
export function viewSeal(events: readonly Recorded[]): SealView {
  return events.reduce<SealView>(
    (view, event) => {
      switch (event.type) {
        case 'SealRequested':
          return { state: 'requested', requested: { ...SealRequested.parse(event.data), at: event.at } };
        case 'SealMade':
          return { ...view, state: 'made', made: SealMade.parse(event.data) };
        case 'SealFiled':
          return { ...view, state: 'filed', filed: SealFiled.parse(event.data) };
        case 'SealInUse': {
          const inUse = SealInUse.parse(event.data);
          return { ...view, state: 'inUse', inUse, keeper: inUse.keeper };
        }
        case 'SealOffered':
          return { ...view, offered: SealOffered.parse(event.data) };
        case 'SealTaken': {
          const { offered: _, ...rest } = view;
          return { ...rest, keeper: SealTaken.parse(event.data).to };
        }
        case 'SealStopped':
          return { ...view, state: 'stopped', stopped: { ...SealStopped.parse(event.data), at: event.at } };
        case 'SealHandedBack':
          return { ...view, state: 'handedBack', handedBack: { ...SealHandedBack.parse(event.data), at: event.at } };
        default:
          return view;
      }
    },
    { state: 'absent' },
  );
}

/** Who applies the seal. Of a person it is asked what a robot under the standing approval cannot fail in (T11, T12). */
export type SealHand =
  | { readonly kind: 'robot'; readonly id: string }
  | {
      readonly kind: 'person';
      readonly id: string;
      /** Who signed the document. */
      readonly signers: readonly string[];
      readonly withinServiceHours: boolean;
    };

/** What is known when a seal is to be used. */
export interface SealUse {
  readonly documentKind: LetterKind;
  /** SM3 of the PDF before sealing. */
  readonly documentHash: string;
  /** The hash inside the last valid signature on this document; absent when nobody signed. */
  readonly lastSignedHash?: string;
  /** Whether the case, or the mandate for its letter, stands at the point where this document is sealed. */
  readonly caseState: 'absent' | 'notReady' | 'readyToSeal' | 'sealed';
  /** USCC of the organ in whose name the document goes out. */
  readonly grantor: string;
  readonly keeper: SealHand;
  /** What the document is about, where the law wants it on paper. */
  readonly instrument?: 'marriage' | 'adoption' | 'inheritance';
  readonly at: Instant;
}

/** Whether `seal` may go on the document of `use`; undefined means yes (R82, R84, R103, T11, T12). */
export function maySeal(seal: SealView, use: SealUse): Refusal<SealRefusalCode> | undefined {
  const { made } = seal;
  const running =
    seal.state === 'inUse' && made !== undefined && made.validFromAt <= use.at && use.at <= made.validToAt;
  if (!running) return refuse(sealRefusals, 'seal-not-in-use', { state: seal.state });
  if (use.instrument !== undefined)
    return refuse(sealRefusals, 'paper-only-instrument', { instrument: use.instrument });
  if (made.organ !== use.grantor)
    return refuse(sealRefusals, 'seal-other-organ', { seal: made.organ, grantor: use.grantor });
  if (!SEALS_FOR_LETTER[use.documentKind].some((kind) => kind === made.kind)) {
    return refuse(sealRefusals, 'seal-kind-unfit', { kind: made.kind, documentKind: use.documentKind });
  }
  return caseForbids(use) ?? keeperForbids(use);
}

/** The event that a use of the seal leaves, and the fence that it passes; or why it may not be (R82). */
export function applySeal(
  seal: SealView,
  use: SealUse,
  applied: SealApplied,
):
  | { readonly event: { readonly type: 'SealApplied'; readonly data: SealApplied }; readonly fence: string }
  | Refusal<SealRefusalCode> {
  const refusal = maySeal(seal, use);
  if (isRefusal(refusal)) return refusal;
  if (applied.signedHash !== use.documentHash) {
    return refuse(sealRefusals, 'seal-hash-mismatch', { signed: applied.signedHash, document: use.documentHash });
  }
  return { event: { type: 'SealApplied', data: applied }, fence: sealStream(applied.sealId) };
}

function caseForbids(use: SealUse): Refusal<SealRefusalCode> | undefined {
  switch (use.caseState) {
    case 'absent':
    case 'notReady':
      return refuse(sealRefusals, 'seal-without-case', { caseState: use.caseState });
    case 'sealed':
      return refuse(sealRefusals, 'already-sealed', {});
    case 'readyToSeal':
      return use.lastSignedHash === use.documentHash
        ? undefined
        : refuse(sealRefusals, 'seal-hash-mismatch', {
            signed: use.lastSignedHash ?? null,
            document: use.documentHash,
          });
    default:
      return use.caseState satisfies never;
  }
}

/** The platform applies a seal at any hour under the standing approval; a person only while the hall is open (T12). */
function keeperForbids({ keeper, at }: SealUse): Refusal<SealRefusalCode> | undefined {
  if (keeper.kind === 'robot') return undefined;
  if (!keeper.withinServiceHours) return refuse(sealRefusals, 'seal-after-hours', { at });
  const sole = new Set(keeper.signers).size === 1 && keeper.signers.includes(keeper.id);
  return sole ? refuse(sealRefusals, 'keeper-is-sole-signer', { keeper: keeper.id }) : undefined;
}
