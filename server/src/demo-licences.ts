import { z } from 'zod';
import { holderKey } from './application/application.ts';
import type { ELicenceType } from './catalogue/catalogue.ts';
import type { DemoPeople } from './identity/actions.ts';
import { organStream } from './identity/identity.ts';
import type { Actor } from './journal/journal.ts';
import { isRefusal } from './kernel/refusal.ts';
import { sm3Hex } from './kernel/digest.ts';
import type { Instant } from './kernel/time.ts';
import { defineType, takeOver } from './licence/actions.ts';
import { LicenceClaim, type LicenceType, licenceTypeStream } from './licence/licence.ts';
import type { Platform } from './platform.ts';

const LOADER: Actor = { kind: 'operator', id: 'demo-loader' };

/** The types of licences of the demo district; their codes count within the organ whose licences they are. */
export async function loadLicenceTypes(platform: Platform, types: readonly ELicenceType[], at: Instant): Promise<void> {
  const byOrgan = Map.groupBy(types, ({ dept }) => dept).values();
  const numbered = Array.from(byOrgan, (own) => own.map((type, index) => demoType(platform, type, index + 1))).flat();
  await Promise.all(numbered.map((type) => defineDemoType(platform, type, at)));
}

function demoType(platform: Platform, { id, name, dept, fields }: ELicenceType, serial: number): LicenceType {
  const uscc = platform.identity.organs.get(organStream(dept))?.view?.uscc ?? '';
  const code = `${uscc}${String(serial).padStart(3, '0')}`;
  const nature = NATURES.find(([end]) => end.test(name))?.[1] ?? 'credential';
  return { typeId: id, code, name, organ: dept, nature, ...(fields === undefined ? {} : { fields }) };
}

const NATURES = [
  [/报告$/, 'report'],
  [/(证明|凭证|书|表)$/, 'proof'],
  [/批准文件$/, 'approval'],
] as const satisfies readonly (readonly [RegExp, LicenceType['nature']])[];

async function defineDemoType(platform: Platform, type: LicenceType, at: Instant): Promise<void> {
  const call = { actor: LOADER, requestId: `demo/licence-type/${type.typeId}`, at };
  const answer = await defineType(platform, call, type);
  if (isRefusal(answer)) throw new Error(`demo licence type ${type.typeId}: ${answer.code}`);
}

/** A licence that somebody of the demo district held before the library was there; `on` is the day in the year `yearsAgo`. */
export const DemoLicence = z.strictObject({
  typeId: z.string(),
  holder: z.string(),
  yearsAgo: z.int().min(0),
  on: z.string().regex(/^\d\d-\d\d$/),
  validity: z.string(),
  claims: z.record(z.string(), LicenceClaim),
});
export type DemoLicence = z.infer<typeof DemoLicence>;

/** Takes the licences of the demo people over into the library. */
export async function loadDemoLicences(
  platform: Platform,
  demo: { readonly licences: readonly DemoLicence[]; readonly people: DemoPeople },
  at: Instant,
): Promise<void> {
  await Promise.all(demo.licences.map((one) => takeOverDemo(platform, demo.people, one, at)));
}

async function takeOverDemo(platform: Platform, people: DemoPeople, one: DemoLicence, at: Instant): Promise<void> {
  const { typeId, holder: holderId, yearsAgo, on, validity, claims } = one;
  const type = platform.licenceTypes.get(licenceTypeStream(typeId))?.view;
  const person = people.applicants.find(({ applicantId }) => applicantId === holderId);
  const organ = type === undefined ? undefined : platform.identity.organs.get(organStream(type.organ))?.view;
  if (type === undefined || person === undefined || organ === undefined)
    throw new Error(`demo licence ${typeId} of ${holderId}: no such type or person`);
  const { name, idType, idNo } = person;
  const kind = person.kind === 'naturalPerson' ? person.kind : 'legalPerson';
  const holder = { kind, name, idType, idNo, key: holderKey(platform.realm, idNo) } as const;
  const validFromOn = `${Number(at.slice(0, 4)) - yearsAgo}-${on}`;
  const serial = `${validFromOn.replaceAll('-', '')}${sm3Hex(`${typeId}/${idNo}`).slice(0, 6).toUpperCase()}`;
  const { code, uscc } = organ;
  const command = { type, serial, validity, claims, holder, validFromOn, organ: { code, name: organ.name, uscc } };
  const answer = await takeOver(
    platform,
    { actor: LOADER, requestId: `demo/licence/${typeId}/${holderId}`, at },
    command,
  );
  if (isRefusal(answer)) throw new Error(`demo licence ${typeId} of ${holderId}: ${answer.code}`);
}
