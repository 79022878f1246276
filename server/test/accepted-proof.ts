import { Application } from '../src/application/application.ts';
import { applyAtWindow } from '../src/decision/actions.ts';
import type { Performed } from '../src/journal/journal.ts';
import { isRefusal } from '../src/kernel/refusal.ts';
import type { Platform } from '../src/platform.ts';

/** A proof of residence that the window has accepted: its acceptance notice is sealed. */
export async function acceptedProof(platform: Platform, requestId: string): Promise<Performed> {
  const application = Application.parse({
    itemId: 'PS-06',
    applicant: { kind: 'naturalPerson', name: '常源浩', idType: 'citizenId', idNo: '110198198601256910' },
    channel: 'window',
    form: { proofDays: 10, soloHousehold: true },
    materials: [{ code: 'm.juweihui', source: 'paper' }],
    scope: { region: '110198' },
    truthStatement: true,
  });
  const call = { actor: { kind: 'person' as const, id: 'clerk-1' }, requestId, at: platform.clock.now() };
  const received = await applyAtWindow(platform, call, application, {
    outcome: 'ACCEPT',
    tolerated: [],
    checked: ['identity', 'validity'],
  });
  if (isRefusal(received)) throw new Error(received.code);
  return received;
}
