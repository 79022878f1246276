import {
  type DraftPorts,
  earlierAnswers,
  findKnown,
  findKnownAtCounter,
  handedUploads,
} from '../application/actions.ts';
import {
  type Applicant,
  authorityFor,
  type Call,
  holderKey,
  intakeAct,
  type KnownAnswer,
} from '../application/application.ts';
import { type Journal, perform } from '../journal/actions.ts';
import type { Performed, Recorded } from '../journal/journal.ts';
import { createRegister, type Register } from '../journal/register.ts';
import { findLastStream } from '../journal/store.ts';
import { isRefusal, type Refusal } from '../kernel/refusal.ts';
import { dateInChina, type Instant } from '../kernel/time.ts';
import { bundleStream, type BundleVersion, type BundleView, relyOnBundle, viewBundle } from './bundle-life.ts';
import type { Bundle } from './bundle.ts';
import type { ItemsInForce } from './bundle-faults.ts';
import { type KnownField, knownFields } from './known-answers.ts';
import { uploadsOfMatter } from './matter-files.ts';
import { type Plan, planOf } from './plan.ts';
import { itemsInForce, type MatterPorts, NO_BUNDLE, noteParties, pinnedBundle } from './ports.ts';
import { knownQuestions, knownValues } from './questions.ts';
import {
  type LiftHold,
  liftHold,
  submitMatter,
  type WithdrawMatter,
  withdrawMatter,
  type WithdrawPlanned,
  withdrawPlanned,
} from './steps.ts';
import { listMatters } from './store.ts';
import { matterStream, type SubmitMatter, viewMatter } from './view.ts';

export { type BundleCall, bundles } from './bundle-actions.ts';
export {
  dropMatterDraft,
  findMatterDraft,
  findMatterDrafts,
  finishMatterDraft,
  saveMatterDraft,
  sweepMatterDrafts,
} from './drafting.ts';
export { endOfCase, moveMatter } from './move.ts';
export { itemsInForce, matterRobot, type MatterPorts, pinnedBundle } from './ports.ts';

/** All bundles of a realm in memory. */
export function createBundleRegister(journal: Journal, realm: string): Register<BundleView> {
  return createRegister(journal.pool, realm, bundleStream(''), viewBundle);
}

/** Begins a matter; its first children are started by the robot at once, from the outbox. */
export async function submit(ports: MatterPorts, call: Call, command: SubmitMatter): Promise<Performed | Refusal> {
  const { journal, realm } = ports;
  const relied = relyOnBundle(ports.bundles.get(bundleStream(command.bundleId)), command.bundleId, call.at);
  if (isRefusal(relied)) return relied;
  const answer = await perform(journal, submitMatter, {
    realm,
    ...call,
    command,
    stream: (attempt) => drawNumber(ports, call.at, attempt),
    facts: async () => {
      const bundle = relyOnBundle(ports.bundles.get(bundleStream(command.bundleId)), command.bundleId, call.at);
      const authorities = call.actor.kind === 'person' ? windowAuthorities(ports, call, relied.version, command) : [];
      const handed = await handedUploads(ports, call, uploadsOfMatter(command));
      const subjectKey = holderKey(realm, command.applicant.idNo);
      const facts = {
        items: itemsInForce(ports, call.at),
        authorities,
        handed,
        calendar: ports.calendar(),
        subjectKey,
      };
      return { bundle: isRefusal(bundle) ? relied : bundle, ...facts };
    },
  });
  if (!isRefusal(answer)) await noteParties(ports, answer.stream.slice('matter/'.length), answer.events);
  return answer;
}

const SERIAL_DIGITS = 5;

/** 一件事编号: region, date, serial; the journal's stream names are the truth. */
async function drawNumber({ journal, realm }: MatterPorts, at: Instant, attempt: number): Promise<string> {
  const prefix = matterStream(`${realm}${dateInChina(at).replaceAll('-', '')}`);
  const last = await findLastStream(journal.pool, realm, prefix);
  const serial = last === undefined ? 0 : Number(last.slice(prefix.length));
  return `${prefix}${String(serial + 1 + attempt).padStart(SERIAL_DIGITS, '0')}`;
}

/**
 * What licences, shares and earlier cases answer to the shared questions of `plan` for who applies (R20, R47). A source that
 * does not answer leaves the question open.
 */
