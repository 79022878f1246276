import { z } from 'zod';
import { personStream, postsAt } from '../identity/identity.ts';
import { readStream } from '../journal/actions.ts';
import { isRefusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import { type SealAct, sealActs, type SealErrand, sealPicture, type SealUseLine } from '../seal/actions.ts';
import { sealIdOf, SealKind, sealStream, type SealView } from '../seal/seal.ts';
import type { Platform } from '../platform.ts';
import { type Caller, checkAccess } from './caller.ts';
import { Can, canOf } from './case-can.ts';
import { rehearsal } from './rehearsal.ts';
import { organOf, sealRoles } from './seal-access.ts';
import { TimelineEntry, timelineOf } from './timeline.ts';

export const SealState = z.enum(['requested', 'made', 'filed', 'inUse', 'stopped', 'handedBack']);

const Named = z.object({ personId: z.string(), name: z.string() });

export const SealRow = z
  .object({
    sealId: z.string(),
    kind: SealKind,
    organName: z.string(),
    bearer: z.string().exactOptional(),
    state: SealState,
    keeper: Named.exactOptional(),
    offeredTo: Named.exactOptional(),
    validToAt: z.string().exactOptional(),
    development: z.boolean(),
  })
  .meta({ id: 'SealRow' });

export const SealAnswer = z
  .object({
    seal: SealRow,
    purpose: z.string().exactOptional(),
    filingNo: z.string().exactOptional(),
    filedWith: z.string().exactOptional(),
    approval: z.string().exactOptional(),
    certificateSerial: z.string().exactOptional(),
    structureHash: z.string().exactOptional(),
    validFromAt: z.string().exactOptional(),
    picture: z.string().exactOptional().meta({ description: 'The picture of the seal as SVG' }),
    keepers: z.array(Named),
    events: z.array(TimelineEntry),
    can: z.record(z.string(), Can),
  })
  .meta({ id: 'Seal', description: 'A seal with its life, its custody, and what the caller could do now' });

export const SealUse = z
  .object({
    caseNo: z.string(),
    docNo: z.string(),
    documentKind: z.string(),
    signedHash: z.string(),
    sealedHash: z.string(),
    keeper: Named,
    at: z.string(),
    signatures: z.array(z.object({ id: z.string(), signer: Named, at: z.string() })),
    verified: z.enum(['valid', 'invalid', 'undecided']),
    faults: z.array(z.enum(['afterHours', 'hashMismatch', 'unsigned', 'notValid'])),
    twin: z
      .object({
        ofdHash: z.string(),
        keeper: Named,
        at: z.string(),
        verified: z.enum(['valid', 'invalid', 'undecided']),
      })
      .exactOptional()
      .meta({ description: 'The OFD twin under the same seal, sealed when it was first asked for' }),
  })
  .meta({ id: 'SealUse', description: 'One line of the seal-use register' });

export function sealRow(platform: Platform, view: SealView): z.input<typeof SealRow>[] {
  const about = view.made ?? view.requested;
  if (about === undefined || view.state === 'absent') return [];
  const { made, keeper, offered, state } = view;
  return [
    {
      sealId: about.sealId,
      kind: about.kind,
      organName: about.organName,
      state,
      development: made?.development ?? false,
      ...(about.bearer === undefined ? {} : { bearer: about.bearer.name }),
      ...(keeper === undefined ? {} : { keeper: named(platform, keeper) }),
      ...(offered === undefined ? {} : { offeredTo: named(platform, offered.to) }),
      ...(made === undefined ? {} : { validToAt: made.validToAt }),
    },
  ];
}

/** The numbers that the next seal of each kind would have, for the caller's organ. */
export function nextSealIds(platform: Platform, caller: Caller): { kind: z.infer<typeof SealKind>; sealId: string }[] {
  const { realm } = platform;
  const all = platform.seals.list().map(({ key, view }) => ({ id: key.slice('seal/'.length), view }));
  const own = organOf(platform, caller);
  const numberOf = (id: string) => Number(id.slice(realm.length, realm.length + 2));
  const mine = all.find(({ view }) => (view.made ?? view.requested)?.organ === own);
  const organNo = mine === undefined ? Math.max(0, ...all.map(({ id }) => numberOf(id))) + 1 : numberOf(mine.id);
  return SealKind.options.map((kind) => {
    let serial = 1;
    while (all.some(({ id }) => id === sealIdOf({ realm, organNo, kind, serial }))) serial += 1;
    return { kind, sealId: sealIdOf({ realm, organNo, kind, serial }) };
  });
}

export async function sealAnswer(
  platform: Platform,
  caller: Caller,
  view: SealView,
  at: Instant,
): Promise<z.input<typeof SealAnswer> | undefined> {
  const [seal] = sealRow(platform, view);
  if (seal === undefined) return undefined;
  const { requested, made, filed, inUse } = view;
  return {
    seal,
    ...(requested === undefined ? {} : { purpose: requested.purpose }),
    ...filed,
    ...(inUse === undefined ? {} : { approval: inUse.approval }),
    ...(made === undefined ? {} : await madePart(made)),
    keepers: keepersOf(platform, (made ?? requested)?.organ ?? '', at),
    events: timelineOf(platform, await readStream(platform.journal, platform.realm, sealStream(seal.sealId))),
    can: await sealCan(platform, caller, view, { sealId: seal.sealId, at }),
  };
}

async function madePart(made: NonNullable<SealView['made']>) {
  const { certificateSerial, structureHash, validFromAt } = made;
  return { certificateSerial, structureHash, validFromAt, picture: await sealPicture(made) };
}

export function sealUse(platform: Platform, { applied, ...line }: SealUseLine): z.input<typeof SealUse> {
  const { docNo, documentKind, signedHash, sealedHash, keeper, at } = applied;
  return {
    caseNo: line.caseNo,
    docNo,
    documentKind,
    signedHash,
    sealedHash,
    at,
    verified: line.verified,
    keeper: named(platform, keeper),
    signatures: line.signatures.map(({ id, personId, at: signedAt }) => ({
      id,
      signer: named(platform, personId),
      at: signedAt,
    })),
    faults: [...line.faults],
    ...(line.twin === undefined ? {} : { twin: twinUse(platform, line.twin) }),
  };
}

function twinUse(platform: Platform, { sealed, verified }: NonNullable<SealUseLine['twin']>) {
  return { ofdHash: sealed.ofdHash, keeper: named(platform, sealed.keeper), at: sealed.at, verified };
}

function named(platform: Platform, personId: string): z.input<typeof Named> {
  const name = platform.identity.persons.get(personStream(personId))?.view?.name;
  return { personId, name: name ?? (personId.startsWith('robot') ? '平台（事先批准）' : personId) };
}

function keepersOf(platform: Platform, organ: string, at: Instant): z.input<typeof Named>[] {
  return platform.identity.persons
    .list()
    .flatMap(({ view }) => (view === undefined || postsAt(view, at).length === 0 ? [] : [view]))
    .filter(({ personId }) => platform.sealFacts.isKeeper(personId, organ, at))
    .map(({ personId, name }) => ({ personId, name }));
}

/** Tries every act as the caller would do it now; the answer is the refusal that he would get. */
async function sealCan(
  platform: Platform,
  caller: Caller,
  view: SealView,
  place: Pick<SealErrand, 'sealId' | 'at'>,
): Promise<Record<string, Can>> {
  const { journal, realm } = platform;
  const events = await readStream(journal, realm, sealStream(place.sealId));
  const room = { ...platform, journal: rehearsal(platform, events).journal };
  const errand = { ...place, actor: caller.actor, requestId: 'rehearsal' };
  const keeper = keepersOf(platform, (view.made ?? view.requested)?.organ ?? '', place.at).find(
    ({ personId }) => personId !== view.keeper,
  )?.personId;
  const tries = {
    makeSeal: () => sealActs.makeSeal(room, errand, asMade(view, place)),
    fileSeal: () => sealActs.fileSeal(room, errand, { filedWith: '…', filingNo: '…' }),
    putSealInUse: () => sealActs.putSealInUse(room, errand, { keeper: keeper ?? '', approval: '…' }),
    offerSeal: () => sealActs.offerSeal(room, errand, { to: keeper ?? '', reason: '…' }),
    takeSeal: () => sealActs.takeSeal(room, errand, {}),
    stopSeal: () => sealActs.stopSeal(room, errand, { reason: 'other', explanation: '…' }),
    handBackSeal: () => sealActs.handBackSeal(room, errand, { receiver: '…', disposal: 'archived', receiptNo: '…' }),
  } as const satisfies Record<Exclude<SealAct, 'requestSeal'>, unknown>;
  const can: [string, Can][] = [];
  for (const [act, attempt] of Object.entries(tries)) {
    const closed = checkAccess(rolesOf(act), caller);
    const answer = closed ?? (await attempt());
    can.push([act, canOf(isRefusal(answer) ? answer : undefined)]);
  }
  return Object.fromEntries(can);
}

/** What making the seal would record, as far as the rules look at it. */
function asMade({ requested }: SealView, { sealId, at }: Pick<SealErrand, 'sealId' | 'at'>) {
  const { kind = 'organSeal', organ = '', organName = '', bearer } = requested ?? {};
  return {
    sealId,
    kind,
    organ,
    organName,
    development: true,
    certificateSerial: '…',
    structureHash: '0'.repeat(64),
    ...(bearer === undefined ? {} : { bearer }),
    validFromAt: at,
    validToAt: at,
  } as const;
}

function rolesOf(act: string) {
  const roles: Readonly<Record<string, (typeof sealRoles)[SealAct] | undefined>> = sealRoles;
  return roles[act] ?? [];
}
