import { z } from 'zod';
import { InputValue } from '../catalogue/catalogue.ts';
import { AgentLetter, type Party as RelatedParty } from '../identity/identity.ts';
import { ApplicantKind } from '../mandate/mandate.ts';
import { HandedFile } from '../material/material.ts';

/**
 * One line of letters that all show. What turns the direction of writing, breaks the line or shows nothing could make a
 * name look like another on a screen, and no letter prints it: the case could never be answered.
 */
const Line = z
  .string()
  .refine((text) => !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(text.trim()), 'a letter that does not show, or a line break');
const Name = Line.trim().min(1).max(200);
/** A name as letters write it. */
export const PrintedName = Name;
const IdNo = Line.trim().min(1).max(40);

/** A person named in the application; recusal is matched against all of them (R44). */
export const Party = z.strictObject({ name: Name, idNo: IdNo });
export type Party = z.infer<typeof Party>;

export const Applicant = z.strictObject({
  kind: ApplicantKind,
  name: Name,
  idType: z.enum(['citizenId', 'uscc', 'passport', 'otherDocument']),
  idNo: IdNo,
  phone: z.string().trim().max(40).exactOptional(),
  address: Line.trim().max(400).exactOptional(),
  legalRepresentative: Party.exactOptional(),
  shareholders: z.array(Party).max(200).exactOptional(),
  /** Some genuine early codes fail their checksum: a clerk accepts one with a reason, never silently. */
  idOverrideReason: z.string().trim().min(4).max(400).exactOptional(),
  /**
   * How letters write a name with a character that no face has: in pinyin (GB/T 28039). The name itself stays on record as
   * the document has it.
   */
  printedAs: PrintedName.exactOptional(),
});
export type Applicant = z.infer<typeof Applicant>;

/** Who acts for the applicant, with the signed letter that says so (R15). */
export const Agent = Party.extend({ phone: z.string().max(40).exactOptional(), letter: AgentLetter });
export type Agent = z.infer<typeof Agent>;

/** The other side of a matter with opposing interests, e.g. the seller of a flat (R17). */
export const Opposing = z.strictObject({
  principal: Party,
  agentIdNo: IdNo.exactOptional(),
  /** Recorded consent of the other side, and of the applicant, to one agent acting for both. */
  consented: z.boolean(),
  applicantConsented: z.boolean(),
});
export type Opposing = z.infer<typeof Opposing>;

/** What a person hands in: a file that he uploaded (`reference` names the upload), our form filled in, or paper at the counter. */
export const SuppliedMaterial = z.strictObject({
  code: z.string().max(40),
  source: z.enum(['file', 'form', 'paper']),
  reference: z.string().max(200).exactOptional(),
  /** R8: who made the report of an intermediary, and when; the applicant chose him. */
  maker: z
    .strictObject({ name: Name, idNo: IdNo, reportNo: z.string().trim().min(1).max(100), issuedOn: z.iso.date() })
    .exactOptional(),
  /** What the platform knows of the file, in events alone: whatever a person sends in its place is replaced. */
  file: HandedFile.exactOptional(),
});
export type SuppliedMaterial = z.infer<typeof SuppliedMaterial>;

/** What the platform fetched itself. No person can claim this source: it counts as verified (R46). */
export const FetchedMaterial = z.strictObject({
  code: z.string().max(40),
  source: z.enum(['licence', 'share']),
  reference: z.string().max(200),
});
export type FetchedMaterial = z.infer<typeof FetchedMaterial>;

/** Figures by which a mandate's scope is measured (R71). */
export const CaseScope = z.strictObject({
  region: z.string().regex(/^\d{6}(\d{3})?$/),
  amount: z.number().min(0).exactOptional(),
  area: z.number().min(0).exactOptional(),
  headcount: z.int().min(0).exactOptional(),
  riskGrade: z.int().min(0).max(9).exactOptional(),
  project: z.string().max(100).exactOptional(),
});
export type CaseScope = z.infer<typeof CaseScope>;

