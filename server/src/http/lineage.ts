import { z } from 'zod';
import { getPinnedVersion, viewApplication } from '../application/application.ts';
import { viewDecision } from '../decision/decision.ts';
import { findOrgan } from '../identity/actions.ts';
import { licencesOf } from '../licence/actions.ts';
import { licenceStreamOf } from '../licence/licence.ts';
import { mandateStream } from '../mandate/mandate.ts';
import type { Platform } from '../platform.ts';
import type { Caller } from './caller.ts';
import type { OpenedCase } from './case-access.ts';
import { isHeldFrom, lettersFor } from './letters-shown.ts';

/** One thing on which a result rests, or that came of it, with the organ behind it. */
export const LineageStep = z
  .object({
    kind: z.enum(['share', 'licence', 'matter', 'mandate', 'opinion', 'decision', 'letter', 'issued']),
    /** In the order of the case; several steps may stem from one act. */
    seq: z.int(),
    at: z.string(),
    organName: z.string().exactOptional(),
    organNameEn: z.string().exactOptional(),
    /** What it is by the number or name under which others find it. */
    name: z.string(),
    /** The receipt or hash that proves it. */
    proof: z.string().exactOptional(),
    /** The licence of the library that was used, or that came of the case. */
    licenceNo: z.string().exactOptional(),
  })
  .meta({ id: 'LineageStep' });
type Step = z.input<typeof LineageStep>;

const Gathered = z.object({
  facts: z.array(z.object({ name: z.string(), source: z.string(), receipt: z.string() })),
  materials: z.array(z.object({ code: z.string(), source: z.string(), reference: z.string() })),
});

/**
 * From what the result of a case came, across departments: shares and licences that were used, the mandates behind the acts, opinions
 * of other organs, decision, letters and the licence. Nothing here that the case’s own screen does not show this caller.
 */
export async function lineageOf(platform: Platform, caller: Caller, opened: OpenedCase): Promise<Step[]> {
  return [
    ...sourceSteps(platform, opened),
    ...mandateSteps(platform, opened),
    ...(caller.kind === 'staff' ? opinionSteps(platform, opened) : []),
    ...resultSteps(platform, caller, opened),
    ...(await licenceSteps(platform, caller, opened)),
  ].toSorted((a, b) => a.seq - b.seq);
}

function organNames(platform: Platform, code: string): Pick<Step, 'organName' | 'organNameEn'> {
  const organ = findOrgan(platform.identity, code);
  return { organName: organ?.name ?? code, organNameEn: organ?.nameEn ?? code };
}

function sourceSteps(platform: Platform, { events }: OpenedCase): readonly Step[] {
  const { received } = viewApplication(events);
  if (received === undefined) return [];
  const { item } = getPinnedVersion(platform, received.itemId, received.itemVersion);
  const materialName = (code: string) => item.materials.find((one) => one.code === code)?.name ?? code;
  const inputName = (name: string) => item.inputs.find((one) => one.name === name)?.label ?? name;
  const gathered = events.flatMap(({ type, seq, at, data }): readonly Step[] => {
    if (type !== 'FactsGathered') return [];
    const { facts, materials } = Gathered.parse(data);
    return [
      ...facts
        .filter(({ source }) => source === 'share')
        .map(({ name, receipt }) => ({ kind: 'share' as const, seq, at, name: inputName(name), proof: receipt })),
      ...materials.map(({ code, source, reference }) => ({
        kind: source === 'licence' ? ('licence' as const) : ('share' as const),
        seq,
        at,
        name: materialName(code),
        proof: reference,
        ...(source === 'licence' ? numbered(reference) : {}),
      })),
    ];
  });
  const { matter } = received;
  const [first] = events;
  if (matter === undefined || first === undefined) return gathered;
  return [{ kind: 'matter', seq: first.seq, at: first.at, name: matter.matterNo }, ...gathered];
}

/** A reference to the library begins with the identifier (R46); one to another source names none. */
function numbered(reference: string): Pick<Step, 'licenceNo'> {
  const [licenceNo = ''] = reference.split('#');
  return licenceStreamOf(licenceNo) === undefined ? {} : { licenceNo };
}

/** What the case made of the library: a licence issued, renewed or changed; an unpaid fee holds it back like the decision (R9). */
async function licenceSteps(platform: Platform, caller: Caller, opened: OpenedCase): Promise<readonly Step[]> {
  const { caseNo, events, received } = opened;
  const made = events.findLast(({ type }) => type === 'DecisionMade');
  if (made === undefined || isHeldFrom(platform, caller, events, 'licence')) return [];
  const licences = await licencesOf(platform, received.applicant.idNo);
  return licences
    .filter(({ history }) => history.some((act) => act.caseNo === caseNo))
    .map(({ licenceNo, typeName, organ }) => {
      const names = organNames(platform, organ.code);
      return { kind: 'issued', seq: made.seq, at: made.at, ...names, name: typeName, licenceNo };
    });
}

function mandateSteps(platform: Platform, { events }: OpenedCase): readonly Step[] {
  const cited = new Map<string, Step>();
  for (const { mandate, seq, at } of events) {
    if (mandate === undefined) continue;
    const { mandateNo, version, hash } = mandate;
    const name = `${mandateNo}-${version}`;
    if (cited.has(name)) continue;
    const view = platform.mandateBook.register.get(mandateStream(mandateNo))?.view;
    const grantor = view?.versions.find(({ letter }) => letter.version === version)?.letter.grantor.code;
    cited.set(name, {
      kind: 'mandate',
      seq,
      at,
      ...(grantor === undefined ? {} : organNames(platform, grantor)),
      name: mandateNo,
      proof: hash,
    });
  }
  return [...cited.values()];
}

function opinionSteps(platform: Platform, { events }: OpenedCase): readonly Step[] {
  const given = z.object({ organ: z.string() });
  return events.flatMap(({ type, seq, at, data }): readonly Step[] => {
    if (type !== 'JointOpinionGiven') return [];
    const { organ } = given.parse(data);
    const names = organNames(platform, organ);
    return [{ kind: 'opinion', seq, at, ...names, name: names.organName ?? organ }];
  });
}

function resultSteps(platform: Platform, caller: Caller, { events, organ }: OpenedCase): readonly Step[] {
  const names = organNames(platform, organ);
  const { decided } = viewDecision(events);
  const made = events.findLast(({ type }) => type === 'DecisionMade' || type === 'PaperDecisionRecorded');
  const letters = lettersFor(platform, caller, events);
  const sealed = events.flatMap(({ type, seq, at, data }): readonly Step[] => {
    const named = z.object({ sealedHash: z.string() }).safeParse(data);
    const letter = named.success ? letters.find(({ sealedHash }) => sealedHash === named.data.sealedHash) : undefined;
    if (letter === undefined || !type.endsWith('Sealed')) return [];
    return [{ kind: 'letter', seq, at, ...names, name: letter.docNo, proof: letter.sealedHash }];
  });
  if (decided === undefined || made === undefined) return sealed;
  return [{ kind: 'decision', seq: made.seq, at: made.at, ...names, name: decided.outcome }, ...sealed];
}
