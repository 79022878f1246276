import { holderKey } from '../application/application.ts';
import { type Item, type ItemView, versionInForce } from '../catalogue/catalogue.ts';
import type { DeskPorts } from '../decision/actions.ts';
import type { Actor, Recorded } from '../journal/journal.ts';
import type { Register } from '../journal/register.ts';
import type { Instant } from '../kernel/time.ts';
import type { Bundle } from './bundle.ts';
import type { ItemsInForce } from './bundle-faults.ts';
import { bundleStream, type BundleView } from './bundle-life.ts';
import type { ResultSource } from './results.ts';
import { saveParties } from './store.ts';
import { type MatterView, viewMatter } from './view.ts';

/** A machine moves matters on, and is named as a machine. */
export const matterRobot: Actor = { kind: 'robot', id: 'robot/matters' };

export interface MatterPorts extends DeskPorts {
  readonly bundles: Register<BundleView>;
  readonly results: ResultSource;
}

/** The items that the library has in force at `at`. */
export function itemsInForce({ items }: { readonly items: Register<ItemView> }, at: Instant): ItemsInForce {
  const found = items.list().flatMap(({ view }): [string, Item][] => {
    const item = versionInForce(view, at)?.item;
    return item === undefined ? [] : [[item.id, item]];
  });
  return new Map(found);
}

/** The bundle version that the matter pinned (R13); undefined for a stream that is no matter. */
export function pinnedBundle({ bundles }: Pick<MatterPorts, 'bundles'>, { submitted }: MatterView): Bundle | undefined {
  if (submitted === undefined) return undefined;
  const { bundleId, bundleVersion } = submitted;
  const found = bundles.get(bundleStream(bundleId))?.view.versions.find(({ version }) => version === bundleVersion);
  if (found === undefined) throw new Error(`bundle ${bundleId} has no version ${bundleVersion}`);
  return found.bundle;
}

/** For a stream that is no matter, so that the step itself says so. */
export const NO_BUNDLE: Bundle = {
  id: 'B-00',
  name: '-',
  nameEn: '-',
  lead: 'ZW',
  items: [],
  waves: [],
  founds: null,
  fields: [],
  rules: [],
};

/** Notes whose matter it is; again changes nothing. */
export async function noteParties({ journal, realm }: MatterPorts, matterNo: string, events: readonly Recorded[]) {
  const { submitted } = viewMatter(events);
  if (submitted === undefined) return;
  const parties = [submitted.applicant.idNo, ...(submitted.agent === undefined ? [] : [submitted.agent.idNo])];
  await saveParties(journal.pool, realm, matterNo, [...new Set(parties.map((idNo) => holderKey(realm, idNo)))]);
}