export async function knownFor(
  ports: DraftPorts,
  owning: Pick<Call, 'actor' | 'at'>,
  applicant: Applicant,
  { bundle, plan, items }: { readonly bundle: Bundle; readonly plan: Plan; readonly items: ItemsInForce },
): Promise<ReadonlyMap<string, KnownField>> {
  const earlier = await earlierAnswers(ports, applicant);
  const found = await Promise.all(
    plan.children.map(async ({ itemId }): Promise<[string, readonly KnownAnswer[]]> => {
      const known = await findKnown(ports, owning, { itemId, applicant, earlier });
      return [itemId, isRefusal(known) ? [] : known.answers];
    }),
  );
  return knownFields(bundle, items, new Map(found));
}

/**
 * What the shared questions and the items' own need not be asked again of who stands at the window: what he answered in earlier
 * cases of his, found by name and number together (716令7, R47). Only where the window may receive every item that follows (R30),
 * and only what is asked now and not answered yet (个保法6). Names the cases that answer, which are noted as read before they do.
 */
export async function knownAtCounter(
  ports: MatterPorts,
  call: Pick<Call, 'actor' | 'at'>,
  version: BundleVersion,
  asked: Pick<SubmitMatter, 'applicant' | 'answers' | 'region'>,
): Promise<{ readonly fields: ReadonlyMap<string, KnownField>; readonly cases: readonly string[] } | Refusal> {
  const { applicant, answers } = asked;
  const unfit = windowAuthorities(ports, call, version, asked).find(isRefusal);
  if (unfit !== undefined) return unfit;
  const { bundle } = version;
  const values = knownValues(bundle, answers, applicant);
  const plan = planOf(bundle, values);
  const earlier = await earlierAnswers(ports, applicant);
  const found = await Promise.all(
    plan.children.map(async ({ itemId }): Promise<[string, readonly KnownAnswer[]]> => {
      const known = await findKnownAtCounter(ports, call.at, { itemId, applicant, earlier });
      const before = isRefusal(known) ? [] : known.answers;
      return [itemId, before.flatMap((answer) => (answer.from === 'case' ? [answer] : []))];
    }),
  );
  const items = itemsInForce(ports, call.at);
  const known = knownFields(bundle, items, new Map(found));
  const fields = knownQuestions(bundle, items, { plan, values, own: {} }, { ...applicant, fields: known });
  return { fields, cases: [...new Set([...fields.values()].map(({ of }) => of))] };
}

/** R30: a window receives each item of the matter under its agreement, or none of them. */
function windowAuthorities(
  ports: MatterPorts,
  call: Pick<Call, 'actor' | 'at'>,
  { bundle }: BundleVersion,
  command: Pick<SubmitMatter, 'applicant' | 'answers' | 'region'>,
) {
  const plan = planOf(bundle, knownValues(bundle, command.answers, command.applicant));
  return plan.children.map(({ itemId }) => {
    const asked = { itemId, applicant: command.applicant, scope: { region: command.region } };
    return authorityFor(ports, call, intakeAct('receive', asked));
  });
}

/** Lifts a hold; `organs` are those in which the person holds a post now. */
export function lift(
  ports: MatterPorts,
  { organs, ...call }: Call & { readonly organs: readonly string[] },
  matterNo: string,
  command: LiftHold,
): Promise<Performed | Refusal> {
  const facts = (events: readonly Recorded[]) => ({
    bundle: pinnedBundle(ports, viewMatter(events)) ?? NO_BUNDLE,
    items: itemsInForce(ports, call.at),
    organs,
  });
  return perform(ports.journal, liftHold, {
    realm: ports.realm,
    ...call,
    stream: matterStream(matterNo),
    command,
    facts,
  });
}

/** Withdraws the whole matter. */
export function withdrawWhole(
  ports: MatterPorts,
  call: Call,
  matterNo: string,
  command: WithdrawMatter,
): Promise<Performed | Refusal> {
  const stream = matterStream(matterNo);
  return perform(ports.journal, withdrawMatter, {
    realm: ports.realm,
    ...call,
    stream,
    command,
    facts: () => undefined,
  });
}

/** Leaves out an item that has not begun. */
export function withdrawChild(
  ports: MatterPorts,
  call: Call,
  matterNo: string,
  command: WithdrawPlanned,
): Promise<Performed | Refusal> {
  const stream = matterStream(matterNo);
  return perform(ports.journal, withdrawPlanned, {
    realm: ports.realm,
    ...call,
    stream,
    command,
    facts: () => undefined,
  });
}

/** The numbers of somebody's matters, the newest first. */
export function mattersOf({ journal, realm }: MatterPorts, idNo: string, limit: number): Promise<readonly string[]> {
  return listMatters(journal.pool, realm, holderKey(realm, idNo), limit);
}
