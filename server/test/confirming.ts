import { expect } from 'vitest';
import type { Answer, Visitor } from './http.ts';
import { type Lie, type Site, type SoftwareAuthenticator, softwareAuthenticator } from './software-authenticator.ts';

export const PIN = '246810';
/** Where the door stands in tests. */
export const site = { origin: 'http://localhost', rpId: 'localhost' };

/** A decision as its signer was shown it. */
export interface Shown {
  readonly caseNo: string;
  readonly decision: object;
}

/** Registers a new passkey as an officer does; the answer of the door. */
export async function register(
  officer: Visitor,
  { device = softwareAuthenticator(), pin = PIN, at = {}, lie = {}, by }: Registering = {},
): Promise<{ readonly device: SoftwareAuthenticator; readonly answer: Answer }> {
  const asked = await officer.post('/confirmation/passkeys/challenge', {});
  expect(asked.status, JSON.stringify(asked.body)).toBe(200);
  const credential = device.create({ ...site, challenge: asked.body.options.challenge, ...at }, lie);
  const proof = by === undefined ? {} : { proof: await proofBy(officer, by, 'addPasskey') };
  const body = { pin, label: '工作手机', answer: { nonce: asked.body.nonce, credential }, ...proof };
  return { device, answer: await officer.post('/confirmation/passkeys', body) };
}

/** The answer of a device to the question about a change of its owner's ways. */
export async function proofBy(officer: Visitor, device: SoftwareAuthenticator, change: string): Promise<object> {
  const asked = await officer.post('/confirmation/challenge', { change });
  expect(asked.status, JSON.stringify(asked.body)).toBe(200);
  const { nonce, options } = asked.body;
  return { passkey: { nonce, credential: device.get({ ...site, challenge: options.challenge }) } };
}

interface Registering {
  /** The passkey held already, which confirms the new one. */
  readonly by?: SoftwareAuthenticator;
  readonly device?: SoftwareAuthenticator;
  readonly pin?: string;
  readonly at?: Partial<Site>;
  readonly lie?: Lie;
}

/** A case of PS-03, accepted and reviewed: one signature decides it. */
export async function reviewedCase(clerk: Visitor, officer: Visitor): Promise<string> {
  const received = await clerk.post('/cases', {
    itemId: 'PS-03',
    applicant: { kind: 'naturalPerson', name: '常源浩', idType: 'citizenId', idNo: '110198198601256910' },
    channel: 'window',
    form: {},
    materials: ['m.live', 'm.photo'].map((code) => ({ code, source: 'paper' })),
    scope: { region: '110198' },
    truthStatement: true,
    outcome: { outcome: 'ACCEPT', tolerated: [], checked: ['identity', 'validity'] },
  });
  expect(received.status, JSON.stringify(received.body)).toBe(200);
  const { caseNo } = received.body;
  const points = [0, 1].map((point) => ({ point, result: 'met', evidence: '材料' }));
  const found = await officer.post(`/cases/${caseNo}/review`, { act: 'recordFindings', points });
  expect(found.status).toBe(200);
  return caseNo;
}

/** Looks at the document of a case. */
export async function show(officer: Visitor, caseNo: string, reason = '符合条件'): Promise<Shown> {
  const conclusion = { outcome: 'GRANT', reason };
  const draft = await officer.post(`/cases/${caseNo}/decision/draft`, conclusion);
  expect(draft.status, JSON.stringify(draft.body)).toBe(200);
  const { documentHash, evidenceHash } = draft.body;
  return { caseNo, decision: { ...conclusion, documentHash, evidenceHash, recusal: 'none' } };
}

/** Asks for a confirmation of these decisions and lets the device answer. */
export async function confirmWith(
  officer: Visitor,
  device: SoftwareAuthenticator,
  shown: readonly Shown[],
  { at = {}, lie = {} }: { readonly at?: Partial<Site>; readonly lie?: Lie } = {},
): Promise<{ readonly nonce: string; readonly credential: object }> {
  const asked = await officer.post('/decisions/challenge', { decisions: shown });
  expect(asked.status, JSON.stringify(asked.body)).toBe(200);
  const { nonce, options } = asked.body;
  expect(options.rpId).toBe(site.rpId);
  return { nonce, credential: device.get({ ...site, challenge: options.challenge, ...at }, lie) };
}

/** Signs what was shown. */
export function sign(officer: Visitor, { caseNo, decision }: Shown, confirmation: object): Promise<Answer> {
  return officer.post(`/cases/${caseNo}/decision`, { ...decision, ...confirmation });
}

/** Asks for a confirmation of an act on a licence, with its letter as it was shown, and lets the device answer. */
export function confirmLicenceAct(
  officer: Visitor,
  device: SoftwareAuthenticator,
  licenceNo: string,
  shown: object,
): Promise<{ readonly nonce: string; readonly credential: object }> {
  return confirmBody(officer, device, `/licences/${licenceNo}/acts`, shown);
}

/** Asks for a confirmation of the act behind `path` and lets the device answer. */
export function confirmAct(
  officer: Visitor,
  device: SoftwareAuthenticator,
  path: string,
  command: object,
): Promise<{ readonly nonce: string; readonly credential: object }> {
  return confirmBody(officer, device, path, { command });
}

async function confirmBody(officer: Visitor, device: SoftwareAuthenticator, path: string, body: object) {
  const asked = await officer.post(`${path}/challenge`, body);
  expect(asked.status, JSON.stringify(asked.body)).toBe(200);
  const { nonce, options } = asked.body;
  return { nonce, credential: device.get({ ...site, challenge: options.challenge }) };
}