/** R32 容缺: materials that the applicant promises, over his signature, to bring until a day. */
export const Deferral = z.strictObject({
  codes: z.array(z.string().max(40)).min(1).max(50),
  untilOn: z.iso.date(),
});
export type Deferral = z.infer<typeof Deferral>;

/** What an applicant sends in, whole. */
export const Application = z.strictObject({
  itemId: z.string().max(20),
  /** The version of the guide that the applicant filled in; another one in force by now is refused (R1, R13). */
  itemVersion: z.int().min(1).exactOptional(),
  applicant: Applicant,
  agent: Agent.exactOptional(),
  opposing: Opposing.exactOptional(),
  channel: z.enum(['window', 'online', 'kiosk', 'station']),
  route: z.enum(['normal', 'promise']).default('normal'),
  form: z.record(z.string().max(60), InputValue).default({}),
  materials: z.array(SuppliedMaterial).max(200).default([]),
  scope: CaseScope,
  /** R47: what a share says of the applicant and he says otherwise; a person finds out which of both is right. */
  disputes: z
    .array(z.strictObject({ name: z.string().max(60), value: InputValue }))
    .max(20)
    .exactOptional(),
  deferral: Deferral.exactOptional(),
  truthStatement: z.boolean(),
  /** 延续: the licence to be renewed and the last day on which it is valid (R63). */
  renewal: z.strictObject({ licenceNo: z.string().trim().min(1).max(120), expiresOn: z.iso.date() }).exactOptional(),
  /** 变更、注销: the licence of the applicant that the case is to change or to close (许可法 49, 70; R90). */
  licence: z
    .strictObject({ licenceNo: z.string().trim().min(1).max(120), act: z.enum(['change', 'cancel']) })
    .exactOptional(),
  /** A licence on paper that the library does not have, as whoever took the application in saw it (R46). */
  paperLicence: z
    .strictObject({
      licenceNo: z.string().trim().min(1).max(120),
      /** 证照名称, as it stands on the paper. */
      kind: z.string().trim().min(2).max(120),
      /** 发证机关, likewise. */
      issuer: z.string().trim().min(2).max(120),
    })
    .exactOptional(),
  /** The applicant wants a person, not a rule set, to decide (R79). */
  humanDecision: z.boolean().default(false),
  /**
   * The matter 一件事 of which this is a child, with the shared answers that the item's own list names. Set by the platform;
   * nobody applies with it at a door.
   */
  matter: z
    .strictObject({ matterNo: z.string().max(40), fields: z.record(z.string().max(80), InputValue) })
    .exactOptional(),
  /** What the applicant agreed to have fetched, by the consent that says so, and the materials that he brings himself instead. */
  sharing: z
    .strictObject({
      consentId: z.string().min(1).max(80).exactOptional(),
      declined: z.array(z.string().max(60)).max(100).default([]),
    })
    .exactOptional(),
  /** Consent to electronic service (R87). */
  eDelivery: z.boolean().default(true),
});
export type Application = z.infer<typeof Application>;

/** Everybody with an interest of his own in the case: against them recusal and separation are checked (R44, T05). */
export function partiesOf({
  applicant,
  agent,
  opposing,
}: Application): readonly (Party & Pick<RelatedParty, 'role'>)[] {
  return [
    { role: 'applicant', name: applicant.name, idNo: applicant.idNo },
    ...(applicant.legalRepresentative === undefined
      ? []
      : [{ role: 'legalRepresentative' as const, ...applicant.legalRepresentative }]),
    ...(applicant.shareholders ?? []).map((party) => ({ role: 'shareholder' as const, ...party })),
    ...(agent === undefined ? [] : [{ role: 'agent' as const, name: agent.name, idNo: agent.idNo }]),
    ...(opposing === undefined ? [] : [{ role: 'interestedParty' as const, ...opposing.principal }]),
    // Who acts for the other side is named by his number alone.
    ...(opposing?.agentIdNo === undefined ? [] : [{ role: 'agent' as const, name: '', idNo: opposing.agentIdNo }]),
  ];
}
