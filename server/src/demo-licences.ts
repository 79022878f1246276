import type { ELicenceType } from './catalogue/catalogue.ts';
import { organStream } from './identity/identity.ts';
import type { Actor } from './journal/journal.ts';
import { isRefusal } from './kernel/refusal.ts';
import type { Instant } from './kernel/time.ts';
import { defineType } from './licence/actions.ts';
import type { LicenceType } from './licence/licence.ts';
import type { Platform } from './platform.ts';

const LOADER: Actor = { kind: 'operator', id: 'demo-loader' };

/** The types of licences of the demo district; their codes count within the organ whose licences they are. */
export async function loadLicenceTypes(platform: Platform, types: readonly ELicenceType[], at: Instant): Promise<void> {
  const byOrgan = Map.groupBy(types, ({ dept }) => dept).values();
  const numbered = Array.from(byOrgan, (own) => own.map((type, index) => demoType(platform, type, index + 1))).flat();
  await Promise.all(numbered.map((type) => defineDemoType(platform, type, at)));
}

function demoType(platform: Platform, { id, name, dept }: ELicenceType, serial: number): LicenceType {
  const uscc = platform.identity.organs.get(organStream(dept))?.view?.uscc ?? '';
  const code = `${uscc}${String(serial).padStart(3, '0')}`;
  return { typeId: id, code, name, organ: dept, nature: NATURES.find(([end]) => end.test(name))?.[1] ?? 'credential' };
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
