import { expect } from 'vitest';
import { serveLetter } from '../src/delivery/actions.ts';
import { isRefusal } from '../src/kernel/refusal.ts';
import { type ActOnLicence, act, answerAnnouncement, draftAct, licenceByNo } from '../src/licence/actions.ts';
import { DEMO_PIN } from '../src/demo-district.ts';
import { PIN } from './confirming.ts';
import type { Answer, Visitor } from './http.ts';
import type { TestDistrict } from './platform.ts';

/** What is announced before a licence is taken, as the head of the organ would send it. */
export type Announced = Pick<
  Extract<ActOnLicence, { readonly act: 'announce' }>,
  'intended' | 'facts' | 'reason' | 'basis' | 'untilOn'
>;

/** The act with the letter of it as its signer was shown it; where there is none to show, the act alone, which its route refuses or takes. */
export async function shownAct(signer: Visitor, licenceNo: string, command: object): Promise<object> {
  const draft = await signer.post(`/licences/${licenceNo}/acts/draft`, { command });
  return draft.status === 200 ? { command, documentHash: draft.body.documentHash } : { command };
}

/** Looks at the letter of an act on a licence, and signs it. */
export async function actOn(signer: Visitor, licenceNo: string, command: object, confirmed: object): Promise<Answer> {
  return signer.post(`/licences/${licenceNo}/acts`, { ...(await shownAct(signer, licenceNo, command)), ...confirmed });
}

/** Announces an act over HTTP, serves the notice by hand, and enters the paper by which the holder waives his time. */
export async function announceAndWaive(
  head: Visitor,
  licenceNo: string,
  announcing: Announced,
  { confirmed = { pin: PIN }, clerk }: { readonly confirmed?: object; readonly clerk: Visitor },
): Promise<Answer> {
  const command = { act: 'announce', recusal: 'none', ...announcing };
  const announced = await actOn(head, licenceNo, command, confirmed);
  expect(announced.status, JSON.stringify(announced.body)).toBe(200);
  const served = await serveLast(head, licenceNo, announced);
  expect(served.status, JSON.stringify(served.body)).toBe(200);
  return clerk.post(`/licences/${licenceNo}/answers`, { said: 'waiver', words: '', paper: '放弃书1号' });
}

/** Serves the newest letter of a licence by hand. */
export function serveLast(head: Visitor, licenceNo: string, { body }: Answer): Promise<Answer> {
  const { docNo } = body.letters.at(-1);
  return head.post(`/licences/${licenceNo}/service`, { docNo, method: 'direct', recipient: '持证主体本人' });
}

/** The same through the use cases. */
export async function announceWithin(
  { platform, requestId }: TestDistrict,
  headId: string,
  licenceNo: string,
  announced: Announced & { readonly at: string },
): Promise<void> {
  const { at, ...said } = announced;
  const call = () => ({ actor: { kind: 'person' as const, id: headId }, requestId: requestId(), at });
  const licence = await licenceByNo(platform, licenceNo);
  if (licence === undefined) throw new Error(`no licence ${licenceNo}`);
  const command = { act: 'announce' as const, recusal: 'none' as const, ...said };
  const shown = await draftAct(platform, call(), licence, command);
  if (isRefusal(shown)) throw new Error(shown.code);
  const { documentHash } = shown;
  const done = await act(platform, call(), licence, { command, documentHash, given: { pin: DEMO_PIN } });
  if (isRefusal(done)) throw new Error(done.code);
  const docNo = (await licenceByNo(platform, licenceNo))?.course.announced?.docNo ?? '';
  await serveLetter(platform, call(), licence, { docNo, method: 'direct', recipient: '持证主体本人' });
  const holder = { ...call(), actor: { kind: 'applicant' as const, id: 'holder' }, holderKey: licence.holder.key };
  await answerAnnouncement(platform, holder, licence, { said: 'waiver', words: '' });
}
